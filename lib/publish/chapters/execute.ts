/** Executes chapters in the Deno kernel, through nbclient in one Python process (execute.py). */
import { TextLineStream } from "@std/streams/text-line-stream";
import { Interrupted, PublishError, STOPPED } from "../system/errors.ts";
import { askToEnd, start } from "../system/process.ts";
import type { Tools } from "../setup/setup.ts";
import { ROOT } from "../../root.ts";

/** A notebook to execute, and where its executed form goes. */
export interface Execution {
  name: string;
  source: string;
  target: string;
  /** Where the kernel runs: relative imports of the cells start here. */
  folder: string;
  /** A file for what the kernel reads (reads.ts), where that is wanted. */
  audit?: string;
}

export interface Executed {
  name: string;
  event: "executed";
  seconds: number;
}

export interface Failed {
  name: string;
  event: "failed";
  /** Index of the cell from 0; null when the kernel did not start. */
  cell: number | null;
  ename: string;
  evalue: string;
  traceback: string;
}

export type ExecutionEvent = { name: string; event: "started" } | Executed | Failed;

/** How many chapters run at a time: one per core, two at most. */
export const WORKERS = Math.min(2, navigator.hardwareConcurrency);

/** How long one cell may take. */
const CELL_SECONDS = 60;

/** Two kernels compute on two cores, so that polars needs one thread; each setting takes 20 to 40 MB off a Deno. */
export const SMALL_KERNEL = {
  DENO_V8_FLAGS: "--max-semi-space-size=2",
  MALLOC_ARENA_MAX: "1",
  POLARS_MAX_THREADS: "1",
};

const SCRIPT = `${ROOT}/lib/publish/chapters/execute.py`;

/**
 * Executes notebooks and tells of each when it starts and ends, in the order of events.
 *
 * @throws PublishError when the runner itself breaks.
 */
export function execute(
  notebooks: Execution[],
  tools: Tools,
  { workers = WORKERS, seconds = CELL_SECONDS } = {},
): AsyncGenerator<ExecutionEvent> {
  return eventsOf(SCRIPT, { notebooks, workers, seconds }, tools);
}

/**
 * Gives a job to a script in Python, and its events as it tells them.
 *
 * @throws PublishError when the script itself breaks.
 */
export async function* eventsOf<Event>(
  script: string,
  job: unknown,
  tools: Tools,
): AsyncGenerator<Event> {
  const child = start(tools.python, {
    args: [script],
    env: { ...tools.env, ...SMALL_KERNEL },
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  });
  const stderr = new Response(child.stderr).text();
  // It stays open: the runner stops when this program ends, however it ends.
  await new Blob([`${JSON.stringify(job)}\n`]).stream().pipeTo(child.stdin, { preventClose: true });
  try {
    const lines = child.stdout.pipeThrough(new TextDecoderStream()).pipeThrough(
      new TextLineStream(),
    );
    for await (const line of lines) yield JSON.parse(line as string);
    const { success, code } = await child.status;
    if (code === STOPPED) throw new Interrupted();
    if (!success) throw new PublishError(`the notebook runner broke:\n${await stderr}`);
  } finally {
    // Whoever stops listening stops the work.
    askToEnd(child);
    await child.stdin.close().catch(() => {});
    await child.status;
  }
}
