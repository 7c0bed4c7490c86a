/** Names at the right ends of lines and areas, pushed apart, each tied to its end by a thin line. */
import * as Plot from "@observablehq/plot";
import type { Layout } from "./frame.ts";
import { spread } from "./labels.ts";
import { tone } from "./palette.ts";
import { textWidth } from "./text.ts";

export interface EndLabel {
  /** Of the line or area, as it is read. */
  name: string;
  text: string;
  /** Where the line or area ends, in the units of the axes. */
  x: number;
  y: number;
  colour: string;
  fontWeight: 400 | 600;
}

/** From the end of the axis to the labels, in px. */
const REACH = 16;

/** Room at the right that the labels need; `least` where several charts share it. */
export function endLabelRoom(layout: Layout, labels: EndLabel[], least = 0): number {
  const widths = labels.map(({ text, fontWeight }) => textWidth(text, layout.label, fontWeight));
  return Math.ceil(Math.max(least, ...widths)) + REACH + 2;
}

export interface EndLabelScale {
  /** Of the values, from bottom to top. */
  domain: [number, number];
  /** Height of the chart in px. */
  pixels: number;
  /** The right end of the axis, and what one px is on it. */
  lastX: number;
  perPixel: number;
  /** From the end of a line to its tie, in px. */
  from: number;
}

/** The labels, each as near to the end of its line as the others allow, and their ties. */
export function endLabelMarks(
  layout: Layout,
  labels: EndLabel[],
  { domain: [low, high], pixels, lastX, perPixel, from }: EndLabelScale,
): Plot.Markish[] {
  const toPixel = (value: number) => (high - value) / (high - low) * pixels;
  const places = spread(labels.map(({ y }) => toPixel(y)), layout.label * 1.2, 4, pixels - 2)
    .map((place) => high - place / pixels * (high - low));
  const placed = labels.map((label, index) => ({ ...label, place: places[index] }));
  return [
    ...placed.map((label) =>
      Plot.link([label], {
        x1: ({ x }) => x + from * perPixel,
        x2: lastX + (REACH - 3) * perPixel,
        y1: "y",
        y2: "place",
        stroke: tone("axis"),
        strokeWidth: 0.75,
        ariaDescription: label.name,
      })
    ),
    ...placed.map((label) =>
      Plot.text([label], {
        x: () => lastX,
        y: "place",
        text: "text",
        dx: REACH,
        textAnchor: "start",
        fill: label.colour,
        fontWeight: label.fontWeight,
        ariaDescription: label.name,
      })
    ),
  ];
}
