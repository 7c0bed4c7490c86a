/** The next state of one table: its rows of all vintages, its file, its description. */
import { Buffer } from "node:buffer";
import pl from "nodejs-polars";
import { type DataPackage, hasTable, readTable, type Resource, sha256 } from "../../data/mod.ts";
import { checkSchema } from "../../data/schema.ts";
import type { Contribution, TableName } from "../terms/contribution.ts";
import { merged } from "./merge.ts";
import { grown, newResource } from "./resources.ts";
import { type RevisionReport, revisionReport } from "./revisions.ts";

const REFRESHED =
  "Vintages that a refresh brought are retrieved from the publisher as `vintages` says, and exact to " +
  "the dollar unless `rounding_usd` says otherwise.";

export interface Change {
  resource: Resource;
  bytes: Uint8Array;
  reports: RevisionReport[];
}

/**
 * Makes the next state of a table from what sources brought. Nothing is written.
 *
 * @returns undefined when every figure is as it was.
 * @throws CensusError when sources disagree, DataError when a row breaks the table's contract.
 */
export async function tableChange(
  dir: string,
  pkg: DataPackage,
  table: TableName,
  own: Contribution[],
  say: (line: string) => void,
): Promise<Change | undefined> {
  const isThere = hasTable(pkg, table);
  const resource = isThere
    ? grown(pkg.resources.find(({ name }) => name === table)!)
    : newResource(table)!;
  const existing = isThere ? await readTable(table, { dir, vintage: "all" }) : undefined;
  const { frame, added, vintages } = merged(own, resource, say, existing);
  if (added.height === 0) return undefined;
  resource.vintages.push(...vintages);
  for (const { title, path } of vintages) {
    const isKnown = resource.sources.some((each) => each.title === title && each.path === path);
    if (!isKnown) resource.sources.push({ title, path });
  }
  if (isThere && !resource.description.includes(REFRESHED)) resource.description += ` ${REFRESHED}`;
  checkSchema(frame, resource);
  const bytes = packed(frame, resource);
  resource.path = await freeName(dir, resource, vintages.at(-1)!.vintage);
  resource.bytes = bytes.length;
  resource.hash = await sha256(bytes);
  const labels = [...new Set(vintages.map((each) => each.vintage))];
  const reports = labels.map((vintage) =>
    revisionReport(table, frame, resource.schema.primaryKey, vintage)
  );
  return { resource, bytes, reports };
}

function packed(frame: pl.DataFrame, { format }: Resource): Uint8Array {
  const buffer: Buffer = format === "csv"
    ? frame.writeCSV()
    : frame.writeParquet({ compression: "zstd" });
  return new Uint8Array(buffer);
}

/** A file name of the table that is not taken: `atp_by_group.2026-11-24.csv`, then `…-2.csv`. */
async function freeName(dir: string, { name, format }: Resource, vintage: string) {
  for (let count = 1;; count++) {
    const path = `${name}.${vintage}${count > 1 ? `-${count}` : ""}.${format}`;
    const isTaken = await Deno.stat(`${dir}/${path}`).then(() => true, () => false);
    if (!isTaken) return path;
  }
}
