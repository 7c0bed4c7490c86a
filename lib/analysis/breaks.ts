/**
 * Breaks of a monthly series: in which months did its level change? Found from the figures alone.
 *
 * Least-squares piecewise-constant segmentation by dynamic programming: Bai, J., and Perron, P.
 * (1998), Estimating and Testing Linear Models with Multiple Structural Changes, Econometrica 66(1);
 * (2003), Computation and Analysis of Multiple Structural Change Models, J. Applied Econometrics 18.
 *
 * It is a segmentation, not a test: a break comes without a confidence interval, a stretch has a
 * least length and breaks a greatest number, and the last stretch is as short as the figures end.
 * `break_sensitivity.ts` shows how the months move with the least length.
 */
import pl from "nodejs-polars";
import { type Frame, frameOf, records, requireColumns } from "../frame.ts";
import type { Period } from "./periods.ts";
import { segmentStarts } from "./segmentation.ts";

/** A stretch of months at one level. */
export type Segment = Period & {
  /** 1 for the first stretch. */
  segment: number;
  months: number;
  /** Mean of the series over the stretch. */
  level: number;
};

export interface Break {
  /** The first month of the new level. */
  month: string;
  level_before: number;
  level_after: number;
  /** level_after − level_before. */
  change: number;
  /** Lengths of the stretches before and after. */
  months_before: number;
  months_after: number;
}

export interface BreakOptions {
  /** Column that holds the series, e.g. `rate`. */
  value: string;
  /** Fewest months of a stretch; 2 unless told, so that one odd month is no level of its own. */
  shortest?: number;
  /** Most breaks that are looked for; 10 unless told. */
  most?: number;
}

/**
 * The stretches of constant level into which a monthly series falls.
 *
 * For each number of breaks the one segmentation with the least sum of squared residuals (RSS) is
 * found exactly; the number of breaks m is the one with the least LWZ criterion
 * ln(RSS ÷ (n − p)) + 0.299 p (ln n)^2.1 ÷ n, p = 2m + 1 (Liu, J., Wu, S., and Zidek, J. V. (1997),
 * On Segmented Multivariate Regression, Statistica Sinica 7), which Bai and Perron advise where
 * residuals are correlated from month to month. Scaling or shifting the series moves no break.
 *
 * A stretch is a mean: a level that climbs for months is drawn as steps.
 *
 * @param series one row for each month, with `month` and the column named by `value`.
 * @returns segment, period_start, period_end, months, level; in order. One row when nothing breaks.
 * @throws RangeError when a month is missing, doubled or empty, or the series is too short.
 * @formula Levels of a series: the best division for each number of breaks
 * \operatorname{RSS}_m = \min_{\tau_1 < \dots < \tau_m} \sum_{j=0}^{m} \; \sum_{k = \tau_j}^{\tau_{j+1} - 1} (y_k - \bar y_j)^2, \qquad \tau_{j+1} - \tau_j \ge h
 * @formula The number of breaks is that with the least penalized fit
 * \operatorname{LWZ}(m) = \ln \frac{\operatorname{RSS}_m}{n - p} + 0.299 \, p \, \frac{(\ln n)^{2.1}}{n}, \qquad p = 2m + 1
 * @where $y_k$ is the series in month $k$ of $n$, $\tau_j$ the first month of stretch $j$, $\bar
 * y_j$ its mean, $h$ the least number of months of a stretch (2 unless told), and $m$ the number
 * of breaks, at most 10 unless told. Levels have the unit of the series. It is a segmentation, not
 * a test.
 * @reference Bai, J., and Perron, P. (1998). Estimating and Testing Linear Models with Multiple
 * Structural Changes. *Econometrica* 66(1), 47–78.
 * @reference Bai, J., and Perron, P. (2003). Computation and Analysis of Multiple Structural
 * Change Models. *Journal of Applied Econometrics* 18(1), 1–22.
 * @reference Liu, J., Wu, S., and Zidek, J. V. (1997). On Segmented Multivariate Regression.
 * *Statistica Sinica* 7, 497–525.
 * @assumes levels-and-stretches
 * @taught 8, 9
 */
