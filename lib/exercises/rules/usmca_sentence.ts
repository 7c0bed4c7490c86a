/** A sentence on what entered under the USMCA that claims what the data show, and no more. */
import { causeIn, firstOf, leavesOpen, sentencesOf, wordCount } from "./text.ts";

const MOST_WORDS = 80;

/** Judges a corrected headline on electronics from Mexico under the USMCA. */
export function usmcaSentence(answer: unknown): string[] {
  if (typeof answer !== "string") return ["Give a text, in quotes or backticks."];
  const sentences = sentencesOf(answer);
  const words = wordCount(answer);
  const madeThere = sentences.some((it) => MADE.test(it) && !leavesOpen(it));
  const credited = sentences.some((it) => causeIn(it) && AGREEMENT_DID.test(it));
  return firstOf([
    [
      madeThere,
      "A claim is not content: it says that goods meet the rules of origin, not where they are made.",
    ],
    [
      credited,
      "The agreement was in force since 2020, and hardly claimed in early 2025: what was new?",
    ],
    [
      !/\b(?:enter|claim|declar|came in)/i.test(answer),
      "Say what is counted: what entered under the agreement, as importers claimed.",
    ],
    [!/\d\s?(?:%|percent\b|per cent\b)/i.test(answer), "Say how large the part is, in percent."],
    [!/\b20\d\d\b/.test(answer), "Say of which months the number is."],
    [!/electronic|\b334\b/i.test(answer), "Say of which goods the number is."],
    [
      !/dut(?:y|ies)|tariff|exempt/i.test(answer),
      "Say what was new when the claims rose (Step 1).",
    ],
    [!sentences.some(leavesOpen), "Say what the data leave open."],
    [words > MOST_WORDS, `Be brief: ${words} words, at most ${MOST_WORDS}.`],
  ]);
}

const MADE =
  /\b(?:made|produced|manufactured|built|assembled)\s+(?:\w+\s+)?(?:in|there|by)\b|\bcontent\b|\boriginat/i;
const AGREEMENT_DID =
  /\b(?:because|due to|thanks to|owing to|driven by|as a result)\b(?: of)?(?: the)? (?:USMCA|T-MEC|agreement)/i;
