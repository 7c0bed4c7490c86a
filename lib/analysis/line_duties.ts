/** Effective duty rates of some tariff lines together, by supplier and year. */
import pl from "nodejs-polars";
import { DUTY_BASIS, type DutyRate, type DutySum, ratesOf, withWorld } from "../arithmetic/mod.ts";
import {
  collect,
  type Frame,
  frameBy,
  type Frameish,
  lazy,
  literal,
  requireColumns,
} from "../frame.ts";
import { DUTY_SCHEMA } from "./duties.ts";
import type { LineOfPartner } from "./import_lines.ts";

/** A duty rate, and the year that it is of. */
export type DutyOfYear = DutyRate & { year: string };

/**
 * Calculated duty ÷ imports for consumption of some lines, from each supplier and from all, in each year
 * that the lines cover.
 *
 * @param lines of `import_lines` with a column `year`, from `linesBeside`: a frame or a lazy scan.
 * @returns `year`, then the columns of `effectiveDutyRates`, the world (`-`) included; sorted by year and
 * partner.
 */
export function dutiesByYear(lines: Frameish<LineOfPartner>): Frame<DutyOfYear> {
  const keys = ["vintage", "period_start", "period_end", "year", "partner_code"];
  requireColumns(lines, [...keys, `${DUTY_BASIS}_usd`, "duty_usd"], "dutiesByYear");
  const sums = collect(
    lazy(lines).groupBy(keys).agg(
      pl.col(`${DUTY_BASIS}_usd`).sum().alias("value_usd"),
      pl.col("duty_usd").sum(),
    ),
    lines,
  ).withColumn(literal(DUTY_BASIS).alias("basis")).toRecords() as unknown as (DutySum & {
    year: string;
  })[];
  return frameBy<DutyRate, "year">(
    ratesOf(withWorld(sums, ["year"]), { by: ["year"] }),
    ["year"],
    DUTY_SCHEMA,
  );
}
