/** A share at two times for each of several classes: a hollow dot, a full one, a line between them. */
import * as Plot from "@observablehq/plot";
import { percent } from "../format.ts";
import type { Layout } from "./frame.ts";
import { tone } from "./palette.ts";
import { textWidth } from "./text.ts";

export interface ClassDots {
  label: string;
  /** Fractions. */
  then: number;
  now: number;
}

const HEAD = 30;
/** Keeps the grid lines off the figures. */
const halo = { fill: tone("ink"), stroke: tone("paper"), strokeWidth: 4 };

/** The rows from top to bottom, under the names of the two times. */
export function classDots(
  layout: Layout,
  rows: ClassDots[],
  names: string[],
  colour: string,
): Element {
  const narrowLabel = (label: string) => layout.narrow ? label.replace(" (", "\n(") : label;
  const label = (row: ClassDots) => narrowLabel(row.label);
  const widest = Math.max(
    ...rows.flatMap((row) => label(row).split("\n")).map((text) => textWidth(text, layout.label)),
  );
  const value = Math.ceil(textWidth("100.0%", layout.label, 600)) + 8;
  const left = Math.ceil(widest) + value + 6;
  const y = { y: (row: ClassDots) => row.label };
  const head = Math.ceil(textWidth(names[0], layout.label)) + 30;
  return layout.plot({
    height: HEAD + rows.length * layout.pick(28, 34) + 24,
    marginTop: HEAD,
    marginBottom: 24,
    marginLeft: left,
    marginRight: value + 4,
    x: { domain: [0, 1] },
    y: { domain: rows.map((row) => row.label), axis: null, padding: 0.2 },
    marks: [
      Plot.gridX([0, 0.25, 0.5, 0.75, 1], { stroke: tone("grid"), strokeOpacity: 1 }),
      Plot.axisX([0, 0.5, 1], {
        tickSize: 0,
        label: null,
        fill: tone("muted"),
        tickFormat: (share: number) => percent(share, 0),
      }),
      Plot.link(rows, {
        ...{ x1: "then", x2: "now", y1: y.y, y2: y.y },
        stroke: colour,
        strokeWidth: 2,
      }),
      Plot.dot(rows, {
        x: "then",
        ...y,
        r: 4,
        fill: tone("paper"),
        stroke: colour,
        strokeWidth: 1.5,
      }),
      Plot.dot(rows, { x: "now", ...y, r: 4.5, fill: colour }),
      Plot.text(rows, {
        ...{ x: (row: ClassDots) => Math.min(row.then, row.now), ...y },
        text: (row: ClassDots) => percent(Math.min(row.then, row.now)),
        textAnchor: "end",
        dx: -8,
        ...halo,
      }),
      Plot.text(rows, {
        ...{ x: (row: ClassDots) => Math.max(row.then, row.now), ...y },
        text: (row: ClassDots) => percent(Math.max(row.then, row.now)),
        textAnchor: "start",
        dx: 9,
        fontWeight: 600,
        ...halo,
      }),
      Plot.text(rows, {
        ...{ ...y, text: label, frameAnchor: "left", textAnchor: "start", dx: -left },
        lineHeight: 1.15,
      }),
      ...names.flatMap((name, place) =>
        legend(name, layout.pick(0, -left) + place * head, place === 1, colour)
      ),
    ],
  });
}

/** A dot and the months it stands for, above the picture. */
function legend(name: string, dx: number, full: boolean, colour: string): Plot.Markish[] {
  return [
    Plot.dot([0], {
      ...{ frameAnchor: "top-left", dx: dx + 5, dy: -16, r: 4 },
      fill: full ? colour : tone("paper"),
      stroke: colour,
      strokeWidth: 1.5,
    }),
    Plot.text([name], {
      ...{ frameAnchor: "top-left", textAnchor: "start", lineAnchor: "middle" },
      ...{ dx: dx + 14, dy: -16, fill: tone("muted") },
    }),
  ];
}
