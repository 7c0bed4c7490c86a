/** The site as it is built from the committed outputs, in a temporary folder. */
import { buildReport } from "../../lib/publish/build.ts";
import { chapterNames } from "../../lib/publish/chapters/notebook.ts";
import { ROOT, tools } from "../publish/fixtures.ts";

/** Builds everything without executing the chapters again; gives the build folder. */
export async function builtReport({ pdf = true } = {}): Promise<string> {
  const build = `${await Deno.makeTempDir({ prefix: "report-" })}/build`;
  const notebooks = `${ROOT}/notebooks`;
  const names = await chapterNames(notebooks);
  const order = {
    root: ROOT,
    notebooks,
    build,
    names,
    chosen: [],
    pdf,
    accept: false,
    fresh: true,
  };
  await buildReport({ ...order, tools: await tools(), say: () => {} });
  return build;
}

/** Pages of a built site, by file name. */
export async function pagesOf(site: string): Promise<string[]> {
  const files = await Array.fromAsync(Deno.readDir(site));
  return files.map(({ name }) => name).filter((name) => name.endsWith(".html")).sort();
}
