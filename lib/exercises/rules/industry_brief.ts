/** A brief of an industry: who supplies it, what changed, what the data do not say. */
import { NAICS3_CODES } from "../../codes/naics.ts";
import { causeIn, firstOf, leavesOpen, sentencesOf } from "./text.ts";

/** The industry that chapter 9 shows. */
const SHOWN = "336";

/** Judges a text of three sentences on an industry other than the chapter's. */
export function industryBrief(answer: unknown): string[] {
  if (typeof answer !== "string") return ["Give a text, in quotes or backticks."];
  const sentences = sentencesOf(answer);
  const codes = (answer.match(/\b\d{3}\b/g) ?? []).filter((code) => NAICS3_CODES.includes(code));
  const years = new Set(answer.match(/\b20\d\d\b/g));
  const cause = sentences.map(causeIn).find((it) => it);
  return firstOf([
    [
      sentences.length !== 3,
      `Write three sentences, one for each thing: yours has ${sentences.length}.`,
    ],
    [
      codes.length === 0,
      "Name the industry with its code, such as NAICS 311.",
    ],
    [
      codes.length > 0 && codes.every((code) => code === SHOWN),
      "Take an industry that the chapter does not show already.",
    ],
    [years.size < 2, "Name both years that you compare."],
    [!/import/i.test(answer), "A share of what? Say that it is one of U.S. imports."],
    [!/\d\s?(?:%|percent\b|per cent\b)/i.test(answer), "Say how large a share is, in percent."],
    [
      !/\bpoints?\b/i.test(answer),
      "Say in percentage points how far a share moved: from 20% to 30% is 10 points, not 10%.",
    ],
    [
      cause !== undefined,
      `"${cause}" names a cause: that a share moved does not say why. Say what happened, and when.`,
    ],
    [
      !sentences.some(leavesOpen),
      "Say what the data do not show: volumes, causes, content, who is in the rest.",
    ],
  ]);
}
