/**
 * Origin is not preference: what part of the imports from Mexico and Canada enters under the
 * agreement (NAFTA until June 2020, then the USMCA), beside their share of all U.S. imports.
 *
 * What enters under the agreement is counted in imports for consumption. Where these are not in the
 * figures for all imports, general imports stand in; a row says which, and no row mixes them.
 */
import pl from "nodejs-polars";
import { CANADA, MEXICO, USMCA, WORLD } from "../codes/mod.ts";
import { type Frame, literal, requireColumns } from "../frame.ts";
import { IMPORT_COLUMNS, type PartnerImports } from "./all_goods.ts";
import type { Period } from "./periods.ts";

export type PreferenceShare = Period & {
  /** Of the figures of the agreement, and of the imports they are set against. */
  vintage: string;
  denominator_vintage: string;
  /** Mexico, Canada, or the USMCA: both together. */
  partner_code: string;
  /** `NAFTA`, `USMCA`, or `NAFTA, USMCA` in a year with months of each. */
  agreement: string;
  /** Imports for consumption that entered under the agreement's preference. */
  agreement_usd: number;
  /** All imports from the partner, on the basis named in denominator_basis. */
  imports_usd: number;
  /** agreement_usd ÷ imports_usd. */
  preference_share: number;
  /** imports_for_consumption; or general_imports, with which the ratio is approximate. */
  denominator_basis: string;
  /** U.S. imports from all partners, same basis. */
  world_usd: number;
  /** imports_usd ÷ world_usd. */
  share_of_imports: number;
  /** Months in the period: 12 in a full year. */
  months: number;
};

/** Imports entered under the agreement, monthly. */
export interface AgreementImportsRow {
  vintage: string;
  month: string;
  agreement: string;
  partner_code: string;
  value_usd: number;
}

/**
 * Preference shares by month or by year, over imports of one basis.
 *
 * preference share = imports entered under the agreement ÷ all imports from the partner, same
 * months; share of imports = imports from the partner ÷ imports from the world.
 *
 * @param agreement imports entered under NAFTA or USMCA, monthly.
 * @param imports all goods of one basis: `consumptionOfAllGoods` or `generalImportsOfAllGoods`.
 * @returns the columns of PreferenceShare for Canada, Mexico and both (`0020`), over the months that
 * both frames hold; sorted by period and partner. A year that is not whole says so in its period.
 * @throws RangeError when bases are mixed, no month is in both, or one partner or the world lacks
 * months that another has.
 * @formula Preference share of all goods
 * r_p = \frac{P_p}{M_p}
 * @where $P_p$ are imports for consumption from partner $p$ that entered under the agreement and
 * $M_p$ all imports from it on the basis that the row names, same months, in US dollars; a
 * fraction.
 * @assumes general-stand-in
 * @taught 10
 */
export function preferenceShares(
  agreement: Frame<AgreementImportsRow>,
  imports: Frame<PartnerImports>,
  { by }: { by: "month" | "year" },
): Frame<PreferenceShare> {
  requireColumns(agreement, ["agreement", ...IMPORT_COLUMNS], "preferenceShares");
  requireColumns(imports, IMPORT_COLUMNS, "preferenceShares");
  const bases = imports.getColumn("basis").unique().toArray();
  if (bases.length !== 1) {
    throw new RangeError(`preferenceShares: give imports of one basis, not ${bases.join(" and ")}`);
  }
  const of = (code: string, name: string) =>
    imports.filter(pl.col("partner_code").eq(literal(code)))
      .select("month", pl.col("value_usd").alias(name));
  const own = imports.filter(pl.col("partner_code").isIn([CANADA, MEXICO])).select(
    ...["month", "partner_code"],
    pl.col("value_usd").alias("imports_usd"),
    pl.col("basis").alias("denominator_basis"),
    pl.col("vintage").alias("denominator_vintage"),
  );
  const monthly = agreement.select(
    ...["vintage", "month", "agreement", "partner_code"],
    pl.col("value_usd").alias("agreement_usd"),
  ).join(own, { on: ["month", "partner_code"], how: "inner" })
    .join(of(WORLD, "world_usd"), { on: "month", how: "inner" });
  const months = monthly.getColumn("month").nUnique();
  if (months === 0 || monthly.height !== 2 * months) {
    throw new RangeError(
      "preferenceShares: agreement and imports do not both hold Canada, Mexico and the world, " +
        `once, in the same months (${months} months, ${monthly.height} rows)`,
    );
  }
  const both = monthly.groupBy("month").agg(
    ...["vintage", "agreement", "denominator_basis", "denominator_vintage", "world_usd"]
      .map((name) => pl.col(name).max()),
    ...["agreement_usd", "imports_usd"].map((name) => pl.col(name).sum()),
  ).withColumn(literal(USMCA).alias("partner_code"));
  return byPeriod(pl.concat([monthly, both.select(...monthly.columns)]), by);
}

/** Monthly rows summed to periods, with their ratios. */
function byPeriod(monthly: pl.DataFrame, by: "month" | "year"): Frame<PreferenceShare> {
  const ratio = (part: string, whole: string) =>
    pl.col(part).cast(pl.Float64).div(pl.col(whole).cast(pl.Float64));
  const agreements = pl.when(pl.col("first_agreement").eq(pl.col("last_agreement")))
    .then(pl.col("last_agreement"))
    .otherwise(pl.concatString([pl.col("first_agreement"), pl.col("last_agreement")], ", "));
  return monthly
    .withColumn(pl.col("month").str.slice(0, by === "month" ? 7 : 4).alias("period"))
    .groupBy("period", "partner_code").agg(
      ...["vintage", "denominator_vintage", "denominator_basis"].map((name) => pl.col(name).max()),
      pl.col("month").min().alias("period_start"),
      pl.col("month").max().alias("period_end"),
      pl.col("month").nUnique().cast(pl.Int64).alias("months"),
      pl.col("agreement").min().alias("first_agreement"),
      pl.col("agreement").max().alias("last_agreement"),
      ...["agreement_usd", "imports_usd", "world_usd"].map((name) => pl.col(name).sum()),
    )
    .withColumns(
      agreements.alias("agreement"),
      ratio("agreement_usd", "imports_usd").alias("preference_share"),
      ratio("imports_usd", "world_usd").alias("share_of_imports"),
    )
    .sort(["period_start", "partner_code"])
    .select(
      ...["vintage", "denominator_vintage", "period_start", "period_end", "months"],
      ...["partner_code", "agreement", "agreement_usd", "imports_usd", "preference_share"],
      ...["denominator_basis", "world_usd", "share_of_imports"],
    ) as Frame<PreferenceShare>;
}
