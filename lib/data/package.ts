/**
 * The data package: `data/datapackage.json` describes every table (Frictionless Data Package).
 * https://specs.frictionlessdata.io/data-package/
 */
import { DataError, RESTORE } from "./errors.ts";
import { ROOT } from "../root.ts";

export interface Field {
  name: string;
  type: "string" | "integer";
  description: string;
  unit?: string;
  constraints?: { pattern?: string; enum?: string[]; minimum?: number };
}

/** One state in which the publisher gave out the figures of a table. */
export interface Vintage {
  /**
   * When the publisher said so: the date of publication; of what bears none (an interface's answers) the
   * day of retrieval; the month or year where no more was kept. Vintages are ordered by it, as text,
   * and never by retrieval: an old file that is fetched today stays older than last month's figures.
   */
  vintage: string;
  title: string;
  producer: string;
  path: string;
  published: string | null;
  retrieved: string;
  carried_by: string;
  coverage: string;
  citation: string;
  /** The raw files that a refresh retrieved itself, kept verbatim in its cache. No key in a URL. */
  files?: RawFile[];
}

/** A file as the publisher sent it. */
export interface RawFile {
  path: string;
  bytes: number;
  hash: string;
  retrieved: string;
}

export interface Resource {
  /** `tabular-data-resource` for CSV; the standard knows no Parquet. */
  profile?: "tabular-data-resource";
  name: string;
  path: string;
  title: string;
  description: string;
  format: "csv" | "parquet";
  mediatype: string;
  bytes: number;
  hash: string;
  licenses: { name: string; title: string; path: string }[];
  vintages: Vintage[];
  sources: { title: string; path: string }[];
  schema: { fields: Field[]; primaryKey: string[] };
}

export interface DataPackage {
  name: string;
  title: string;
  description: string;
  resources: Resource[];
}

/** The embedded figures: the folder `data/` of this project. */
export const DATA_DIR: string = `${ROOT}/data/`;

/**
 * Reads `datapackage.json` of a data folder.
 *
 * @throws DataError when it is missing or not JSON.
 */
export async function readPackage(dir: string = DATA_DIR): Promise<DataPackage> {
  const path = `${dir}/datapackage.json`;
  try {
    return JSON.parse(await Deno.readTextFile(path));
  } catch (error) {
    const problem = error instanceof Deno.errors.NotFound ? "is missing" : String(error);
    throw new DataError("data/datapackage.json", problem, RESTORE);
  }
}

/** The description of one table. Throws a DataError that lists the tables there are. */
export function findResource(pkg: DataPackage, name: string): Resource {
  const resource = pkg.resources.find((each) => each.name === name);
  if (resource) return resource;
  const known = pkg.resources.map((each) => each.name).join(", ");
  throw new DataError(
    "data/datapackage.json",
    `has no table ${name}`,
    `use one of: ${known}; other tables begin with the first refresh: deno task refresh`,
  );
}

/**
 * True when the data package describes a table. Some tables begin with the first refresh
 * (`deno task refresh`): before that they are not in the data at all, which is not the same as empty.
 */
export function hasTable(pkg: DataPackage, name: string): boolean {
  return pkg.resources.some((resource) => resource.name === name);
}

/** SHA-256 of bytes, as the data package writes it. */
export async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", bytes as BufferSource);
  return "sha256:" + new Uint8Array(digest).toHex();
}
