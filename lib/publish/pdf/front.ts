/** The first page of the report's PDFs: the answer, its numbers, the verdicts, how to cite it. */
import { VERDICT_SIGNS } from "../../claims/verdict_signs.ts";
import { type Chapter, claimsOf, taggedMarkdown } from "../chapters/notebook.ts";
import { convert } from "../markup/pandoc.ts";
import { quoted } from "./typst.ts";

export interface Front {
  /** How the report is cited, in one sentence. */
  citation: string;
  /** SPDX name of the license of code and text. */
  license: string;
}

/** The page in Typst; what no chapter says is left out of it. */
export async function frontTypst(
  { citation, license }: Front,
  chapters: Chapter[],
  pandoc: string,
): Promise<string> {
  const said = (tag: string) => {
    const markdown = chapters.map((it) => taggedMarkdown(it, tag)).find((text) => text !== "");
    return markdown === undefined ? "" : convert(pandoc, markdown, "typst");
  };
  const [answer, numbers] = await Promise.all([said("answer"), said("numbers")]);
  return `front(
  answer: ${content(answer)},
  numbers: ${content(numbers)},
  verdicts: (${byVerdict(chapters).join(" ")}),
  citation: ${quoted(citation)},
  license: ${quoted(license)},
)`;
}

/** A line for each verdict that is given, the firmest first, with the claims that have it. */
function byVerdict(chapters: Chapter[]): string[] {
  const source = chapters.find((it) => claimsOf(it).length > 0);
  const claims = source ? claimsOf(source) : [];
  return Object.entries(VERDICT_SIGNS).flatMap(([verdict, sign]) => {
    const ids = claims.filter((it) => it.verdict === verdict).map(({ id }) => id);
    if (ids.length === 0) return [];
    return [
      `(sign: ${quoted(sign)}, verdict: ${quoted(verdict)}, ` +
      `claims: (${ids.map((id) => `${quoted(id)},`).join(" ")}), ` +
      `chapter: ${quoted(source!.name)}),`,
    ];
  });
}

const content = (typst: string): string => typst.trim() === "" ? "none" : `[${typst.trim()}]`;
