/**
 * What part of the imports of a class of goods from Mexico and Canada enters under the USMCA, month by
 * month: all goods, the NAICS-3 industries, the ATP groups.
 *
 * preference share = imports for consumption entered under the agreement (special program S or S+) ÷
 * all imports for consumption of the class from the partner, same months.
 */
import pl from "nodejs-polars";
import { type GoodsClass, USMCA } from "../codes/mod.ts";
import { collect, type Frame, type Frameish, lazy, literal, requireColumns } from "../frame.ts";
import { type GoodsOfLine, lineClasses, sumByClass } from "./goods_classes.ts";
import type { AgreementImportsRow } from "./preference.ts";
import { monthsOfLines } from "./restatement.ts";

/** Imports for consumption by tariff line and month, and what entered under the agreement. */
export interface PreferenceLineRow {
  vintage: string;
  month: string;
  partner_code: string;
  hts10: string;
  value_usd: number;
  preference_usd: number;
}

export type ClassPreference = GoodsClass & {
  vintage: string;
  month: string;
  /** Mexico, Canada, or the USMCA: both together. */
  partner_code: string;
  /** Imports for consumption of the class. */
  value_usd: number;
  /** The part that entered under the agreement. */
  preference_usd: number;
  /** preference_usd ÷ value_usd; null where nothing was imported. */
  preference_share: number | null;
  /** The month's total was restated later: its shares by class are not to be used. */
  restated: boolean;
};

const MONTH: string[] = ["vintage", "partner_code", "month"];
const VALUES: string[] = ["value_usd", "preference_usd"];
const float = (name: string) => pl.col(name).cast(pl.Float64);
/** A share of nothing is no share. */
const share = pl.when(pl.col("value_usd").gt(literal(0)))
  .then(float("preference_usd").div(float("value_usd"))).otherwise(literal(null))
  .alias("preference_share");

/**
 * Preference shares by class and month, with the months that were restated marked.
 *
 * @param lines `scanTable("preference_lines")`, or a frame of its columns.
 * @param classes `readTable("import_line_classes")`.
 * @param totals `readTable("agreement_imports_monthly")`: what tells restated months (`monthsOfLines`).
 * @returns the columns of ClassPreference for Canada, Mexico and both (`0020`); sorted by partner,
 * month and class. A month of both is restated when one of the two is.
 * @throws RangeError when a line has no class, or a month no total.
 * @formula Preference share of a class of goods
 * r_{p,c} = \frac{P_{p,c}}{M_{p,c}}
 * @where $P_{p,c}$ are imports for consumption of class $c$ from partner $p$ that entered under
 * the agreement (special program S or S+) and $M_{p,c}$ all imports for consumption of the class
 * from it, same month, in US dollars; a fraction, none where nothing was imported.
 * @assumes industry-of-line, groups-of-2022, restated-months
 * @taught 10
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { readTable, scanTable } from "../mod.ts";
 * const lines = await scanTable("preference_lines");
 * const [classes, totals] = [await readTable("import_line_classes"), await readTable("agreement_imports_monthly")];
 * const use = preferenceByClass(lines, classes, totals);
 * assertEquals(monthsThatHold(use).length > 0, true);
 * ```
 */
export function preferenceByClass(
  lines: Frameish<PreferenceLineRow>,
  classes: Frame<GoodsOfLine>,
  totals: Frame<AgreementImportsRow>,
): Frame<ClassPreference> {
  requireColumns(lines, [...MONTH, "hts10", ...VALUES], "preferenceByClass");
  const sums = collect(
    lazy(lines).join(lineClasses(classes).lazy(), { on: "hts10", how: "left" })
      .groupBy([...MONTH, "atp_group", "naics3"]).agg(...VALUES.map((name) => pl.col(name).sum())),
    lines,
  );
  if (sums.filter(pl.col("naics3").isNull()).height > 0) {
    throw new RangeError("preferenceByClass: a tariff line has no class in import_line_classes");
  }
  const single = sumByClass(sums, MONTH, VALUES);
  const state = monthsOfLines(lines, totals).select(...MONTH, "restated");
  const of = single.join(state, { on: MONTH, how: "left" });
  if (of.filter(pl.col("restated").isNull()).height > 0) {
    throw new RangeError("preferenceByClass: a month has no total in agreement_imports_monthly");
  }
  const keys: string[] = ["month", "classification", "code"];
  const either = state.groupBy("month")
    .agg(pl.col("restated").cast(pl.Int64).max().gt(literal(0)).alias("restated"));
  const both = single.groupBy(...keys)
    .agg(pl.col("vintage").max(), ...VALUES.map((name) => pl.col(name).sum()))
    .withColumn(literal(USMCA).alias("partner_code"))
    .join(either, { on: "month", how: "inner" });
  return pl.concat([of, both.select(...of.columns)]).withColumn(share)
    .sort(["partner_code", "month", "classification", "code"])
    .select(
      ...["vintage", "month", "partner_code", "classification", "code"],
      ...[...VALUES, "preference_share", "restated"],
    ) as Frame<ClassPreference>;
}

export type PreferenceInMonths =
  & Pick<
    ClassPreference,
    "vintage" | "partner_code" | "value_usd" | "preference_usd" | "preference_share"
  >
  & GoodsClass
  & { period_start: string; period_end: string };

/**
 * The preference share of every class and partner over some months taken together.
 *
 * @param use from `preferenceByClass`. @param months YYYY-MM, each of which must hold.
 * @returns one row for each partner and class; a class without imports in them has a null share.
 * @throws RangeError when a month is missing or was restated.
 */
export function preferenceInMonths(
  use: Frame<ClassPreference>,
  months: string[],
): Frame<PreferenceInMonths> {
  const rows = use.filter(pl.col("month").isIn(months));
  const held = new Set(rows.getColumn("month").toArray());
  const missing = months.filter((month) => !held.has(month));
  const restated = rows.filter(pl.col("restated")).getColumn("month").unique().sort().toArray();
  if (months.length === 0 || missing.length + restated.length > 0) {
    throw new RangeError(
      `preferenceInMonths: ${[...missing, ...restated].join(", ") || "no month"} ` +
        "cannot be used by class: missing, or restated since",
    );
  }
  const keys: string[] = ["partner_code", "classification", "code"];
  return rows.groupBy(...keys).agg(
    pl.col("vintage").max(),
    pl.col("month").min().alias("period_start"),
    pl.col("month").max().alias("period_end"),
    ...VALUES.map((name) => pl.col(name).sum()),
  ).withColumn(share).sort(keys).select(
    ...["vintage", "period_start", "period_end", ...keys, ...VALUES, "preference_share"],
  ) as Frame<PreferenceInMonths>;
}

/** Months that hold for every partner, in order. */
export function monthsThatHold(use: Frame<ClassPreference>): string[] {
  return use.filter(pl.col("partner_code").eq(literal(USMCA)).and(pl.col("restated").not()))
    .getColumn("month").unique().sort().toArray() as string[];
}
