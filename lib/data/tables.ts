/**
 * The tables of the data package as typed polars frames. `data/README.md` is the codebook.
 * `readTable` opens a table and checks its bytes, its hash, its schema and its keys; `scanTable` opens
 * a large Parquet table lazily, so that only the rows and columns that are asked for are read.
 */
import { Buffer } from "node:buffer";
import pl from "nodejs-polars";
import { collect, type Frame, lazy, literal } from "../frame.ts";
import { DataError, restore } from "./errors.ts";
import { DATA_DIR, findResource, readPackage, type Resource, sha256 } from "./package.ts";
import type { Tables } from "./rows.ts";
import { checkColumns, checkSchema, columnTypes } from "./schema.ts";

export interface ReadOptions {
  /**
   * `latest` (the default) keeps for each key the last figure published, whenever it was retrieved
   * (`Vintage.vintage` says what orders them); a date, e.g. `2025-04-04`, the last figure published by
   * then; `all` keeps every vintage.
   */
  vintage?: string;
  /** Another data folder, for tests and for figures kept elsewhere. */
  dir?: string;
}

/**
 * Opens a table of the data package.
 *
 * @returns a polars frame with the columns of `Tables[name]`, values in whole US dollars.
 * @throws DataError when the file is missing, its bytes or hash differ from the data package, its
 * schema is broken, or nothing was published by the vintage asked for.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const monthly = await readTable("atp_world_monthly");
 * const then = await readTable("atp_world_monthly", { vintage: "2025-04-04" });
 * assertEquals(then.height < monthly.height, true);
 * ```
 */
export async function readTable<Name extends keyof Tables>(
  name: Name,
  { vintage = "latest", dir = DATA_DIR }: ReadOptions = {},
): Promise<Frame<Tables[Name]>> {
  const resource = findResource(await readPackage(dir), name);
  const frame = parse(await readChecked(dir, resource), resource);
  checkOnce(frame, resource);
  return collect(asOf(lazy(frame), resource, vintage), frame);
}

/**
 * Opens a Parquet table lazily: `import_lines`, `preference_lines`. Bytes, hash and columns are
 * checked; the constraints of every row are `deno task verify`'s.
 *
 * @returns a lazy scan with the columns of `Tables[name]`, values in whole US dollars.
 * @throws DataError as `readTable` does; and when the table is a CSV, which is read whole.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const lines = await scanTable("import_lines");
 * assertEquals(lines.columns.includes("hts10"), true);
 * ```
 */
export async function scanTable(
  name: keyof Tables,
  { vintage = "latest", dir = DATA_DIR }: ReadOptions = {},
): Promise<pl.LazyDataFrame> {
  const resource = findResource(await readPackage(dir), name);
  if (resource.format !== "parquet") {
    throw new DataError(`data/${resource.path}`, "is no Parquet file", `use readTable("${name}")`);
  }
  await readChecked(dir, resource);
  const scan = pl.scanParquet(`${dir}/${resource.path}`);
  checkColumns(collect(scan.head(0), scan), resource);
  return asOf(scan, resource, vintage);
}

/** What a table was found to keep: its entry in the data package, which has the hash of its bytes. */
const kept = new Set<string>();

/** The same bytes under the same entry keep their contract the second time too. */
function checkOnce(frame: pl.DataFrame, resource: Resource): void {
  const entry = JSON.stringify(resource);
  if (kept.has(entry)) return;
  checkSchema(frame, resource);
  kept.add(entry);
}

async function readChecked(dir: string, resource: Resource): Promise<Uint8Array> {
  const file = `data/${resource.path}`;
  const bytes = await Deno.readFile(`${dir}/${resource.path}`).catch(() => {
    throw new DataError(file, "is missing", restore(file));
  });
  const hash = await sha256(bytes);
  if (bytes.length !== resource.bytes || hash !== resource.hash) {
    throw new DataError(
      file,
      `differs from datapackage.json: expected ${resource.bytes} bytes, ${resource.hash}; ` +
        `found ${bytes.length} bytes, ${hash}`,
      restore(file),
    );
  }
  return bytes;
}

function parse(bytes: Uint8Array, resource: Resource): pl.DataFrame {
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return resource.format === "csv"
      ? pl.readCSV(buffer, { dtypes: columnTypes(resource) })
      : pl.readParquet(buffer);
  } catch (error) {
    const file = `data/${resource.path}`;
    throw new DataError(file, `cannot be read: ${error}`, restore(file));
  }
}

/** A column of no table. */
const PLACE = "place of the vintage";

/** For each key the last figure published by then: what a reader knew on that day. */
function asOf(figures: pl.LazyDataFrame, resource: Resource, vintage: string): pl.LazyDataFrame {
  const known = resource.vintages.map((each) => each.vintage).sort();
  if (vintage === "all") return figures;
  if (vintage !== "latest" && vintage < known[0]) {
    throw new DataError(
      `data/${resource.path}`,
      `has no vintage as early as ${vintage}`,
      `use latest, all, or one of: ${known.join(", ")}`,
    );
  }
  const published = vintage === "latest"
    ? figures
    : figures.filter(pl.col("vintage").ltEq(literal(vintage)));
  if (known.length === 1) return published;
  const key = resource.schema.primaryKey.filter((name) => name !== "vintage");
  // By place among the vintages: the largest number is found several times as fast as the last text.
  const dated = published.withColumn(pl.col("vintage").rank("dense").alias(PLACE));
  return dated.filter(pl.col(PLACE).eq(pl.col(PLACE).max().over(...key as [string]))).drop(PLACE);
}
