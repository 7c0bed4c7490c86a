/** Periods: whole years, parts of years, and which of them may stand side by side. */

export interface Period {
  /** First month, YYYY-MM. */
  period_start: string;
  /** Last month, YYYY-MM. */
  period_end: string;
}

/** True for January to December of one year. */
export const isFullYear = ({ period_start, period_end }: Period): boolean =>
  period_start.endsWith("-01") && period_end === `${period_start.slice(0, 4)}-12`;

/** The period that ends last, of some that begin alike. */
export const longest = (periods: Period[]): Period =>
  periods.reduce((long, each) => each.period_end > long.period_end ? each : long);

/**
 * A year's period and those that can be set beside it: a whole year with all whole years; a part of a
 * year, the longest from January on, stands alone.
 *
 * @throws RangeError when nothing begins in January of the year, with the years that there are.
 */
export function periodsBeside(periods: Period[], year: string): Period[] {
  const own = periods.filter(({ period_start, period_end }) =>
    period_start === `${year}-01` && period_end <= `${year}-12`
  );
  if (own.length === 0) {
    const years = [...new Set(periods.map(({ period_start }) => period_start.slice(0, 4)))].sort();
    throw new RangeError(`no imports of ${year}; there are ${years.join(", ")}`);
  }
  const whole = longest(own);
  return isFullYear(whole) ? periods.filter(isFullYear) : [whole];
}
