/** Words and marks that the figures of preference share: short names of goods, the exemption of 2025. */
import { ALL_ATP, className, type GoodsClass } from "../codes/mod.ts";
import { percent } from "../format.ts";
import type { Event } from "./events.ts";
import { monthPlace } from "./axes.ts";

/**
 * Since 7 March 2025 goods that qualify under the USMCA are exempt from the duties that began on 4 March
 * (Executive Orders 14231 and 14232; see `DUTY_EVENTS`). Marked in every figure of preference.
 */
const EXEMPTION = "2025-03-07";
export const EXEMPTION_NOTE =
  "From 7 March 2025 goods that qualify under the USMCA were exempt from the new duties on goods " +
  "of Canada and Mexico (Executive Orders 14231 and 14232).";

const DAYS = 31;

/** The exemption on an axis of months, if it lies between two of them. */
export function exemption(first: string, last: string, label: string): Event[] {
  const month = EXEMPTION.slice(0, 7);
  if (first > month || last < month) return [];
  return [{ x: monthPlace(month) + (Number(EXEMPTION.slice(8)) - 1) / DAYS / 12, label }];
}

const SHORT: Record<string, string> = {
  "00": "all goods",
  "333": "machinery",
  "334": "electronics",
  "335": "electrical equipment",
  "336": "transportation equipment",
  [ALL_ATP.code]: "advanced technology",
  "04": "ICT",
};

/** A class in as few words as a title bears: `electronics`, `ICT`, or its own title. */
export function goods({ classification, code }: GoodsClass): string {
  return SHORT[code] ?? className({ classification, code }).toLowerCase();
}

/**
 * Shares in a title: in whole percent, rounded once, from the share; with the decimal of their labels
 * where one of them would not look like its label (87.46% is 87% but labeled 87.5%). `hardly any`
 * where that is nothing.
 */
export function inTitle(...shares: number[]): string[] {
  const looksAlike = (share: number) =>
    Math.round(parseFloat(percent(share))) === Math.round(share * 100);
  const decimals = shares.every(looksAlike) ? 0 : 1;
  return shares.map((share) => share < 0.005 ? "hardly any" : percent(share, decimals));
}

/** The month of a place on an axis of years: 2024.5 → `2024-07`. */
export function monthAt(place: number): string {
  const months = Math.round(place * 12);
  return `${Math.floor(months / 12)}-${String(months % 12 + 1).padStart(2, "0")}`;
}
