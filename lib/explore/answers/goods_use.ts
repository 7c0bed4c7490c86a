/** What of some goods enters under the USMCA, in an answer: said, drawn, and as rows of its data. */
import type { PreferenceByMonth } from "../../arithmetic/mod.ts";
import { CANADA, MEXICO, ofHts, partnerName } from "../../codes/mod.ts";
import { type DrawnRow, fractionOf, taken, USD } from "../../figures/drawn.ts";
import type { Figure } from "../../figures/figure.ts";
import { preferenceUse } from "../../figures/preference_use.ts";
import { list, monthName, percent } from "../../format.ts";
import type { Pieces } from "../pieces/layout.ts";

const hasShare = ({ preference_share, restated }: PreferenceByMonth) =>
  preference_share !== null && !restated;

/** The newest month that holds; where nothing came from the two in one, a sentence that says so. */
export function useSaid(
  use: PreferenceByMonth[],
  { lines, months }: Pieces[`goods-${string}`],
): string[] {
  const held = use.filter(hasShare);
  const last = held.map(({ month }) => month).sort().at(-1);
  if (last === undefined) {
    const isListed = use.some(({ value_usd }) => value_usd > 0);
    const cameIn = lines.some((row) =>
      [MEXICO, CANADA].includes(row.partner_code) && row.imports_for_consumption_usd > 0 &&
      months.some(({ month }) => row.period_start <= month && month <= row.period_end)
    );
    if (cameIn && !isListed) {
      return ["The monthly figures of imports under the USMCA do not list these goods."];
    }
    const whole = months.filter(({ restated }) => !restated).map(({ month }) => month).sort();
    return whole.length === 0 ? [] : [
      "No imports for consumption from Mexico or Canada are listed in the months of " +
      `${monthName(whole[0])} to ${
        monthName(whole.at(-1)!)
      } whose shares hold: nothing of it can ` +
      "have entered under the USMCA.",
    ];
  }
  const said = [MEXICO, CANADA].flatMap((code) => {
    const own = held.find((row) => row.month === last && row.partner_code === code);
    return own ? [`${percent(own.preference_share!)} of imports from ${partnerName(code)}`] : [];
  });
  return [`In ${monthName(last)}, ${list(said)} entered under the USMCA.`];
}

export const useFigure = (use: PreferenceByMonth[], hts: string, description?: string): Figure[] =>
  use.some(hasShare) ? [preferenceUse(use, { ...ofHts(hts), description })] : [];

export function useRows(use: PreferenceByMonth[], goods: Record<string, string>): DrawnRow[] {
  return use.filter(({ value_usd }) => value_usd > 0).map((row) => ({
    ...{ period_start: row.month, period_end: row.month },
    ...goods,
    partner_code: row.partner_code,
    role: "separate",
    imports_usd: row.value_usd,
    under_usmca_usd: row.preference_usd,
    under_usmca_share: row.restated ? null : row.preference_share,
    restated: row.restated ? "yes" : "no",
    basis: "imports_for_consumption",
    ...taken(row, "vintage"),
  }));
}

export const USE_UNITS = {
  under_usmca_usd: USD,
  under_usmca_share: fractionOf("the month's imports from the partner"),
};
