/** Which periods may stand beside a year. */

/** As `Period` of lib/analysis. */
interface Period {
  period_start: string;
  period_end: string;
}

const isWhole = ({ period_start, period_end }: Period): boolean =>
  period_start.endsWith("-01") && period_end === `${period_start.slice(0, 4)}-12`;

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
  const longest = own.reduce((long, each) => each.period_end > long.period_end ? each : long);
  return isWhole(longest) ? periods.filter(isWhole) : [longest];
}
