/** What answers about industries have in common. */
import { RESIDUAL_CLASSES } from "../../codes/mod.ts";
import { industry } from "../../figures/words.ts";
import { list, sourceLine } from "../../format.ts";
import type { Answer } from "../answer.ts";
import type { IndustrySum } from "../pieces/layout.ts";

/** Why a class is no industry. */
export const residualNote = (naics: string): string[] =>
  RESIDUAL_CLASSES.includes(naics)
    ? [
      `Class ${naics} (${industry(naics)}) is a residual class and no industry: what the ` +
      "classification keeps apart, whoever made it.",
    ]
    : [];

/** Why the European Union has no line. */
export const UNION_NOTE =
  "The European Union is not shown as one: the published group counts the " +
  "United Kingdom until 2017 and leaves it out from 2018, so that the years cannot be compared. Its " +
  "members stand one by one where they are listed.";

/** The answer where the years that are asked for have no figures. */
export function noYears(
  title: string,
  { naics, from, to }: { naics: string; from: string; to: string },
  sums: IndustrySum[],
): Answer {
  const years = [...new Set(sums.map(({ year }) => year))].sort();
  const asked = from === to ? `in ${from}` : `from ${from} to ${to}`;
  const there = years.length > 1 ? `from ${years[0]} to ${years.at(-1)}` : `for ${list(years)}`;
  return {
    title,
    said: [
      from > to
        ? `The years run backwards, from ${from} to ${to}: choose the earlier year first.`
        : `There are no figures of imports of ${
          industry(naics)
        } ${asked}; there are figures ${there}.`,
    ],
    ...{ figures: [], tables: [], notes: residualNote(naics), source: sourceLine(sums) },
  };
}
