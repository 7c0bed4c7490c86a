/**
 * Bars from zero made of parts that follow each other: a key above, values in columns at the right, and
 * a line to measure them by. Shared by the figures of Mexico's and Canada's part in technology.
 */
import * as Plot from "@observablehq/plot";
import { keyMarks, keyRows, referenceMarks } from "./bar_marks.ts";
import type { Layout } from "./frame.ts";
import { tone } from "./palette.ts";
import { textWidth, wrap } from "./text.ts";

export interface StackedPart {
  value: number;
  fill: string;
  /** Written inside, where there is room. */
  text?: string;
}

export interface StackedRow {
  label: string;
  parts: StackedPart[];
  /** Values at the right, under the heads. */
  cells: string[];
  bold?: boolean;
  colour?: string;
  /** A rule above it: another kind of row begins. */
  ruled?: boolean;
}

export interface StackedBars {
  rows: StackedRow[];
  heads: string[];
  /** Names of the parts, each with the colour of its fill; one without is a heading. */
  key?: { text: string; colour?: string }[];
  /** Rows of all panels of a figure, so that they share their margins; those of this one unless told. */
  measure?: StackedRow[];
  /** End of the scale, which begins at zero; the longest bar unless told. */
  end?: number;
  /** A line across all bars, named above them. */
  reference?: { at: number; label: string };
}

const KEY = 22;
/** A second row of the key, where one does not hold it. */
const KEY_ROW = 18;
/** Fewer rows than this are higher. */
const FEW = 4;
/** Heads of the columns, and the name of the line. */
const HEADS = 20;

/** The rows as one plot, as high as its labels need. */
export function stackedBars(layout: Layout, chart: StackedBars): Element {
  const { rows, heads, key = [], reference, measure = rows } = chart;
  const size = layout.label;
  const weight = (row: StackedRow) => row.bold ? 600 as const : 400 as const;
  const widest = Math.max(...measure.map((row) => textWidth(row.label, size, weight(row))));
  const left = Math.min(layout.pick(236, 136), Math.ceil(widest) + 10);
  const lines = (row: StackedRow) => wrap(row.label, left - 8, size, weight(row));
  const columns = heads.map((head, index) =>
    Math.ceil(Math.max(
      textWidth(head, size),
      ...measure.map((row) => textWidth(row.cells[index] ?? "", size, 600)),
    )) + layout.pick(14, 9)
  );
  const right = columns.reduce((sum, width) => sum + width, 2);
  const columnEnd = (index: number) =>
    columns.slice(0, index + 1).reduce((sum, width) => sum + width, 2);
  const most = Math.max(...rows.map((row) => lines(row).length));
  const height = Math.max(
    rows.length < FEW ? 34 : layout.pick(25, 24),
    most * Math.ceil(size * 1.15) + 7,
  );
  const keys = keyRows(key, size, layout.width);
  const marginTop = KEY + HEADS + Math.max(0, keys.length - 1) * KEY_ROW;
  const length = ({ parts }: StackedRow) => parts.reduce((sum, { value }) => sum + value, 0);
  const end = chart.end ?? Math.max(...rows.map(length));
  const place = (row: StackedRow) => String(rows.indexOf(row));
  const pieces = rows.flatMap((row) => piecesOf(row, place(row)));
  const perUnit = (layout.width - left - right) / end;
  const ink = (row: StackedRow) => row.colour ?? tone("ink");
  return layout.plot({
    height: marginTop + rows.length * height + 6,
    marginTop,
    marginBottom: 6,
    marginLeft: left,
    marginRight: right,
    x: { domain: [0, end], axis: null },
    y: { domain: rows.map(place), axis: null, padding: 0.3 },
    marks: [
      ...keys.flatMap((row, place) => keyMarks(row, size, left, marginTop - place * KEY_ROW)),
      ...heads.map((head, index) =>
        Plot.text([head], {
          frameAnchor: "top-right",
          textAnchor: "end",
          lineAnchor: "bottom",
          dx: columnEnd(index),
          dy: -4,
          fill: tone("muted"),
        })
      ),
      Plot.ruleY(rows.filter(({ ruled }) => ruled), {
        y: place,
        dy: -height / 2,
        insetLeft: -left,
        insetRight: -right,
        stroke: tone("grid"),
      }),
      Plot.barX(pieces, { x1: "from", x2: "to", y: "row", fill: "fill" }),
      Plot.text(pieces.filter(({ from, to, text }) => hasRoom(text, (to - from) * perUnit, size)), {
        x: (piece: Piece) => (piece.from + piece.to) / 2,
        y: "row",
        text: "text",
        fill: tone("onMark"),
        fontWeight: 600,
      }),
      Plot.ruleX([0], { stroke: tone("axis") }),
      ...(reference ? referenceMarks(reference, end, perUnit, size) : []),
      ...rows.flatMap((row) => [
        Plot.text([row], {
          y: place,
          text: () => lines(row).join("\n"),
          frameAnchor: "left",
          textAnchor: "start",
          dx: -left,
          lineHeight: 1.15,
          fontWeight: weight(row),
          fill: ink(row),
        }),
        ...row.cells.map((cell, index) =>
          Plot.text([row], {
            y: place,
            text: () => cell,
            frameAnchor: "right",
            textAnchor: "end",
            dx: columnEnd(index),
            fontWeight: weight(row),
            fill: ink(row),
          })
        ),
      ]),
    ],
  });
}

interface Piece {
  row: string;
  from: number;
  to: number;
  fill: string;
  text?: string;
}

function piecesOf({ parts }: StackedRow, row: string): Piece[] {
  let from = 0;
  return parts.filter(({ value }) => value > 0).map(({ value, fill, text }) => {
    const piece = { row, from, to: from + value, fill, text };
    from += value;
    return piece;
  });
}

const hasRoom = (text: string | undefined, width: number, size: number): boolean =>
  text !== undefined && textWidth(text, size, 600) + 2 <= width;
