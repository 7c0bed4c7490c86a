/** Everything that the report says of one industry, between two years: the analysis of chapter 9. */
import pl from "nodejs-polars";
import { CHINA, industriesListed, naicsTitle, WORLD } from "../codes/mod.ts";
import { type Frame, literal, records, requireColumns } from "../frame.ts";
import { type Break, levelBreaks, levelSegments, type Segment } from "./breaks.ts";
import { comparableYears, type Comparison } from "./comparison.ts";
import { type Concentration, concentration } from "./concentration.ts";
import { type DutyRate, effectiveDutyRates } from "./duties.ts";
import { type DutyRateChange, dutyRateChange } from "./duty_change.ts";
import { sameMonths } from "./part_year.ts";
import { withYear } from "./periods.ts";
import { type Replacement, replacementTable } from "./replacement.ts";
import { largestLoser, type ShareChange, shareChanges } from "./share_change.ts";
import { type SupplierShare, supplierShares } from "./shares.ts";

export interface IndustryOptions {
  /** NAICS-3 code, or `00` for all goods. */
  naics: string;
  /** Years that are compared, the earlier one first, e.g. `2017` and `2024`. */
  from: string;
  to: string;
}

export interface IndustryProfile {
  naics: string;
  title: string;
  /** The two years, cut to the months that both have. */
  comparison: Comparison;
  /** Supplier shares in every year of the figures, and in every month. */
  shares: Frame<SupplierShare & { year: string }>;
  monthlyShares: Frame<SupplierShare & { month: string }>;
  /** Changes of shares, with ranks, between the two periods. */
  changes: Frame<ShareChange>;
  /** China if its share fell, else the supplier that lost most; undefined when none lost. */
  loser: string | undefined;
  replacement: Frame<Replacement> | undefined;
  /** Concentration of suppliers by year, over the months that the last year has. */
  concentration: Frame<Concentration & { year: string }>;
  /** Effective duty rates by year and by month. */
  duties: Frame<DutyRate & { year: string }>;
  monthlyDuties: Frame<DutyRate & { month: string }>;
  /** Change of the average duty rate between the two periods. */
  dutyChange: Frame<DutyRateChange>;
  /** Levels and breaks of the monthly average duty rate, over all the figures. */
  dutyLevels: Frame<Segment>;
  dutyBreaks: Frame<Break>;
}

interface IndustryImports {
  vintage: string;
  month: string;
  basis: string;
  naics: string;
  partner_code: string;
  value_usd: number;
  duty_usd: number;
}

/**
 * Gathers the analysis of one industry between two years.
 *
 * @param imports monthly imports for consumption by industry and partner, with duties.
 * @throws RangeError on an unknown industry (says which there are), on one without figures, on a year
 * that is not there (says which are), and on years that run backwards.
 */
export function industryProfile(
  imports: Frame<IndustryImports>,
  { naics, from, to }: IndustryOptions,
): IndustryProfile {
  requireColumns(imports, ["naics", "duty_usd"], "industryProfile");
  const title = naicsTitle(naics);
  const industry: Frame<IndustryImports> = imports.filter(pl.col("naics").eq(literal(naics)));
  if (industry.height === 0) {
    const known = imports.getColumn("naics").unique().sort().toArray() as string[];
    throw new RangeError(
      `no figures for industry ${naics}; there are:\n${industriesListed(known)}`,
    );
  }
  const comparison = comparableYears(industry, from, to, `industry ${naics}`);
  if (from > to) {
    throw new RangeError(`from ${from} to ${to} runs backwards: from is the earlier year`);
  }
  const yearly = withYear(industry);
  const sharesOf = (frame: Frame<IndustryImports>) =>
    supplierShares(withYear(frame), { by: ["year"], denominator: "world" });
  const changes = shareChanges(industry, comparison);
  const chinaLost = records(changes).some((row) => row.partner_code === CHINA && row.change < 0);
  const loser = chinaLost ? CHINA : largestLoser(changes);
  const monthlyDuties = effectiveDutyRates(industry, { by: ["month"] });
  const average: Frame<DutyRate & { month: string }> = monthlyDuties.filter(
    pl.col("partner_code").eq(literal(WORLD)),
  );
  return {
    naics,
    title,
    comparison,
    shares: sharesOf(industry),
    monthlyShares: supplierShares(industry, { by: ["month"], denominator: "world" }),
    changes,
    loser,
    replacement: loser === undefined ? undefined : replacementTable(changes, { loser }),
    concentration: concentration(sharesOf(sameMonths(industry)), { by: ["year"] }),
    duties: effectiveDutyRates(yearly, { by: ["year"] }),
    monthlyDuties,
    dutyChange: dutyRateChange(industry, comparison),
    dutyLevels: levelSegments(average, { value: "rate" }),
    dutyBreaks: levelBreaks(average, { value: "rate" }),
  };
}
