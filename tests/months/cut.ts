/** Published tables cut at a month, in a folder of their own. */
import pl from "nodejs-polars";
import {
  DATA_DIR,
  type DataPackage,
  readPackage,
  readTable,
  type Resource,
  sha256,
} from "../../lib/data/mod.ts";
import type { TableName } from "../../lib/census/terms/contribution.ts";
import { literal } from "../../lib/frame.ts";
import { lastPublished } from "./calendar.ts";

/**
 * Copies data/ into a folder, its monthly tables cut at a month. The tables by period stay as they are:
 * releases and years of lines that were published never go.
 */
export async function writeCut(month: string, folder: string): Promise<void> {
  const pkg = await readPackage();
  const resources = await Promise.all(pkg.resources.map((each) => cut(each, month, folder)));
  const next: DataPackage = { ...pkg, resources };
  await Deno.writeTextFile(`${folder}/datapackage.json`, JSON.stringify(next, null, 2) + "\n");
}

/** Rows of a monthly table as it stood; undefined where all stay. */
function rowsUntil(resource: Resource, month: string): pl.Expr | undefined {
  const table = resource.name as TableName;
  const columns = resource.schema.fields.map(({ name }) => name);
  return columns.includes("month")
    ? pl.col("month").ltEq(literal(lastPublished(table, month)))
    : undefined;
}

async function cut(resource: Resource, month: string, folder: string): Promise<Resource> {
  const kept = rowsUntil(resource, month);
  const all = kept && await readTable(resource.name as TableName, { vintage: "all" });
  const rows = kept && all!.filter(kept);
  if (!rows || rows.height === all!.height) {
    await Deno.copyFile(`${DATA_DIR}/${resource.path}`, `${folder}/${resource.path}`);
    return resource;
  }
  const bytes = new Uint8Array(
    resource.format === "csv" ? rows.writeCSV() : rows.writeParquet({ compression: "zstd" }),
  );
  await Deno.writeFile(`${folder}/${resource.path}`, bytes);
  const vintages = resource.vintages.flatMap((each) => {
    const of = (frame: pl.DataFrame) => frame.filter(pl.col("vintage").eq(literal(each.vintage)));
    const [before, now] = [of(all!), of(rows)];
    if (now.height === before.height) return [each];
    const generated = "cut for a test";
    const cut = {
      title: `${each.title} (${generated})`,
      producer: `${each.producer}, ${generated}`,
    };
    return now.height === 0 ? [] : [{ ...each, ...cut, coverage: coverageOf(now) }];
  });
  return { ...resource, bytes: bytes.length, hash: await sha256(bytes), vintages };
}

function coverageOf(rows: pl.DataFrame): string {
  const months = (rows.getColumn("month").unique().toArray() as string[]).sort();
  return `${months[0]} to ${months.at(-1)}`;
}
