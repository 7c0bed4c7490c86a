/**
 * Why the average duty rate changed: rates, or other suppliers and goods? An exact decomposition.
 *
 * Weights are midpoints of the two periods (Bennet 1920, see `mean_change.ts`), so that the parts
 * have no remainder and turn their sign when the periods are swapped. A midpoint divides what happens
 * when rates and shares change together half and half; the two ends between which it lies are given
 * beside it.
 */
import pl from "nodejs-polars";
import { WORLD } from "../codes/mod.ts";
import { type Frame, frameBy, type Frameish } from "../frame.ts";
import {
  type Compared,
  COMPARED_SCHEMA,
  comparedPeriods,
  type Comparison,
  sides,
} from "./comparison.ts";
import { type DutyCell, dutyCells, usdOf } from "./duty_cells.ts";
import { meanChange, meanChangeTotal } from "./mean_change.ts";

export type DutyRateChange = Compared & {
  vintage: string;
  basis: string;
  /** A country, `other`, or the world (`-`): the sum of all rows. */
  partner_code: string;
  from_share: number;
  to_share: number;
  from_rate: number;
  to_rate: number;
  /** What the partner adds to the change of the average rate. */
  contribution: number;
  /** Its own rate changing, at its midpoint share of imports. */
  rate_effect: number;
  /** Its share of imports changing, at its midpoint rate. */
  mix_effect: number;
  /** mix_effect against the average rate: the same sum; below 0 when imports move off a high rate. */
  mix_against_average: number;
  /** The rate effect at the shares of the first period, and at those of the second. */
  rate_at_before: number;
  rate_at_after: number;
  /** The mix effect at the rates of the first period, and at those of the second. */
  mix_at_before: number;
  mix_at_after: number;
  /** Share of the first period × rate of the second: they add to the average rate of the second
   * period as it would be if suppliers had kept their shares. */
  to_rate_at_from_share: number;
};

type Options<By extends string> = Comparison & { by?: By[] };

/**
 * Change of the average effective duty rate, by partner.
 *
 * With m the partner's share of imports and t its rate, R = Σ mₚ tₚ and
 * ΔR = Σ ½(m₀+m₁)Δt (rates) + Σ ½(t₀+t₁)Δm (supplier mix), exactly. A partner's rate also changes
 * with the goods it sends: see `dutyRateSources`. A partner without imports in one period changes
 * the mean by its share alone.
 *
 * The parts at one period's weights pair crosswise: rate_at_before + mix_at_after = rate_at_after +
 * mix_at_before = contribution; each effect is the mean of its two ends.
 *
 * @param imports monthly imports for consumption with duties, one industry or `by` industry.
 * @returns `by`, vintage, basis, from_start … to_end, partner_code, from_share, to_share, from_rate,
 * to_rate, contribution, rate_effect, mix_effect, mix_against_average, rate_at_before, rate_at_after,
 * mix_at_before, mix_at_after, to_rate_at_from_share; sorted by `by` and code, the world row (`-`)
 * holding the sums.
 * @throws RangeError as `effectiveDutyRates` and `sides` do.
 * @formula Why the average duty rate changed: rates, and the mix of suppliers
 * \Delta R = \underbrace{\sum_p \tfrac12 (m_{p,0} + m_{p,1}) \, \Delta t_p}_{\text{rates}} + \underbrace{\sum_p \tfrac12 (t_{p,0} + t_{p,1}) \, \Delta m_p}_{\text{mix}}
 * @formula The ends between which the part of rates lies
 * \sum_p m_{p,0} \, \Delta t_p, \qquad \sum_p m_{p,1} \, \Delta t_p
 * @where $R = \sum_p m_p t_p$ is the average rate, $m_p$ the share of supplier $p$ in imports and
 * $t_p$ its rate, before (0) and after (1), the rest as one supplier; fractions, read in
 * percentage points. A supplier without imports in one period counts with its one rate in both.
 * @reference Bennet, T. L. (1920). The Theory of Measurement of Changes in Cost of Living.
 * *Journal of the Royal Statistical Society* 83(3), 455–462.
 * @assumes joint-effects-halved, calculated-duty, same-months
 * @taught 8
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { comparableYears, keep, readTable, rowOf, WORLD } from "../mod.ts";
 * const imports = keep(await readTable("naics3_imports_by_partner_monthly"), { naics: "334" });
 * const parts = dutyRateChange(imports, comparableYears(imports, "2024", "2025"));
 * assertEquals(rowOf(parts, { partner_code: WORLD }).rate_effect > 0, true);
 * ```
 */
export function dutyRateChange<Row, By extends string = never>(
  imports: Frameish<Row>,
  { from, to, by = [] }: Options<By>,
): Frame<DutyRateChange & Record<By, string>> {
  const cells = dutyCells(sides(imports, { from, to }, by), by, "dutyRateChange");
  const groups = Map.groupBy(
    cells,
    (cell) => by.map((name) => cell[name as keyof DutyCell]).join(),
  );
  const rows = [...groups.values()].flatMap((group) => {
    const world = { from: usdOf(group, "from"), to: usdOf(group, "to") };
    const parts = meanChange(group.map((cell) => ({
      ...cell,
      from_weight: cell.from_usd / world.from,
      to_weight: cell.to_usd / world.to,
      from_level: cell.from_rate,
      to_level: cell.to_rate,
    })));
    return [{ ...parts[0], partner_code: WORLD, ...meanChangeTotal(parts) }, ...parts];
  });
  const compared = comparedPeriods({ from, to });
  const named = rows.map((row) => ({
    ...row,
    ...compared,
    from_share: row.from_weight,
    to_share: row.to_weight,
    from_rate: row.from_level,
    to_rate: row.to_level,
    rate_effect: row.level_midpoint,
    mix_effect: row.weight_midpoint,
    mix_against_average: row.weight_against_mean,
    rate_at_before: row.level_effect,
    rate_at_after: row.level_effect + row.cross_effect,
    mix_at_before: row.weight_effect,
    mix_at_after: row.weight_effect + row.cross_effect,
    to_rate_at_from_share: row.from_weight * row.from_level + row.level_effect,
  }));
  return frameBy<DutyRateChange, By>(named as (DutyRateChange & Record<By, string>)[], by, SCHEMA);
}

const SCHEMA: Record<keyof DutyRateChange, pl.DataType> = {
  vintage: pl.String,
  basis: pl.String,
  ...COMPARED_SCHEMA,
  partner_code: pl.String,
  from_share: pl.Float64,
  to_share: pl.Float64,
  from_rate: pl.Float64,
  to_rate: pl.Float64,
  contribution: pl.Float64,
  rate_effect: pl.Float64,
  mix_effect: pl.Float64,
  mix_against_average: pl.Float64,
  rate_at_before: pl.Float64,
  rate_at_after: pl.Float64,
  mix_at_before: pl.Float64,
  mix_at_after: pl.Float64,
  to_rate_at_from_share: pl.Float64,
};
