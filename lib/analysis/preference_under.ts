/** What part of some tariff lines from Mexico and Canada enters under the USMCA, month by month. */
import pl from "nodejs-polars";
import { preferenceByMonth, type PreferenceOfMonth } from "../arithmetic/mod.ts";
import { ofHts } from "../codes/mod.ts";
import {
  collect,
  type Frame,
  type Frameish,
  frameOf,
  lazy,
  records,
  requireColumns,
} from "../frame.ts";
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
  const keys = ["partner_code", "month"];
  requireColumns(
    lines,
    [...keys, "vintage", "hts10", "value_usd", "preference_usd"],
    "preferenceUnder",
  );
  const sums = collect(
    lazy(lines).filter(isUnder(code)).groupBy(keys)
      .agg(pl.col("value_usd").sum(), pl.col("preference_usd").sum()),
    lines,
  );
  const months = records(monthsOfLines(lines, totals));
  const { vintage } = months[0];
  return frameOf<ClassPreference>(
    preferenceByMonth(sums.toRecords() as unknown as PreferenceOfMonth[], months, {
      ...ofHts(code),
      vintage,
    }),
    SCHEMA,
  );
}

const SCHEMA: Record<keyof ClassPreference, pl.DataType> = {
  vintage: pl.String,
  month: pl.String,
  partner_code: pl.String,
  classification: pl.String,
  code: pl.String,
  value_usd: pl.Int64,
  preference_usd: pl.Int64,
  preference_share: pl.Float64,
  restated: pl.Bool,
};
