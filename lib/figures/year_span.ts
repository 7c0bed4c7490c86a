/**
 * Which years of a figure may be compared in words. A part of a year is never set against a whole one:
 * where every year is cut to the same months they are all alike, else only the whole years are.
 */
import { periodName, shortPeriodName } from "../format.ts";

interface Row {
  year: string;
  period_start: string;
  period_end: string;
}

export interface YearSpan {
  /** The first and the last year that can be compared; the same where there is but one. */
  first: string;
  last: string;
  /** How the two are written, e.g. `2013`, `January–November 2025`. */
  names: [string, string];
  /** The last year of the figure where it has fewer months than the others: dotted, and named by them. */
  part: { year: string; name: string; short: string } | null;
  /** The time of the whole figure, for its subtitle. */
  words: string;
}

const monthsOf = (row: Row): string => `${row.period_start.slice(5)} ${row.period_end.slice(5)}`;

/** @param rows at least one, any number for each year. */
export function yearSpan(rows: Row[]): YearSpan {
  const byYear = new Map(
    rows.toSorted((a, b) => a.year < b.year ? -1 : 1).map((row) => [
      row.year,
      row,
    ]),
  );
  const years = [...byYear.values()];
  const end = years.at(-1)!;
  const alike = years.filter((row) => monthsOf(row) === monthsOf(end));
  const whole = years.filter((row) => monthsOf(row) === "01 12");
  const compared = alike.length > 1 || whole.length === 0 ? alike : whole;
  const name = (row: Row) => periodName(row.period_start, row.period_end);
  const [first, last] = [compared[0], compared.at(-1)!];
  const part = last === end ? null : {
    year: end.year,
    name: name(end),
    short: shortPeriodName(end.period_start, end.period_end),
  };
  const all = first === last
    ? name(first)
    : monthsOf(end) === "01 12" || part
    ? `${first.year}–${last.year}`
    : `${name(last).replace(` ${last.year}`, "")} of ${first.year} to ${last.year}`;
  return {
    first: first.year,
    last: last.year,
    names: [name(first), name(last)],
    part,
    words: part ? `${all} and ${part.name}` : all,
  };
}

/** The period of each year of an axis in words: `2024`, `January–November 2025`. */
export function yearNames(rows: Row[]): (year: number) => string {
  const names = new Map(
    rows.map((row) => [Number(row.year), periodName(row.period_start, row.period_end)]),
  );
  return (year) => names.get(year)!;
}
