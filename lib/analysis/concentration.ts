/**
 * Concentration of suppliers: the Herfindahl–Hirschman index (HHI).
 *
 * Hirschman, A. O. (1945), National Power and the Structure of Foreign Trade; Herfindahl, O. C.
 * (1950), Concentration in the Steel Industry; Hirschman (1964), The Paternity of an Index, American
 * Economic Review 54(5).
 */
import pl from "nodejs-polars";
import { OTHER } from "../codes/mod.ts";
import { type Frame, frameOf, records, requireColumns } from "../frame.ts";
import { sumInOrder } from "./mean_change.ts";
import type { Period } from "./periods.ts";
import type { SupplierShare } from "./shares.ts";

export type Concentration = Period & {
  vintage: string;
  basis: string;
  /** Listed suppliers with imports above zero. */
  suppliers: number;
  /** Share of the suppliers that are not listed one by one. */
  rest_share: number;
  /** HHI at least: the rest is spread evenly over as many countries as there can be. */
  hhi_low: number;
  /** HHI at most: the rest is one country. */
  hhi_high: number;
  /** 1 ÷ HHI: as many equal suppliers would give the same index. */
  equal_suppliers_low: number;
  equal_suppliers_high: number;
};

export interface ConcentrationOptions<By extends string = string> {
  /** Columns within which the index is taken, e.g. `["naics", "year"]`. */
  by: By[];
  /** The most countries that the rest can hold; without it the lower bound adds nothing. */
  unlisted?: number;
}

/**
 * Herfindahl–Hirschman index of supplier shares, with the bounds that the rest leaves.
 *
 * HHI = Σ sᵢ², from 1 ÷ n (n equal suppliers) to 1 (a single one); times 10,000 on the scale of
 * competition authorities. With r the rest's share and m the most countries in it:
 * Σ sᵢ² + r² ÷ m ≤ HHI ≤ Σ sᵢ² + r², because the squares of parts of r add to at most r² (one part)
 * and at least r² ÷ m (m equal parts). The unlisted countries may be larger than listed ones, so that
 * no tighter upper bound is safe.
 *
 * @param shares from `supplierShares`, groups of suppliers left out (blocks count as one supplier).
 * @returns `by`, vintage, basis, period_start, period_end, suppliers, rest_share, hhi_low,
 * hhi_high, equal_suppliers_low, equal_suppliers_high; sorted by `by`.
 * @throws RangeError when shares do not add to one: a group among its members, or a missing rest.
 * @formula Concentration of suppliers
 * H = \sum_p s_p^2
 * @formula Its bounds where suppliers are not listed
 * \sum_p s_p^2 + \frac{s_{\text{rest}}^2}{m} \le H \le \sum_p s_p^2 + s_{\text{rest}}^2
 * @formula Effective suppliers
 * n = \frac{1}{H}
 * @where $s_p$ are the shares of the listed suppliers, $s_{\text{rest}}$ that of the rest and $m$
 * the most countries that it can hold. $H$ runs from $1/n$ for $n$ equal suppliers to 1 for a
 * single one; it is often written times 10,000.
 * @reference Herfindahl, O. C. (1950). *Concentration in the Steel Industry*. Columbia University.
 * @reference Hirschman, A. O. (1945). *National Power and the Structure of Foreign Trade*.
 * University of California Press; (1964). The Paternity of an Index. *American Economic Review*
 * 54(5).
 * @assumes unlisted-spread, listed-suppliers
 * @taught 7, 9
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { keep, readTable, rowOf, sameMonths, supplierShares, withYear } from "../mod.ts";
 * const imports = keep(await readTable("naics3_imports_by_partner_monthly"), { naics: "334" });
 * const years = withYear(sameMonths(imports));
 * const shares = supplierShares(years, { by: ["year"], denominator: "world" });
 * const index = concentration(shares, { by: ["year"] });
 * assertEquals(rowOf(index, { year: "2017" }).hhi_low > rowOf(index, { year: "2024" }).hhi_high, true);
 * ```
 */
