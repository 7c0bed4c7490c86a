/**
 * The same comparison over other years: does a finding stand or fall with the years that were chosen?
 */
import pl from "nodejs-polars";
import { CHINA, MEXICO } from "../codes/mod.ts";
import { type Frame, type Frameish, frameOf, rowOf } from "../frame.ts";
import { comparableYears, type Compared, COMPARED_SCHEMA, comparedPeriods } from "./comparison.ts";
import { shareChanges } from "./share_change.ts";
import { type Standing, suppliersAhead } from "./standing.ts";

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
 * How a supplier and the loser fared in every pair of a first and a last year.
 *
 * @param imports monthly imports of one industry and basis, the world row included.
 * @returns one row for each pair, in order of the first year, then of the last.
 * @throws RangeError as `comparableYears` and `shareChanges` do.
 */
export function standingByYears(
  imports: Frameish<{ month: string }>,
  { from, to, partner = MEXICO, loser = CHINA }: YearPairOptions,
): Frame<YearPair> {
  const pairs = from.toSorted().flatMap((first) => to.toSorted().map((last) => [first, last]));
  return frameOf<YearPair>(
    pairs.map(([first, last]) => {
      const comparison = comparableYears(imports, first, last);
      const changes = shareChanges(imports, comparison);
      const { change: loser_change, vintage, basis } = rowOf(changes, { partner_code: loser });
      return {
        vintage,
        basis,
        ...comparedPeriods(comparison),
        partner_code: partner,
        ...suppliersAhead(changes, partner),
        loser_code: loser,
        loser_change,
      };
    }),
    SCHEMA,
  );
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
