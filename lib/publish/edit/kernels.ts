/** Kernels for one chapter each, the next always started ahead with the library loaded (ahead.py). */
import { TextLineStream } from "@std/streams/text-line-stream";
import type { ExecutionEvent, Failed } from "../chapters/execute.ts";
import { readsIn } from "../chapters/reads.ts";
import type { Tools } from "../setup/setup.ts";
import { PublishError } from "../system/errors.ts";
import { askToEnd, start } from "../system/process.ts";
import { ROOT } from "../../root.ts";

export interface Kernels {
  /**
   * Executes a notebook. Null when the signal took it back.
   *
   * @returns what came of it, or how a cell failed
   */
  execute(name: string, source: string, signal: AbortSignal): Promise<Executed | Failed | null>;
  /** Starts the next kernel, unless it is there. */
  prepare(): void;
  /** The library has changed: the kernel that is ready has the earlier one loaded. */
  renew(): void;
  close(): Promise<void>;
}

/** An executed notebook. */
export interface Executed {
  event: "executed";
  text: string;
  /** Files that its kernel read; null where that is not known. */
  reads: string[] | null;
}

const SCRIPT = `${ROOT}/lib/publish/edit/ahead.py`;

/** How long one cell may take. */
const CELL_SECONDS = 60;

/** Loads what every chapter imports. If that fails, the chapter's own import will say how. */
const FIRST = `await import("../lib/mod.ts").then(() => {}, () => {});`;

/**
 * @param notebooks the folder in which kernels run
 * @param target a folder for what they write
 */
export function kernels(tools: Tools, notebooks: string, target: string): Kernels {
  let ready: Kernel | undefined;
  let count = 0;
  const all = new Set<Kernel>();
  const prepare = () => {
    if (ready) return;
    ready = new Kernel(tools, notebooks, `${target}/kernel-${++count}`);
    all.add(ready);
  };
  const end = async (kernel: Kernel) => {
    await kernel.end();
    all.delete(kernel);
  };
  return {
    prepare,
    async execute(name, source, signal) {
      prepare();
      const kernel = ready!;
      ready = undefined;
      const stop = () => void kernel.end();
      signal.addEventListener("abort", stop);
      try {
        const result = await kernel.execute(name, source);
        return signal.aborted ? null : result;
      } catch (error) {
        if (signal.aborted) return null;
        throw error;
      } finally {
        signal.removeEventListener("abort", stop);
        await end(kernel);
      }
    },
    renew() {
      if (ready) void end(ready);
      ready = undefined;
    },
    async close() {
      await Promise.all([...all].map(end));
    },
  };
}

class Kernel {
  #child: Deno.ChildProcess;
  #input: WritableStreamDefaultWriter<Uint8Array>;
  #said: Promise<string>;

  /** @param place the beginning of the names of its files */
  constructor(tools: Tools, folder: string, readonly place: string) {
    this.#child = start(tools.python, {
      args: [SCRIPT],
      env: tools.env,
      stdin: "piped",
      stdout: "piped",
      stderr: "piped",
    });
    this.#said = new Response(this.#child.stderr).text();
    this.#input = this.#child.stdin.getWriter();
    const audit = this.#audit();
    this.#tell({ folder, first: FIRST, seconds: CELL_SECONDS, audit }).catch(() => {});
  }

  #tell(job: unknown): Promise<void> {
    return this.#input.write(new TextEncoder().encode(`${JSON.stringify(job)}\n`));
  }

  /** Executes the notebook for which it was started. */
  async execute(name: string, source: string): Promise<Executed | Failed> {
    await this.#tell({ name, source, target: this.#target() }).catch(() => {});
    const lines = this.#child.stdout.pipeThrough(new TextDecoderStream())
      .pipeThrough(new TextLineStream());
    for await (const line of lines) {
      const event: ExecutionEvent = JSON.parse(line as string);
      if (event.event === "failed") return event;
      if (event.event === "executed") return await this.#executed();
    }
    throw new PublishError(`the notebook runner broke:\n${await this.#said}`);
  }

  async #executed(): Promise<Executed> {
    const [text, reads] = [await Deno.readTextFile(this.#target()), await readsIn(this.#audit())];
    return { event: "executed", text, reads };
  }

  #target(): string {
    return `${this.place}.ipynb`;
  }

  #audit(): string {
    return `${this.place}.reads`;
  }

  async end(): Promise<void> {
    askToEnd(this.#child);
    await this.#input.abort().catch(() => {});
    await this.#child.status;
    if (!this.#child.stdout.locked) await this.#child.stdout.cancel();
    for (const file of [this.#target(), this.#audit()]) await Deno.remove(file).catch(() => {});
  }
}
