/** What the search of the site looks through: chapters, headings, figures, claims. */
import { type Chapter, figuresOf } from "../chapters/notebook.ts";
import { figureName } from "../downloads/figure_name.ts";
import { firstFigures } from "../downloads/figures.ts";
import type { JudgedClaim } from "../../claims/claim.ts";
import { sectionsOf } from "./sections.ts";
import { plainText } from "./text.ts";

/** What it is, what it says, its address, and the chapter where it stands. */
export type Entry = [kind: string, text: string, href: string, chapter: string];

export interface Searched {
  chapters: Chapter[];
  /** The text of each chapter as HTML. */
  bodies: string[];
  claims: JudgedClaim[];
  /** Where a claim's section is, by the claim's id. */
  address: (id: string) => string;
  /** What each figure is called, by its id. */
  numbers: Map<string, string>;
}

/** The entries, in the order in which they are shown when they match alike. */
export function searchEntries(it: Searched): Entry[] {
  const { chapters, bodies, claims, address, numbers } = it;
  const firsts = new Set(firstFigures(chapters).map(({ id }) => id));
  const first = ({ id }: { id: string }) => firsts.delete(id);
  const place = ({ number }: Chapter) => `Chapter ${number}`;
  return [
    ...chapters.map((each): Entry => ["Chapter", each.title, `${each.name}.html`, place(each)]),
    ...claims.map(({ id, claim, verdict }): Entry => [
      "Claim",
      `${id}. ${claim}`,
      address(id),
      verdict,
    ]),
    ...chapters.flatMap((each) =>
      figuresOf(each).filter(first).map(({ id, title }): Entry => [
        figureName(numbers.get(id)),
        title,
        `${each.name}.html#${id}`,
        place(each),
      ])
    ),
    ...chapters.flatMap((each, index) =>
      sectionsOf(bodies[index]).map(({ id, title }): Entry => [
        "Section",
        title,
        `${each.name}.html#${id}`,
        place(each),
      ])
    ),
  ];
}

/** The entries of a text beside the chapters: its page, its sections, and the words that it explains. */
export function referenceEntries({ name, title }: Chapter, body: string): Entry[] {
  const words = [...body.matchAll(/<dfn id="([^"]+)">(.*?)<\/dfn>/gs)];
  return [
    ["Page", title, `${name}.html`, title],
    ...sectionsOf(body).map((each): Entry => [
      each.level === 3 ? "Formula" : "Section",
      each.title,
      `${name}.html#${each.id}`,
      title,
    ]),
    ...words.map(([, id, text]): Entry => ["Word", plainText(text), `${name}.html#${id}`, title]),
  ];
}

/** The entries as a script: a page that is opened as a file may load scripts, but no data. */
export const searchIndex = (entries: Entry[]): string =>
  `globalThis.searchIndex = ${JSON.stringify(entries)};\n`;
