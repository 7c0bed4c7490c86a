/** The ranking of suppliers, and groups of suppliers beside their members. */
import pl from "nodejs-polars";
import { ranked } from "../arithmetic/mod.ts";
import { type Frame, frameOf, literal, records, requireColumns } from "../frame.ts";
import type { SupplierShare } from "./shares.ts";

/**
 * Rank of each supplier, 1 for the largest, within `by`. The rest (`other`) has no rank; equal
 * values are ordered by partner code, so that the order of rows never matters.
 *
 * @returns the frame without `other`, sorted, with `rank`.
 */
export function rankSuppliers<Row extends { partner_code: string; value_usd: number }>(
  shares: Frame<Row>,
  by: string[],
): Frame<Row & { rank: number }> {
  requireColumns(shares, [...by, "partner_code", "value_usd"], "rankSuppliers");
  const rows = ranked(records(shares), by);
  return frameOf(rows as Record<string, unknown>[], { ...shares.schema, rank: pl.Int64 }) as Frame<
    Row & { rank: number }
  >;
}

/**
 * Adds a group of suppliers as one row, e.g. the USMCA as Canada + Mexico. The members stay: never
 * add the group to them.
 */
export function withGroup<Row extends SupplierShare>(
  shares: Frame<Row>,
  by: string[],
  code: string,
  members: string[],
): Frame<Row> {
  const keep = [...by, "vintage", "basis", "period_start", "period_end", "total_usd"];
  const group = shares.filter(pl.col("partner_code").isIn(members)).groupBy(...keep)
    .agg(pl.col("value_usd").sum(), pl.col("share").sum())
    .withColumn(literal(code).alias("partner_code")).select(...shares.columns);
  return pl.concat([shares, group]).sort([...by, "partner_code"]) as Frame<Row>;
}
