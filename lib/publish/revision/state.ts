/** What a report says at one time, read from its chapters: claims, figures, sentences. */
import type { JudgedClaim } from "../../claims/claim.ts";
import { type Chapter, claimsOf, type Output } from "../chapters/notebook.ts";
import { figureNumbers, uniqueFigures } from "../downloads/figures.ts";
import { UNTOLD } from "../chapters/tags.ts";
import { sentences } from "../site/text.ts";

/** A figure as it was shown. */
export interface ShownFigure {
  id: string;
  /** `Figure 3`; `The lead figure`. */
  name: string;
  title: string;
  svg: string;
}

export interface State {
  claims: JudgedClaim[];
  figures: ShownFigure[];
  /** What each chapter computes and says in running text, sentence by sentence, without mark-up. */
  chapters: { name: string; title: string; sentences: string[] }[];
}

/** The state that executed chapters are in. */
export function stateOf(chapters: Chapter[]): State {
  const numbers = figureNumbers(chapters);
  return {
    claims: chapters.map(claimsOf).find((claims) => claims.length > 0) ?? [],
    figures: uniqueFigures(chapters).map(({ id, title, svg }) => {
      const number = numbers.get(id);
      return { id, name: number ? `Figure ${number}` : "The lead figure", title, svg };
    }),
    chapters: chapters.map(({ name, number, title, cells }) => ({
      name,
      title: `${number}. ${title}`,
      sentences: cells.filter(({ tags }) => !tags.some((tag) => UNTOLD.includes(tag)))
        .flatMap(({ outputs }) => outputs).filter(isText)
        .flatMap(({ data }) => sentencesOf(String(data["text/markdown"]))),
    })),
  };
}

/** Tables and figures have a form of their own beside the Markdown. */
const isText = ({ data }: Output): boolean =>
  "text/markdown" in data && !("text/html" in data) && !("image/svg+xml" in data);

/** The sentences of a Markdown text, as a reader sees them. */
export function sentencesOf(markdown: string): string[] {
  const blocks = markdown.replace(/^[ \t]*>[ \t]?/gm, "")
    .split(/\n\s*\n|\n(?=\s*(?:[-*]|\d+\.)\s)/);
  return blocks.flatMap((block) => sentences(plainOf(block)));
}

const plainOf = (markdown: string): string =>
  markdown.replace(/^\s*(?:[-*]|\d+\.|#+|:)\s+/, "")
    .replace(/<\/?span>|<(?=https?:)|(?<=<https?:[^\s>]*)>/g, "")
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/(?<!\\)(\*\*|[*`])/g, "")
    .replace(/\\(?=[!-/:-@[-`{-~])/g, "")
    .replace(/\s+/g, " ").trim();
