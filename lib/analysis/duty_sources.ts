/**
 * Why the average duty rate of all goods changed: rates, other suppliers, or other goods? The exact
 * decomposition of `duty_change.ts`, taken one step further.
 */
import pl from "nodejs-polars";
import { ALL_INDUSTRIES, WORLD } from "../codes/mod.ts";
import { type Frame, type Frameish, frameOf, literal, requireColumns, where } from "../frame.ts";
import { type Compared, COMPARED_SCHEMA, comparedPeriods } from "./comparison.ts";
import { type Comparison, sides } from "./comparison.ts";
import { type DutyCell, dutyCells, usdOf } from "./duty_cells.ts";
import { sumInOrder } from "./mean_change.ts";

export type DutyRateSources = Compared & {
  vintage: string;
  basis: string;
  partner_code: string;
  /** rate_effect + supplier_effect + goods_effect. */
  total_effect: number;
  /** Rates changing inside each industry and supplier. */
  rate_effect: number;
  /** Suppliers' shares changing, against the average rate: the mean of the two orders below. */
  supplier_effect: number;
  /** The goods (industries) that are imported changing: the mean of the two orders below. */
  goods_effect: number;
  /** The rate effect at the imports of the first period, and at those of the second. */
  rate_at_before: number;
  rate_at_after: number;
  /** Suppliers' shares in all imports, then the goods within each supplier. */
  supplier_suppliers_first: number;
  goods_suppliers_first: number;
  /** Industries' shares in all imports, then the suppliers within each industry. */
  supplier_industries_first: number;
  goods_industries_first: number;
};

/**
 * Change of the average duty rate over all industries, from three sources: rates inside each
 * industry and supplier, shifting suppliers, shifting goods.
 *
 * The share w of supplier p and industry i is m v (m: of the supplier; v: of the industry within it)
 * and also s u (s: of the industry; u: of the supplier within it). With midpoints (bars; Bennet
 * 1920) Δw = v̄ Δm + m̄ Δv = ū Δs + s̄ Δu, so that either way ΔR = Σ w̄Δt + Σ (t̄ − R̄) Δw, exactly. The
 * two ways divide the second sum differently between suppliers (Δm or Δu) and goods (Δv or Δs).
 * Neither is right alone: their mean is taken, as Shapley does (1953, A Value for n-Person Games;
 * Shorrocks 2013, Decomposition Procedures for Distributional Analysis, Journal of Economic Inequality
 * 11(1)), and both are given. The total of a supplier is the same in both.
 *
 * @returns vintage, basis, from_start … to_end, partner_code, total_effect, rate_effect,
 * supplier_effect, goods_effect, rate_at_before, rate_at_after, and the two effects in both orders;
 * sorted by code, the world row (`-`) holding the sums.
 * @throws RangeError as `dutyRateChange` does.
 * @formula The same in three parts: rates, suppliers, goods
 * \Delta R = \sum \bar w \, \Delta t + \sum (\bar t - \bar R) \, \Delta w, \qquad \Delta w = \bar v \, \Delta m + \bar m \, \Delta v = \bar u \, \Delta s + \bar s \, \Delta u
 * @formula What shifting suppliers make, and what shifting goods make
 * \tfrac12 \sum (\bar t - \bar R)(\bar v \, \Delta m + \bar s \, \Delta u), \qquad \tfrac12 \sum (\bar t - \bar R)(\bar m \, \Delta v + \bar u \, \Delta s)
 * @where the sums run over suppliers and industries. $w = m v = s u$ is the part of a supplier in
 * an industry of all imports: $m$ the share of the supplier and $v$ that of the industry within
 * it, $s$ the share of the industry and $u$ that of the supplier within it; $t$ is the rate, $R$
 * the average rate, and a bar is the mean of the two periods.
 * @reference Bennet, T. L. (1920). The Theory of Measurement of Changes in Cost of Living.
 * *Journal of the Royal Statistical Society* 83(3), 455–462.
 * @reference Shapley, L. S. (1953). A Value for n-Person Games. In *Contributions to the Theory of
 * Games II*. Princeton University Press.
 * @reference Shorrocks, A. F. (2013). Decomposition Procedures for Distributional Analysis: A
 * Unified Framework Based on the Shapley Value. *Journal of Economic Inequality* 11(1), 99–126.
 * @assumes mean-of-orders, joint-effects-halved, calculated-duty
 * @taught 8
 */
