/** What part of imports enters under the USMCA by month, from sums. */
import type { GoodsClass } from "../codes/classification.ts";

/** Imports for consumption from one partner in one month, and what of them entered under the agreement. */
export interface PreferenceOfMonth {
  month: string;
  partner_code: string;
  value_usd: number;
  preference_usd: number;
}

/** Whether a month's total was restated later: its shares by product are not to be used. */
export interface StateOfMonth {
  month: string;
  partner_code: string;
  restated: boolean;
}

export type PreferenceByMonth = PreferenceOfMonth & GoodsClass & {
  vintage: string;
  /** preference_usd ÷ value_usd; null where nothing was imported. */
  preference_share: number | null;
  restated: boolean;
};

/**
 * Preference shares of a class in every month that has a state, also where nothing was imported; sorted by
 * partner and month.
 *
 * @param rows of the class, several a month or one: they are summed.
 */
export function preferenceByMonth(
  rows: PreferenceOfMonth[],
  states: StateOfMonth[],
  of: GoodsClass & { vintage: string },
): PreferenceByMonth[] {
  const key = ({ partner_code, month }: { partner_code: string; month: string }) =>
    `${partner_code} ${month}`;
  const own = Map.groupBy(rows, key);
  const sum = (held: PreferenceOfMonth[], name: "value_usd" | "preference_usd") =>
    held.reduce((all, row) => all + row[name], 0);
  return states.toSorted((a, b) => key(a) < key(b) ? -1 : 1).map((state) => {
    const held = own.get(key(state)) ?? [];
    const [value_usd, preference_usd] = [sum(held, "value_usd"), sum(held, "preference_usd")];
    return {
      vintage: of.vintage,
      month: state.month,
      partner_code: state.partner_code,
      classification: of.classification,
      code: of.code,
      value_usd,
      preference_usd,
      preference_share: value_usd > 0 ? preference_usd / value_usd : null,
      restated: state.restated,
    };
  });
}
