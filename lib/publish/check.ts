/** `deno task check`: the code cells of chapters before they run, in a few seconds. */
import { listed, parsed } from "../command.ts";
import { near } from "../near.ts";
import { urlOf } from "../platform.ts";
import { ROOT } from "../root.ts";
import { checkCells } from "./chapters/code.ts";
import { lintCells } from "./chapters/lint.ts";
import { chapterNames, readChapter } from "./chapters/notebook.ts";
import { chosenChapters } from "./options.ts";
import { HERE } from "./place.ts";
import { exitCodeOf, PublishError } from "./system/errors.ts";

export const HELP =
  `deno task check: checks the code cells of chapters, which no kernel does before it runs them

  deno task check 3            a chapter by number or name: 3, 3,4, 3-5 or the-balance
  deno task check              all chapters

Types; names that the library lacks, with near ones; what is imported or set and never used, unless an
exercise names it; slips that deno lint knows. Each is said with its cell and line. Nothing is executed.

  -h, --help                   this text

Exit code 0: nothing found. 1: something was. 2: the command line is wrong.
`;

/** Chapters that are asked for, or that help is. */
export function readCheck(args: string[]): { help: boolean; only: string[] } {
  const help = { type: "boolean", short: "h", default: false } as const;
  const { values, positionals } = parsed({ args, options: { help }, allowPositionals: true }, HELP);
  return { help: values.help, only: listed(positionals) };
}

/**
 * What is wrong with the code of chapters, each finding with its place.
 *
 * @param only numbers, names, or ranges of numbers; all chapters where there are none
 * @throws UsageError for a chapter that there is not.
 */
export async function checkChapters(
  only: string[],
  notebooks: string,
  root: string,
): Promise<{ titles: string[]; findings: string[] }> {
  const names = await chapterNames(notebooks);
  if (names.length === 0) throw new PublishError(`no chapters in ${notebooks}`);
  const chapters = await Promise.all(
    chosenChapters(only, names).map((name) => readChapter(`${notebooks}/${name}.ipynb`)),
  );
  const [types, slips] = await Promise.all([
    checkCells(chapters, notebooks, root, `${root}/.cache/check`),
    lintCells(chapters, notebooks, root),
  ]);
  const folder = urlOf(`${root}/`);
  const told = await Promise.all(types.map((it) => withMend(it.replaceAll(folder, "../"), root)));
  return { titles: chapters.map(({ title }) => title), findings: [...told, ...slips] };
}

/** An error about a name, and where the library may have it. */
async function withMend(error: string, root: string): Promise<string> {
  const [, lacking] = /^TS2305.* has no exported member '(\w+)'/.exec(error) ?? [];
  const [, unknown] = /^TS(?:2304|2552).*Cannot find name '(\w+)'/.exec(error) ?? [];
  const name = lacking ?? unknown;
  if (!name) return error;
  const library = Object.keys(await import(urlOf(`${root}/lib/mod.ts`)));
  if (library.includes(name)) return `${error}\n    The library has it: import it.`;
  const close = near(name, library);
  return close.length > 0 ? `${error}\n    Near in the library: ${close.join(", ")}` : error;
}

if (import.meta.main) {
  Deno.exitCode = await exitCodeOf(async () => {
    const { help, only } = readCheck(Deno.args);
    if (help) return console.log(HELP);
    const { titles, findings } = await checkChapters(only, HERE.notebooks, ROOT);
    const what = titles.length === 1 ? titles[0] : `${titles.length} chapters`;
    if (findings.length === 0) return console.log(`✓ ${what}: nothing found`);
    console.log(`${findings.join("\n\n")}\n\n✗ ${what}: ${findings.length} found`);
    return 1;
  });
}
