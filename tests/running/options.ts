/** The command line of `deno task test`. */
import { parsed, UsageError } from "../../lib/command.ts";

export const HELP =
  `deno task test: every check of the project: formatting, lint, types, tests, notebooks, pages, PDFs

  deno task test                         all of it, a process for each core: 20 to 30 minutes on 2
  deno task test --quick                 formatting, lint, types and what is tested in no time: for
                                         before each commit
  deno task test rates                   the tests with a word in their file or name, with all of several
  deno task test tests/data              the tests of a folder or of a file alone: seconds
  deno task test lib/analysis            the examples in its docstrings, run
  deno task test --filter shares         those with a word in their name (or a /pattern/)
  deno task test tests/figures/figures_test.ts -u
                                         takes new pictures into the snapshots
  deno task test --watch tests/data      again at each change of a file

  --quick   --filter <text>   --update, -u   --watch   --fail-fast   --shuffle   --coverage <folder>
  -h, --help        this text

DENO_JOBS=1 runs one process at a time. Browser tests need Chromium and are skipped without. Exit code 0: all
passed. 1: something failed, and the last lines say what and how to mend it. 2: the command line is
wrong.
`;

const OPTIONS = {
  help: { type: "boolean", short: "h" },
  quick: { type: "boolean" },
  filter: { type: "string" },
  update: { type: "boolean", short: "u" },
  watch: { type: "boolean" },
  "fail-fast": { type: "boolean" },
  shuffle: { type: "boolean" },
  coverage: { type: "string" },
} as const;

/** What is asked for: everything, the quick part of it, tests by their words, or one call of `deno test`. */
export type Asked =
  | { what: "help" | "all" | "quick" }
  | { what: "words"; words: string[] }
  | { what: "tests"; args: string[]; filtered: boolean };

/** Where tests lie, and where docstrings have examples, which are tests too. */
const EVERYWHERE = ["lib", "tests"];

/** Reads the command line, and refuses before any work what `deno test` would not understand. */
export async function read(args: string[]): Promise<Asked> {
  const { values, positionals } = parsed({ args, options: OPTIONS, allowPositionals: true }, HELP);
  if (values.help) return { what: "help" };
  if (values.quick) {
    if (args.length === 1) return { what: "quick" };
    throw new UsageError("--quick stands alone");
  }
  if (args.length === 0) return { what: "all" };
  const words = [];
  for (const path of positionals) if (!await isPath(path)) words.push(path);
  if (words.length === 0) {
    const paths = positionals.length === 0 ? EVERYWHERE : [];
    return { what: "tests", args: [...paths, ...args], filtered: values.filter !== undefined };
  }
  if (words.length < args.length) {
    throw new UsageError(`words stand alone; paths and options go together: ${words.join(" ")}`);
  }
  return { what: "words", words };
}

/** Whether it is a file, a pattern, or a folder with tests or examples; `data` is a word of tests. */
async function isPath(path: string): Promise<boolean> {
  if (/[*?{[]/.test(path)) return true;
  const place = await Deno.stat(path).catch(() => null);
  if (place) {
    return place.isFile || EVERYWHERE.some((folder) => `${path}/`.startsWith(`${folder}/`));
  }
  if (!path.includes("/")) return false;
  const there = (await Array.fromAsync(Deno.readDir("tests"))).map(({ name }) => `tests/${name}`);
  const known = there.filter((name) => !/\.\w+$/.test(name) || /_test\.ts$/.test(name)).sort();
  throw new UsageError(`no file or folder ${path}; there are:\n  ${known.join("\n  ")}`);
}
