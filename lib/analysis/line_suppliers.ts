/** Who supplied a tariff line, or some of them together, year by year. */
import pl from "nodejs-polars";
import { type Frame, type Frameish, keep, literal, where } from "../frame.ts";
import { importsBySupplier, type LineOfPartner, type OnBasis } from "./import_lines.ts";
import { type SupplierShare, supplierShares } from "./shares.ts";

/** Shares of suppliers, and the calendar year that they are of. */
export type SupplierOfYear = SupplierShare & { year: string };

/**
 * Shares of the suppliers of some lines in each calendar year that the lines cover. A
 * partner from which nothing came on the basis is no supplier.
 *
 * @param lines on one basis, from `onBasis`: a frame or a lazy scan.
 * @returns `year`, then the columns of `supplierShares`: the largest supplier of each year first.
 * @throws RangeError when nothing was imported.
 */
export function suppliersByYear(lines: Frameish<OnBasis<LineOfPartner>>): Frame<SupplierOfYear> {
  const years = (where(lines, pl.col("value_usd").gt(literal(0))) as pl.DataFrame)
    .withColumn(pl.col("period_start").str.slice(0, 4).alias("year")) as typeof lines;
  return supplierShares(importsBySupplier<"year">(years as Frameish<never>, ["year"]), {
    by: ["year"],
    denominator: "world",
  });
}

/**
 * Shares of the suppliers of one line in each calendar year that the lines cover.
 *
 * @param lines on one basis, from `onBasis`.
 * @returns as `suppliersByYear`.
 * @throws RangeError when the line was not imported.
 */
export const suppliersOfLine = (
  lines: Frame<OnBasis<LineOfPartner>>,
  hts10: string,
): Frame<SupplierOfYear> => suppliersByYear(keep(lines, { hts10 }));
