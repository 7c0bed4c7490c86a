/** Runs students' notebooks: the job for run.py, and what it tells of each. */
import { dirname } from "node:path";
import { eventsOf, SMALL_KERNEL, WORKERS } from "../../publish/chapters/execute.ts";
import { checkCode } from "../../exercises/check.ts";
import { exercisesOf } from "../../publish/chapters/exercises.ts";
import { run } from "../../publish/system/process.ts";
import type { Tools } from "../../publish/setup/setup.ts";
import { neededBy, urlOf } from "../../platform.ts";
import { ROOT } from "../../root.ts";
import type { Answer } from "./kernel.ts";
import type { Handed } from "./submissions.ts";

/** How a notebook fared. Cells count from 0. */
export interface Ran {
  name: string;
  event: "ran";
  /** By exercise, as the student's kernel gave them: not to be trusted. Null when none were heard. */
  answers: Record<string, Answer> | null;
  /** What cells that failed said. */
  failed: Record<string, string>;
  /** Cells that ended the kernel, and those that took too long: left out then. */
  ended: number[];
  blocked: number[];
  seconds: number;
  /** Whether it came to the end within its time. */
  finished: boolean;
}

/** Which of Linux's fences there is; 0 where there is none. */
export interface Fence {
  event: "fence";
  version: number;
}

const SCRIPT = `${ROOT}/lib/course/grading/run.py`;
const KERNEL = urlOf(`${ROOT}/lib/course/grading/kernel.ts`);
const LIBRARY = urlOf(`${ROOT}/lib/mod.ts`);

/** What a kernel may read besides its own folder: the library and what it reads, no solutions. */
const READ = ["lib", "data", "deno.json", "deno.lock", "notebooks/answers.json"];

/** Notebooks begin with this: the library is loaded while there are rights, which then go. */
const PREPARE = `await import(${JSON.stringify(LIBRARY)});
await (await import(${JSON.stringify(KERNEL)})).fence();`;

/**
 * Runs notebooks, each in a kernel of its own, and tells how each fared, in the order of events.
 *
 * @param seconds for each notebook
 */
export async function* runAll(
  handed: Handed[],
  tools: Tools,
  seconds: number,
): AsyncGenerator<Ran | Fence> {
  const cache = await packageCache(tools);
  yield* eventsOf<Ran | Fence>(SCRIPT, {
    notebooks: handed.map(jobOf),
    prepare: PREPARE,
    deno: Deno.execPath(),
    folder: { "deno.json": `${ROOT}/deno.json`, "deno.lock": `${ROOT}/deno.lock` },
    read: [...READ.map((path) => `${ROOT}/${path}`), cache],
    // Nothing of the teacher's own environment.
    environment: {
      ...neededBy(tools.env),
      ...SMALL_KERNEL,
      DENO_V8_FLAGS: `${SMALL_KERNEL.DENO_V8_FLAGS},--max-old-space-size=2000`,
      DENO_DIR: cache,
      DENO_NO_UPDATE_CHECK: "1",
      NO_COLOR: "1",
      LANG: "C.UTF-8",
      POLARS_MAX_THREADS: "2",
    },
    workers: WORKERS,
    seconds,
  }, tools);
}

function jobOf({ file, chapter, cells }: Handed) {
  const exercises = exercisesOf(chapter);
  const own = exercises.map(({ id }) => checkCode(id));
  // A check is not the student's work: it is made anew, outside.
  const code = cells.map((cell) => cell && !own.includes(cell.trim()) ? withLibrary(cell) : null);
  const speaks = (cell: string | null) =>
    exercises.some(({ variable }) => cell?.includes(variable));
  const answers = exercises.map(({ id, variable }) => `"${id}": () => ${variable}`);
  return {
    name: file,
    cells: code,
    answering: [...code.keys()].filter((at) => speaks(code[at])),
    collect: `await (await import(${JSON.stringify(KERNEL)})).collect({ ${answers.join(", ")} });`,
  };
}

/** A cell that imports the library from here, wherever its author had it. */
export const withLibrary = (cell: string): string =>
  cell.replace(
    /(\bfrom\s*|\bimport\s*\(?\s*)(["'])[^"'\n]*\blib[/\\]+mod\.ts\2/g,
    (_, before) => `${before}${JSON.stringify(LIBRARY)}`,
  );

/** Where Deno keeps packages. */
async function packageCache({ env }: Tools): Promise<string> {
  const { stdout } = await run(Deno.execPath(), ["info", "--json"], { env });
  return dirname(JSON.parse(stdout).npmCache);
}
