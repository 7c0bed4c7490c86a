/**
 * Why the average duty rate of all goods changed: rates, other suppliers, or other goods? The exact
 * decomposition of `duty_change.ts`, taken one step further.
 */
import pl from "nodejs-polars";
import { ALL_INDUSTRIES, WORLD } from "../codes/mod.ts";
import { type Frame, type Frameish, frameOf, literal, requireColumns, where } from "../frame.ts";
import {
  type Compared,
  COMPARED_SCHEMA,
  comparedPeriods,
  type Comparison,
  sides,
} from "./comparison.ts";
import { type DutyCell, dutyCells, usdOf } from "./duty_change.ts";
import { sumInOrder } from "./mean_change.ts";

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
  const industries = where(imports, pl.col("naics").neq(literal(ALL_INDUSTRIES)));
  const cells = dutyCells(sides(industries, { from, to }), ["naics"], "dutyRateSources");
  const rows = cells.map((cell) => ({
    ...cell,
    from_rate: cell.from_rate ?? cell.to_rate ?? 0,
    to_rate: cell.to_rate ?? cell.from_rate ?? 0,
  }));
  const world = { from: usdOf(rows, "from"), to: usdOf(rows, "to") };
  const dutyOf = (side: "from" | "to") =>
    sumInOrder(rows.map((row) => row[`${side}_usd`] * row[`${side}_rate`]));
  const averageRate = (dutyOf("from") / world.from + dutyOf("to") / world.to) / 2;
  const groups = [...Map.groupBy(rows, (row) => row.partner_code)].sort(([a], [b]) =>
    a < b ? -1 : 1
  );
  const effects = groups.map(([partner_code, group]) => ({
    partner_code,
    ...effectsOf(group, world, averageRate),
  }));
  const sum = (name: keyof Effects) => sumInOrder(effects.map((each) => each[name]));
  const total = {
    partner_code: WORLD,
    total_effect: sum("total_effect"),
    rate_effect: sum("rate_effect"),
    supplier_effect: sum("supplier_effect"),
    goods_effect: sum("goods_effect"),
  };
  const [{ vintage, basis }] = rows;
  const compared = comparedPeriods({ from, to });
  return frameOf<DutyRateSources>(
    [total, ...effects].map((each) => ({ vintage, basis, ...compared, ...each })),
    SCHEMA,
  );
}

type Sides = { from: number; to: number };
type Effects = Pick<
  DutyRateSources,
  "total_effect" | "rate_effect" | "supplier_effect" | "goods_effect"
>;
type Cell = DutyCell & { from_rate: number; to_rate: number };

/** The effects of one supplier, from its cells in all industries. */
function effectsOf(cells: Cell[], world: Sides, averageRate: number): Effects {
  const own = { from: usdOf(cells, "from"), to: usdOf(cells, "to") };
  const m = { from: own.from / world.from, to: own.to / world.to };
  const parts = cells.map((cell) => {
    const v = {
      from: own.from > 0 ? cell.from_usd / own.from : cell.to_usd / own.to,
      to: own.to > 0 ? cell.to_usd / own.to : cell.from_usd / own.from,
    };
    const rate = (cell.from_rate + cell.to_rate) / 2;
    return {
      rate: (m.from * v.from + m.to * v.to) / 2 * (cell.to_rate - cell.from_rate),
      supplier: (rate - averageRate) * (v.from + v.to) / 2 * (m.to - m.from),
      goods: rate * (m.from + m.to) / 2 * (v.to - v.from),
    };
  });
  const rate_effect = sumInOrder(parts.map((part) => part.rate));
  const supplier_effect = sumInOrder(parts.map((part) => part.supplier));
  const goods_effect = sumInOrder(parts.map((part) => part.goods));
  const total_effect = rate_effect + supplier_effect + goods_effect;
  return { total_effect, rate_effect, supplier_effect, goods_effect };
}

const SCHEMA: Record<keyof DutyRateSources, pl.DataType> = {
  vintage: pl.String,
  basis: pl.String,
  ...COMPARED_SCHEMA,
  partner_code: pl.String,
  total_effect: pl.Float64,
  rate_effect: pl.Float64,
  supplier_effect: pl.Float64,
  goods_effect: pl.Float64,
};
