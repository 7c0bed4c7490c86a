/** How a page of the site writes figures, tables, code, exercises. */
import { carded } from "./cards.ts";
import { figureHtml } from "./figure.ts";
import { raw, type Writer } from "../markup/markdown.ts";

/**
 * Writes chapters for the site.
 *
 * @param numbers what each figure is called, by its id
 * @param folder where its files lie, beside the page
 * @param first addresses of figures that draw the same earlier, by the id of the later one
 */
export function htmlWriter(
  numbers: Map<string, string>,
  folder = "figures",
  first = new Map<string, string>(),
): Writer {
  return {
    figure: (figure) => {
      const { id } = figure;
      const place = { number: numbers.get(id)!, folder, first: first.get(id) };
      return raw("html", figureHtml(figure, place));
    },
    table: (html) => raw("html", html),
    code: (code, outputs, { number, tags }) =>
      tags.includes("solution")
        ? `${code}\n\n${outputs}`
        : `${outputs}\n\n${
          folded("code", `Code<span class="hidden"> of step ${number}</span>`, code)
        }`,
    exercise: (body) => wrapped('<section class="exercise">', body, "</section>"),
    solution: (body) => folded("solution", "Solution", body),
    link: (chapter) => `${chapter}.html`,
  };
}

/** Tables that scroll by themselves on a narrow page; the keyboard reaches those that do. */
export function scrolling(html: string): string {
  return html.replace(/<table\b[\s\S]*?<\/table>/g, (table) => {
    const caption = /<caption>(.*?)<\/caption>/s.exec(table)?.[1].replace(/<[^>]+>/g, "");
    const label = (caption ?? "Table").replaceAll('"', "&quot;");
    return `<div class="scroll" role="group" tabindex="0" aria-label="${label}">${
      carded(table)
    }</div>`;
  });
}

const folded = (kind: string, summary: string, body: string): string =>
  wrapped(`<details class="${kind}"><summary>${summary}</summary>`, body, "</details>");

const wrapped = (before: string, body: string, after: string): string =>
  `${raw("html", before)}\n\n${body}\n\n${raw("html", after)}`;
