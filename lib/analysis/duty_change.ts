/**
 * Why the average duty rate changed: rates, or other suppliers and goods? An exact decomposition.
 *
 * Weights are midpoints of the two periods (Marshall 1887; Edgeworth 1925), so that the parts have
 * no remainder and turn their sign when the periods are swapped.
 */
import pl from "nodejs-polars";
import { WORLD } from "../codes/mod.ts";
import { type Frame, type Frameish, literal } from "../frame.ts";
import { type Compared, comparedColumns, type Comparison, sides } from "./comparison.ts";
import { DUTY_BASIS, dutySums, remainder } from "./duties.ts";
import { meanChangeParts } from "./mean_change.ts";

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
  const parts = meanChangeParts(
    dutyCells(sides(imports, { from, to }, by), by, "dutyRateChange"),
    by,
  );
  const sum = (name: string) => pl.col(name).sum();
  const mean = (side: string) =>
    pl.col(`${side}_weight`).mul(pl.col(`${side}_level`)).sum().alias(`${side}_level`);
  const names = ["contribution", "level_midpoint", "weight_midpoint", "weight_against_mean"];
  const total = parts.withColumn(literal(WORLD).alias("partner_code")).groupBy(
    ...[...by, "partner_code", "vintage", "basis"],
  ).agg(sum("from_weight"), sum("to_weight"), mean("from"), mean("to"), ...names.map(sum));
  return pl.concat([total, parts.select(...total.columns)]).sort([...by, "partner_code"]).select(
    ...[...by, "vintage", "basis"],
    ...comparedColumns({ from, to }),
    "partner_code",
    pl.col("from_weight").alias("from_share"),
    pl.col("to_weight").alias("to_share"),
    pl.col("from_level").alias("from_rate"),
    pl.col("to_level").alias("to_rate"),
    "contribution",
    pl.col("level_midpoint").alias("rate_effect"),
    pl.col("weight_midpoint").alias("mix_effect"),
    pl.col("weight_against_mean").alias("mix_against_average"),
  ) as Frame<DutyRateChange & Record<By, string>>;
}

/**
 * Imports, share within `by` and duty rate of each supplier and of the remainder, in both `sides`:
 * `by`, partner_code, vintage, basis, from_usd, from_weight, from_level, to_usd, to_weight, to_level.
 */
export function dutyCells(
  sided: pl.LazyDataFrame,
  by: string[],
  caller: string,
): pl.DataFrame {
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
  const zeroed = ["from_usd", "from_duty", "to_usd", "to_duty"];
  const usd = (side: string) => pl.col(`${side}_usd`);
  const weight = (side: string) => {
    const total = usd(side).sum();
    return usd(side).div(by.length ? total.over(...by as [string]) : total).alias(`${side}_weight`);
  };
  const rate = (side: string) =>
    pl.when(usd(side).gt(literal(0))).then(pl.col(`${side}_duty`).div(usd(side)))
      .otherwise(literal(null)).alias(`${side}_level`);
  return of("from").join(of("to"), { on: key, how: "full", coalesce: true })
    .withColumns(...zeroed.map((name) => pl.col(name).fillNull(literal(0)).alias(name)))
    .filter(usd("from").add(usd("to")).gt(literal(0)))
    .withColumns(
      ...["from", "to"].flatMap((side) => [weight(side), rate(side)]),
      literal(sums.getColumn("vintage").max() as unknown as string).alias("vintage"),
      literal(DUTY_BASIS).alias("basis"),
    )
    .withColumns(
      pl.col("from_level").fillNull(pl.col("to_level")).alias("from_level"),
      pl.col("to_level").fillNull(pl.col("from_level")).alias("to_level"),
    );
}
