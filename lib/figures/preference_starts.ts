/** Shares written at the starts of two lines, clear of each other, of the lines and of the edges. */
import * as Plot from "@observablehq/plot";
import { percent } from "../format.ts";
import { lookOf, supplierLabel } from "./looks.ts";

/** A rise from a month to the next that crosses a label, as a share. */
const STEEP = 0.05;

interface Point {
  x: number;
  y: number | null;
  code: string;
}

interface Start {
  share: number;
  x: number;
  code: string;
  /** Where its label stands, and how far from there, px. */
  y: number;
  dy: number;
}

/**
 * Places of labels at the first point of each line. The lower label stands below its point, the upper above, both away
 * from an edge that is too near; two points near the same edge have their labels one over the other.
 */
export function startsOf(lines: Point[][]): Start[] {
  const starts = lines.map((points) => {
    const [first, second] = points.slice(points.findIndex(({ y }) => y !== null));
    const y = first.y!;
    return { ...first, y, rise: (second?.y ?? y) - y };
  }).sort((a, b) => a.y - b.y);
  const [low, high] = [starts[0].y, starts.at(-1)!.y];
  const [atFoot, atTop, areNear] = [low < 0.1, high > 0.95, high - low < 0.15];
  const placeOf = (
    { y, rise }: (typeof starts)[0],
    isUpper: boolean,
  ): { y: number; dy: number } => {
    if (atFoot && areNear) return { y: high, dy: isUpper ? -25 : -11 };
    if (atTop && areNear) return { y: low, dy: isUpper ? 12 : 26 };
    if (isUpper) return atTop ? { y, dy: 12 } : { y: rise > STEEP ? y + rise : y, dy: -11 };
    return { y, dy: atFoot ? -11 : 12 };
  };
  return starts.map((start, place) => ({
    ...{ share: start.y, x: start.x, code: start.code },
    ...placeOf(start, place === 1),
  }));
}

/** Heights, as shares, at which a text between the labels may stand. */
const HEIGHTS = [0.5, 0.15, 0.85, 0.3, 0.7];
const ROOM = 0.2;

/** The first height that is clear of the labels; where none is, the one that is farthest from them. */
export function clearHeight(starts: Start[]): number {
  const room = (height: number) => Math.min(...starts.map(({ y }) => Math.abs(y - height)));
  return HEIGHTS.find((height) => room(height) >= ROOM) ??
    HEIGHTS.toSorted((a, b) => room(b) - room(a))[0];
}

export const startLabels = (starts: Start[]): Plot.Markish[] =>
  starts.map(({ share, x, code, y, dy }) =>
    Plot.text([percent(share)], {
      x: () => x,
      y: () => y,
      textAnchor: "start",
      dx: -2,
      dy,
      fill: lookOf(code).colour,
      fontWeight: 600,
      ariaDescription: supplierLabel(code),
    })
  );
