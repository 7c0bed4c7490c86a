/** The data package as a release carries it: each table as Parquet and as CSV, described and licensed. */
import { Buffer } from "node:buffer";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { readPackage, readTable, type Resource, type Tables } from "../../data/mod.ts";

const gzipped = promisify(gzip);

/** A file of an archive, by its name in it. */
export type Entry = [name: string, content: Uint8Array];

/** Files that go along as they are. */
const ALONG = ["README.md", "datapackage.json"];

/**
 * The files of the data package: those of `data/`, byte for byte, so that `datapackage.json` describes
 * them; beside each table the form that it has not there; and the license.
 *
 * @param root the project's folder
 * @throws DataError when a table is not the one that `datapackage.json` describes.
 */
export async function dataPackage(root: string): Promise<Entry[]> {
  const dir = `${root}/data`;
  const { resources } = await readPackage(dir);
  const along = ALONG.map(async (name): Promise<Entry> => [
    name,
    await Deno.readFile(`${dir}/${name}`),
  ]);
  const license: Entry = ["LICENSE.txt", await licenseText(root, resources)];
  const tables: Entry[] = [];
  // One after the other: the largest table takes a few hundred megabytes while it is written.
  for (const resource of resources) tables.push(...await bothForms(resource, dir));
  return [...await Promise.all(along), license, ...tables];
}

/**
 * A table in both forms. Parquet keeps codes as text; CSV is read by everything, base R too. What is a
 * few megabytes as CSV is gzipped.
 */
async function bothForms(resource: Resource, dir: string): Promise<Entry[]> {
  const { name, path, format } = resource;
  const frame = await readTable(name as keyof Tables, { vintage: "all", dir });
  const other: Entry = format === "csv"
    ? [`${name}.parquet`, frame.writeParquet({ compression: "zstd" })]
    : [`${name}.csv.gz`, await gzipped(Buffer.from(frame.writeCSV()))];
  return [[path, await Deno.readFile(`${dir}/${path}`)], other];
}

async function licenseText(root: string, resources: Resource[]): Promise<Uint8Array> {
  const licenses = resources.flatMap((it) => it.licenses).map(({ title, path }) =>
    `${title}: ${path}`
  );
  const own = await Deno.readTextFile(`${root}/LICENSE`);
  const text = `THE FIGURES\n\n${[...new Set(licenses)].join("\n")}\n` +
    `Cite them as U.S. Census Bureau, with the title and vintage that README.md gives.\n\n` +
    `THE DESCRIPTIONS, IN README.md AND datapackage.json\n\n${own}`;
  return new TextEncoder().encode(text);
}
