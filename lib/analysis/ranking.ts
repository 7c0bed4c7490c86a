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
 * @formula Rank of a supplier
 * \operatorname{rank}(p) = 1 + \left|\{\, q : M_q > M_p \,\}\right|
 * @where $M_q$ are imports from each other supplier $q$; 1 is the largest. Equal values are
 * ordered by partner code. The rest has no rank.
 * @assumes listed-suppliers
 * @taught 4, 5
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { CHINA, keep, readTable, rowOf, supplierShares, withYear } from "../mod.ts";
 * const imports = keep(await readTable("naics3_imports_by_partner_monthly"), { naics: "334" });
 * const shares = supplierShares(withYear(imports), { by: ["year"], denominator: "world" });
 * const ranks = rankSuppliers(shares, ["year"]);
 * assertEquals(rowOf(ranks, { year: "2017", partner_code: CHINA }).rank, 1);
 * ```
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
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { CANADA, keep, MEXICO, readTable, rowOf, supplierShares, USMCA, withYear } from "../mod.ts";
 * const imports = keep(await readTable("naics3_imports_by_partner_monthly"), { naics: "334" });
 * const shares = supplierShares(withYear(imports), { by: ["year"], denominator: "world" });
 * const both = withGroup(shares, ["year"], USMCA, [CANADA, MEXICO]);
 * assertEquals(rowOf(both, { year: "2024", partner_code: USMCA }).share < 0.5, true);
 * ```
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
