/** A monthly table as it stands when a month is the newest: cut there, or with months to come. */
import pl from "nodejs-polars";
import { readTable, type Tables } from "../../lib/data/mod.ts";
import { MEXICO } from "../../lib/codes/mod.ts";
import { type Frame, keep, literal } from "../../lib/frame.ts";
import { lastPublished, madeMonths, sourceOf } from "./calendar.ts";

type TableName = keyof Tables;

/** States other than the latest from which a table goes on: the one that adds up to the tariff lines. */
const STATE: Partial<Record<TableName, string>> = { agreement_imports_monthly: "2026-04" };

/** Which published rows stay. */
export const isKept = (table: TableName, month: string): pl.Expr =>
  pl.col("month").ltEq(literal(lastPublished(table, month)));

/** Rows that are made, without a vintage; undefined where the table ends before. */
export async function madeRows(
  table: TableName,
  month: string,
): Promise<pl.DataFrame | undefined> {
  if (table === "naics4_imports_monthly" && month < BEGINS) return await beforeItsStart(month);
  const months = madeMonths(table, month);
  if (months.length === 0) return undefined;
  const sources = pl.DataFrame({ to: months, month: months.map(sourceOf) });
  return (await readTable(table, { vintage: STATE[table] ?? "latest" }))
    .join(sources, { on: "month", how: "inner" }).drop("month", "vintage").rename({ to: "month" });
}

/** The latest figures of a monthly table, with those that are made. */
export async function figuresOf<Name extends TableName>(
  table: Name,
  month: string,
): Promise<Frame<Omit<Tables[Name], "vintage">>> {
  const published = (await readTable(table)).filter(isKept(table, month)).drop("vintage");
  const made = await madeRows(table, month);
  return (made ? pl.concat([published, made.select(...published.columns)]) : published) as Frame<
    Omit<Tables[Name], "vintage">
  >;
}

/** First month of Mexico's four-digit industries. */
const BEGINS = "2025-01";

/**
 * Mexico's four-digit industries begin in January 2025, and a check needs a month that they share with
 * the three-digit ones: in data that end before, the last month is divided as January was.
 */
async function beforeItsStart(month: string): Promise<pl.DataFrame> {
  const industries = keep(await readTable("naics3_imports_by_partner_monthly"), {
    partner_code: MEXICO,
  });
  const of = (month: string, as: string) =>
    keep(industries, { month })
      .select(pl.col("naics").alias("industry"), pl.col("value_usd").cast(pl.Float64).alias(as));
  const rows = keep(await readTable("naics4_imports_monthly"), { month: BEGINS })
    .withColumn(pl.col("naics").str.slice(0, 3).alias("industry"))
    .join(of(BEGINS, "then"), { on: "industry", how: "inner" })
    .join(of(month, "now"), { on: "industry", how: "inner" });
  const scaled = ["value_usd", "dutiable_usd", "duty_usd"].map((name) =>
    pl.col(name).cast(pl.Float64).mul(pl.col("now")).div(pl.col("then")).floor().cast(pl.Int64)
      .alias(name)
  );
  return rows.withColumns(literal(month).alias("month"), ...scaled)
    .drop("vintage", "industry", "then", "now");
}
