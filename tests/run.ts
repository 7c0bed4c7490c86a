/** `deno task test`: set-up, then every check of the project, or the tests that are asked for. */
import { temporaryIn } from "../lib/platform.ts";
import { exitCodeOf } from "../lib/publish/system/errors.ts";
import { setUp } from "../lib/publish/setup/setup.ts";
import type { Count } from "./junit.ts";
import { pathsBelow, quickFiles, testFiles } from "./running/files.ts";
import { CHECKS, counted, jobsOf, runAll, type TestJob, testJob } from "./running/jobs.ts";
import { type Asked, HELP, read } from "./running/options.ts";
import { jobsFor, nothingHas } from "./running/words.ts";

/** Types are checked once, beside the tests. */
const UNCHECKED = "--no-check";

/** Everything that there is, what takes longest first. */
async function everything(): Promise<TestJob[]> {
  const examples = testJob("the examples in docstrings", [UNCHECKED, "--doc", "lib"]);
  return [...CHECKS, ...jobsOf(await testFiles(), UNCHECKED), examples];
}

/** What takes so little that it can be run before each commit. */
async function quick(): Promise<TestJob[]> {
  const paths = quickFiles(await testFiles()).map(({ path }) => path);
  return [...CHECKS, testJob("quick tests", [UNCHECKED, ...paths])];
}

/** Tests by the words of their files and names. */
async function byWords(words: string[], folder: string): Promise<Count> {
  const files = await testFiles();
  const count = await runAll(jobsFor(words, files, await documented()), folder);
  if (count.passed + count.skipped + count.failed.length === 0) throw nothingHas(words, files);
  return count;
}

/** Modules with examples in their docstrings. */
async function documented(): Promise<string[]> {
  const paths = await pathsBelow("lib", /\.tsx?$/);
  const sources = await Promise.all(paths.map((path) => Deno.readTextFile(path)));
  return paths.filter((_, index) => /^\s*\* ```ts/m.test(sources[index]));
}

/** One call of `deno test`, which says what it does as it does it. */
async function oneCall({ args, filtered }: Asked & { what: "tests" }, folder: string) {
  const job = { ...testJob("tests", ["--doc", ...args]), filtered };
  const env = { ...temporaryIn(folder), TESTS_SHARED: folder };
  const { success } = await new Deno.Command(Deno.execPath(), { args: job.args(folder), env })
    .spawn().status;
  return await counted(job, success, folder);
}

async function run(asked: Asked, folder: string): Promise<Count> {
  if (asked.what === "tests") return await oneCall(asked, folder);
  if (asked.what === "words") return await byWords(asked.words, folder);
  return await runAll(await (asked.what === "quick" ? quick : everything)(), folder);
}

Deno.exitCode = await exitCodeOf(async () => {
  const asked = await read(Deno.args);
  if (asked.what === "help") return console.log(HELP);
  await setUp({ root: Deno.cwd() });
  // Whatever the tests leave behind lies in one temporary folder, removed at the end.
  const folder = await Deno.makeTempDir({ prefix: "tests-" });
  try {
    const { passed, failed, skipped } = await run(asked, folder);
    if (failed.length > 0) console.log(`\nFailed:\n  ${failed.join("\n  ")}\n`);
    const also = skipped > 0 ? `, ${skipped} skipped` : "";
    console.log(`${passed} passed, ${failed.length} failed${also}`);
    return failed.length > 0 ? 1 : 0;
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
