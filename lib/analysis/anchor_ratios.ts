/**
 * Anchors: periods for which a value is published beside a monthly series that moves with it. The ratio
 * of the two carries the value to other periods; how well it does is tested on the published ones.
 */
import pl from "nodejs-polars";
import { type Frame, frameOf, records, requireColumns } from "../frame.ts";
import type { MonthlyValue } from "./export_core.ts";
import type { Period } from "./periods.ts";

export interface Anchor extends Period {
  published_usd: number;
  /** Sum of the monthly series over the period. */
  series_usd: number;
  /** published ÷ series. */
  ratio: number;
}

export interface Prediction {
  from_start: string;
  from_end: string;
  to_start: string;
  to_end: string;
  predicted_usd: number;
  published_usd: number;
  /** predicted ÷ published − 1. */
  error: number;
  /** Whether both periods are the same months, of different years. */
  same_months: boolean;
}

/** Months of a period, in order. */
function monthsOf({ period_start, period_end }: Period): string[] {
  const place = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
  const [first, last] = [place(period_start), place(period_end)];
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const at = first + index;
    return `${Math.floor(at / 12)}-${String(at % 12 + 1).padStart(2, "0")}`;
  });
}

/**
 * Sum of a monthly series over a period.
 *
 * @throws RangeError naming the first month that is missing: a gap is never a zero.
 */
export function sumOver(series: Frame<MonthlyValue>, period: Period): number {
  const values = new Map(records(series).map(({ month, value_usd }) => [month, value_usd]));
  return monthsOf(period).reduce((sum, month) => {
    const value = values.get(month);
    if (value === undefined) throw new RangeError(`the monthly series has no ${month}`);
    return sum + value;
  }, 0);
}

/**
 * The anchors of a series: published periods of which the series has every month.
 *
 * @param published one row for each period.
 * @returns period_start, period_end, published_usd, series_usd, ratio; sorted by period.
 * @formula Ratio of an anchor
 * \rho_a = \frac{V_a}{C_a}, \qquad C_a = \sum_{m \in a} c_m
 * @where $V_a$ is the value published for period $a$ and $c_m$ the monthly series that moves with
 * it; the ratio has no unit.
 * @assumes export-core
 * @taught 3
 */
export function anchorRatios(
  published: Frame<Period & { value_usd: number }>,
  series: Frame<MonthlyValue>,
): Frame<Anchor> {
  requireColumns(published, ["period_start", "period_end", "value_usd"], "anchorRatios");
  const there = new Set(records(series).map(({ month }) => month));
  const rows = records(published)
    .filter((row) => monthsOf(row).every((month) => there.has(month)))
    .map(({ period_start, period_end, value_usd }) => {
      const series_usd = sumOver(series, { period_start, period_end });
      const ratio = value_usd / series_usd;
      return { period_start, period_end, published_usd: value_usd, series_usd, ratio };
    });
  return frameOf<Anchor>(rows, {
    period_start: pl.String,
    period_end: pl.String,
    published_usd: pl.Int64,
    series_usd: pl.Int64,
    ratio: pl.Float64,
  }).sort(["period_start", "period_end"]);
}

/**
 * The method out of sample: each anchor's ratio predicts the published value of every other anchor
 * with which it has no month in common.
 *
 * @returns one row for each pair, sorted: from_*, to_*, predicted_usd, published_usd, error,
 * same_months; no row when fewer than two periods lie apart.
 * @formula Error out of sample
 * \varepsilon_{a \to b} = \frac{\rho_a C_b}{V_b} - 1
 * @where $\rho_a$ is the ratio of one period, $C_b$ the sum of the series over another that shares
 * no month with it, and $V_b$ what is published there; a fraction of the published value.
 * @taught 3
 */
export function predictions(anchors: Frame<Anchor>): Frame<Prediction> {
  const rows = records(anchors);
  const apart = (a: Period, b: Period) =>
    a.period_end < b.period_start || b.period_end < a.period_start;
  const months = ({ period_start, period_end }: Period) =>
    period_start.slice(5) + period_end.slice(5);
  const pairs = rows.flatMap((from) =>
    rows.filter((to) => apart(from, to)).map((to) => ({
      from_start: from.period_start,
      from_end: from.period_end,
      to_start: to.period_start,
      to_end: to.period_end,
      predicted_usd: Math.round(from.ratio * to.series_usd),
      published_usd: to.published_usd,
      error: from.ratio * to.series_usd / to.published_usd - 1,
      same_months: months(from) === months(to),
    }))
  );
  return frameOf<Prediction>(pairs, {
    from_start: pl.String,
    from_end: pl.String,
    to_start: pl.String,
    to_end: pl.String,
    predicted_usd: pl.Int64,
    published_usd: pl.Int64,
    error: pl.Float64,
    same_months: pl.Bool,
  });
}

/** The largest error of a set of predictions, without its sign: a fraction. */
export function largestError(tested: Frame<Prediction>): number {
  if (tested.height === 0) throw new RangeError("largestError: no prediction was tested");
  return Math.max(...records(tested).map(({ error }) => Math.abs(error)));
}
