/**
 * Parts of years: the same months of every year, and what a part-year share tells of the year's.
 */
import pl from "nodejs-polars";
import {
  collect,
  type Frame,
  type Frameish,
  lazy,
  literal,
  records,
  requireColumns,
  where,
} from "../frame.ts";
import { withYear } from "./periods.ts";
import { supplierShares } from "./shares.ts";

/**
 * Every year cut to its months from January to `last`, e.g. `"11"`; the last month of the newest year
 * unless told, so that all years can be compared.
 *
 * @throws RangeError when `last` is not a month of two digits.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { column, readTable } from "../mod.ts";
 * const firstHalves = sameMonths(await readTable("atp_world_monthly"), "06");
 * assertEquals(column(firstHalves, "month").every((month) => month.slice(5) <= "06"), true);
 * ```
 */
export function sameMonths<Row extends { month: string }>(
  imports: Frame<Row>,
  last?: string,
): Frame<Row>;
export function sameMonths(imports: pl.LazyDataFrame, last?: string): pl.LazyDataFrame;
export function sameMonths<Row>(imports: Frameish<Row>, last?: string): Frameish<Row> {
  requireColumns(imports, ["month"], "sameMonths");
  const end = last ??
    String(collect(lazy(imports).select(pl.col("month").max()), imports).getColumn("month").get(0))
      .slice(5);
  if (!/^(0[1-9]|1[0-2])$/.test(end)) {
    throw new RangeError(`sameMonths: ${end} is not a month; write 01 to 12`);
  }
  return where(imports, pl.col("month").str.slice(5, 2).ltEq(literal(end)));
}

export interface PartYearGap {
  year: string;
  partner_code: string;
  /** Share in the first months of the year, and in the whole of it. */
  part_share: number;
  year_share: number;
  /** part_share − year_share: a fraction, read in percentage points. */
  gap: number;
}

/**
 * How far the share of each supplier in the first months of a year lay from its share in the whole
 * year, in every year that is whole. It says how well a part-year stands for its year.
 *
 * @param imports monthly imports of one industry and basis, the world row included.
 * @param last last month of the part, e.g. `"11"`.
 * @returns year, partner_code, part_share, year_share, gap; the largest gap first.
 * @throws RangeError when no year is whole.
 * @formula How far a part of a year stands from its year
 * \delta_p = s_p^{\text{part}} - s_p^{\text{year}}
 * @where the first is the share of supplier $p$ in the first months of a year and the second that
 * in the whole of it; a fraction, read in percentage points.
 * @assumes same-months
 * @taught 5
 */
export function partYearGaps(
  imports: Frame<{ month: string; partner_code: string }>,
  last: string,
): Frame<PartYearGap> {
  const shares = (frame: Frame<{ month: string }>) =>
    supplierShares(withYear(frame), { by: ["year"], denominator: "world" });
  const whole = shares(imports).filter(pl.col("period_end").str.endsWith("-12"));
  if (whole.height === 0) throw new RangeError("partYearGaps: no year is whole");
  const part = shares(sameMonths(imports, last))
    .select("year", "partner_code", pl.col("share").alias("part_share"));
  const on: string[] = ["year", "partner_code"];
  return whole.select("year", "partner_code", pl.col("share").alias("year_share"))
    .join(part, { on, how: "inner" })
    .withColumns(pl.col("part_share").minus(pl.col("year_share")).alias("gap"))
    .withColumn(pl.col("gap").abs().alias("size"))
    .sort({ by: ["size", "year", "partner_code"], descending: [true, false, false] })
    .select("year", "partner_code", "part_share", "year_share", "gap") as Frame<PartYearGap>;
}

/** The largest of these gaps, in either direction: a fraction, read in percentage points. */
export const largestGap = (gaps: Frame<PartYearGap>): number => Math.abs(records(gaps)[0].gap);
