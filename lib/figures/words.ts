/** Sentences that the titles and texts of the figures share. */
import { ALL_INDUSTRIES, naicsTitle } from "../codes/mod.ts";
import { number, periodName, signed, sourceLine } from "../format.ts";

/** A name's possessive: `China’s`, `Philippines’`. */
export const possessive = (name: string): string => name.endsWith("s") ? `${name}’` : `${name}’s`;

/** Industry within a sentence: `computer and electronic products`. */
export function industry(naics: string): string {
  const title = naicsTitle(naics);
  return title[0].toLowerCase() + title.slice(1);
}

const SHORT: Record<string, string> = { "334": "Computers and electronics" };

/** Its short name, which opens a title: `Electrical equipment` of `Electrical equipment, appliances …`. */
export const kicker = (naics: string): string => SHORT[naics] ?? naicsTitle(naics).split(",")[0];

/** Words that a headline may have. */
export const HEADLINE = 14;

/** The first of some titles, from the fullest to the shortest, that is short enough; else the last. */
export const headline = (...titles: string[]): string =>
  titles.find((title) => title.split(" ").length <= HEADLINE) ?? titles.at(-1)!;

/** Its code, for the subtitle: `NAICS 334`, or `all industries`. */
export const industryCode = (naics: string): string =>
  naics === ALL_INDUSTRIES ? "all industries" : `NAICS ${naics}`;

/** The foot of a figure. */
export const source = (rows: { basis?: string; vintage: string }[]): string =>
  `Source: ${sourceLine(rows)}.`;

/** A change of a share in points, without the unit: `+3.1`, `−0.4`. */
export const points = (change: number, decimals = 1): string => signed(change * 100, decimals);

/** A part of a change in a title: `+2.3 points`; `almost nothing` where it would be written as 0.0. */
export function part(change: number, unit = ""): string {
  if (change === 0) return "nothing";
  const text = points(change);
  return /[1-9]/.test(text) ? text + unit : "almost nothing";
}

/** How a share or rate changed: `rose by 2.1 points`, `fell by 0.4 points`, `held`. */
export const changed = (change: number): string =>
  gained(change, " points").replace("gained", "rose by").replace("lost", "fell by");

/** How a share changed, as a verb with its size: `gained 3.1 points`, `lost 0.4`, `held`. */
export function gained(change: number, unit = ""): string {
  const size = number(Math.abs(change) * 100, 1);
  if (size === "0.0") return "held";
  return `${change > 0 ? "gained" : "lost"} ${size}${unit}`;
}

interface Comparison {
  from_start: string;
  from_end: string;
  to_start: string;
  to_end: string;
}

/** Names of the two periods of a comparison. */
export const times = (row: Comparison): [string, string] => [
  periodName(row.from_start, row.from_end),
  periodName(row.to_start, row.to_end),
];

/** Two periods: `2017 to 2024`. */
export const between = (row: Comparison): string => times(row).join(" to ");
