/**
 * A base year and its defense. Which year is best no program can say; it can say what a defense must
 * speak of: a cause outside the series, another year, and what the choice changes.
 */
import { given } from "../../given.ts";
import { firstOf, wordCount } from "./text.ts";

/** The first whole year of imports by industry and partner, and the year that is compared with. */
export const BASE_YEARS = { first: 2013, compared: 2024 };

const WORDS = 30;
/** What happened, or how the year was found: parts of words. */
const CAUSES =
  /tarif|dut(y|ies)|section 301|trade war|nafta|usmca|agreement|treat(y|ies)|pandemic|covid|lockdown|crisis|recession|polic|\blaw\b|\bwar\b|data (begin|start)|first year|longest|before looking|in advance/i;
/** A cause with its year, "the tariffs of 2018": that year is no base year. */
const DATED =
  /(tariffs?|duties|usmca|nafta|agreement|pandemic|crisis|recession|war)( [\w'’-]+){0,3} (of|in|from|since) \d{4}/gi;
const CHANGES =
  /\b(ris|rose|gain|grew|grow|f[ae]ll|lost|los[es]|declin|turn|revers|hold|held|true|false|differ|chang|larger|smaller|higher|lower)/i;

/** What is not yet sound about `{ year, reason, sentence }`. */
export function baseYear(answer: unknown): string[] {
  const { year, reason, sentence } = (answer ?? {}) as Record<string, unknown>;
  if (typeof reason !== "string" || typeof sentence !== "string" || year === undefined) {
    return [
      'Give an object: { year: "2013", reason: "…", sentence: "…" }, with your year and texts. ' +
      `It was given ${given(answer)}.`,
    ];
  }
  const chosen = String(year).trim();
  const misplaced = yearFault(chosen);
  return misplaced
    ? [misplaced]
    : firstOf([...reasonFaults(reason, chosen), ...sentenceFaults(sentence, chosen)]);
}

function yearFault(year: string): string | null {
  const { first, compared } = BASE_YEARS;
  if (!/^\d{4}$/.test(year)) {
    return `The year is written with four digits, in quotes. It was given ${given(year)}.`;
  }
  if (Number(year) < first) {
    return `The data by partner begin in January ${first}: ${year} is not among them.`;
  }
  if (Number(year) === compared) {
    return `${compared} is the year that is compared: a change needs an earlier one.`;
  }
  if (Number(year) > compared) return `A base year lies before ${compared}, and is whole.`;
  return null;
}

type Faults = Parameters<typeof firstOf>[0];

function reasonFaults(reason: string, chosen: string): Faults {
  const words = wordCount(reason);
  const { first, compared } = BASE_YEARS;
  const others = (reason.replaceAll(DATED, "").match(/\b(19|20)\d\d\b/g) ?? [])
    .filter((year) => year !== chosen && Number(year) >= first && Number(year) < compared);
  return [
    [words < WORDS, `Say more in the reason: ${words} of at least ${WORDS} words.`],
    [
      !CAUSES.test(reason),
      "The reason stays inside the series: what happened in the world, or how did you come to the year " +
      "before you looked at the shares? A year that is chosen for its result only proves the result.",
    ],
    [
      others.length === 0,
      `The reason speaks of ${chosen} alone: set another first year against it.`,
    ],
    [
      !CHANGES.test(reason),
      "The reason does not say what the choice changes: does the share rise or fall from the other year?",
    ],
    [
      chosen === "2020" && !/pandemic|covid|lockdown/i.test(reason),
      "2020 is the year of the pandemic: why may a year unlike the others measure them?",
    ],
  ];
}

function sentenceFaults(sentence: string, chosen: string): Faults {
  const lacking = [chosen, String(BASE_YEARS.compared)].filter((year) => !sentence.includes(year));
  return [
    [
      lacking.length > 0,
      `The sentence does not name ${
        lacking.join(" and ")
      }: a change is told with both of its years.`,
    ],
    [
      !/share|dollar|percent|%|point/i.test(sentence),
      "The sentence does not say what changed: the share, or the dollars? They can move apart.",
    ],
  ];
}
