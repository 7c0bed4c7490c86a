/** Words and assumptions as tables of a chapter. */
import { list } from "../format.ts";
import type { Shown } from "../notebook/show.ts";
import { table } from "../notebook/table.ts";
import { type Assumption, ASSUMPTIONS } from "./assumptions.ts";
import { REPORT } from "../report.ts";
import { GLOSSARY } from "./glossary.ts";

/** `Chapter 4`, `Chapters 4 and 10`: where the report says more. */
export const chaptersInWords = (numbers: number[]): string =>
  `Chapter${numbers.length > 1 ? "s" : ""} ${list(numbers.map(String))}`;

/**
 * The words that a chapter explains, with their meaning: `await show(glossaryTable(2))`.
 *
 * @throws RangeError when the chapter explains none, with those that do.
 */
export function glossaryTable(chapter: number): Shown {
  const terms = GLOSSARY.filter((term) => term.chapter === chapter);
  if (terms.length === 0) {
    const known = [...new Set(GLOSSARY.map((term) => term.chapter))].sort((a, b) => a - b);
    throw new RangeError(
      `glossaryTable: no word of Chapter ${chapter}; there are ${list(known.map(String))}`,
    );
  }
  return table(terms, {
    caption: "Words, and what they mean here",
    looks: "cards",
    columns: [
      { label: "Word", value: ({ term }) => term },
      { label: "What it means here", value: ({ meaning }) => meaning },
    ],
  });
}

/** What the report assumes, why, and where it is used: `await show(assumptionsTable())`. */
export const assumptionsTable = (): Shown =>
  table([...ASSUMPTIONS], {
    caption: "What is assumed",
    looks: "cards",
    columns: [
      { label: "Assumption", value: ({ assumed }) => assumed },
      { label: "Why it is needed, and what speaks for it", value: ({ why }) => why },
      ...(REPORT.isNamedInLibrary
        ? [{ label: "Where", value: ({ chapters }: Assumption) => chaptersInWords(chapters) }]
        : []),
    ],
  });
