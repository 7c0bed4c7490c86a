/** The first page of the report's PDFs: the answer, its numbers, the verdicts, how to cite it. */
import { byVerdict, VERDICT_SIGNS } from "../../claims/verdict_signs.ts";
import { type Chapter, claimsOf } from "../chapters/notebook.ts";
import { taggedText } from "../markup/markdown.ts";
import { convert } from "../markup/pandoc.ts";
import { claimsInWords } from "../../about.ts";
import { capitalized } from "../../format.ts";
import { REPORT } from "../../report.ts";
import { quoted, typstWriter } from "./typst.ts";

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
  const writer = typstWriter(new Map(), chapters.map(({ name }) => name));
  const said = (tag: string) => {
    const markdown = chapters.map((it) => taggedText(it, tag, writer)).find((text) => text !== "");
    return markdown === undefined ? "" : convert(pandoc, markdown, "typst");
  };
  const [answer, numbers] = await Promise.all([said("answer"), said("numbers")]);
  return `front(
  answer: ${content(answer)},
  numbers: ${content(numbers)},
  verdicts: (${verdicts(chapters).join(" ")}),
  claims: ${quoted(claimsInWords().replaceAll("'", "’"))},
  note: ${noteTypst()},
  citation: ${quoted(citation)},
  license: ${quoted(license)},
)`;
}

/** The text that the report follows, as a dictionary of Typst. */
export function noteTypst(): string {
  const { follows } = REPORT;
  if (!follows) return "none";
  const fields = Object.entries({ ...follows, claimant: capitalized(REPORT.claimant) });
  return `(${fields.map(([name, value]) => `${name}: ${quoted(value)},`).join(" ")})`;
}

/** A line for each verdict that is given, the firmest first, with the claims that have it. */
function verdicts(chapters: Chapter[]): string[] {
  const source = chapters.find((it) => claimsOf(it).length > 0);
  if (!source) return [];
  return byVerdict(claimsOf(source)).map(({ verdict, claims }) =>
    `(sign: ${quoted(VERDICT_SIGNS[verdict])}, verdict: ${quoted(verdict)}, ` +
    `claims: (${claims.map(({ id }) => `${quoted(id)},`).join(" ")}), ` +
    `chapter: ${quoted(source.name)}),`
  );
}

const content = (typst: string): string => typst.trim() === "" ? "none" : `[${typst.trim()}]`;
