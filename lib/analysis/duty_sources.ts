/**
 * Why the average duty rate of all goods changed: rates, other suppliers, or other goods? The exact
 * decomposition of `duty_change.ts`, taken one step further.
 */
import pl from "nodejs-polars";
import { ALL_INDUSTRIES, WORLD } from "../codes/mod.ts";
import { type Frame, type Frameish, lazy, literal, requireColumns } from "../frame.ts";
import { type Compared, comparedColumns, type Comparison, sides } from "./comparison.ts";
import { dutyCells } from "./duty_change.ts";

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
  const cells = dutyCells(sides(industries, { from, to }), ["naics"], "dutyRateSources");
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
