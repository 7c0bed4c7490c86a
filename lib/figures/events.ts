/** Events on a time axis: dotted rules from top to bottom, each with its label in a row of its own. */
import * as Plot from "@observablehq/plot";
import type { Layout } from "./frame.ts";
import { inRows } from "./labels.ts";
import { tone } from "./palette.ts";
import { textWidth } from "./text.ts";

export interface Event {
  /** On the axis of years. */
  x: number;
  label: string;
}

export interface EventMarks {
  marks: Plot.Markish[];
  /** Room for the labels above the plot. */
  marginTop: number;
}

const GAP = 3;

/**
 * @param scale px from the left end of the axis for a place on it, and how far labels may reach.
 */
export function eventMarks(
  layout: Layout,
  events: Event[],
  scale: { toPixel: (x: number) => number; end: number },
): EventMarks {
  const size = layout.label - 1;
  const line = Math.round(size * 1.35);
  const widths = events.map(({ x, label }) => ({
    at: scale.toPixel(x),
    width: textWidth(label, size) + GAP,
  }));
  const placed = inRows(widths, scale.end);
  const rows = Math.max(0, ...placed.map(({ row }) => row + 1));
  const marks = events.flatMap(({ x, label }, index) => {
    const { row, anchor } = placed[index];
    const dy = (row - rows) * line - 1;
    return [
      Plot.ruleX([x], {
        stroke: tone("muted"),
        strokeWidth: 0.75,
        strokeDasharray: "2,3",
        insetTop: dy + 2,
      }),
      Plot.text([label], {
        x: () => x,
        frameAnchor: "top",
        lineAnchor: "top",
        textAnchor: anchor,
        dx: anchor === "start" ? GAP : -GAP,
        dy,
        fontSize: size,
        fill: tone("muted"),
      }),
    ];
  });
  return { marks, marginTop: rows * line + 10 };
}
