/** Months to come of the monthly tables: published rows under later months. */
import pl from "nodejs-polars";
import { readPackage, readTable } from "../../lib/data/mod.ts";
import type { Contribution, Rows, TableName } from "../../lib/census/terms/contribution.ts";
import { MEXICO } from "../../lib/codes/mod.ts";
import { keep, literal } from "../../lib/frame.ts";
import { madeMonths, sourceOf, vintageOf } from "./calendar.ts";

/** States other than the latest from which a table goes on: the one that adds up to the tariff lines. */
const STATE: Partial<Record<TableName, string>> = { agreement_imports_monthly: "2026-04" };

/** What each monthly table of a cut folder gains when a month is the newest. */
export async function extensions(month: string, folder: string): Promise<Contribution[]> {
  const { resources } = await readPackage(folder);
  const monthly = resources.filter(({ schema }) =>
    schema.fields.some(({ name }) => name === "month")
  );
  const found = await Promise.all(monthly.map(async ({ name }) => {
    const table = name as TableName;
    const months = madeMonths(table, month);
    if (months.length === 0) return [];
    const rows = await readTable(table, { dir: folder, vintage: STATE[table] ?? "latest" });
    return [made(table, shiftedRows(rows, months), month)];
  }));
  return [...found.flat(), ...await beforeItsStart(month, folder)];
}

/**
 * Mexico's four-digit industries begin in January 2025, and a check needs a month that they share with
 * the three-digit ones: in data that end before, the last month is divided as January was.
 */
async function beforeItsStart(month: string, folder: string): Promise<Contribution[]> {
  const table = "naics4_imports_monthly", first = "2025-01";
  if (month >= first) return [];
  const industry = pl.col("naics").str.slice(0, 3).alias("industry");
  const mexico = async (dir: string | undefined, month: string, as: string) =>
    keep(await readTable("naics3_imports_by_partner_monthly", { dir }), {
      month,
      partner_code: MEXICO,
    }).select(pl.col("naics").alias("industry"), pl.col("value_usd").cast(pl.Float64).alias(as));
  const rows = keep(await readTable(table), { month: first }).withColumn(industry)
    .join(await mexico(undefined, first, "then"), { on: "industry", how: "inner" })
    .join(await mexico(folder, month, "now"), { on: "industry", how: "inner" });
  const scaled = ["value_usd", "dutiable_usd", "duty_usd"].map((name) =>
    pl.col(name).cast(pl.Float64).mul(pl.col("now")).div(pl.col("then")).floor().cast(pl.Int64)
      .alias(name)
  );
  const before = rows.withColumns(literal(month).alias("month"), ...scaled)
    .drop("vintage", "industry", "then", "now");
  return [made(table, before, month)];
}

/** For each month the rows of the published month that stands for it. */
function shiftedRows(rows: pl.DataFrame, months: string[]): pl.DataFrame {
  const sources = pl.DataFrame({ to: months, month: months.map(sourceOf) });
  return rows.join(sources, { on: "month", how: "inner" }).drop("month", "vintage")
    .rename({ to: "month" });
}

/** Made-up rows of a table with the vintage that says what they are. */
export function made(table: TableName, rows: Rows, month: string): Contribution {
  const vintage = vintageOf(month);
  const title = `Figures until ${month}, generated for a test from published months`;
  const producer = "Generated from figures of the U.S. Census Bureau";
  return {
    table,
    rows,
    vintage: {
      vintage,
      title,
      producer,
      path: "https://www.census.gov/foreign-trade/",
      published: vintage,
      retrieved: vintage,
      carried_by: "tests/months",
      coverage: `generated, until ${month}`,
      citation: `${producer}, ${title}`,
    },
  };
}
