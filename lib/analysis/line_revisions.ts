/** What a revision moved: imports of the same goods from the same suppliers in two vintages. */
import pl from "nodejs-polars";
import { type Frame, isCountryCode, requireColumns } from "../frame.ts";

interface OfSupplier {
  vintage: string;
  basis: string;
  partner_code: string;
  value_usd: number;
}

export interface SupplierRevision {
  older_vintage: string;
  newer_vintage: string;
  basis: string;
  partner_code: string;
  older_usd: number;
  newer_usd: number;
  /** newer_usd − older_usd, US dollars. */
  change_usd: number;
}

/**
 * Revision of imports by supplier between two vintages, the largest change first.
 *
 * @param older and newer: the same selection of goods, basis and period; suppliers that one of them
 * does not list as a country are left out.
 * @throws RangeError when the bases differ or no supplier is in both.
 */
export function supplierRevisions(
  older: Frame<OfSupplier>,
  newer: Frame<OfSupplier>,
): Frame<SupplierRevision> {
  const columns = ["vintage", "basis", "partner_code", "value_usd"];
  requireColumns(older, columns, "supplierRevisions");
  requireColumns(newer, columns, "supplierRevisions");
  const sums = (frame: pl.DataFrame, name: string) =>
    frame.groupBy(["partner_code"]).agg(
      pl.col("value_usd").sum().alias(`${name}_usd`),
      pl.col("vintage").max().alias(`${name}_vintage`),
      pl.col("basis").max().alias(`${name}_basis`),
    );
  const both = sums(older, "older").join(sums(newer, "newer"), { on: "partner_code", how: "inner" })
    .filter(isCountryCode);
  if (both.height === 0) throw new RangeError("supplierRevisions: no supplier is in both vintages");
  if (both.filter(pl.col("older_basis").neq(pl.col("newer_basis"))).height > 0) {
    throw new RangeError(
      "supplierRevisions: general imports and imports for consumption are mixed",
    );
  }
  const change = pl.col("newer_usd").minus(pl.col("older_usd"));
  return both.withColumns(
    change.alias("change_usd"),
    change.abs().alias("size"),
    pl.col("older_basis").alias("basis"),
  ).sort({ by: ["size", "partner_code"], descending: [true, false] }).select(
    ...["older_vintage", "newer_vintage", "basis", "partner_code"],
    ...["older_usd", "newer_usd", "change_usd"],
  ) as Frame<SupplierRevision>;
}
