/** Periods: which months a frame covers, and the longest part of a year that it holds. */
import pl from "nodejs-polars";
import { isFullYear, type Period } from "../arithmetic/mod.ts";
import { type Frame, type Frameish, literal, records, requireColumns } from "../frame.ts";

export { isFullYear, type Period } from "../arithmetic/mod.ts";

/**
 * Rows whose month lies within a period, both ends included.
 *
 * @throws RangeError when no row does: an empty period is never a zero.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { readTable } from "../mod.ts";
 * const quarter = withinMonths(await readTable("atp_world_monthly"), "2024-01", "2024-03");
 * assertEquals(quarter.getColumn("month").nUnique(), 3);
 * ```
 */
export function withinMonths<Row extends { month: string }>(
  frame: Frame<Row>,
  start: string,
  end: string,
): Frame<Row> {
  requireColumns(frame, ["month"], "withinMonths");
  const month = pl.col("month");
  const within = frame.filter(month.gtEq(literal(start)).and(month.ltEq(literal(end))));
  if (within.height === 0) throw new RangeError(`no figures from ${start} to ${end}`);
  return within as Frame<Row>;
}

/**
 * The frame, or the lazy scan, with a column `year` (text) taken from `month`.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { readTable } from "../mod.ts";
 * const monthly = withYear(await readTable("atp_world_monthly"));
 * assertEquals(monthly.columns.includes("year"), true);
 * ```
 */
export function withYear<Row extends { month: string }>(
  frame: Frame<Row>,
): Frame<Row & { year: string }>;
export function withYear(frame: pl.LazyDataFrame): pl.LazyDataFrame;
export function withYear<Row>(frame: Frameish<Row>): Frameish<Row & { year: string }> {
  requireColumns(frame, ["month"], "withYear");
  return (frame as pl.DataFrame).withColumn(pl.col("month").str.slice(0, 4).alias("year"));
}

/**
 * Rows of exactly one period. Throws a RangeError that lists the periods there are.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { readTable } from "../mod.ts";
 * const groups = await readTable("atp_by_group");
 * const quarter = ofPeriod(groups, { period_start: "2024-01", period_end: "2024-03" });
 * assertEquals(periodsOf(quarter).length, 1);
 * ```
 */
export function ofPeriod<Row extends Period>(frame: Frame<Row>, period: Period): Frame<Row> {
  const rows = frame.filter(
    pl.col("period_start").eq(literal(period.period_start))
      .and(pl.col("period_end").eq(literal(period.period_end))),
  );
  if (rows.height > 0) return rows as Frame<Row>;
  const known = periodsOf(frame).map((each) => `${each.period_start} to ${each.period_end}`);
  throw new RangeError(
    `no figures for ${period.period_start} to ${period.period_end}; there are: ${known.join("; ")}`,
  );
}

/** The distinct periods of a frame, in order. */
export function periodsOf(frame: Frame<Period>): Period[] {
  const ends: string[] = ["period_start", "period_end"];
  return records<Period>(frame.select(...ends).unique().sort(ends));
}

/**
 * The longest period that starts in January of a year: the full year where the frame has it.
 *
 * @throws RangeError when the frame holds nothing of the year from January on.
 */
export function longestPartOfYear(frame: Frame<Period>, year: number): Period {
  const parts = periodsOf(frame).filter((period) =>
    period.period_start === `${year}-01` && period.period_end <= `${year}-12`
  );
  const longest = parts.at(-1);
  if (!longest) throw new RangeError(`no figures that start in January ${year}`);
  return longest;
}

/**
 * The published parts of years: periods that begin in January and end before December of their year.
 * They have different lengths, so that only those of the same months can be compared.
 */
export function partsOfYears(frame: Frame<Period>): Period[] {
  return periodsOf(frame).filter((period) =>
    period.period_start.endsWith("-01") && period.period_end > period.period_start &&
    period.period_end.slice(0, 4) === period.period_start.slice(0, 4) && !isFullYear(period)
  );
}

/** The same months, some years later (or earlier, with a negative number). */
export function shiftYears({ period_start, period_end }: Period, years: number): Period {
  const shift = (month: string) => `${Number(month.slice(0, 4)) + years}${month.slice(4)}`;
  return { period_start: shift(period_start), period_end: shift(period_end) };
}

/**
 * The longest part of a year of which the same months are there for the next year too: two parts that can
 * be set side by side.
 *
 * @returns undefined when no part of the year has its like.
 */
export function longestPairOfParts(
  frame: Frame<Period>,
  year: number,
): [Period, Period] | undefined {
  const pairs = partsOfYears(frame).filter((part) => part.period_start === `${year}-01`)
    .map((part) => [part, samePartNextYear(frame, part)] as const);
  return pairs.findLast((pair): pair is [Period, Period] => pair[1] !== undefined);
}

/**
 * The parts of years that can be set side by side: of every two years that follow each other the longest
 * part that both have, in order.
 */
export function comparableParts(frame: Frame<Period>): Period[] {
  const parts = partsOfYears(frame);
  const years = new Set(parts.map((part) => Number(part.period_start.slice(0, 4))));
  const pairs = [...years].flatMap((year) => longestPairOfParts(frame, year) ?? []);
  return parts.filter((part) => pairs.some((each) => isSame(each, part)));
}

const isSame = (a: Period, b: Period): boolean =>
  a.period_start === b.period_start && a.period_end === b.period_end;

/** The same months one year later, where the frame holds them; otherwise undefined. */
export function samePartNextYear(frame: Frame<Period>, period: Period): Period | undefined {
  const next = shiftYears(period, 1);
  return periodsOf(frame).find((each) => isSame(each, next));
}