export function concentration<By extends string>(
  shares: Frame<SupplierShare & Record<By, string>>,
  { by, unlisted = Infinity }: ConcentrationOptions<By>,
): Frame<Concentration & Record<By, string>> {
  requireColumns(shares, [...by, "partner_code", "share", "vintage", "basis"], "concentration");
  if (!(unlisted >= 1)) throw new RangeError("concentration: `unlisted` counts at least 1 country");
  const rows = records<SupplierShare & Record<By, string>>(
    shares.sort([...by, "period_start", "partner_code"]),
  );
  const groups = Map.groupBy(rows, (row) => by.map((name) => row[name]).join("\n"));
  const indices = [...groups.values()].map((group) => {
    const [first] = group;
    const key = Object.fromEntries(by.map((name) => [name, first[name]]));
    const { vintage, basis, period_start, period_end } = first;
    return { ...key, vintage, basis, period_start, period_end, ...indexOf(group, unlisted) };
  });
  const keys = Object.fromEntries(by.map((name) => [name, shares.schema[name]]));
  return frameOf(indices, { ...keys, ...SCHEMA } as Record<string, pl.DataType>) as Frame<
    Concentration & Record<By, string>
  >;
}

/** What the bounds of two indices allow to say of the second. */
export type Compactness =
  | "more concentrated"
  | "less concentrated"
  | "neither clearly more nor less concentrated";

/**
 * Whether suppliers are more or less concentrated in one period than in another: only where the bounds
 * of the two do not meet. Give it the same months of both.
 *
 * @throws RangeError when the periods are not of the same months: a part of a year is never set against
 * a whole one.
 * @formula When suppliers are more concentrated than before
 * H_1^{\text{low}} > H_0^{\text{high}}
 * @where the lower bound of the later index lies above the upper bound of the earlier one. They
 * are less concentrated where the reverse holds; otherwise the two are not clearly different.
 * @assumes same-months, unlisted-spread
 * @taught 7
 */
export function comparedConcentration(before: Concentration, after: Concentration): Compactness {
  const months = ({ period_start, period_end }: Period) =>
    `${period_start.slice(5)} to ${period_end.slice(5)}`;
  if (months(before) !== months(after)) {
    throw new RangeError(
      `comparedConcentration: months ${months(before)} against ${months(after)}; ` +
        "cut both to the same months (sameMonths)",
    );
  }
  if (after.hhi_low > before.hhi_high) return "more concentrated";
  return after.hhi_high < before.hhi_low
    ? "less concentrated"
    : "neither clearly more nor less concentrated";
}

/** The index and its bounds, summed from the smallest code up: the same on every machine. */
function indexOf(suppliers: SupplierShare[], unlisted: number) {
  const total = sumInOrder(suppliers.map((row) => row.share));
  if (!(Math.abs(total - 1) < 1e-9)) {
    throw new RangeError(
      `concentration: shares add to ${total}, not to 1; ` +
        "is a group among its members, or the rest missing?",
    );
  }
  const listed = suppliers.filter((row) => row.partner_code !== OTHER);
  const rest_share = sumInOrder(
    suppliers.filter((row) => row.partner_code === OTHER).map((row) => row.share),
  );
  const squares = sumInOrder(listed.map((row) => row.share ** 2));
  const hhi_low = squares + rest_share ** 2 / unlisted;
  const hhi_high = squares + rest_share ** 2;
  return {
    suppliers: listed.filter((row) => row.share > 0).length,
    rest_share,
    hhi_low,
    hhi_high,
    equal_suppliers_low: 1 / hhi_high,
    equal_suppliers_high: 1 / hhi_low,
  };
}

const SCHEMA: Record<keyof Concentration, pl.DataType> = {
  vintage: pl.String,
  basis: pl.String,
  period_start: pl.String,
  period_end: pl.String,
  suppliers: pl.Int64,
  rest_share: pl.Float64,
  hhi_low: pl.Float64,
  hhi_high: pl.Float64,
  equal_suppliers_low: pl.Float64,
  equal_suppliers_high: pl.Float64,
};
