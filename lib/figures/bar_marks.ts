/** What stands above bars: the key to their parts, and a line that they are measured by. */
import * as Plot from "@observablehq/plot";
import { tone } from "./palette.ts";
import { textWidth } from "./text.ts";

const GAP = 14;

interface KeyPart {
  text: string;
  colour?: string;
}

const widthOf = ({ text, colour }: KeyPart, size: number): number =>
  (colour === undefined ? 0 : Math.ceil(textWidth("■", size, 600)) + 4) +
  Math.ceil(textWidth(text, size, 600));

/** The parts of a key in as many rows as they need. */
export function keyRows<Part extends KeyPart>(key: Part[], size: number, width: number): Part[][] {
  const rows: Part[][] = [];
  let left = 0;
  for (const part of key) {
    const own = widthOf(part, size);
    if (rows.length === 0 || own > left) {
      rows.push([]);
      left = width;
    }
    rows.at(-1)!.push(part);
    left -= own + GAP;
  }
  return rows;
}

/** Names of the parts in a row at the top, from the left edge of the figure. */
export function keyMarks(
  key: KeyPart[],
  size: number,
  left: number,
  marginTop: number,
): Plot.Markish[] {
  let at = -left;
  return key.flatMap(({ text, colour }) => {
    const swatch = colour === undefined ? 0 : Math.ceil(textWidth("■", size, 600)) + 4;
    const words = (said: string, dx: number, fill: string) =>
      Plot.text([said], {
        frameAnchor: "top-left",
        textAnchor: "start",
        lineAnchor: "top",
        dx,
        dy: 2 - marginTop,
        fontWeight: 600,
        fill,
      });
    const marks = [
      ...colour === undefined ? [] : [words("■", at, colour)],
      words(text, at + swatch, tone("ink")),
    ];
    at += swatch + Math.ceil(textWidth(text, size, 600)) + GAP;
    return marks;
  });
}

/** A dashed line with its name above, which stays over the bars, clear of the heads of the columns. */
export function referenceMarks(
  { at, label }: { at: number; label: string },
  end: number,
  perUnit: number,
  size: number,
): Plot.Markish[] {
  const half = textWidth(label, size, 600) / 2;
  const textAnchor = (end - at) * perUnit < half ? "end" : at * perUnit < half ? "start" : "middle";
  return [
    Plot.ruleX([at], { stroke: tone("paper"), strokeWidth: 2.25 }),
    Plot.ruleX([at], { stroke: tone("ink"), strokeDasharray: "3,2", strokeWidth: 1.25 }),
    Plot.text([label], {
      x: () => at,
      frameAnchor: "top",
      lineAnchor: "bottom",
      textAnchor,
      dy: -4,
      fontWeight: 600,
      fill: tone("ink"),
    }),
  ];
}
