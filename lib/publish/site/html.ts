/** How a page of the site writes figures, tables, code, exercises. */
import { escapeHtml } from "../../html.ts";
import { carded } from "./cards.ts";
import type { FigureBundle } from "../chapters/notebook.ts";
import { raw, type Writer } from "../markup/markdown.ts";

/**
 * Writes chapters for the site; `numbers` says what each figure is called, by its id, and
 * `folder` where its files lie beside the page.
 */
export function htmlWriter(numbers: Map<string, string>, folder = "figures"): Writer {
  return {
    figure: (figure) => raw("html", figureHtml(figure, numbers.get(figure.id)!, folder)),
    table: (html) => raw("html", html),
    code: (code, outputs, { number, tags }) =>
      tags.includes("solution")
        ? `${code}\n\n${outputs}`
        : `${outputs}\n\n${
          folded("code", `Code<span class="hidden"> of step ${number}</span>`, code)
        }`,
    exercise: (body) => wrapped('<section class="exercise">', body, "</section>"),
    solution: (body) => folded("solution", "Solution", body),
    link: (chapter, anchor) => `${chapter}.html${anchor ? `#${anchor}` : ""}`,
  };
}

/** A figure: the wide picture, the narrow one for phones, and what can be taken away. */
function figureHtml(figure: FigureBundle, number: string, folder: string): string {
  const { id, svg, narrow, title } = figure;
  const file = `${folder}/${id}`;
  const of = `<span class="hidden"> of figure ${number}, ${escapeHtml(title)}</span>`;
  return `<figure id="${id}">
<div class="wide">${svg}</div>
<div class="narrow">${narrow}</div>
<figcaption>Figure ${number}<span class="downloads"> · ` +
    `<a href="${file}.svg" download>Picture${of} (SVG)</a> · ` +
    `<a href="${file}.csv" download>Data${of} (CSV)</a></span></figcaption>
</figure>`;
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
