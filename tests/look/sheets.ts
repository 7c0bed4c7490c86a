/** Contact sheets of figures: pages of HTML that hold many of them, as the site's reader sees them. */
import type { Figure } from "../../lib/figures/mod.ts";
import { escapeHtml } from "../../lib/html.ts";
import { PALETTE } from "../../lib/figures/palette.ts";
import { paletteCss } from "../../lib/publish/site/colours.ts";
import { ROOT } from "../../lib/root.ts";

/** One way of looking at all figures. */
export interface Look {
  name: string;
  /** Which of the two drawings. */
  drawing: "svg" | "narrow";
  columns: number;
  dark?: boolean;
  /** A filter of CSS over the figures. */
  filter?: string;
}

export const LOOKS: Look[] = [
  { name: "wide", drawing: "svg", columns: 3 },
  { name: "phone", drawing: "narrow", columns: 6 },
  { name: "dark", drawing: "svg", columns: 3, dark: true },
  { name: "grey", drawing: "svg", columns: 3, filter: "grayscale(1)" },
  { name: "deuteranopia", drawing: "svg", columns: 3, filter: "url(#deuteranopia)" },
];

/** Sheets are no taller than this, in px, so that any viewer opens them and the type can be read. */
const TALLEST = 2200;
const GAP = 12;

/** Without the cones for green: Machado, Oliveira and Fernandes (2009), severity 1, in linear RGB. */
const DEUTERANOPIA = `<svg width="0" height="0"><filter id="deuteranopia"
  color-interpolation-filters="linearRGB"><feColorMatrix type="matrix" values="
  0.367322 0.860646 -0.227968 0 0
  0.280085 0.672501 0.047413 0 0
  -0.011820 0.042940 0.968881 0 0
  0 0 0 1 0"/></filter></svg>`;

/** Figures dealt out to sheets, in order, each sheet as full as its columns allow. */
export function dealt(figures: Figure[], { drawing, columns }: Look): Figure[][][] {
  const sheets: Figure[][][] = [];
  let [column, filled] = [columns, 0];
  for (const figure of figures) {
    const height = sizeOf(figure[drawing]).height + GAP;
    if (column < columns && filled + height > TALLEST) [column, filled] = [column + 1, 0];
    if (column === columns) {
      sheets.push(Array.from({ length: columns }, () => []));
      [column, filled] = [0, 0];
    }
    sheets.at(-1)![column].push(figure);
    filled += height;
  }
  return sheets;
}

/** A sheet as a page that asks for nothing else; each figure has its id above it. */
export async function sheetHtml(columns: Figure[][], look: Look): Promise<string> {
  const figures = columns.map((of) =>
    `<div>${
      of.map((each) => `<figure><p>${escapeHtml(each.id)}</p>${each[look.drawing]}</figure>`)
        .join("")
    }</div>`
  );
  return `<!doctype html><meta charset="utf-8"><meta name="color-scheme" content="light dark">
<style>${await fontFaces()}${paletteCss(PALETTE)}
body { margin: 0; padding: ${GAP}px; display: inline-flex; gap: ${GAP}px; background: var(--grid); }
figure { margin: 0 0 ${GAP}px; filter: ${look.filter ?? "none"}; }
figure svg { display: block; }
p { margin: 0; font: 11px/16px monospace; color: var(--ink); height: 16px; }
</style>${DEUTERANOPIA}${figures.join("")}`;
}

/** Width and height of a picture, in px. */
export function sizeOf(svg: string): { width: number; height: number } {
  const [, , width, height] = /viewBox="(\S+) (\S+) (\S+) (\S+)"/.exec(svg)!.slice(1).map(Number);
  return { width, height };
}

async function fontFaces(): Promise<string> {
  const faces = [["Regular", "normal", 400], ["SemiBold", "normal", 600], [
    "Italic",
    "italic",
    400,
  ]];
  return (await Promise.all(faces.map(async ([file, style, weight]) => {
    const bytes = await Deno.readFile(`${ROOT}/lib/publish/fonts/Inter-${file}.ttf`);
    return `@font-face { font-family: Inter; font-style: ${style}; font-weight: ${weight}; ` +
      `src: url(data:font/ttf;base64,${bytes.toBase64()}); }\n`;
  }))).join("");
}
