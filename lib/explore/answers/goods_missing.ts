/** What is said where nothing is listed under a tariff code: which codes there are. */
import { goodsName, lineCode } from "../../codes/mod.ts";
import { list } from "../../format.ts";
import type { Answer } from "../answer.ts";
import type { LineSum } from "../pieces/layout.ts";
import { originOf } from "./line_words.ts";

/** Lengths that a code may have. */
const LENGTHS = [2, 4, 6, 8, 10];
const MOST = 12;

/** An answer without figures: nothing was imported under the code, and the codes that are nearest. */
export function noGoods(
  { hts, year }: { hts: string; year: string },
  chapter: LineSum[],
  goods: string,
): Answer {
  const shared = LENGTHS.toReversed().find((length) =>
    length < hts.length && chapter.some(({ hts10 }) => hts10.startsWith(hts.slice(0, length)))
  );
  const isThere = chapter.some(({ hts10 }) => hts10.startsWith(hts));
  const said = isThere
    ? `Nothing of ${goods} was imported in ${year}, nor in a year that can be set beside it.`
    : `No imports are listed under HTS ${
      lineCode(hts)
    }: the code is not in the tables, or nothing came in.`;
  return {
    title: `No imports under HTS ${lineCode(hts)}`,
    said: [
      said,
      ...(isThere
        ? []
        : shared === undefined
        ? ["Chapters of the tariff run from 01 to 99."]
        : [nearest(hts.slice(0, shared), chapter)]),
    ],
    ...{ figures: [], tables: [], notes: [] },
    source: originOf(chapter),
  };
}

/** Codes two digits longer than what the code has in common with some. */
function nearest(beginning: string, chapter: LineSum[]): string {
  const codes = [
    ...new Set(
      chapter.map(({ hts10 }) => hts10).filter((code) => code.startsWith(beginning))
        .map((code) => code.slice(0, beginning.length + 2)),
    ),
  ].sort();
  const named = codes.slice(0, MOST).map(lineCode);
  const more = codes.length > MOST ? ` and ${codes.length - MOST} more` : "";
  return `Under ${lineCode(beginning)} (${goodsName(beginning)}) there ${
    codes.length === 1 ? "is" : "are"
  } ${more ? named.join(", ") : list(named)}${more}.`;
}
