/** Effective duty rates of some tariff lines together, by supplier and year. */
import pl from "nodejs-polars";
import { dutiesOfYears, type DutyOfYear, type DutySum } from "../arithmetic/duties_by_year.ts";
import { collect, type Frame, type Frameish, frameOf, lazy, requireColumns } from "../frame.ts";
import type { LineOfPartner } from "./import_lines.ts";

export type { DutyOfYear };

/**
 * Calculated duty ÷ imports for consumption of some lines, from each supplier and from all, in each year
 * that the lines cover.
 *
 * @param lines of `import_lines` with a column `year`, from `linesBeside`: a frame or a lazy scan.
 * @returns the columns of DutyOfYear, values in US dollars, the world (`-`) included; sorted by year and
 * partner.
 */
export function dutiesByYear(
  lines: Frameish<LineOfPartner>,
): Frame<DutyOfYear> {
  const keys = ["vintage", "period_start", "period_end", "year", "partner_code"];
  requireColumns(lines, [...keys, "imports_for_consumption_usd", "duty_usd"], "dutiesByYear");
  const sums = collect(
    lazy(lines).groupBy(keys).agg(
      pl.col("imports_for_consumption_usd").sum().alias("value_usd"),
      pl.col("duty_usd").sum(),
    ),
    lines,
  );
  return frameOf(dutiesOfYears(sums.toRecords() as unknown as DutySum[]), SCHEMA);
}

const SCHEMA: Record<keyof DutyOfYear, pl.DataType> = {
  vintage: pl.String,
  basis: pl.String,
  period_start: pl.String,
  period_end: pl.String,
  year: pl.String,
  partner_code: pl.String,
  value_usd: pl.Int64,
  duty_usd: pl.Int64,
  rate: pl.Float64,
};
