/** Tariff lines by the first digits of their code, and of the years that can stand side by side. */
import pl from "nodejs-polars";
import { type Period, periodsBeside } from "../arithmetic/mod.ts";
import {
  collect,
  type Frame,
  type Frameish,
  lazy,
  literal,
  requireColumns,
  where,
} from "../frame.ts";
import { requireCode } from "../given.ts";
import type { AtpLine, LineClass, LineOfPartner } from "./import_lines.ts";

/** Whether a line's code begins with some digits. */
export const isUnder = (code: string): pl.Expr =>
  pl.col("hts10").str.slice(0, code.length).eq(literal(code));

/**
 * The lines whose code begins with some digits, with their ATP group and method, as `atpLines` gives them:
 * `linesUnder(lines, classes, "8471")`.
 *
 * @param lines a frame or a lazy scan of all lines; only what is kept is collected.
 * @param classes one row for each line.
 * @param code the first 2, 4, 6, 8 or all 10 digits, without dots.
 * @returns the columns of `lines`, then atp_group (`00` where a line is not advanced technology) and
 * atp_method; sorted by period, line and partner.
 * @throws RangeError when nothing is imported under the code.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { readTable, scanTable } from "../mod.ts";
 * const [lines, classes] = [await scanTable("import_lines"), await readTable("import_line_classes")];
 * const computers = linesUnder(lines, classes, "8471");
 * assertEquals(computers.columns.includes("hts10"), true);
 * ```
 */
export function linesUnder<Row extends LineOfPartner>(
  lines: Frameish<Row>,
  classes: Frame<Omit<LineClass, "naics6">>,
  code: string,
): Frame<Row & AtpLine> {
  requireCode(code, "an HTS code");
  requireColumns(lines, ["hts10", "partner_code", "period_start"], "linesUnder");
  requireColumns(classes, ["hts10", "atp_group", "atp_method"], "linesUnder");
  const kept = collect(lazy(where(lines, isUnder(code))).select(...lines.columns), lines)
    .join(classes.select("hts10", "atp_group", "atp_method"), { on: "hts10", how: "inner" });
  if (kept.height === 0) throw new RangeError(`linesUnder: nothing is imported under ${code}`);
  return kept.sort(["period_start", "hts10", "partner_code"]) as Frame<Row & AtpLine>;
}

/**
 * Lines of a year and of the years that can be set beside it: whole years beside a whole one; a part of a
 * year, the longest there is, stands alone.
 *
 * @param lines a frame, or a lazy scan such as `await scanTable("import_lines")`.
 * @returns the lines in the same form, with a column `year`.
 * @throws RangeError when the year is not there, with those that are.
 */
export function linesBeside<Row extends Period>(
  lines: Frame<Row>,
  year: string,
): Frame<Row & { year: string }>;
export function linesBeside(lines: pl.LazyDataFrame, year: string): pl.LazyDataFrame;
export function linesBeside<Row extends Period>(
  lines: Frameish<Row>,
  year: string,
): Frameish<unknown> {
  requireCode(year, "a year");
  requireColumns(lines, ["period_start", "period_end"], "linesBeside");
  const [start, end] = ["period_start", "period_end"].map((name) => pl.col(name));
  const periods = collect(lazy(lines).select(start, end).unique(), lines).toRecords();
  const kept = periodsBeside(periods as unknown as Period[], year)
    .map(({ period_start, period_end }) =>
      start.eq(literal(period_start)).and(end.eq(literal(period_end)))
    ).reduce((any, each) => any.or(each));
  return (where(lines, kept) as pl.DataFrame).withColumn(start.str.slice(0, 4).alias("year"));
}
