/**
 * Why the average duty rate changed: rates, or other suppliers and goods? An exact decomposition.
 *
 * Weights are midpoints of the two periods (Marshall 1887; Edgeworth 1925), so that the parts have
 * no remainder and turn their sign when the periods are swapped.
 */
import pl from "nodejs-polars";
import { WORLD } from "../codes/mod.ts";
import { type Frame, type Frameish, frameOf, literal, records } from "../frame.ts";
import {
  type Compared,
  COMPARED_SCHEMA,
  comparedPeriods,
  type Comparison,
  sides,
} from "./comparison.ts";
import { DUTY_BASIS, dutySums, remainder } from "./duties.ts";
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
 * @param imports monthly imports for consumption with duties, one industry or `by` industry.
 * @returns `by`, vintage, basis, from_start … to_end, partner_code, from_share, to_share, from_rate,
 * to_rate, contribution, rate_effect, mix_effect, mix_against_average; sorted by `by` and code, the
 * world row (`-`) holding the sums.
 * @throws RangeError as `effectiveDutyRates` and `sides` do.
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
  }));
  const keys = Object.fromEntries(by.map((name) => [name, pl.String]));
  return frameOf(named, { ...keys, ...SCHEMA } as Record<string, pl.DataType>) as Frame<
    DutyRateChange & Record<By, string>
  >;
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
};

/** A supplier, or the remainder, in both periods; the rate is null where it sent nothing. */
export interface DutyCell {
  partner_code: string;
  vintage: string;
  basis: string;
  from_usd: number;
  to_usd: number;
  from_rate: number | null;
  to_rate: number | null;
}

/** Imports of all cells in one of the periods. */
export const usdOf = (cells: DutyCell[], side: "from" | "to"): number =>
  cells.reduce((sum, cell) => sum + cell[`${side}_usd`], 0);

/** Imports and rate of each supplier and of the remainder, within `by`, in both `sides`; sorted. */
export function dutyCells(sided: Frameish<unknown>, by: string[], caller: string): DutyCell[] {
  const group: string[] = [...by, "side"];
  const sums = dutySums(sided, group, [WORLD], caller);
  const rows = pl.concat([
    sums.filter(pl.col("partner_code").neq(literal(WORLD)))
      .select(...group, "partner_code", "value_usd", "duty_usd"),
    remainder(sums, group),
  ]);
  const key: string[] = [...by, "partner_code"];
  const of = (side: string) =>
    rows.filter(pl.col("side").eq(literal(side))).select(
      ...key,
      pl.col("value_usd").cast(pl.Float64).alias(`${side}_usd`),
      pl.col("duty_usd").cast(pl.Float64).alias(`${side}_duty`),
    );
  const usd = (side: string) => pl.col(`${side}_usd`);
  const rate = (side: string) =>
    pl.when(usd(side).gt(literal(0))).then(pl.col(`${side}_duty`).div(usd(side)))
      .otherwise(literal(null)).alias(`${side}_rate`);
  const zeroed = ["from_usd", "to_usd"];
  const cells = of("from").join(of("to"), { on: key, how: "full", coalesce: true })
    .withColumns(...zeroed.map((name) => pl.col(name).fillNull(literal(0)).alias(name)))
    .filter(usd("from").add(usd("to")).gt(literal(0)))
    .withColumns(
      rate("from"),
      rate("to"),
      literal(lastOf(sums, "vintage")).alias("vintage"),
      literal(DUTY_BASIS).alias("basis"),
    ).sort(key);
  return records<DutyCell>(cells as Frame<DutyCell>);
}

const lastOf = (frame: pl.DataFrame, name: string): string =>
  (frame.getColumn(name).toArray() as string[]).sort().at(-1)!;
