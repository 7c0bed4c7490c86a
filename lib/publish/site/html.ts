/** How a page of the site writes figures, tables, code, exercises. */
import { escapeHtml } from "../../html.ts";
import { HINT } from "../chapters/tags.ts";
import { figureHtml } from "./figure.ts";
import { raw, type Writer } from "../markup/markdown.ts";

/** What a page knows of what its chapter shows. */
export interface Shown {
  /** What each figure is called, by its id. */
  numbers: Map<string, string>;
  /** The folder of the figures' files, beside the page. */
  folder?: string;
  /** Addresses of figures that draw the same earlier, by the id of the later one. */
  first?: Map<string, string>;
  /** What the code of each cell is called, by the cell's number. */
  code?: Map<number, string>;
}

/** Writes chapters for the site. */
export function htmlWriter({ numbers, folder = "figures", first, code: names }: Shown): Writer {
  return {
    figure: (figure) => {
      const { id } = figure;
      const place = { number: numbers.get(id), folder, first: first?.get(id) };
      return raw("html", figureHtml(figure, place));
    },
    table: (html) => raw("html", html),
    code: (code, outputs, { number, tags }) =>
      tags.includes("solution")
        ? `${code}\n\n${outputs}`
        : `${outputs}\n\n${folded("code", codeSummary(names?.get(number)), code)}`,
    exercise: (body) => wrapped('<section class="exercise">', body, "</section>"),
    hint: (body) => folded("hint", "Hint", body.replace(HINT, "")),
    solution: (body) => folded("solution", "Solution", body),
    goals: (body) => folded("goals", "For teaching: goals, what comes before, time", body),
    teacher: () => "",
    link: (chapter, anchor) => `${chapter}.html${anchor ? `#${anchor}` : ""}`,
    anchor: (id) => [rawInline(`<dfn id="${id}">`), rawInline("</dfn>")],
  };
}

/** What makes a figure is seen beside it; of other code the place is said to those who only hear. */
function codeSummary(name = ""): string {
  const more = escapeHtml(name && ` ${name}`);
  return `Code${name.startsWith("of ") ? more : `<span class="hidden">${more}</span>`}`;
}

const folded = (kind: string, summary: string, body: string): string =>
  wrapped(`<details class="${kind}"><summary>${summary}</summary>`, body, "</details>");

const rawInline = (html: string): string => `\`${html}\`{=html}`;

const wrapped = (before: string, body: string, after: string): string =>
  `${raw("html", before)}\n\n${body}\n\n${raw("html", after)}`;
