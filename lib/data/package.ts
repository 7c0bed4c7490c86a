/**
 * The data package: `data/datapackage.json` describes every table (Frictionless Data Package).
 * https://specs.frictionlessdata.io/data-package/
 */
import { DataError, restore } from "./errors.ts";
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

const PACKAGE = "data/datapackage.json";

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
    throw new DataError(PACKAGE, problem, restore(PACKAGE));
  }
}

/**
 * The description of one table.
 *
 * @throws DataError that lists the tables there are, or what the table's entry lacks.
 */
export function findResource(pkg: DataPackage, name: string): Resource {
  const resource = pkg.resources.find((each) => each.name === name);
  if (resource) return complete(resource);
  const known = pkg.resources.map((each) => each.name).join(", ");
  throw new DataError(
    PACKAGE,
    `has no table ${name}`,
    `use one of: ${known}; other tables begin with the first refresh: deno task refresh`,
  );
}

/** What reading a table needs of its entry, and how it is written. */
const NEEDED: [string, (entry: Partial<Resource>) => boolean][] = [
  ["path", ({ path }) => Boolean(path)],
  ['format ("csv" or "parquet")', ({ format }) => format === "csv" || format === "parquet"],
  ["bytes", ({ bytes }) => Number.isInteger(bytes)],
  ['hash ("sha256:…")', ({ hash }) => /^sha256:[0-9a-f]{64}$/.test(hash ?? "")],
  ["vintages (a list, each with its vintage)", ({ vintages }) => hasAll(vintages, "vintage")],
  [
    "schema.fields (a list, each with name and type)",
    ({ schema }) => hasAll(schema?.fields, "name", "type"),
  ],
  ["schema.primaryKey (a list of columns)", ({ schema }) => Boolean(schema?.primaryKey?.length)],
];

const hasAll = (list: object[] | undefined, ...keys: string[]): boolean =>
  Array.isArray(list) && list.length > 0 && list.every((each) => keys.every((key) => key in each));

/** Refuses an entry that lacks what reading its table needs. */
function complete(resource: Resource): Resource {
  const lacking = NEEDED.filter(([, isThere]) => !isThere(resource)).map(([what]) => what);
  if (lacking.length === 0) return resource;
  throw new DataError(
    PACKAGE,
    `the entry of ${resource.name} lacks ${lacking.join(", ")}`,
    "write it as the other entries have it; lib/data/package.ts says what each means",
  );
}

/** Tables that lie in a data folder and that its data package does not describe. */
export async function undescribedTables(pkg: DataPackage, dir: string): Promise<DataError[]> {
  const described = pkg.resources.map(({ path }) => path);
  const names = (await Array.fromAsync(Deno.readDir(dir))).map(({ name }) => name).sort();
  return names.filter((name) => /\.(csv|parquet)$/.test(name) && !described.includes(name)).map(
    (name) =>
      new DataError(
        `data/${name}`,
        "has no entry in datapackage.json: nothing reads or checks it",
        "describe it there, or keep it in another folder",
      ),
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
