/**
 * A change taken apart: one row for each part or member, bars left and right of zero, the figures in
 * columns. Shared by the share changes and the decompositions.
 */
import * as Plot from "@observablehq/plot";
import type { Layout } from "./frame.ts";
import { tone } from "./palette.ts";
import { textWidth, wrap } from "./text.ts";

export interface BarPart {
  value: number;
  /** Fill: a tone's hex, or `HATCHED`. */
  fill: string;
}

export interface BarRow {
  label: string;
  /** Drawn one after the other on their side of zero. */
  parts: BarPart[];
  /** Figures at the right, under the heads of the columns. */
  cells: string[];
  bold?: boolean;
  colour?: string;
  /** A rule above it: what follows is a sum, or a group of what was above. */
  ruled?: boolean;
}

export interface PartsBars {
  rows: BarRow[];
  /** Heads of the columns of figures; a coloured one names the part of that colour. */
  heads: { text: string; colour?: string }[];
  /** Marks that define patterns. */
  defs?: Plot.Markish[];
  /** A range shared with other panels. */
  domain?: [number, number];
}

interface Piece {
  label: string;
  from: number;
  to: number;
  fill: string;
}

const ROW = 25;
const HEAD = 24;

/** The rows as one plot, as high as its labels need. */
export function partsBars(layout: Layout, chart: PartsBars): Element {
  const { rows, heads, defs = [] } = chart;
  const size = layout.label;
  const left = Math.min(
    layout.pick(210, 150),
    Math.ceil(Math.max(...rows.map(({ label }) => textWidth(label, size, 600)))) + 10,
  );
  const columns = heads.map((head, index) =>
    Math.ceil(
      Math.max(
        textWidth(head.text, size, 600),
        ...rows.map(({ cells }) => textWidth(cells[index] ?? "", size, 600)),
      ),
    ) + layout.pick(16, 9)
  );
  const right = columns.reduce((sum, width) => sum + width, 0) + 4;
  const pieces = rows.flatMap(piecesOf);
  const domain = chart.domain ?? rangeOf(rows);
  const y = (row: BarRow | Piece) => row.label;
  const ink = (row: BarRow) => row.colour ?? tone("ink");
  const columnEnd = (index: number) =>
    columns.slice(0, index + 1).reduce((sum, width) => sum + width, 4);
  const lines = (row: BarRow) => wrap(row.label, left - 5, size, row.bold ? 600 : 400);
  const most = Math.max(...rows.map((row) => lines(row).length));
  const height = Math.max(ROW, most * size + 6);
  return layout.plot({
    height: HEAD + rows.length * height + 10,
    marginTop: HEAD,
    marginBottom: 10,
    marginLeft: left,
    marginRight: right,
    x: { domain, axis: null },
    y: { domain: rows.map(y), axis: null, padding: 0.3 },
    marks: [
      ...defs,
      ...heads.map((head, index) =>
        Plot.text([head.text], {
          frameAnchor: "top-right",
          textAnchor: "end",
          lineAnchor: "bottom",
          dx: columnEnd(index),
          dy: -6,
          fontWeight: head.colour ? 600 : 400,
          fill: head.colour ?? tone("muted"),
        })
      ),
      Plot.ruleY(rows.filter(({ ruled }) => ruled), {
        y,
        dy: -height / 2,
        insetLeft: -left,
        insetRight: -right,
        stroke: tone("grid"),
      }),
      Plot.barX(pieces, { x1: "from", x2: "to", y, fill: "fill" }),
      Plot.ruleX([0], { stroke: tone("axis") }),
      ...rows.flatMap((row) => [
        Plot.text([row], {
          y,
          text: (each: BarRow) => lines(each).join("\n"),
          frameAnchor: "left",
          textAnchor: "start",
          dx: -left,
          fontWeight: row.bold ? 600 : 400,
          fill: ink(row),
        }),
        ...row.cells.map((cell, index) =>
          Plot.text([row], {
            y,
            text: () => cell,
            frameAnchor: "right",
            textAnchor: "end",
            dx: columnEnd(index),
            fontWeight: row.bold ? 600 : 400,
            fill: ink(row),
          })
        ),
      ]),
    ],
  });
}

/** Bars of one row: those above zero to the right, those below to the left, each after the last. */
function piecesOf({ label, parts }: BarRow): Piece[] {
  let [below, above] = [0, 0];
  return parts.filter(({ value }) => value !== 0).map(({ value, fill }) => {
    const from = value < 0 ? below : above;
    if (value < 0) below += value;
    else above += value;
    return { label, from, to: from + value, fill };
  });
}

/** From the lowest to the highest end of the bars, zero included, never empty. */
function rangeOf(rows: BarRow[]): [number, number] {
  const ends = rows.flatMap(piecesOf).flatMap(({ from, to }) => [from, to]);
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  return low === high ? [0, 1] : [low, high];
}
