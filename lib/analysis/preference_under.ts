/** What part of some tariff lines from Mexico and Canada enters under the USMCA, month by month. */
import pl from "nodejs-polars";
import { collect, type Frame, type Frameish, lazy, literal, requireColumns } from "../frame.ts";
import { requireCode } from "../given.ts";
import { isUnder } from "./lines_under.ts";
import type { AgreementImportsRow } from "./preference.ts";
import type { ClassPreference, PreferenceLineRow } from "./preference_by_class.ts";
import { monthsOfLines } from "./restatement.ts";

/**
 * Preference shares of the lines under an HTS code by month, as `preferenceByClass` gives those of a class.
 *
 * @param lines `scanTable("preference_lines")`, or a frame of its columns.
 * @param totals `readTable("agreement_imports_monthly")`: what tells restated months (`monthsOfLines`).
 * @param code the first 2, 4, 6, 8 or all 10 digits, without dots.
 * @returns the columns of ClassPreference, classification `hts`, for Canada and Mexico; every month, also
 * those in which nothing was imported (a null share); sorted by partner and month.
 */
export function preferenceUnder(
  lines: Frameish<PreferenceLineRow>,
  totals: Frame<AgreementImportsRow>,
  code: string,
): Frame<ClassPreference> {
  requireCode(code, "an HTS code");
  const month: string[] = ["vintage", "partner_code", "month"];
  requireColumns(lines, [...month, "hts10", "value_usd", "preference_usd"], "preferenceUnder");
  const sums = collect(
    lazy(lines).filter(isUnder(code)).groupBy(month)
      .agg(pl.col("value_usd").sum(), pl.col("preference_usd").sum()),
    lines,
  );
  const orNothing = (name: string) =>
    pl.col(name).fillNull(literal(0).cast(pl.Int64)).cast(pl.Int64).alias(name);
  const [value, entered] = ["value_usd", "preference_usd"].map((name) =>
    pl.col(name).cast(pl.Float64)
  );
  return monthsOfLines(lines, totals).select(...month, "restated")
    .join(sums, { on: month, how: "left" })
    .withColumns(
      literal("hts").alias("classification"),
      literal(code).alias("code"),
      orNothing("value_usd"),
      orNothing("preference_usd"),
    )
    .withColumn(
      pl.when(value.gt(literal(0))).then(entered.div(value)).otherwise(literal(null))
        .alias("preference_share"),
    )
    .sort(["partner_code", "month"])
    .select(
      ...["vintage", "month", "partner_code", "classification", "code"],
      ...["value_usd", "preference_usd", "preference_share", "restated"],
    ) as Frame<ClassPreference>;
}
