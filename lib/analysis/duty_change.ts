/**
 * Why the average duty rate changed: rates, or other suppliers and goods? An exact decomposition.
 *
 * Weights are midpoints of the two periods (Marshall 1887; Edgeworth 1925), so that the parts have
 * no remainder and turn their sign when the periods are swapped.
 */
import pl from "nodejs-polars";
import { ALL_INDUSTRIES, WORLD } from "../codes/mod.ts";
import { type Frame, type Frameish, lazy, literal, requireColumns } from "../frame.ts";
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

export type DutyRateSources = Compared & {
  vintage: string;
  basis: string;
  partner_code: string;
  /** rate_effect + supplier_effect + goods_effect. */
  total_effect: number;
  /** Rates changing inside each industry and supplier. */
  rate_effect: number;
  /** Suppliers' shares changing, against the average rate. */
  supplier_effect: number;
  /** The goods (industries) that each supplier sends changing. */
  goods_effect: number;
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
  const parts = meanChangeParts(dutyCells(imports, { from, to }, by, "dutyRateChange"), by);
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
 * Change of the average duty rate over all industries, from three sources: rates inside each
 * industry and supplier, shifting suppliers, shifting goods.
 *
 * With w = mₚ vᵢₚ the share of supplier p and industry i (v: the goods inside a supplier),
 * Δw = v̄ Δm + m̄ Δv, so that ΔR = Σ w̄Δt + Σ t̄ v̄ Δm + Σ t̄ m̄ Δv, exactly; bars are midpoints. The
 * supplier effect of each partner is taken against the average rate; the sum is the same.
 *
 * @returns vintage, basis, from_start … to_end, partner_code, total_effect, rate_effect,
 * supplier_effect, goods_effect; sorted by code, the world row (`-`) holding the sums.
 * @throws RangeError as `dutyRateChange` does.
 */
export function dutyRateSources<Row>(
  imports: Frameish<Row>,
  { from, to }: Comparison,
): Frame<DutyRateSources> {
  requireColumns(imports, ["naics"], "dutyRateSources");
  const industries = lazy(imports).filter(pl.col("naics").neq(literal(ALL_INDUSTRIES)));
  const cells = dutyCells(industries, { from, to }, ["naics"], "dutyRateSources");
  const partner = pl.col("partner_code");
  const m = (side: string) => pl.col(`${side}_partner`);
  const v = (side: string) => pl.col(`${side}_goods`);
  const middle = (part: (side: string) => pl.Expr) =>
    part("from").add(part("to")).mul(literal(0.5));
  const change = (part: (side: string) => pl.Expr) => part("to").sub(part("from"));
  const t = (side: string) => pl.col(`${side}_level`);
  const w = (side: string) => pl.col(`${side}_weight`);
  const goods = (side: string) =>
    pl.when(m(side).gt(literal(0))).then(w(side).div(m(side))).otherwise(literal(null))
      .alias(`${side}_goods`);
  const ofAll = (side: string) =>
    pl.col(`${side}_usd`).div(pl.col(`${side}_usd`).sum()).alias(`${side}_weight`);
  const byPartner = cells.withColumns(ofAll("from"), ofAll("to"))
    .withColumns(
      ...["from", "to"].map((side) => w(side).sum().over(partner).alias(`${side}_partner`)),
    )
    .withColumns(goods("from"), goods("to"))
    .withColumns(
      v("from").fillNull(v("to")).alias("from_goods"),
      v("to").fillNull(v("from")).alias("to_goods"),
    )
    .withColumn(middle((side) => w(side).mul(t(side)).sum()).alias("mean_rate"))
    .withColumns(
      middle(w).mul(change(t)).alias("rate_effect"),
      middle(t).mul(middle(v)).mul(change(m)).alias("supplier_effect"),
      middle(t).mul(middle(m)).mul(change(v)).alias("goods_effect"),
      v("to").mul(pl.col("mean_rate")).mul(change(m)).alias("at_mean"),
    )
    .groupBy("partner_code", "vintage", "basis").agg(
      pl.col("rate_effect").sum(),
      pl.col("supplier_effect").sum().sub(pl.col("at_mean").sum()).alias("supplier_effect"),
      pl.col("goods_effect").sum(),
    );
  const effects = ["rate_effect", "supplier_effect", "goods_effect"];
  const total = byPartner.withColumn(literal(WORLD).alias("partner_code"))
    .groupBy("partner_code", "vintage", "basis").agg(...effects.map((name) => pl.col(name).sum()));
  return pl.concat([total, byPartner.select(...total.columns)]).sort("partner_code").select(
    ...["vintage", "basis"],
    ...comparedColumns({ from, to }),
    "partner_code",
    effects.map((name) => pl.col(name)).reduce((a, b) => a.add(b)).alias("total_effect"),
    ...effects,
  ) as Frame<DutyRateSources>;
}

/**
 * Imports, share within `by` and duty rate of each supplier and of the remainder, in both periods:
 * `by`, partner_code, vintage, basis, from_usd, from_weight, from_level, to_usd, to_weight, to_level.
 */
function dutyCells(
  imports: Frameish<unknown>,
  comparison: Comparison,
  by: string[],
  caller: string,
): pl.DataFrame {
  const sided: string[] = [...by, "side"];
  const sums = dutySums(sides(imports, comparison), sided, [WORLD], caller);
  const rows = pl.concat([
    sums.filter(pl.col("partner_code").neq(literal(WORLD)))
      .select(...sided, "partner_code", "value_usd", "duty_usd"),
    remainder(sums, sided),
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
