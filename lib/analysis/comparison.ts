/**
 * Two periods side by side: which ones can be compared, and a frame cut into them.
 * Trade has seasons, so that only the same months of two years are comparable.
 */
import pl from "nodejs-polars";
import type { Compared } from "../arithmetic/mod.ts";
import { collect, type Frameish, lazy, literal, requireColumns, where } from "../frame.ts";
import type { Period } from "./periods.ts";

/** The periods that a comparison runs between: what was before, what is after. */
export interface Comparison {
  from: Period;
  to: Period;
}

export type { Compared } from "../arithmetic/mod.ts";

/**
 * Two years, cut to the months that both of them have: 2024 and a 2025 that ends in November are
 * compared over January to November.
 *
 * @param frame monthly figures; the months of each year must follow one another from January.
 * @param what the figures are of, for the messages.
 * @throws RangeError when a year is not there (says which are), when both are the same, or when a
 * year has a gap.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { readTable } from "../mod.ts";
 * const imports = await readTable("naics3_imports_by_partner_monthly");
 * const years = comparableYears(imports, "2017", "2024");
 * assertEquals(years.to, { period_start: "2024-01", period_end: "2024-12" });
 * ```
 */
export function comparableYears(
  frame: Frameish<unknown>,
  from: string,
  to: string,
  what = "these figures",
): Comparison {
  requireColumns(frame, ["month"], "comparableYears");
  const months = collect(lazy(frame).select("month").unique(), frame)
    .getColumn("month").sort().toArray() as string[];
  const monthsOf = (year: string) => months.filter((month) => month.startsWith(`${year}-`));
  for (const year of [from, to]) {
    if (!/^\d{4}$/.test(year) || monthsOf(year).length === 0) {
      const known = [...new Set(months.map((month) => month.slice(0, 4)))];
      throw new RangeError(`${what}: no year ${year}; there are: ${known.join(", ")}`);
    }
    if (Number(monthsOf(year).at(-1)!.slice(5)) !== monthsOf(year).length) {
      throw new RangeError(`${what}: ${year} has a gap; months: ${monthsOf(year).join(", ")}`);
    }
  }
  if (from === to) throw new RangeError(`${from} cannot be compared with itself`);
  const last = String(Math.min(monthsOf(from).length, monthsOf(to).length)).padStart(2, "0");
  const period = (year: string) => ({ period_start: `${year}-01`, period_end: `${year}-${last}` });
  return { from: period(from), to: period(to) };
}

/**
 * A year against the year before it, over the months that both have; where the figures end before that
 * year, the newest that they hold takes its place.
 *
 * @param frame monthly figures, as for `comparableYears`.
 * @throws RangeError as `comparableYears` does.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { readTable } from "../mod.ts";
 * const imports = await readTable("naics3_imports_by_partner_monthly");
 * assertEquals(yearOnYear(imports, "2024").from.period_start, "2023-01");
 * ```
 */
export function yearOnYear(frame: Frameish<unknown>, year: string): Comparison {
  requireColumns(frame, ["month"], "yearOnYear");
  const newest = collect(lazy(frame).select(pl.col("month").max()), frame).getColumn("month").get(
    0,
  );
  const taken = [year, String(newest).slice(0, 4)].sort()[0];
  return comparableYears(frame, String(Number(taken) - 1), taken);
}

/**
 * The rows of two periods, labelled in a column `side` as `from` or `to`; all others are left out.
 *
 * @param by columns of which every group must have rows in both periods: an empty period is never a
 * zero.
 * @returns a frame, or a lazy scan of a scan.
 * @throws RangeError when the periods overlap or are not of the same months (a part of a year is never
 * set against a whole one), or when one of them has no row, in whole or in a group.
 */
export function sides(
  frame: Frameish<unknown>,
  { from, to }: Comparison,
  by: string[] = [],
): Frameish<unknown> {
  requireColumns(frame, [...by, "month"], "sides");
  const name = ({ period_start, period_end }: Period) => `${period_start} to ${period_end}`;
  if (from.period_start <= to.period_end && to.period_start <= from.period_end) {
    throw new RangeError(`${name(from)} and ${name(to)} overlap`);
  }
  const months = ({ period_start, period_end }: Period) =>
    `${period_start.slice(5)} to ${period_end.slice(5)}`;
  if (months(from) !== months(to)) {
    throw new RangeError(
      `${name(from)} and ${name(to)} are not the same months; comparableYears gives those`,
    );
  }
  const within = ({ period_start, period_end }: Period) =>
    pl.col("month").gtEq(literal(period_start)).and(pl.col("month").ltEq(literal(period_end)));
  const side = pl.when(within(from)).then(literal("from")).otherwise(literal("to")).alias("side");
  const both = (where(frame, within(from).or(within(to))) as pl.DataFrame).withColumn(side);
  const found = collect(lazy(both).select(...by, "side").unique(), frame);
  for (const [label, period] of Object.entries({ from, to })) {
    const there = found.filter(pl.col("side").eq(literal(label)));
    if (there.height === 0) throw new RangeError(`no figures from ${name(period)}`);
    if (by.length === 0) continue;
    const absent = found.join(there, { on: by, how: "anti" }).sort(by);
    if (absent.height > 0) {
      const group = by.map((column) => `${column} ${absent.getColumn(column).get(0)}`).join(", ");
      throw new RangeError(`no figures from ${name(period)} for ${group}; leave it out`);
    }
  }
  return both;
}

/** The two periods of a comparison as columns of a row. */
export const comparedPeriods = ({ from, to }: Comparison): Compared => ({
  from_start: from.period_start,
  from_end: from.period_end,
  to_start: to.period_start,
  to_end: to.period_end,
});

/** Types of these columns. */
export const COMPARED_SCHEMA: Record<keyof Compared, pl.DataType> = {
  from_start: pl.String,
  from_end: pl.String,
  to_start: pl.String,
  to_end: pl.String,
};
