/**
 * `deno task report`: from the notebooks to the site, the PDFs, the figures and the claims.
 *
 * The rooms of `lib/publish/`, each importing only what stands below it, none of one line another:
 *
 *   (door)     report, build, industry, release, lab, check, edit, revise, propose; options and years say what is
 *              asked for, place where from and to, made whether it is there already, staging that it comes whole or
 *              not at all, citation and vintage how it is cited and dated, linked what is set, pages how edit has it
 *              set, readme what README says of it
 *   release/ · revision/
 *              what is given away: site and data package packed, checksums, notes · what a refresh changed: two
 *              states of the report, their differences in words, commits of them
 *   site/ · pdf/ · edit/
 *              the pages, with their style · the PDFs, set by Typst · what is served while someone writes
 *   markup/ · downloads/
 *              a chapter as Markdown, and pandoc · what readers take away: figures, their data,
 *              the workbook
 *   chapters/  what a notebook holds; executed, or taken as executed before; through the gates, failures explained
 *   setup/     the private environment: Deno, Python, pins, and the kernel
 *   system/    other programs run, what is kept of what was made, folders that can be written, and what is
 *              said when not
 *
 * `fonts/` holds no module: the PDFs carry its TTF, the site the same as WOFF2, and the tests measure with them.
 */
import { exitCodeOf, PublishError } from "./system/errors.ts";
import { chapterNames, otherNotebooks } from "./chapters/notebook.ts";
import { chosenChapters, HELP, type Options, readOptions } from "./options.ts";
import { isMade, madeOf, noteMade } from "./made.ts";
import { HERE } from "./place.ts";
import { EDITIONS } from "./pdf/pdf.ts";
import { madeAnew } from "./system/kept.ts";
import { setUp } from "./setup/setup.ts";
import { requireWritable } from "./system/writable.ts";
import { within } from "../platform.ts";
import { ROOT } from "../root.ts";

const UNCHANGED =
  "Nothing has changed since this report was made, and it is still there (--fresh makes it anew):";

/** Builds what the options ask for. */
export async function report(options: Options, place = HERE, say = console.log): Promise<void> {
  const started = performance.now();
  const names = await chapterNames(place.notebooks);
  if (names.length === 0) throw new PublishError(`no chapters in ${place.notebooks}`);
  const chosen = chosenChapters(options.only, names);
  if (options.accept) await requireWritable(place.notebooks);
  const tools = await setUp({ root: ROOT, say });
  for (const name of await otherNotebooks(place.notebooks)) {
    say(`warning: ${name} is left out; a chapter is named like 3-the-balance.ipynb`);
  }
  const order = { ...place, tools, say, ...options };
  const asAsked = (work: () => Promise<void>) => options.fresh ? madeAnew(work) : work();
  if (options.industry.length > 0) {
    say(`The chapter with parameters for ${options.industry.join(", ")}`);
    const { buildIndustries } = await import("./industry.ts");
    const parameters = parametersOf(options);
    await asAsked(() => buildIndustries({ ...order, parameters }));
  } else {
    const begun = Date.now();
    const of = await madeOf({ ...order, chosen });
    if (!options.fresh && !options.accept && await isMade({ ...order, chosen }, of)) {
      say(UNCHANGED);
    } else {
      // Loaded when it is needed: when nothing has changed it is not.
      const { buildReport } = await import("./build.ts");
      await asAsked(() => buildReport({ ...order, names, chosen }));
      await noteMade({ ...order, chosen }, of, begun);
    }
  }
  const build = within(Deno.cwd(), place.build) ?? place.build;
  for (const line of results(build, options)) say(`  ${line}`);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  say(`Done in ${seconds} s on ${navigator.hardwareConcurrency} cores`);
}

function parametersOf({ industry, from, to }: Options): Record<string, string>[] {
  return industry.map((code) => ({
    naics: code,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  }));
}

function results(build: string, { industry, pdf }: Options): string[] {
  if (industry.length > 0) {
    return industry.flatMap((code) => [
      `${build}/site/industry-${code}.html`,
      ...(pdf ? [`${build}/industry-${code}.pdf`] : []),
    ]);
  }
  return [
    `${build}/site/index.html`,
    `${build}/site/explore.html`,
    ...(pdf ? Object.keys(EDITIONS).map((name) => `${build}/${name}`) : []),
    `${build}/figures/`,
    `${build}/claims.json`,
  ];
}

if (import.meta.main) {
  Deno.exitCode = await exitCodeOf(async () => {
    const options = readOptions(Deno.args);
    if (options.help) console.log(HELP);
    else await report(options);
  });
}
