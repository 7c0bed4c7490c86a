/** The files of a new report: the library's as they are, its own from the template. */
import { posix } from "node:path";
import { PublishError } from "../publish/system/errors.ts";
import { filesBelow } from "../publish/system/files.ts";
import { lastLines, run } from "../publish/system/process.ts";
import { ROOT } from "../root.ts";
import { fileOf, type Options } from "./options.ts";
import { isOutside, isOwn } from "./own.ts";

/** The template's folder: it holds files in the places that they have in a new report. */
export const TEMPLATE = "lib/adopt/template";

/** What a new report does not have: the command that made it, and what looks after its template. */
const TASK = "new-report";

/** Files of the library: paths below the project's folder. */
export const libraryFiles = async (): Promise<string[]> =>
  (await filesBelow(ROOT, isOutside)).filter((path) => !isOwn(path));

/** Files of the template: paths below the new report's folder. */
export const templateFiles = (): Promise<string[]> => filesBelow(`${ROOT}/${TEMPLATE}`);

/**
 * Writes all files of a new report but outputs and verdicts.
 *
 * @param folder is there, and empty
 */
export async function writeSkeleton(folder: string, options: Options): Promise<void> {
  for (const path of await libraryFiles()) {
    await Deno.mkdir(posix.dirname(`${folder}/${path}`), { recursive: true });
    await Deno.copyFile(`${ROOT}/${path}`, `${folder}/${path}`);
  }
  await rename(`${folder}/data/datapackage.json`, options);
  const written = ["deno.json"];
  await Deno.writeTextFile(`${folder}/deno.json`, await configuration());
  for (const path of await templateFiles()) {
    await Deno.mkdir(posix.dirname(`${folder}/${path}`), { recursive: true });
    const text = await Deno.readTextFile(`${ROOT}/${TEMPLATE}/${path}`);
    await Deno.writeTextFile(`${folder}/${path}`, filled(path, moved(path, text), options));
    if (path.endsWith(".ts")) written.push(path);
  }
  await Deno.writeTextFile(`${folder}/LICENSE`, await license(options));
  // A long title moves line ends.
  const { success, stderr } = await run(Deno.execPath(), ["fmt", "--quiet", ...written], {
    cwd: folder,
  });
  if (!success) throw new PublishError(`deno fmt failed:\n${lastLines(stderr)}`);
}

/** Gives the data package the name of the new report, by which its files are called. */
async function rename(path: string, { title }: Options): Promise<void> {
  const text = await Deno.readTextFile(path);
  await Deno.writeTextFile(path, text.replace(/(?<=^ {2}"name": ").*(?=",$)/m, fileOf(title)));
}

/** The project's deno.json without what makes new reports. */
async function configuration(): Promise<string> {
  const config = JSON.parse(await Deno.readTextFile(`${ROOT}/deno.json`));
  delete config.tasks[TASK];
  config.fmt.exclude = config.fmt.exclude.filter((path: string) => !path.startsWith(TEMPLATE));
  return `${JSON.stringify(config, null, 2)}\n`;
}

/** The license of the library, its holders first, then those of the new report. */
async function license({ authors }: Options): Promise<string> {
  const text = await Deno.readTextFile(`${ROOT}/LICENSE`);
  const year = new Date().getFullYear();
  return text.replace(
    /^Copyright .*$/m,
    (holders) => `${holders}\nCopyright (c) ${year} ${authors.join(", ")}`,
  );
}

/** A module of the template with the imports that it has in its place in a new report. */
export function moved(path: string, text: string): string {
  if (!path.endsWith(".ts")) return text;
  const from = posix.dirname(posix.join("/", TEMPLATE, path));
  const to = posix.dirname(posix.join("/", path));
  return text.replace(/(?<=\bfrom ")\.[^"]+(?=")/g, (specifier) => {
    const module = posix.join(from, specifier);
    const inTemplate = module.startsWith(`/${TEMPLATE}/`);
    const place = inTemplate ? module.slice(TEMPLATE.length + 1) : module;
    const way = posix.relative(to, place);
    return way.startsWith(".") ? way : `./${way}`;
  });
}

/** A text of the template with what was asked for in place of names in braces. */
function filled(path: string, text: string, { title, authors }: Options): string {
  const values: Record<string, string> = { title, file: fileOf(title) };
  // Within quotation marks, but for prose.
  const written = (value: string) =>
    path.endsWith(".md") ? value : JSON.stringify(value).slice(1, -1);
  const names = authors.map((name) => `  - name: ${JSON.stringify(name)}`).join("\n");
  return text.replace(
    /\{\{(title|file|authors)\}\}/g,
    (_, name) => name === "authors" ? names : written(values[name]),
  );
}
