/**
 * The frame of every figure: the finding above, measure and unit below it, the picture, notes and
 * source at the foot, all inside one SVG, once for a wide page and once for a narrow one.
 */
import * as Plot from "@observablehq/plot";
import type { DrawnTable } from "./drawn.ts";
import type { Figure } from "./figure.ts";
import { FONT, tone, type ToneName, TYPE } from "./palette.ts";
import { panelsAt, type Readings } from "./readings.ts";
import { document } from "./document.ts";
import { lengthOf, plotGroup } from "./svg.ts";
import { escapeXml, held, type Weight, wrapEvenly } from "./text.ts";

const WIDE = 720;
const NARROW = 360;
/** How long the last line of a text is at least, as a part of its longest line. */
const LAST_LINE = { title: 0.6, subtitle: 0.25, label: 0, note: 0.1 };

/** The page that a picture is drawn for. */
export interface Layout {
  /** Width for the picture, in px: that of the page less its margins. */
  width: number;
  narrow: boolean;
  /** Size of labels in px, and of what is said beside them. */
  label: number;
  small: number;
  /** Chooses by page. */
  pick<Value>(wide: Value, narrow: Value): Value;
  /** `Plot.plot` in the document that the frame needs, as wide as the picture unless told. */
  plot(options: Plot.PlotOptions): Element;
}

/** What a figure function says; the frame does the rest. */
export interface Composition {
  id: string;
  title: string;
  subtitle: string;
  source: string;
  alt: string;
  data: DrawnTable;
  /** How to read the picture, above the source. */
  notes?: string[];
  /** Draws the picture for a page: one plot, or rows of plots from top to bottom. */
  draw(layout: Layout): Element | (Element | Element[])[];
}

/**
 * A figure from its parts. The picture for a narrow page is drawn when it is first asked for: a wide
 * page that draws figures for its reader never asks.
 *
 * @throws Error when Plot warns or a colour is not of the palette: a figure is whole or not at all.
 */
export function figure(composition: Composition): Figure {
  const { id, title, subtitle, source, alt, data } = composition;
  const wide = composed(composition, WIDE);
  let drawn: Picture | undefined;
  const narrow = () => drawn ??= composed(composition, NARROW);
  return {
    ...{ id, title, subtitle, source, alt, data, svg: wide.svg },
    get narrow() {
      return narrow().svg;
    },
    readings: {
      wide: wide.readings,
      get narrow() {
        return narrow().readings;
      },
    },
  };
}

interface Picture {
  svg: string;
  readings: Readings;
}

function composed(composition: Composition, pageWidth: number): Picture {
  const { id, title, subtitle, source, alt, notes = [] } = composition;
  const page = pageWidth === NARROW ? "narrow" : "wide";
  const prefix = `${id}-${page}`;
  const margin = page === "narrow" ? 8 : 12;
  const width = pageWidth - 2 * margin;
  const size = TYPE.label[page];
  const parts: string[] = [];
  const readings: Readings = [];
  let y = margin;
  const write = (text: string, kind: keyof typeof TYPE, color: ToneName, weight: Weight) => {
    const size = TYPE[kind][page];
    for (const line of wrapEvenly(held(text), width, size, weight, LAST_LINE[kind])) {
      y += Math.round(size * 1.3);
      parts.push(
        `<text x="${margin}" y="${y}" font-size="${size}" font-weight="${weight}" ` +
          `fill="${tone(color)}" textLength="${lengthOf(line, size, weight)}" ` +
          `lengthAdjust="spacingAndGlyphs">${escapeXml(line)}</text>`,
      );
    }
  };
  write(title, "title", "ink", 600);
  y += 4;
  write(subtitle, "subtitle", "muted", 400);
  y += 12;
  for (const row of [composition.draw(layoutOf(page, width))].flat()) {
    let x = margin;
    const plots = [row].flat();
    for (const plot of plots) {
      readings.push(...panelsAt(plot, x, y));
      parts.push(plotGroup(plot, { prefix: `${prefix}-${parts.length}`, x, y, size }));
      x += Number(plot.getAttribute("width"));
    }
    y += Math.max(...plots.map((plot) => Number(plot.getAttribute("height"))));
  }
  y += 4;
  for (const text of [...notes, source]) {
    write(text, "note", "muted", 400);
    y += 3;
  }
  const height = y + margin;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${pageWidth}" height="${height}" ` +
    `viewBox="0 0 ${pageWidth} ${height}" font-family="${FONT}" font-size="${size}" ` +
    `role="img" aria-labelledby="${prefix}-title ${prefix}-desc">` +
    `<title id="${prefix}-title">${escapeXml(title)}</title>` +
    `<desc id="${prefix}-desc">${escapeXml(alt)}</desc>` +
    `<rect width="${pageWidth}" height="${height}" fill="${tone("paper")}"/>` +
    `${parts.join("")}</svg>`;
  return { svg, readings };
}

function layoutOf(page: "wide" | "narrow", width: number): Layout {
  const narrow = page === "narrow";
  return {
    width,
    narrow,
    label: TYPE.label[page],
    small: TYPE.note[page],
    pick: (forWide, forNarrow) => narrow ? forNarrow : forWide,
    plot: (options) => Plot.plot({ width, ...options, document }) as unknown as Element,
  };
}
