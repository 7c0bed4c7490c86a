/** The tariff lines that the pieces are made of: classed, in one period for each year. */
import pl from "nodejs-polars";
import type { LineClass } from "../../analysis/mod.ts";
import { longest, type Period } from "../../arithmetic/mod.ts";
import { collect, type Frame, type Frameish, lazy, literal, records } from "../../frame.ts";
import type { LineSum } from "./layout.ts";

/**
 * All lines with their class. Of a year that is there in several lengths the longest counts, so that
 * no month is added twice.
 *
 * @param lines `scanTable("import_lines")`.
 * @param classes one row for each line.
 * @returns the columns of LineSum, in no order.
 * @throws RangeError when a line has no class.
 */
export function classedLines(
  lines: Frameish<unknown>,
  classes: Frame<Omit<LineClass, "naics6">>,
): Frame<LineSum> {
  const ends: string[] = ["period_start", "period_end"];
  const periods = collect(lazy(lines).select(...ends).unique(), lines) as Frame<Period>;
  const rows = collect(
    lazy(lines).filter(anyOf(longestOfYears(records(periods))))
      .join(classes.select("hts10", "atp_group", "atp_method").lazy(), {
        on: "hts10",
        how: "left",
      })
      .select(
        ...[...ends, "hts10", "atp_group", "atp_method", "partner_code", "vintage"],
        ...["general_imports_usd", "imports_for_consumption_usd", "duty_usd"],
      ),
    lines,
  );
  if (rows.getColumn("atp_group").nullCount() > 0) {
    throw new RangeError("a line of import_lines has no class in import_line_classes");
  }
  return rows as Frame<LineSum>;
}

/** Of each year the longest part that begins in January. */
export const longestOfYears = (periods: Period[]): Period[] => {
  const parts = periods.filter(({ period_start }) => period_start.endsWith("-01"));
  return [...Map.groupBy(parts, ({ period_start }) => period_start).values()].map(longest);
};

const anyOf = (periods: Period[]): pl.Expr =>
  periods.map(({ period_start, period_end }) =>
    pl.col("period_start").eq(literal(period_start)).and(
      pl.col("period_end").eq(literal(period_end)),
    )
  ).reduce((any, each) => any.or(each), literal(false));
