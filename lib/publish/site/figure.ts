/** A figure on a page: its number, its two pictures, and what a reader may take or look up. */
import type { Readings } from "../../figures/readings.ts";
import { escapeHtml } from "../../html.ts";
import type { FigureBundle } from "../chapters/notebook.ts";
import { dataOf } from "../downloads/figure_data.ts";
import { figureName } from "../downloads/figure_name.ts";
import { panelsAttribute, valuesHtml } from "./values.ts";

/** Where a figure stands, and what it is called there. */
export interface FigurePlace {
  /** `2`, or `2, again` where an earlier figure draws the same; the lead figure has none. */
  number: string | undefined;
  /** The folder of its files, beside the page: `figures`, or one in it. */
  folder: string;
  /** Address of the figure that draws the same earlier. */
  first?: string;
}

/** The folder of the pages of single figures that belong to a folder of their files. */
export const embedFolder = (folder: string): string => folder.replace(/^figures/, "embed");

/** The whole figure. Its tables scroll when `scrolling` has set them. */
export function figureHtml(figure: FigureBundle, place: FigurePlace): string {
  const { id, title } = figure;
  const { number, folder, first } = place;
  const [name, ...again] = figureName(number).split(/(?=, again$)/);
  const linked = first === undefined ? name : `<a href="${first}">${name}</a>`;
  const of = `<span class="hidden"> of ${name}, ${escapeHtml(title)}</span>`;
  const file = (ending: string, label: string) =>
    `<a href="${folder}/${id}.${ending}" download>${label}${of}</a>`;
  return `<figure id="${id}" aria-labelledby="${id}-label">
<figcaption id="${id}-label">${linked}${again.join("")}</figcaption>
${picturesHtml(figure)}
<div class="downloads">
${file("png", "PNG")}
${file("svg", "SVG")}
${file("csv", "Data (CSV)")}
<details class="values"><summary>As a table${of}</summary>
${valuesHtml(figure, name, () => dataOf(figure))}
</details>
<details class="embed"><summary>Embed${of}</summary>
${embedCode(figure, `${embedFolder(folder)}/${id}.html`)}
</details>
</div>
</figure>`;
}

/** The picture for a wide page and the one for a narrow page; the style sheet shows one of them. */
export const picturesHtml = ({ svg, narrow, readings }: FigureBundle): string =>
  [pictureHtml("wide", svg, readings.wide), pictureHtml("narrow", narrow, readings.narrow)].join(
    "\n",
  );

/** A picture for a page of a width, with the places where a pointer finds its values. */
export const pictureHtml = (width: "wide" | "narrow", svg: string, readings: Readings): string =>
  `<div class="${width}"${panelsAttribute(readings)}>${svg}</div>`;

/** Room below a picture for what an embedded page says of it, in px. */
const BELOW = 64;

/** How high a figure embedded alone is at most: the narrow picture is the higher one. */
export const embedHeight = ({ svg, narrow }: Pick<FigureBundle, "svg" | "narrow">): number =>
  Math.max(...[svg, narrow].map((it) => Number(/ height="(\d+)"/.exec(it)?.[1] ?? 0))) + BELOW;

/** What another page writes to show a page of ours. */
export const iframe = (page: string, title: string, height: number): string =>
  `<iframe src="${page}" title="${escapeHtml(title)}" width="100%" ` +
  `height="${height}" style="border: 0; max-width: 744px" loading="lazy"></iframe>`;

function embedCode(figure: FigureBundle, page: string): string {
  const code = iframe(page, figure.title, embedHeight(figure));
  return `<p>The figure alone is the page <a href="${page}">${page}</a>. Where this site has an ` +
    `address, another page shows the figure by this code:</p>\n` +
    `<pre><code>${escapeHtml(code)}</code></pre>`;
}
