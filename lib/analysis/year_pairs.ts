/**
 * The same comparison over other years: does a finding stand or fall with the years that were chosen?
 */
import pl from "nodejs-polars";
import { changesOf } from "../arithmetic/mod.ts";
import { CHINA, MEXICO } from "../codes/mod.ts";
import { type Frame, frameOf, literal, records } from "../frame.ts";
import { comparableYears, type Compared, COMPARED_SCHEMA, comparedPeriods } from "./comparison.ts";
import { withYear } from "./periods.ts";
import { type SupplierShare, supplierShares } from "./shares.ts";
import { type Standing, standingAmong } from "./standing.ts";

export type YearPair = Compared & Standing & {
  vintage: string;
  basis: string;
  partner_code: string;
  /** Change of the share of the other supplier, whose place is in question. */
  loser_code: string;
  loser_change: number;
};

export interface YearPairOptions {
  /** First years, e.g. `["2013", "2014"]`. */
  from: string[];
  /** Last years. */
  to: string[];
  /** Mexico unless told. */
  partner?: string;
  /** China unless told. */
  loser?: string;
}

/**
 * How a supplier and the loser fared in every pair of a first and a last year, over the months that
 * both years have. The shares of each year are taken once.
 *
 * @param imports monthly imports of one industry and basis, the world row included.
 * @returns one row for each pair, in order of the first year, then of the last.
 * @throws RangeError as `comparableYears` and `supplierShares` do; and when the loser is not there.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { keep, readTable } from "../mod.ts";
 * const imports = keep(await readTable("naics3_imports_by_partner_monthly"), { naics: "334" });
 * const pairs = standingByYears(imports, { from: ["2013", "2017"], to: ["2023", "2024"] });
 * assertEquals(pairs.height, 4);
 * ```
 */
export function standingByYears(
  imports: Frame<{ month: string }>,
  { from, to, partner = MEXICO, loser = CHINA }: YearPairOptions,
): Frame<YearPair> {
  const sharesTo = new Map<string, Map<string, SupplierShare[]>>();
  const pairs = from.toSorted().flatMap((first) => to.toSorted().map((last) => [first, last]));
  return frameOf<YearPair>(
    pairs.map(([first, last]) => {
      const comparison = comparableYears(imports, first, last);
      const month = comparison.to.period_end.slice(5);
      if (!sharesTo.has(month)) sharesTo.set(month, sharesByYear(imports, month));
      const [before, after] = [first, last].map((year) => sharesTo.get(month)!.get(year)!);
      const changes = changesOf(before, after);
      const lost = changes.find((row) => row.partner_code === loser);
      if (!lost) throw new RangeError(`standingByYears: supplier ${loser} has no row`);
      const { vintage, basis } = after[0];
      return {
        vintage,
        basis,
        ...comparedPeriods(comparison),
        partner_code: partner,
        ...standingAmong(changes, partner),
        loser_code: loser,
        loser_change: lost.change,
      };
    }),
    SCHEMA,
  );
}

/** Shares by year, over January to a month (`12`: the whole year). */
function sharesByYear(imports: Frame<{ month: string }>, month: string) {
  const part = imports.filter(pl.col("month").str.slice(5, 2).ltEq(literal(month)));
  const shares = supplierShares(withYear(part as Frame<{ month: string }>), {
    by: ["year"],
    denominator: "world",
  });
  return Map.groupBy(records<SupplierShare & { year: string }>(shares), ({ year }) => year);
}

const SCHEMA: Record<keyof YearPair, pl.DataType> = {
  vintage: pl.String,
  basis: pl.String,
  ...COMPARED_SCHEMA,
  partner_code: pl.String,
  change: pl.Float64,
  change_usd: pl.Int64,
  listed: pl.Int64,
  gained: pl.Int64,
  ahead: pl.Int64,
  ahead_usd: pl.Int64,
  loser_code: pl.String,
  loser_change: pl.Float64,
};
