/** Statistical months: which can have been published, and how a year to date is made of them. */
import { CensusError, NotPublished } from "../transfer/errors.ts";

/** Months of a release lag behind: none is asked for later than two months back. */
const LAG = 2;
/** After this many months a year must be complete. */
const SETTLED = 6;

/** A month, YYYY-MM, some months before a date (UTC). */
export function monthsBefore(date: Date, months: number): string {
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - months, 1))
    .toISOString().slice(0, 7);
}

/** The months of a year that can have been published by a date, in order. */
export function publishableMonths(year: number, now: Date): string[] {
  const last = monthsBefore(now, LAG);
  const months = Array.from({ length: 12 }, (_, index) => monthOf(year, index + 1));
  return months.filter((month) => month <= last);
}

/** `2024`, `3` → `2024-03`. */
export const monthOf = (year: number, month: number): string =>
  `${year}-${String(month).padStart(2, "0")}`;

/** All months from one to another, both included. */
export function monthsBetween(first: string, last: string): string[] {
  const [year, month] = first.split("-").map(Number);
  const found: string[] = [];
  for (let at = month - 1; found.at(-1) !== last && found.length < 1200; at++) {
    found.push(monthOf(year + Math.floor(at / 12), at % 12 + 1));
  }
  return found;
}

/**
 * The months of a year that a source has: from January without a hole. The last ones of a recent
 * year may not be published yet; a year that is long over must be whole.
 *
 * @param begins first year of the source, where it is known.
 * @throws NotPublished when there is no month yet; CensusError when the source begins later, there is a
 * hole, or a month of a settled year is missing.
 */
export function publishedMonths(
  year: number,
  found: Iterable<string>,
  now: Date,
  source: string,
  begins?: number,
): string[] {
  const months = [...new Set(found)].sort();
  const expected = publishableMonths(year, now);
  const isSettled = expected.length === 12 && expected[11] < monthsBefore(now, SETTLED);
  if (months.length === 0) {
    if (begins !== undefined && year < begins) throw beforeStart(source, year, begins);
    throw new NotPublished(
      `${source}: no month of ${year} is published`,
      isSettled
        ? "data/ is unchanged; the source should have that year: try again later"
        : "choose another --year; figures appear about five weeks after their month",
    );
  }
  const missing = expected.filter((month) => !months.includes(month));
  const isHole = missing.some((month) => month < months.at(-1)!);
  if (isHole || (isSettled && missing.length > 0)) {
    throw new CensusError(
      `${source}: ${missing.join(", ")} of ${year} is not there`,
      "data/ is unchanged; try again later",
    );
  }
  return months;
}

/** A year that a source never had. */
export const beforeStart = (source: string, year: number, begins: number): CensusError =>
  new CensusError(
    `${source}: has nothing of ${year}; it begins with ${begins}`,
    `choose --year ${begins} or a later one`,
  );

/** A year to date that ends with a month. */
export const yearToDate = (month: string): { period_start: string; period_end: string } => ({
  period_start: `${month.slice(0, 4)}-01`,
  period_end: month,
});