export function dutyRateSources<Row>(
  imports: Frameish<Row>,
  { from, to }: Comparison,
): Frame<DutyRateSources> {
  requireColumns(imports, ["naics"], "dutyRateSources");
  const industries = where(imports, pl.col("naics").neq(literal(ALL_INDUSTRIES)));
  const cells = dutyCells(sides(industries, { from, to }), ["naics"], "dutyRateSources");
  const rows = (cells as (DutyCell & { naics: string })[]).map((cell) => ({
    ...cell,
    from_rate: cell.from_rate ?? cell.to_rate ?? 0,
    to_rate: cell.to_rate ?? cell.from_rate ?? 0,
  }));
  const world = usd(rows);
  const supplier = sums(rows, (row) => row.partner_code);
  const industry = sums(rows, (row) => row.naics);
  const rateIn = (side: "from" | "to") =>
    sumInOrder(rows.map((row) => row[`${side}_usd`] * row[`${side}_rate`])) / world[side];
  const average = (rateIn("from") + rateIn("to")) / 2;
  const parts = rows.map((row) => ({
    partner_code: row.partner_code,
    ...effectsOf(row, average, {
      world,
      supplier: supplier.get(row.partner_code)!,
      industry: industry.get(row.naics)!,
    }),
  }));
  const codes = [...supplier.keys()].sort();
  const effects = codes.map((partner_code) => ({
    partner_code,
    ...added(parts.filter((part) => part.partner_code === partner_code)),
  }));
  const [{ vintage, basis }] = rows;
  const compared = comparedPeriods({ from, to });
  return frameOf<DutyRateSources>(
    [{ partner_code: WORLD, ...added(effects) }, ...effects]
      .map((each) => ({ vintage, basis, ...compared, ...each })),
    SCHEMA,
  );
}

/** A number in the period before and in that after. */
type Sides = { from: number; to: number };
const EFFECTS = [
  "total_effect",
  "rate_effect",
  "supplier_effect",
  "goods_effect",
  "rate_at_before",
  "rate_at_after",
  "supplier_suppliers_first",
  "goods_suppliers_first",
  "supplier_industries_first",
  "goods_industries_first",
] as const;
type Effects = Pick<DutyRateSources, typeof EFFECTS[number]>;
type Cell = DutyCell & { from_rate: number; to_rate: number };

const usd = (cells: DutyCell[]): Sides => ({ from: usdOf(cells, "from"), to: usdOf(cells, "to") });
const middle = ({ from, to }: Sides): number => (from + to) / 2;
const change = ({ from, to }: Sides): number => to - from;

/** Imports of each group of cells. */
const sums = <Row extends DutyCell>(rows: Row[], of: (row: Row) => string): Map<string, Sides> =>
  new Map([...Map.groupBy(rows, of)].map(([key, group]) => [key, usd(group)]));

/** Part ÷ whole; where the whole is nothing in one period, as in the other. */
function shareOf(part: Sides, whole: Sides): Sides {
  const at = (side: keyof Sides) => part[side] / whole[side];
  return { from: at(whole.from > 0 ? "from" : "to"), to: at(whole.to > 0 ? "to" : "from") };
}

/** The effects of one supplier in one industry. */
function effectsOf(
  cell: Cell,
  average: number,
  { world, supplier, industry }: Record<"world" | "supplier" | "industry", Sides>,
): Effects {
  const own = usd([cell]);
  const rates = { from: cell.from_rate, to: cell.to_rate };
  const against = middle(rates) - average;
  const moved = (share: Sides, at: Sides) => against * middle(at) * change(share);
  const w = shareOf(own, world);
  const [m, v] = [shareOf(supplier, world), shareOf(own, supplier)];
  const [s, u] = [shareOf(industry, world), shareOf(own, industry)];
  const orders = {
    supplier_suppliers_first: moved(m, v),
    goods_suppliers_first: moved(v, m),
    supplier_industries_first: moved(u, s),
    goods_industries_first: moved(s, u),
  };
  const rate_effect = middle(w) * change(rates);
  const supplier_effect = (orders.supplier_suppliers_first + orders.supplier_industries_first) / 2;
  const goods_effect = (orders.goods_suppliers_first + orders.goods_industries_first) / 2;
  return {
    total_effect: rate_effect + supplier_effect + goods_effect,
    rate_effect,
    supplier_effect,
    goods_effect,
    rate_at_before: w.from * change(rates),
    rate_at_after: w.to * change(rates),
    ...orders,
  };
}

/** The effects of several cells together. */
const added = (parts: Effects[]): Effects =>
  Object.fromEntries(
    EFFECTS.map((name) => [name, sumInOrder(parts.map((part) => part[name]))]),
  ) as Effects;

const SCHEMA = {
  vintage: pl.String,
  basis: pl.String,
  ...COMPARED_SCHEMA,
  partner_code: pl.String,
  ...Object.fromEntries(EFFECTS.map((name) => [name, pl.Float64])),
} as Record<keyof DutyRateSources, pl.DataType>;
