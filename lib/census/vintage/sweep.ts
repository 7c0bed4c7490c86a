/** Puts a data folder in order after a refresh, and after one that died. */
import { type DataPackage, hasTable, withTables } from "../../data/mod.ts";
import type { TableName } from "../terms/contribution.ts";
import { removeTemporary } from "../transfer/snapshot.ts";
import type { Disk } from "./disk.ts";
import { newResource } from "./resources.ts";

/** Folder in which the next state of a data folder is made. */
export const STAGING = ".refresh";
const CODEBOOK = "README.md";

/**
 * Removes what nothing names: staging, files of tables that the package has left behind, files that a run
 * did not finish. Brings
 * the codebook's tables up to date with the package.
 */
export async function sweep(dir: string, pkg: DataPackage, disk: Disk): Promise<void> {
  await disk.remove(`${dir}/${STAGING}`).catch(() => {});
  await removeTemporary(dir, 0);
  const named = new Set(pkg.resources.map(({ path }) => path));
  for await (const { name, isFile } of Deno.readDir(dir)) {
    const table = name.split(".")[0];
    const isState = /^\w+(\.\d{4}-\d{2}-\d{2}(-\d+)?)?\.(csv|parquet)$/.test(name) &&
      (hasTable(pkg, table) || newResource(table as TableName) !== undefined);
    if (isFile && isState && !named.has(name)) await disk.remove(`${dir}/${name}`).catch(() => {});
  }
  const codebook = await Deno.readTextFile(`${dir}/${CODEBOOK}`).catch(() => undefined);
  if (codebook === undefined) return;
  const next = withTables(codebook, pkg);
  if (next === codebook) return;
  // The figures count already; a codebook that cannot be written now is mended by the next sweep.
  await disk.write(`${dir}/${CODEBOOK}`, new TextEncoder().encode(next)).catch(() => {});
}
