/** Slides as one HTML file: it holds its style, type and scripts, and asks for nothing. */
import { createRequire } from "node:module";
import { FONT, PALETTE } from "../../figures/palette.ts";
import { escapeHtml } from "../../html.ts";
import { linked, raw } from "../../publish/markup/markdown.ts";
import { convert } from "../../publish/markup/pandoc.ts";
import { paletteCss } from "../../publish/site/colours.ts";
import { plainText } from "../../publish/site/text.ts";
import { typographic } from "../../publish/site/typography.ts";
import type { Chapter } from "../../publish/chapters/notebook.ts";
import { REPORT } from "../../report.ts";
import { ROOT } from "../../root.ts";
import { slideFigure, slideFigureHtml } from "./figure.ts";
import { type Shown, type Slide, slidesOf } from "./slides.ts";

/** What every deck carries. */
export interface DeckAssets {
  css: string;
  scripts: string[];
}

const HERE = `${ROOT}/lib/course/slides`;

const FACES = [["Regular", 400, "normal"], ["Italic", 400, "italic"], ["SemiBold", 600, "normal"]];

/** reveal.js, its speaker's view, the report's palette and type, and the deck's own style and keys. */
export async function deckAssets(): Promise<DeckAssets> {
  const ofPackage = (path: string) =>
    Deno.readTextFile(createRequire(import.meta.url).resolve(path));
  const [reveal, notes, layout, style, keys, faces] = await Promise.all([
    ofPackage("reveal.js"),
    ofPackage("reveal.js/plugin/notes"),
    ofPackage("reveal.js/reveal.css"),
    Deno.readTextFile(`${HERE}/deck.css`),
    Deno.readTextFile(`${HERE}/deck.js`),
    Promise.all(FACES.map(async ([name, weight, style]) => {
      const bytes = await Deno.readFile(`${ROOT}/lib/publish/fonts/Inter-${name}.woff2`);
      return `@font-face { font-family: Inter; font-weight: ${weight}; font-style: ${style}; ` +
        `src: url(data:font/woff2;base64,${bytes.toBase64()}) format("woff2"); }`;
    })),
  ]);
  const palette = `${paletteCss(PALETTE)}:root { --font: ${FONT}; }`;
  return { css: [layout, ...faces, palette, style].join("\n"), scripts: [reveal, notes, keys] };
}

/** The deck of a chapter as HTML. */
export async function deckHtml(
  chapter: Chapter,
  pandoc: string,
  { css, scripts }: DeckAssets,
): Promise<string> {
  const slides = slidesOf(chapter);
  const sections = typographic(
    await convert(pandoc, slides.map(slideMarkdown).join("\n\n"), "html"),
  );
  const name = `${chapter.number}. ${chapter.title}`;
  return `<!doctype html>
<html lang="en" class="print-pdf">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(`${name} · Slides · ${REPORT.title}`)}</title>
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<script>${FIRST}</script>
<style>
${css}
</style>
</head>
<body>
<main>
<h1 class="hidden">${escapeHtml(name)}</h1>
<div class="reveal">
<div class="slides">
${sections}
</div>
</div>
</main>
${bar(chapter)}
${
    scripts.map((script) => `<script>${script.replaceAll("</script", "<\\/script")}</script>`).join(
      "\n",
    )
  }
</body>
</html>
`;
}

/** Before the first paint: the colors that the reader chose on any page of the report. */
const FIRST =
  `try{const t=localStorage.getItem("colors");if(t)document.documentElement.dataset.theme=t}catch{}`;

/** What can be done, for a hand that knows no keys. */
const bar = ({ name }: Chapter): string =>
  `<nav class="bar" aria-label="Slides">
<a href="../index.html">Course</a>
<a href="../student/${name}.ipynb" download>Notebook</a>
<button type="button" data-do="overview">Overview <kbd>O</kbd></button>
<button type="button" data-do="notes" aria-pressed="false">Notes <kbd>N</kbd></button>
<button type="button" data-do="speaker">Speaker’s view <kbd>S</kbd></button>
<button type="button" data-do="colors">Colors <kbd>C</kbd></button>
<button type="button" data-do="print">Print</button>
<button type="button" data-do="help">Keys <kbd>?</kbd></button>
</nav>`;

/** A slide as Markdown with the elements of the deck around it. */
function slideMarkdown(slide: Slide): string {
  const { id, section, title, shown, notes } = slide;
  const figure = shown.kind === "figure" ? slideFigure(shown.figure) : undefined;
  const body = figure && shown.kind === "figure"
    ? raw("html", slideFigureHtml(shown.figure, figure))
    : bodyMarkdown(shown);
  const looks = [shown.kind, figure?.place ?? sizeOf(body)].join(" ");
  return [
    raw(
      "html",
      `<section id="${id}" class="${looks}" aria-labelledby="${id}-title"><div class="slide">`,
    ),
    kicker(shown, section),
    `## ${prose(title)} {#${id}-title}`,
    raw("html", `<div class="body">`),
    body,
    raw("html", `</div></div>`),
    ...(notes.length > 0
      ? [raw("html", `<aside class="notes">`), ...notes.map(prose), raw("html", `</aside>`)]
      : []),
    raw("html", `</section>`),
  ].join("\n\n");
}

function kicker(shown: Shown, section: string): string {
  const text = shown.kind === "exercise"
    ? `${shown.exercise.kind}, ${shown.exercise.level}, ${shown.exercise.minutes} minutes`
    : prose(section);
  return text && [raw("html", `<div class="section">`), text, raw("html", `</div>`)].join("\n\n");
}

function bodyMarkdown(shown: Shown): string {
  switch (shown.kind) {
    case "title":
      return prose(shown.question);
    case "goals": {
      const { goals, before, minutes } = shown.goals;
      const time = minutes.exercises > 0 ? `, and ${minutes.exercises} for the exercises` : "";
      return [
        "After this chapter you can",
        goals.map((goal) => `- ${prose(goal)}`).join("\n"),
        `**Before it.** ${prose(before)}`,
        `**Time.** ${minutes.chapter} minutes${time}.`,
      ].join("\n\n");
    }
    case "cell":
      return shown.parts.map((part) =>
        part.kind === "table" ? raw("html", part.html) : prose(part.markdown)
      ).join("\n\n");
    case "meaning":
      return [["It means", shown.means], ["It does not mean", shown.not]]
        .filter(([, text]) => text !== "")
        .map(([head, text]) =>
          `${raw("html", "<div>")}\n\n### ${head}\n\n${prose(text)}\n\n${raw("html", "</div>")}`
        )
        .join("\n\n");
    case "exercise":
      return prose(shown.exercise.question);
    case "figure":
      return "";
  }
}

/** Text of a chapter; slides lead nowhere within the report. */
const prose = (markdown: string): string => linked(markdown, { link: () => null });

/** Letters as large as the text leaves room for; a table counts by its rows. */
function sizeOf(body: string): string {
  const rows = body.split("<tr").length - 1;
  const { length } = plainText(body);
  const [size, sizes] = rows > 0
    ? [rows, [[5, "large"], [8, "medium"], [11, "small"]] as const]
    : [length, [[210, "huge"], [480, "large"], [850, "medium"], [1600, "small"]] as const];
  return sizes.find(([most]) => size <= most)?.[1] ?? "least";
}
