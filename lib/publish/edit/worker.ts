/** Runs what makes pages in this worker, and says how it failed, be it while its modules are loaded. */
import type { Answer, Job } from "./pages.ts";

interface Order {
  module: string;
  job?: Job;
}

const answer = (it: Answer) => (globalThis as unknown as DedicatedWorker).postMessage(it);

interface DedicatedWorker {
  postMessage(it: Answer): void;
}

globalThis.onmessage = async ({ data: { module, job } }: MessageEvent<Order>) => {
  try {
    const { make } = await import(module);
    if (job) answer({ made: await make(job) });
  } catch (error) {
    if (job) answer({ failed: told(error as Error) });
  }
};

/** A fault that a person can mend says where it is; of another one the stack does. */
const told = ({ name, message, stack }: Error): string =>
  name === "PublishError" || name === "SyntaxError" ? message : stack ?? message;
