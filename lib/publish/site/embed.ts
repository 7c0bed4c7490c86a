/** Pages of one figure each, to be shown within the pages of others. */
import { escapeHtml } from "../../html.ts";
import { REPORT } from "../../report.ts";
import { type Chapter, type FigureBundle, figuresOf } from "../chapters/notebook.ts";
import { dataOf } from "../downloads/figure_data.ts";
import { figureName } from "../downloads/figure_name.ts";
import { embedFolder, picturesHtml } from "./figure.ts";
import { scrolling } from "./scrolling.ts";
import { typographic } from "./typography.ts";
import { valuesHtml } from "./values.ts";

/** Writes a page for each figure into the site; `figures` is the folder of their files in it. */
export async function writeEmbeds(
  site: string,
  chapters: Chapter[],
  numbers: Map<string, string>,
  figures = "figures",
): Promise<void> {
  const folder = embedFolder(figures);
  await Deno.mkdir(`${site}/${folder}`, { recursive: true });
  const up = "../".repeat(folder.split("/").length);
  const pages = new Map<string, string>();
  for (const { name, figure } of chapters.flatMap(shown)) {
    if (pages.has(figure.id)) continue;
    const called = figureName(numbers.get(figure.id)).replace(", again", "");
    pages.set(figure.id, embedPage(figure, called, `${up}${name}.html`, up));
  }
  await Promise.all(
    [...pages].map(([id, html]) => Deno.writeTextFile(`${site}/${folder}/${id}.html`, html)),
  );
}

const shown = (chapter: Chapter) =>
  figuresOf(chapter).map((figure) => ({ name: chapter.name, figure }));

/** A figure with its values, and the way to its place in the report; `up` leads to the site's folder. */
function embedPage(figure: FigureBundle, called: string, report: string, up: string): string {
  const { id, title } = figure;
  const body = `<figure aria-label="${called}">
${picturesHtml(figure)}
<div class="downloads">
<a href="${report}#${id}" target="_blank" rel="noopener">${escapeHtml(REPORT.title)}, ${called}</a>
<details class="values"><summary>As a table</summary>
${valuesHtml(figure, called, () => dataOf(figure))}
</details>
</div>
</figure>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(`${title} · ${REPORT.title}`)}</title>
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${up}style.css">
<script src="${up}readings.js" defer></script>
</head>
<body class="alone">
<main>
<h1 class="hidden">${escapeHtml(title)}</h1>
${typographic(scrolling(body))}
</main>
</body>
</html>
`;
}
