/** Values that a title says, written at their places on the lines. */
import * as Plot from "@observablehq/plot";
import { tone } from "./palette.ts";

/** From a value to the middle of its text, downwards in px. */
export const OFFSET = { above: -14, below: 13 };

/** Whether a text fits between a value and the axis from zero that lies `height` px below `top`. */
export const hasRoomBelow = (value: number, { top, height }: { top: number; height: number }) =>
  value / top * height > 20;

export interface MarkedValue {
  /** Of the line. */
  name: string;
  colour: string;
  x: number;
  y: number;
  text: string;
  /** Where its text lies; `above` unless told. */
  side?: keyof typeof OFFSET;
  /** What of the text stands at the place; its middle unless told. */
  anchor?: "start" | "middle" | "end";
}

/** The values, each with a dot on its line. */
export const valueMarks = (values: MarkedValue[]): Plot.Markish[] =>
  values.flatMap(({ name, colour, x, y, text, side = "above", anchor = "middle" }) => {
    const own = { x: () => x, y: () => y, fill: colour, ariaDescription: name };
    return [
      Plot.dot([0], { ...own, r: 3 }),
      Plot.text([text], {
        ...own,
        textAnchor: anchor,
        dy: OFFSET[side],
        fontWeight: 600,
        stroke: tone("paper"),
        strokeWidth: 4,
      }),
    ];
  });
