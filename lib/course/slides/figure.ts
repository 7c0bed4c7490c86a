/**
 * A figure on a slide. The finding and what is measured become the slide's own text, and the picture is cut
 * to what it draws, so that its letters are as large as the slide allows.
 */
import { TYPE } from "../../figures/palette.ts";
import { escapeHtml } from "../../html.ts";
import type { FigureBundle } from "../../publish/chapters/notebook.ts";

/** The slide, in px; a screen of another size shows all of it larger or smaller. */
export const SLIDE = { width: 1280, height: 720 };

/** Room for a picture below the title, and beside it. */
const BELOW = { width: 1168, height: 440 };
const BESIDE = { width: 660, height: 616 };
const BESIDE_WIDE = { width: 840, height: 616 };

/** Letters of this size can be read from the last row; a picture that has them keeps its wide form. */
const READABLE = 17.5;

/** Empty margin of a picture that is cut off. */
const MARGIN = 8;

export interface SlideFigure {
  /** Where the picture stands: below the title, or beside it in one of two widths. */
  place: "below" | "beside" | "beside-wide";
  /** Size of the picture's labels on the slide, in px. */
  label: number;
  svg: string;
  /** The form for a narrow screen, where the slides are a page. */
  slim: string;
  /** How to read it, and its source. */
  notes: string;
}

/** The form of the figure whose letters are largest, the wide one below the title where that is large enough. */
export function slideFigure({ svg, narrow, source }: FigureBundle): SlideFigure {
  const [wide, slim] = [cut(svg), cut(narrow)];
  const forms = [
    form("below", wide, BELOW, TYPE.label.wide),
    form("beside-wide", wide, BESIDE_WIDE, TYPE.label.wide),
    form("beside", slim, BESIDE, TYPE.label.narrow),
  ].map((it) => ({ ...it, slim: slim.svg, notes: wide.notes || escapeHtml(source) }));
  const [below] = forms;
  return below.label >= READABLE
    ? below
    : forms.reduce((best, it) => it.label > best.label ? it : best);
}

interface Cut {
  svg: string;
  width: number;
  height: number;
  notes: string;
}

const form = (
  place: SlideFigure["place"],
  { svg, width, height }: Cut,
  room: { width: number; height: number },
  label: number,
) => ({
  place,
  label: label * Math.min(room.width / width, room.height / height),
  svg,
});

/**
 * The picture without the lines of text above and below it, which `lib/figures/frame.ts` writes before the
 * first group and after the last; a picture of another make stays whole.
 */
function cut(svg: string): Cut {
  const [, width, height] = /<svg\b[^>]*? width="(\d+)" height="(\d+)"/.exec(svg)!.map(Number);
  const [from, to] = [svg.indexOf("<g "), svg.lastIndexOf("</g>") + "</g>".length];
  const above = from < 0 ? [] : lines(svg.slice(0, from));
  const below = from < 0 ? [] : lines(svg.slice(to));
  if (above.length === 0 || below.length === 0) return { svg, width, height, notes: "" };
  const top = above.at(-1)!.y + 6;
  const bottom = below[0].y - TYPE.note.narrow - 2;
  const box = { width: width - 2 * MARGIN, height: bottom - top };
  const head = svg.slice(0, from).replace(/<text\b.*<\/text>/s, "")
    .replace(
      / width="\d+" height="\d+" viewBox="[^"]*"/,
      ` viewBox="${MARGIN} ${top} ${box.width} ${box.height}"`,
    );
  return {
    ...box,
    svg: `${head}${svg.slice(from, to)}</svg>`,
    notes: below.map(({ text }) => text).join(" "),
  };
}

const lines = (svg: string): { y: number; text: string }[] =>
  [...svg.matchAll(/<text x="[\d.]+" y="([\d.]+)"[^>]*>([^<]*)<\/text>/g)]
    .map(([, y, text]) => ({ y: Number(y), text }));

/** The figure as HTML, what it measures and how it is read beside the picture. */
export function slideFigureHtml(figure: FigureBundle, { svg, slim, notes }: SlideFigure): string {
  // A note comes from the picture, where it is escaped already.
  return `<p class="subtitle">${escapeHtml(figure.subtitle)}</p>
<figure>${
    svg === slim ? svg : `<div class="wide">${svg}</div><div class="slim">${slim}</div>`
  }</figure>
<p class="note">${notes}</p>`;
}
