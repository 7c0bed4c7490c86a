/**
 * What was published later of the same months: imports entered under the agreement, vintage beside
 * vintage, and which months of the table by tariff line still hold.
 *
 * An importer may claim the preference up to a year after the import (19 U.S.C. 1520(d), 19 CFR
 * 182.31), and the Bureau revises: a month counts by product only if its total was not restated.
 */
import pl from "nodejs-polars";
import {
  collect,
  type Frame,
  type Frameish,
  frameOf,
  lazy,
  literal,
  records,
  requireColumns,
} from "../frame.ts";
import type { AgreementImportsRow } from "./preference.ts";

/**
 * Largest difference, as a fraction of the lines' total, by which a later total may depart from it.
 * Chapter 10 checks that it stands clear of the months that hold and of the others.
 */
export const RESTATED_FROM = 0.02;

export interface VintageOfMonth {
  month: string;
  partner_code: string;
  vintage: string;
  /** Entered under the agreement, as that vintage has it. */
  value_usd: number;
  /** Change from the vintage before it, as a fraction; null in the first that holds the month. */
  change: number | null;
}

/**
 * Each month that two vintages or more hold, with what each of them says.
 *
 * @param agreement every vintage: `readTable("agreement_imports_monthly", { vintage: "all" })`.
 * @returns month, partner_code, vintage, value_usd, change; sorted.
 */
export function vintagesOfMonths(agreement: Frame<AgreementImportsRow>): Frame<VintageOfMonth> {
  requireColumns(agreement, ["vintage", "month", "partner_code", "value_usd"], "vintagesOfMonths");
  const rows = records(agreement).sort((a, b) => keyOf(a) < keyOf(b) ? -1 : 1);
  const several = [...Map.groupBy(rows, ({ month, partner_code }) => `${month} ${partner_code}`)]
    .flatMap(([_, held]) => held.length > 1 ? [held] : []);
  return frameOf(
    several.flatMap((held) =>
      held.map(({ month, partner_code, vintage, value_usd }, place) => ({
        ...{ month, partner_code, vintage, value_usd },
        change: place === 0 ? null : value_usd / held[place - 1].value_usd - 1,
      }))
    ),
    {
      month: pl.String,
      partner_code: pl.String,
      vintage: pl.String,
      value_usd: pl.Int64,
      change: pl.Float64,
    },
  );
}

const keyOf = ({ month, partner_code, vintage }: AgreementImportsRow) =>
  `${month} ${partner_code} ${vintage}`;

export interface MonthOfLines {
  month: string;
  partner_code: string;
  /** Of the lines, and of the total that was published last. */
  vintage: string;
  total_vintage: string;
  /** Entered under the agreement: all lines together, and the total. */
  lines_usd: number;
  total_usd: number;
  /** total_usd ÷ lines_usd − 1. */
  difference: number;
  /** The later total departs by more than `tolerance`: the lines of the month are not to be used. */
  restated: boolean;
  /** The total is of a later vintage than the lines: the month was checked by it. */
  checked: boolean;
}

/**
 * Which months of the table by tariff line still hold, by partner: their sum against the total of the
 * same month in its latest vintage.
 *
 * @param lines `scanTable("preference_lines")`.
 * @param totals `readTable("agreement_imports_monthly")`, latest.
 * @returns the columns of MonthOfLines; sorted by partner and month. A month without a total is
 * left out: nothing can be said of it.
 * @formula Whether a month of lines still holds
 * \left|\frac{T}{\sum_l P_l} - 1\right| \le 0.02
 * @where $T$ is the total under the agreement as it was published last and $P_l$ what entered in
 * line $l$, same month and partner, in US dollars; the bar is `RESTATED_FROM`.
 * @assumes restated-months
 * @taught 10
 */
export function monthsOfLines(
  lines: Frameish<{ month: string }>,
  totals: Frame<AgreementImportsRow>,
  { tolerance = RESTATED_FROM }: { tolerance?: number } = {},
): Frame<MonthOfLines> {
  const on: string[] = ["partner_code", "month"];
  requireColumns(lines, [...on, "vintage", "preference_usd"], "monthsOfLines");
  requireColumns(totals, [...on, "vintage", "value_usd"], "monthsOfLines");
  const sums = collect(
    lazy(lines).groupBy([...on, "vintage"])
      .agg(pl.col("preference_usd").sum().alias("lines_usd")),
    lines,
  );
  const published = totals.select(
    ...on,
    pl.col("vintage").alias("total_vintage"),
    pl.col("value_usd").alias("total_usd"),
  );
  const [whole, parts] = ["total_usd", "lines_usd"].map((name) => pl.col(name).cast(pl.Float64));
  return sums.join(published, { on, how: "inner" })
    .withColumn(whole.div(parts).minus(literal(1)).alias("difference"))
    .withColumns(
      pl.col("difference").abs().gt(literal(tolerance)).alias("restated"),
      pl.col("total_vintage").gt(pl.col("vintage")).alias("checked"),
    )
    .sort(on)
    .select(
      ...["month", "partner_code", "vintage", "total_vintage", "lines_usd", "total_usd"],
      ...["difference", "restated", "checked"],
    ) as Frame<MonthOfLines>;
}
