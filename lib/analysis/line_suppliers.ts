/** Who supplied a tariff line, or some lines together, year by year. */
import pl from "nodejs-polars";
import { IMPORT_BASES } from "../codes/bases.ts";
import { type Frame, keep, literal, requireColumns } from "../frame.ts";
import { importsBySupplier, type LineOfPartner, type OnBasis, onBasis } from "./import_lines.ts";
import { type SupplierShare, supplierShares } from "./shares.ts";

/** A supplier's share, and the year that it is of. */
export type SupplierOfYear = SupplierShare & { year: string };

const year = pl.col("period_start").str.slice(0, 4).alias("year");

/**
 * Shares of the suppliers of a line in each calendar year that the lines cover.
 *
 * @param lines on one basis, from `onBasis`.
 * @returns `year`, then the columns of `supplierShares`: the largest supplier of each year first.
 * @throws RangeError when the line was not imported.
 */
export function suppliersOfLine(
  lines: Frame<OnBasis<LineOfPartner>>,
  hts10: string,
): Frame<SupplierOfYear> {
  const line = keep(lines, { hts10 }).withColumn(year) as typeof lines;
  return supplierShares(importsBySupplier<"year">(line, ["year"]), {
    by: ["year"],
    denominator: "world",
  });
}

/**
 * Shares of the suppliers of some lines together, on both bases. A partner from which nothing came on a
 * basis is no supplier on it.
 *
 * @param lines of which the years may stand side by side, from `linesBeside`.
 * @returns `basis` and `year`, then the columns of `supplierShares`; the largest of each year first.
 * @throws RangeError when nothing was imported.
 */
export function suppliersOnBothBases(lines: Frame<LineOfPartner>): Frame<SupplierOfYear> {
  requireColumns(lines, ["period_start", "partner_code"], "suppliersOnBothBases");
  const held = IMPORT_BASES.map((basis) =>
    onBasis(lines, basis).filter(pl.col("value_usd").gt(literal(0))).withColumn(year)
  ).filter(({ height }) => height > 0) as Frame<OnBasis<LineOfPartner>>[];
  if (held.length === 0) throw new RangeError("suppliersOnBothBases: nothing was imported");
  return pl.concat(
    held.map((on) =>
      supplierShares(importsBySupplier<"year">(on, ["year"]), {
        by: ["year"],
        denominator: "world",
      })
    ),
  ) as Frame<SupplierOfYear>;
}
