/** The report as it is built from the committed outputs, once for all tests of a run. */
import { buildReport } from "../../lib/publish/build.ts";
import { chapterNames } from "../../lib/publish/chapters/notebook.ts";
import { madeAnew } from "../../lib/publish/system/kept.ts";
import { ROOT, tools } from "../publish/fixtures.ts";
import { madeOnce } from "../shared.ts";

/** The build folder, to be read alone: everything, without executing the chapters again. */
export const builtReport = (): Promise<string> => madeOnce("report", build);

/** Another one, in a folder of its own. */
export async function builtAgain(): Promise<string> {
  const folder = `${await Deno.makeTempDir({ prefix: "report-" })}/build`;
  await build(folder);
  return folder;
}

async function build(build: string): Promise<void> {
  const notebooks = `${ROOT}/notebooks`;
  const names = await chapterNames(notebooks);
  const order = { root: ROOT, notebooks, build, names, chosen: [] };
  const how = { pdf: true, accept: false, tools: await tools(), say: () => {} };
  await madeAnew(() => buildReport({ ...order, ...how }));
}

/** Pages of a built site, by file name. */
export async function pagesOf(site: string): Promise<string[]> {
  const files = await Array.fromAsync(Deno.readDir(site));
  return files.map(({ name }) => name).filter((name) => name.endsWith(".html")).sort();
}
