/** Processes of Deno, as many at a time as there are cores; what each says is printed whole when it ends. */
import { kill } from "node:process";
import { signalsAsk, stopSignals, temporaryIn } from "../../lib/platform.ts";
import { STOPPED } from "../../lib/publish/system/errors.ts";

export interface Job {
  /** What is said of it: `tests/data`. */
  name: string;
  /** For `deno`, given a temporary folder of its own. */
  args: (folder: string) => string[];
}

export interface Ended<Of extends Job> {
  job: Of;
  success: boolean;
  /** Its temporary folder, there until all have ended. */
  folder: string;
}

/** How many at a time: one for each core, or what `DENO_JOBS` says, as for `deno test --parallel`. */
const atATime = (): number => Number(Deno.env.get("DENO_JOBS")) || navigator.hardwareConcurrency;

/** How long a process that is told to end may take for it, in milliseconds. */
const GRACE = 5_000;

/**
 * Runs jobs in their order. Each has a temporary folder of its own in `folder`, and a process group of its
 * own, so that an interrupt ends what it has started too, and takes the folder away.
 *
 * @param env besides the machine's own variables and where what is temporary goes
 */
export async function runJobs<Of extends Job>(
  jobs: Of[],
  folder: string,
  env: Record<string, string> = {},
): Promise<Ended<Of>[]> {
  const running = new Map<Deno.ChildProcess, string>();
  const stop = async () => {
    for (const { pid } of running.keys()) killGroup(pid, "SIGTERM");
    const all = Promise.all([...running.keys()].map(({ status }) => status));
    await Promise.race([all, new Promise((done) => setTimeout(done, GRACE))]);
    for (const { pid } of running.keys()) killGroup(pid, "SIGKILL");
    await Deno.remove(folder, { recursive: true }).catch(() => {});
    console.error("\ninterrupted");
    Deno.exit(STOPPED);
  };
  const signals = stopSignals();
  signals.forEach((signal) => Deno.addSignalListener(signal, stop));
  const ended: Ended<Of>[] = [];
  const waiting = jobs.entries();
  const worker = async () => {
    for (const [index, job] of waiting) {
      const own = `${folder}/${index}`;
      await Deno.mkdir(own);
      const started = performance.now();
      const child = new Deno.Command(Deno.execPath(), {
        args: job.args(own),
        env: { ...colors(), ...env, ...temporaryIn(own) },
        stdin: "null",
        stdout: "piped",
        stderr: "piped",
        detached: signalsAsk(),
      }).spawn();
      running.set(child, job.name);
      const said: Uint8Array[] = [];
      await Promise.all([collect(child.stdout, said), collect(child.stderr, said)]);
      const { success } = await child.status;
      running.delete(child);
      ended.push({ job, success, folder: own });
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      const place = `${ended.length} of ${jobs.length}`;
      const others = running.size > 0 ? `; still runs: ${[...running.values()].join(", ")}` : "";
      console.log(`\n${success ? "✓" : "✗"} ${place}, ${seconds} s: ${job.name}${others}`);
      for (const part of said) print(part);
    }
  };
  try {
    await Promise.all(Array.from({ length: atATime() }, worker));
  } finally {
    signals.forEach((signal) => Deno.removeSignalListener(signal, stop));
  }
  return ended;
}

async function collect(stream: ReadableStream<Uint8Array>, said: Uint8Array[]): Promise<void> {
  for await (const part of stream) said.push(part);
}

/** At once and whole, so that nothing of another process comes between. */
function print(bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += Deno.stdout.writeSync(bytes.subarray(at));
}

/** Into a pipe no program writes in colors unless it is told to. */
const colors = (): Record<string, string> =>
  Deno.stdout.isTerminal() && !Deno.noColor ? { FORCE_COLOR: "1" } : {};

function killGroup(pid: number, signal: Deno.Signal): void {
  try {
    // Where there are no groups, Ctrl+C has reached all of it.
    kill(signalsAsk() ? -pid : pid, signal);
  } catch {
    // It has just ended.
  }
}
