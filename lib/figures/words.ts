/** Sentences that the titles and texts of the figures share. */
import { naicsTitle } from "../codes/mod.ts";
import { percent, sourceLine } from "../format.ts";

/** A share in a headline: whole percent, one decimal below ten. */
export const headline = (share: number): string => percent(share, Math.abs(share) < 0.0995 ? 1 : 0);

/** A name's possessive: `China’s`, `Philippines’`. */
export const possessive = (name: string): string => name.endsWith("s") ? `${name}’` : `${name}’s`;

/** Industry within a sentence: `computer and electronic products`. */
export function industry(naics: string): string {
  const title = naicsTitle(naics);
  return title[0].toLowerCase() + title.slice(1);
}

/** The foot of a figure. */
export const source = (rows: { basis?: string; vintage: string }[]): string =>
  `Source: ${sourceLine(rows)}.`;

/** A sentence begins with a capital. */
export const capital = (text: string): string => text[0].toUpperCase() + text.slice(1);
