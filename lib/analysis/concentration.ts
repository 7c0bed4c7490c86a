/**
 * Concentration of suppliers: the Herfindahl–Hirschman index (HHI).
 *
 * Hirschman, A. O. (1945), National Power and the Structure of Foreign Trade; Herfindahl, O. C.
 * (1950), Concentration in the Steel Industry; Hirschman (1964), The Paternity of an Index, American
 * Economic Review 54(5).
 */
import pl from "nodejs-polars";
import { OTHER } from "../codes/mod.ts";
import { type Frame, literal, requireColumns } from "../frame.ts";
import type { Period } from "./periods.ts";
import type { SupplierShare } from "./shares.ts";

export type Concentration = Period & {
  vintage: string;
  basis: string;
  /** Listed suppliers with imports above zero. */
  suppliers: number;
  /** Share of the suppliers that are not listed one by one. */
  remainder_share: number;
  /** HHI at least: the remainder is spread evenly over as many countries as there can be. */
  hhi_low: number;
  /** HHI at most: the remainder is one country. */
  hhi_high: number;
  /** 1 ÷ HHI: as many equal suppliers would give the same index. */
  equal_suppliers_low: number;
  equal_suppliers_high: number;
};

export interface ConcentrationOptions<By extends string = string> {
  /** Columns within which the index is taken, e.g. `["naics", "year"]`. */
  by: By[];
  /** The most countries that the remainder can hold; without it the lower bound adds nothing. */
  unlisted?: number;
}

/**
 * Herfindahl–Hirschman index of supplier shares, with the bounds that the remainder leaves.
 *
 * HHI = Σ sᵢ², from 1 ÷ n (n equal suppliers) to 1 (a single one); times 10,000 on the scale of
 * competition authorities. With r the remainder's share and m the most countries in it:
 * Σ sᵢ² + r² ÷ m ≤ HHI ≤ Σ sᵢ² + r², because the squares of parts of r add to at most r² (one part)
 * and at least r² ÷ m (m equal parts). The unlisted countries may be larger than listed ones, so that
 * no tighter upper bound is safe.
 *
 * @param shares from `supplierShares`, groups of suppliers left out (blocks count as one supplier).
 * @returns `by`, vintage, basis, period_start, period_end, suppliers, remainder_share, hhi_low,
 * hhi_high, equal_suppliers_low, equal_suppliers_high; sorted by `by`.
 * @throws RangeError when shares do not add to one: a group among its members, or a missing rest.
 */
export function concentration<Row extends SupplierShare, By extends string>(
  shares: Frame<Row>,
  { by, unlisted = Infinity }: ConcentrationOptions<By>,
): Frame<Concentration & Record<By, string>> {
  requireColumns(shares, [...by, "partner_code", "share", "vintage", "basis"], "concentration");
  if (!(unlisted >= 1)) throw new RangeError("concentration: `unlisted` counts at least 1 country");
  const group: string[] = [...by, "vintage", "basis", "period_start", "period_end"];
  const isRest = pl.col("partner_code").eq(literal(OTHER));
  const share = pl.col("share");
  const listed = (value: pl.Expr) => pl.when(isRest).then(literal(0)).otherwise(value);
  const sums = shares.groupBy(...group).agg(
    listed(pl.when(share.gt(literal(0))).then(literal(1)).otherwise(literal(0))).sum()
      .cast(pl.Int64).alias("suppliers"),
    pl.when(isRest).then(share).otherwise(literal(0)).sum().alias("remainder_share"),
    listed(share.mul(share)).sum().alias("listed_hhi"),
    share.sum().alias("total"),
  );
  const off = sums.filter(pl.col("total").sub(literal(1)).abs().gt(literal(1e-9)));
  if (off.height > 0) {
    throw new RangeError(
      `concentration: shares add to ${off.getColumn("total").get(0)}, not to 1; ` +
        "is a group among its members, or the remainder missing?",
    );
  }
  const rest = pl.col("remainder_share").mul(pl.col("remainder_share"));
  const inverse = (name: string) => literal(1).div(pl.col(name));
  return sums.withColumns(
    pl.col("listed_hhi").add(rest.div(literal(unlisted))).alias("hhi_low"),
    pl.col("listed_hhi").add(rest).alias("hhi_high"),
  ).withColumns(
    inverse("hhi_high").alias("equal_suppliers_low"),
    inverse("hhi_low").alias("equal_suppliers_high"),
  ).sort(by.length ? by : ["period_start"]).select(
    ...group,
    ...["suppliers", "remainder_share", "hhi_low", "hhi_high"],
    ...["equal_suppliers_low", "equal_suppliers_high"],
  ) as Frame<Concentration & Record<By, string>>;
}
