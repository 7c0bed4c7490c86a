/** `deno task test`: set-up, then every check of the project, or the tests that are asked for. */
import { parseArgs } from "node:util";
import { UsageError } from "../lib/command.ts";
import { exitCodeOf } from "../lib/publish/system/errors.ts";
import { setUp } from "../lib/publish/setup/setup.ts";
import { type Count, readReport } from "./junit.ts";

const HELP =
  `deno task test: every check of the project: formatting, lint, types, tests, notebooks, pages, PDFs

  deno task test                         all of it: 20 to 55 minutes on 2 cores
  deno task test tests/data              the tests of a folder or of a file alone: seconds
  deno task test lib/analysis            the examples in its docstrings, run
  deno task test --filter shares         those with a word in their name (or a /pattern/)
  deno task test tests/figures/figures_test.ts -u
                                         takes new pictures into the snapshots
  deno task test --watch tests/data      again at each change of a file

  --filter <text>   --update, -u   --watch   --fail-fast   --shuffle   --coverage <folder>
  -h, --help        this text

Browser tests need Chromium and are skipped without. Exit code 0: all passed. 1: something failed, and
the last lines say what and how to mend it. 2: the command line is wrong.
`;

const OPTIONS = {
  help: { type: "boolean", short: "h" },
  filter: { type: "string" },
  update: { type: "boolean", short: "u" },
  watch: { type: "boolean" },
  "fail-fast": { type: "boolean" },
  shuffle: { type: "boolean" },
  coverage: { type: "string" },
} as const;

/** Checks besides the tests, and how to mend what they find. */
const CHECKS = [
  { what: "formatting", args: ["fmt", "--check"], mend: "deno fmt" },
  { what: "lint", args: ["lint"], mend: "deno lint says where; some of it deno lint --fix mends" },
  { what: "types", args: ["check", "lib", "tests"], mend: "deno check lib tests says where" },
];

/**
 * Refuses what `deno test` would not understand, before the set-up. Gives whether help is asked for, whether
 * tests are left out on purpose, and whether no file or folder is named.
 */
async function read(args: string[]): Promise<{ help: boolean; filtered: boolean; all: boolean }> {
  const { values, positionals } = parsed(args);
  for (const path of positionals) {
    if (/[*?{[]/.test(path) || await Deno.stat(path).catch(() => null)) continue;
    const there = (await Array.fromAsync(Deno.readDir("tests"))).map(({ name }) => `tests/${name}`);
    const known = there.filter((name) => !/\.\w+$/.test(name) || /_test\.ts$/.test(name)).sort();
    throw new UsageError(`no file or folder ${path}; there are:\n  ${known.join("\n  ")}`);
  }
  const filtered = values.filter !== undefined;
  return { help: values.help ?? false, filtered, all: positionals.length === 0 };
}

function parsed(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError(`${(error as Error).message.split(/\. /)[0]}\n\n${HELP.trim()}`);
  }
}

/** Where tests lie, and where docstrings have examples, which are tests too. */
const EVERYWHERE = ["lib", "tests"];

/** Whatever the tests leave behind lies in one temporary folder, removed at the end. */
async function runTests(args: string[]): Promise<Count> {
  const folder = await Deno.makeTempDir({ prefix: "tests-" });
  Deno.env.set("TMPDIR", folder);
  try {
    const success = await deno("test", "-A", "--doc", `--junit-path=${folder}/junit.xml`, ...args);
    const count = readReport(await Deno.readTextFile(`${folder}/junit.xml`).catch(() => ""));
    if (success || count.failed.length > 0) return count;
    // A module that cannot be loaded, or a run that broke off, fails no test case.
    return { ...count, failed: ["tests: could not be run to the end; deno test says why, above"] };
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function deno(...args: string[]): Promise<boolean> {
  console.log(`\ndeno ${args[0]}`);
  const { success } = await new Deno.Command(Deno.execPath(), { args }).spawn().status;
  return success;
}

Deno.exitCode = await exitCodeOf(async () => {
  const { help, filtered, all } = await read(Deno.args);
  if (help) return console.log(HELP);
  await setUp({ root: Deno.cwd() });
  const failed: string[] = [];
  let passed = 0;
  for (const { what, args, mend } of Deno.args.length === 0 ? CHECKS : []) {
    if (await deno(...args)) passed++;
    else failed.push(`${what}: ${mend}`);
  }
  const tests = await runTests(all ? [...EVERYWHERE, ...Deno.args] : Deno.args);
  passed += tests.passed;
  failed.push(...tests.failed);
  if (failed.length > 0) console.log(`\nFailed:\n  ${failed.join("\n  ")}\n`);
  // To Deno's report a test that the filter leaves out is one that was skipped.
  const skipped = filtered ? 0 : tests.skipped;
  const also = skipped > 0 ? `, ${skipped} skipped` : "";
  console.log(`${passed} passed, ${failed.length} failed${also}`);
  return failed.length > 0 ? 1 : 0;
});