export function levelSegments(
  series: Frame<unknown>,
  { value, shortest = 2, most = 10 }: BreakOptions,
): Frame<Segment> {
  requireColumns(series, ["month", value], "levelSegments");
  if (!(shortest >= 1 && Number.isInteger(shortest))) {
    throw new RangeError(`levelSegments: a stretch has at least 1 month, not ${shortest}`);
  }
  const sorted = series.sort("month");
  const months = sorted.getColumn("month").toArray() as string[];
  const values = sorted.getColumn(value).cast(pl.Float64).toArray() as (number | null)[];
  checkMonths(months, values);
  if (months.length < 2 * shortest) {
    throw new RangeError(`levelSegments: ${months.length} months are too few to look for a break`);
  }
  const starts = segmentStarts(values as number[], shortest, most);
  const rows = starts.map((start, index) => {
    const end = starts[index + 1] ?? months.length;
    const stretch = values.slice(start, end) as number[];
    return {
      segment: index + 1,
      period_start: months[start],
      period_end: months[end - 1],
      months: end - start,
      level: stretch.reduce((sum, each) => sum + each, 0) / stretch.length,
    };
  });
  return frameOf<Segment>(rows, {
    segment: pl.Int64,
    period_start: pl.String,
    period_end: pl.String,
    months: pl.Int64,
    level: pl.Float64,
  });
}

/**
 * The breaks of a monthly series: where one stretch of `levelSegments` ends and the next begins.
 *
 * @returns month, level_before, level_after, change, months_before, months_after; in order, no row
 * when nothing breaks.
 * @throws RangeError as `levelSegments` does.
 * @formula Change of level at a break
 * \bar y_{j+1} - \bar y_j
 * @where $\bar y_j$ is the mean of the stretch that ends before the break and the other that of
 * the stretch that begins with it, in the unit of the series.
 * @assumes levels-and-stretches
 * @taught 8
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { effectiveDutyRates, keep, readTable, WORLD } from "../mod.ts";
 * const imports = keep(await readTable("naics3_imports_by_partner_monthly"), { naics: "334" });
 * const rates = keep(effectiveDutyRates(imports, { by: ["month"] }), { partner_code: WORLD });
 * const breaks = levelBreaks(rates, { value: "rate" });
 * assertEquals(breaks.height > 0, true);
 * ```
 */
export function levelBreaks(series: Frame<unknown>, options: BreakOptions): Frame<Break> {
  const segments = records(levelSegments(series, options));
  const rows = segments.slice(1).map((after, index) => ({
    month: after.period_start,
    level_before: segments[index].level,
    level_after: after.level,
    change: after.level - segments[index].level,
    months_before: segments[index].months,
    months_after: after.months,
  }));
  return frameOf<Break>(rows, BREAK_SCHEMA);
}

/** Types of the columns of a break. */
export const BREAK_SCHEMA: Record<keyof Break, pl.DataType> = {
  month: pl.String,
  level_before: pl.Float64,
  level_after: pl.Float64,
  change: pl.Float64,
  months_before: pl.Int64,
  months_after: pl.Int64,
};

/** A break has a date only if every month is there, once, with a figure. */
function checkMonths(months: string[], values: (number | null)[]): void {
  const ordinal = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
  for (const [index, month] of months.entries()) {
    const value = values[index];
    if (value === null || !Number.isFinite(value)) {
      throw new RangeError(`levelSegments: ${month} has no figure`);
    }
    const step = index === 0 ? 1 : ordinal(month) - ordinal(months[index - 1]);
    if (step === 0) throw new RangeError(`levelSegments: ${month} is there twice; give one series`);
    if (step !== 1) throw new RangeError(`levelSegments: months before ${month} are missing`);
  }
}
