/** Tables of a made data folder, each vintage of which says that it was cut or generated. */
import pl from "nodejs-polars";
import {
  DATA_DIR,
  readTable,
  type Resource,
  sha256,
  type Tables,
  type Vintage,
} from "../../lib/data/mod.ts";
import { literal } from "../../lib/frame.ts";
import { vintageOf } from "./calendar.ts";

/**
 * Writes a table into a folder and describes it.
 *
 * @param resource the published table.
 * @param kept which of its rows stay; all unless given.
 * @param made rows to add, without a vintage.
 */
export async function writeTable(
  resource: Resource,
  folder: string,
  month: string,
  { kept, made }: { kept?: pl.Expr; made?: pl.DataFrame },
): Promise<Resource> {
  const all = kept || made
    ? await readTable(resource.name as keyof Tables, { vintage: "all" })
    : undefined;
  const rest = all && kept ? all.filter(kept) : all;
  if (!all || !rest || (rest.height === all.height && !made)) {
    await Deno.copyFile(`${DATA_DIR}/${resource.path}`, `${folder}/${resource.path}`);
    return resource;
  }
  const dated = made?.withColumn(literal(vintageOf(month)).alias("vintage"));
  const rows = (dated ? pl.concat([rest, dated.select(...all.columns)]) : rest)
    .sort(resource.schema.primaryKey);
  const bytes = new Uint8Array(
    resource.format === "csv" ? rows.writeCSV() : rows.writeParquet({ compression: "zstd" }),
  );
  await Deno.writeFile(`${folder}/${resource.path}`, bytes);
  const vintages = [
    ...resource.vintages.flatMap((each) => cutVintage(each, all, rest)),
    ...dated ? [madeVintage(month, dated)] : [],
  ];
  return { ...resource, bytes: bytes.length, hash: await sha256(bytes), vintages };
}

/** A published vintage, less what is cut; none where nothing is left. */
function cutVintage(vintage: Vintage, all: pl.DataFrame, rest: pl.DataFrame): Vintage[] {
  const [before, now] = [all, rest]
    .map((frame) => frame.filter(pl.col("vintage").eq(literal(vintage.vintage))));
  if (now.height === before.height) return [vintage];
  const how = "cut for a test";
  const [title, producer] = [`${vintage.title} (${how})`, `${vintage.producer}, ${how}`];
  return now.height === 0 ? [] : [{ ...vintage, title, producer, coverage: coverageOf(now) }];
}

function madeVintage(month: string, rows: pl.DataFrame): Vintage {
  const vintage = vintageOf(month);
  const title = `Figures until ${month}, generated for a test from published months`;
  const producer = "Generated from figures of the U.S. Census Bureau";
  return {
    vintage,
    title,
    producer,
    path: "https://www.census.gov/foreign-trade/",
    published: vintage,
    retrieved: vintage,
    carried_by: "tests/months",
    coverage: coverageOf(rows),
    citation: `${producer}, ${title}`,
  };
}

function coverageOf(rows: pl.DataFrame): string {
  const months = ["month", "period_start", "period_end"].filter((name) =>
    rows.columns.includes(name)
  )
    .flatMap((name) => rows.getColumn(name).unique().toArray() as string[]).sort();
  return `${months[0]} to ${months.at(-1)}`;
}
