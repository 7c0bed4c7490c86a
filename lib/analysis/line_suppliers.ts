/** Who supplied one tariff line, year by year. */
import pl from "nodejs-polars";
import { type Frame, keep } from "../frame.ts";
import { importsBySupplier, type LineOfPartner, type OnBasis } from "./import_lines.ts";
import { type SupplierShare, supplierShares } from "./shares.ts";

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
): Frame<SupplierShare & { year: string }> {
  const line = keep(lines, { hts10 })
    .withColumn(pl.col("period_start").str.slice(0, 4).alias("year")) as typeof lines;
  return supplierShares(importsBySupplier<"year">(line, ["year"]), {
    by: ["year"],
    denominator: "world",
  });
}
