/**
 * The longest series of preference shares that the figures allow, and what its second basis makes.
 *
 * With general imports the ratio is approximate: goods that rest in a bonded warehouse or a foreign
 * trade zone count as general imports on arrival, as imports for consumption on release.
 */
import pl from "nodejs-polars";
import { type Frame, literal } from "../frame.ts";
import type { PartnerImports } from "./all_goods.ts";
import type { Period } from "./periods.ts";
import { type AgreementImportsRow, type PreferenceShare, preferenceShares } from "./preference.ts";

export type BasisGap = Period & {
  partner_code: string;
  /** Preference share over imports for consumption, and over general imports. */
  consumption: number;
  general: number;
  /** general − consumption: a fraction, read in percentage points. */
  difference: number;
};

/**
 * The longest series of preference shares: over imports for consumption where a period has them
 * whole, over general imports elsewhere. `denominator_basis` says which; mark the change in a figure.
 * `basisGap` says how much that makes where both are known.
 *
 * @returns as `preferenceShares`, one row for each period and partner.
 */
export function preferenceSeries(
  agreement: Frame<AgreementImportsRow>,
  consumption: Frame<PartnerImports>,
  general: Frame<PartnerImports>,
  { by }: { by: "month" | "year" },
): Frame<PreferenceShare> {
  const exact = preferenceShares(agreement, consumption, { by });
  const approximate = preferenceShares(agreement, general, { by });
  const label = pl.col("period_start").str.slice(0, by === "month" ? 7 : 4).alias("label");
  return pl.concat([
    exact.withColumns(label, literal(1).alias("choice")),
    approximate.withColumns(label, literal(2).alias("choice")),
  ]).sort({
    by: ["label", "partner_code", "months", "choice"],
    descending: [false, false, true, false],
  }).unique({ subset: ["label", "partner_code"], keep: "first", maintainOrder: true })
    .select(...exact.columns) as Frame<PreferenceShare>;
}

/**
 * How far the preference share over general imports is from the one over imports for consumption,
 * in the periods where both are known over the same months.
 *
 * @returns period_start, period_end, partner_code, consumption, general, difference; sorted.
 * @throws RangeError when no period has both.
 * @formula What the second basis makes of the preference share
 * \delta = \frac{P_p}{M_p^{\text{general}}} - \frac{P_p}{M_p^{\text{consumption}}}
 * @where $P_p$ is what entered under the agreement; the denominators are general imports and
 * imports for consumption of the same months. A fraction, read in percentage points.
 * @assumes general-stand-in
 * @taught 10
 */
export function basisGap(
  agreement: Frame<AgreementImportsRow>,
  consumption: Frame<PartnerImports>,
  general: Frame<PartnerImports>,
  { by }: { by: "month" | "year" },
): Frame<BasisGap> {
  const on: string[] = ["period_start", "period_end", "partner_code"];
  const of = (imports: Frame<PartnerImports>, name: string) =>
    preferenceShares(agreement, imports, { by })
      .select(...on, pl.col("preference_share").alias(name));
  const both = of(consumption, "consumption").join(of(general, "general"), { on, how: "inner" });
  if (both.height === 0) throw new RangeError("basisGap: no period has both bases");
  return both.withColumn(pl.col("general").sub(pl.col("consumption")).alias("difference"))
    .sort(on) as Frame<BasisGap>;
}
