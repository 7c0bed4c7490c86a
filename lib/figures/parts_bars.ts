/**
 * A change taken apart: one row for each part or member, bars left and right of zero with their value at
 * the end, further figures in columns. Shared by the share changes and the decompositions.
 */
import * as Plot from "@observablehq/plot";
import { type BarRow, type Piece, piecesOf, rangeOf, valueEnd } from "./bar_pieces.ts";
import type { Layout } from "./frame.ts";
import { tone } from "./palette.ts";
import { textWidth, wrap } from "./text.ts";

export type { BarRow };

export interface PartsBars {
  rows: BarRow[];
  /** Heads of the columns of figures; a coloured one names the part of that colour. */
  heads: { text: string; colour?: string }[];
  /** Marks that define patterns. */
  defs?: Plot.Markish[];
}

const ROW = 25;
const HEAD = 24;
/** Above a panel without heads. */
const TOP = 6;
/** Between a bar and its value. */
const GAP = 6;

/** The rows as one plot, as high as its labels need. */
export const partsBars = (layout: Layout, chart: PartsBars): Element =>
  barPanels(layout, [chart])[0];

/**
 * Several plots, one below the other, that the eye may compare: zero at one place, one px per point,
 * columns in line. All have as many heads.
 */
export function barPanels(layout: Layout, charts: PartsBars[]): Element[] {
  const rows = charts.flatMap((chart) => chart.rows);
  const size = layout.label;
  const left = Math.min(
    layout.pick(230, 168),
    Math.ceil(Math.max(...rows.map(({ label }) => textWidth(label, size, 600)))) + 10,
  );
  const columns = charts[0].heads.map((_, index) => {
    const cells = [
      ...charts.map(({ heads }) => heads[index].text),
      ...rows.map(({ cells = [] }) => cells[index] ?? ""),
    ];
    return Math.ceil(Math.max(...cells.map((cell) => textWidth(cell, size, 600)))) +
      layout.pick(16, 9);
  });
  const right = columns.reduce((sum, width) => sum + width, 4);
  const domain = rangeOf(
    rows,
    layout.width - left - right,
    ({ value }) => textWidth(value, size, 600) + GAP,
  );
  return charts.map((chart) => panel(layout, chart, { left, columns, domain }));
}

interface Room {
  left: number;
  /** Widths of the columns of figures. */
  columns: number[];
  domain: [number, number];
}

function panel(layout: Layout, chart: PartsBars, { left, columns, domain }: Room): Element {
  const { rows, heads, defs = [] } = chart;
  const size = layout.label;
  const right = columns.reduce((sum, width) => sum + width, 4);
  const top = heads.some(({ text }) => text !== "") ? HEAD : TOP;
  const pieces = rows.flatMap(piecesOf);
  const y = (row: BarRow | Piece) => row.label;
  const ink = (row: BarRow) => row.colour ?? tone("ink");
  const columnEnd = (index: number) =>
    columns.slice(0, index + 1).reduce((sum, width) => sum + width, 4);
  const lines = (row: BarRow) => wrap(row.label, left - 5, size, row.bold ? 600 : 400);
  const most = Math.max(...rows.map((row) => lines(row).length));
  const height = Math.max(ROW, most * size + 6);
  return layout.plot({
    height: top + rows.length * height + 10,
    marginTop: top,
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
      ...rows.flatMap(({ label, range }) => range ? [whisker(label, range)] : []),
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
        Plot.text([row], {
          y,
          x: (each: BarRow) => valueEnd(each).at,
          text: "value",
          textAnchor: valueEnd(row).left ? "end" : "start",
          dx: valueEnd(row).left ? -GAP : GAP,
          fontWeight: row.bold ? 600 : 400,
          fill: ink(row),
        }),
        ...(row.cells ?? []).map((cell, index) =>
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

/** A line with ends, light where it lies on the bar. */
const whisker = (label: string, [x1, x2]: [number, number]): Plot.Markish => [
  Plot.ruleY([label], {
    y: () => label,
    x1: () => x1,
    x2: () => x2,
    stroke: tone("onMark"),
    strokeWidth: 4,
  }),
  Plot.ruleY([label], {
    y: () => label,
    x1: () => x1,
    x2: () => x2,
    stroke: tone("ink"),
    strokeWidth: 1.5,
  }),
];
