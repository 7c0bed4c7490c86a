/**
 * Which figures of two tables can be compared: those of one state of revision.
 *
 * The Bureau revises the months of past years once a year, with the April statistics in June. Two
 * vintages between one June and the next therefore hold the same figures of a past year; others may
 * differ without a fault in either.
 */
import pl from "nodejs-polars";

/** Month of the annual revision. */
const JUNE = 6;

/** The year of the last annual revision before a vintage: `2026-08-09` → `2026`, `2026-04` → `2025`. */
export function revisionYear(vintage: string): string {
  const [year, month = "12"] = vintage.split("-");
  return String(Number(month) >= JUNE ? Number(year) : Number(year) - 1);
}

/** Sums over whole calendar years, with `year` in place of the two ends of the period. */
export function yearsOf(sums: pl.DataFrame): pl.DataFrame {
  const [start, end] = [pl.col("period_start"), pl.col("period_end")];
  return sums.filter(start.str.contains("-01$").and(end.str.contains("-12$")))
    .withColumn(start.str.slice(0, 4).alias("year")).drop("period_start", "period_end");
}

/**
 * Two sets of yearly sums, cut to the years and keys that both have in one state of revision after the
 * year was over; of several vintages in it the last counts.
 *
 * @param whole columns vintage, year, keys, whole. @param parts the same with `parts`.
 */
export function inOneRevision(
  whole: pl.DataFrame,
  parts: pl.DataFrame,
  keys: string[],
): [pl.DataFrame, pl.DataFrame] {
  const on = ["year", ...keys, "revision"];
  const [a, b] = [whole, parts].map((sums) => lastOfRevision(sums, on));
  const shared = a.join(b.select(...on), { on, how: "inner" }).sort(on)
    .unique({ subset: ["year", ...keys], keep: "last", maintainOrder: true });
  const both = shared.select(...on);
  const cut = (sums: pl.DataFrame) => sums.join(both, { on, how: "inner" }).drop("revision");
  return [cut(a), cut(b)];
}

function lastOfRevision(sums: pl.DataFrame, on: string[]): pl.DataFrame {
  const vintages = sums.getColumn("vintage").toArray() as string[];
  return sums.withColumn(pl.Series("revision", vintages.map(revisionYear), pl.String))
    .filter(pl.col("revision").gt(pl.col("year")))
    .sort(["vintage"]).unique({ subset: on, keep: "last", maintainOrder: true }).drop("vintage");
}
