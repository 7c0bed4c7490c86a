/**
 * `deno task new-report`: a report of one's own with this library.
 *
 *   own       what is this report's own; the rest is the library's, and is copied
 *   template/ what a new report has in its place, as files: chapters, claims, their tests, a README
 *   skeleton  both together, with title and authors
 */
import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, relative } from "node:path";
import { hereOf } from "../command.ts";
import { slashed, urlOf, within } from "../platform.ts";
import { executedChapters } from "../publish/chapters/chapters.ts";
import { type Chapter, chapterNames } from "../publish/chapters/notebook.ts";
import { setUp, type Tools } from "../publish/setup/setup.ts";
import { onStage } from "../publish/staging.ts";
import { exitCodeOf, PublishError } from "../publish/system/errors.ts";
import { exists } from "../publish/system/files.ts";
import { ROOT } from "../root.ts";
import { HELP, type Options, readOptions } from "./options.ts";
import { libraryFiles, writeSkeleton } from "./skeleton.ts";

/**
 * Makes a new report, whole or not at all.
 *
 * @throws PublishError when its folder is not empty, lies in this project or cannot be written, and when a
 * chapter fails.
 */
export async function newReport(options: Options, say = console.log): Promise<void> {
  const { folder, title } = options;
  await requireFree(folder);
  const tools = await setUp({ root: ROOT, say });
  const count = (await libraryFiles()).length;
  // Beside its place: moving it there is one step.
  const place = `${dirname(folder)}/.new-report`;
  // Where another one is on its way in it, it stays.
  const clear = () => {
    for (const each of [`${place}/.cache`, place]) if (isEmpty(each)) Deno.removeSync(each);
  };
  // When it is interrupted, too.
  globalThis.addEventListener("unload", clear);
  try {
    await onStage(`${place}/${basename(folder)}`, async (stage) => {
      const made = `${stage}/new`;
      await Deno.mkdir(made);
      say(`Copying library, tests and data: ${count} files`);
      await writeSkeleton(made, options);
      await writeReadme(made, await executed(made, tools, say));
      if (await exists(folder)) await Deno.remove(folder);
      await Deno.rename(made, folder);
    });
  } finally {
    clear();
    globalThis.removeEventListener("unload", clear);
  }
  say(`${title}: ${folder}
  cd ${relative(hereOf(), folder)}
  deno task report   # its site, PDFs, figures; once, a private environment (about 550 MB)
  deno task test
README.md says where to begin. Keep it under version control from now on: git init`);
}

const isEmpty = (folder: string): boolean => existsSync(folder) && readdirSync(folder).length === 0;

/** Refuses a folder that holds something, or that lies in this project. */
async function requireFree(folder: string): Promise<void> {
  const [root, place] = [slashed(await Deno.realPath(ROOT)), slashed(await realPlace(folder))];
  if (place === root || within(root, place) !== null) {
    throw new PublishError(
      `${folder} lies in this project, which would become a part of itself; ` +
        `name a folder beside it: ../${basename(folder)}`,
    );
  }
  if (!await exists(folder)) return;
  const { isDirectory } = await Deno.stat(folder);
  const names = isDirectory ? await Array.fromAsync(Deno.readDir(folder)) : [];
  if (isDirectory && names.length === 0) return;
  const what = isDirectory
    ? `is not empty: it holds ${names.slice(0, 3).map(({ name }) => name).join(", ")}` +
      (names.length > 3 ? ` and ${names.length - 3} more` : "")
    : "is a file";
  throw new PublishError(`${folder} ${what}; name one that is not there yet`);
}

/** Where a path leads, links followed as far as there is something. */
async function realPlace(path: string): Promise<string> {
  if (await exists(path)) return await Deno.realPath(path);
  return `${await realPlace(dirname(path))}/${basename(path)}`;
}

/** Executes the chapters, lets them through the gates, and leaves their outputs in them. */
async function executed(root: string, tools: Tools, say: (line: string) => void) {
  const notebooks = `${root}/notebooks`;
  const names = await chapterNames(notebooks);
  const target = `${root}/.cache/executed`;
  await Deno.mkdir(target, { recursive: true });
  const order = { root, notebooks, names, chosen: names, target, accept: true, tools, say };
  const chapters = await executedChapters(order);
  for (const name of names) {
    await Deno.rename(`${target}/${name}.ipynb`, `${notebooks}/${name}.ipynb`);
  }
  await Deno.remove(`${root}/.cache`, { recursive: true });
  return chapters;
}

/** Lets the new report's own library say what its chapters say: this one would speak of this report. */
async function writeReadme(root: string, chapters: Chapter[]): Promise<void> {
  const library = urlOf(`${root}/lib/publish/readme.ts`);
  const { renewedReadme } = await import(library) as typeof import("../publish/readme.ts");
  for (const [path, text] of await renewedReadme(root, chapters)) {
    await Deno.writeTextFile(`${root}/${path}`, text);
  }
}

if (import.meta.main) {
  Deno.exitCode = await exitCodeOf(async () => {
    const options = readOptions(Deno.args);
    if (options.help) console.log(HELP);
    else await newReport(options);
  });
}
