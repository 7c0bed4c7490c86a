/** Months that a source gave before and does not give now: their figures stay, and it is said. */
import type pl from "nodejs-polars";

/**
 * Says the months of a year that are known and later than the last one that came. A contribution of one
 * month alone, such as an archive's, says nothing of others.
 *
 * @param before what was known of the table by then. @param rows what came.
 */
export function sayMissingMonths(
  table: string,
  before: pl.DataFrame,
  rows: pl.DataFrame,
  say: (line: string) => void,
): void {
  const column = rows.columns.find((name) => name === "month" || name === "period_end");
  if (!column) return;
  const monthsOf = (frame: pl.DataFrame) =>
    (frame.getColumn(column).unique().toArray() as string[]).sort();
  const came = monthsOf(rows);
  if (column === "month" && came.length === 1) return;
  const lasts = new Map(came.map((month) => [month.slice(0, 4), month]));
  const missing = monthsOf(before).filter((month) => {
    const last = lasts.get(month.slice(0, 4));
    return last !== undefined && month > last;
  });
  if (missing.length === 0) return;
  say(`  ${table}: ${missing.join(", ")} did not come again: the figures in data/ stay`);
}
