/** Words and marks that the figures of preference share: short names of goods, the exemption of 2025. */
import { ALL_ATP, className, type GoodsClass, goodsInTitle } from "../codes/mod.ts";
import { percent } from "../format.ts";
import type { Event } from "./events.ts";
import { monthPlace } from "./axes.ts";

/**
 * On 4 March 2025 additional duties on goods of Canada and Mexico began; from 7 March goods that qualify
 * under the USMCA were exempt (Executive Orders 14231 and 14232). The Supreme Court held on 20 February
 * 2026 that the law they rest on authorizes no duties (Learning Resources v. Trump, No. 24-1287), and they
 * were not collected from 24 February. Marked in the figures of preference.
 */
const EXEMPTION = "2025-03-07";
const END = "2026-02-24";

const DAYS = 31;
const placeOf = (day: string) =>
  monthPlace(day.slice(0, 7)) + (Number(day.slice(8)) - 1) / DAYS / 12;
const isWithin = (day: string, first: string, last: string) =>
  first <= day.slice(0, 7) && day.slice(0, 7) <= last;

/** The exemption, if the axis from the first to the last month reaches it. */
export const exemption = (first: string, last: string, label: string): Event[] =>
  isWithin(EXEMPTION, first, last) ? [{ x: placeOf(EXEMPTION), label }] : [];

/** The end of the duties that it was from, if the axis reaches beyond it. */
export const endOfDuties = (first: string, last: string, label: string): Event[] =>
  isWithin(END, first, last) && last > END.slice(0, 7) ? [{ x: placeOf(END), label }] : [];

/** What the marks mean, for the foot of a figure whose months reach them. */
export function exemptionNotes(first: string, last: string): string[] {
  if (!isWithin(EXEMPTION, first, last)) return [];
  const until = isWithin(END, first, last) ? "; these ended on 24 February 2026" : "";
  return [
    "From 7 March 2025 goods that qualify under the USMCA were exempt from the new duties on goods " +
    `of Canada and Mexico (Executive Orders 14231 and 14232)${until}.`,
  ];
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
  if (classification === "hts") return goodsInTitle(code)[0];
  return SHORT[code] ?? className({ classification, code }).toLowerCase();
}

/**
 * Shares in a title: in whole percent, rounded once, from the share; with the decimal of their labels
 * where one of them would not look like its label (87.46% is 87% but labeled 87.5%), or would seem to be all. `hardly any`
 * where that is nothing.
 */
export function inTitle(...shares: number[]): string[] {
  const looksAlike = (share: number) =>
    Math.round(parseFloat(percent(share))) === Math.round(share * 100) &&
    (share === 1 || Math.round(share * 100) < 100);
  const decimals = shares.every(looksAlike) ? 0 : 1;
  return shares.map((share) => share < 0.005 ? "hardly any" : percent(share, decimals));
}
