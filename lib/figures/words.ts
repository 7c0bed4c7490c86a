/** Sentences that the titles and texts of the figures share. */
import { ALL_INDUSTRIES, naicsTitle } from "../codes/mod.ts";
import { number, percent, periodName, signed, sourceLine } from "../format.ts";

/** A share in a headline: whole percent, one decimal below ten. */
export const headline = (share: number): string => percent(share, Math.abs(share) < 0.0995 ? 1 : 0);

/** A duty rate: one decimal, two below one percent. */
export const rateText = (rate: number): string => percent(rate, Math.abs(rate) < 0.00995 ? 2 : 1);

/** A name's possessive: `China’s`, `Philippines’`. */
export const possessive = (name: string): string => name.endsWith("s") ? `${name}’` : `${name}’s`;

/** Industry within a sentence: `computer and electronic products`. */
export function industry(naics: string): string {
  const title = naicsTitle(naics);
  return title[0].toLowerCase() + title.slice(1);
}

/** Its code, for the subtitle: `NAICS 334`, or `all industries`. */
export const industryCode = (naics: string): string =>
  naics === ALL_INDUSTRIES ? "all industries" : `NAICS ${naics}`;

/** The foot of a figure. */
export const source = (rows: { basis?: string; vintage: string }[]): string =>
  `Source: ${sourceLine(rows)}.`;

/** A sentence begins with a capital. */
export const capital = (text: string): string => text[0].toUpperCase() + text.slice(1);

/** A change of a share in points, without the unit: `+3.1`, `−0.4`. */
export const points = (change: number, decimals = 1): string => signed(change * 100, decimals);

/** How a share changed, as a verb with its size: `gained 3.1 points`, `lost 0.4`, `held`. */
export function gained(change: number, unit = ""): string {
  const size = number(Math.abs(change) * 100, 1);
  if (size === "0.0") return "held";
  return `${change > 0 ? "gained" : "lost"} ${size}${unit}`;
}

/** Two periods: `2017 to 2024`. */
export const between = (
  row: { from_start: string; from_end: string; to_start: string; to_end: string },
): string =>
  `${periodName(row.from_start, row.from_end)} to ${periodName(row.to_start, row.to_end)}`;
