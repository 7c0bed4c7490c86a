/** The rows of a change taken apart, and where the pieces of their bars begin and end. */

export interface BarPart {
  value: number;
  /** Fill: a tone's hex, or `HATCHED`. */
  fill: string;
}

export interface BarRow {
  label: string;
  /** Drawn one after the other on their side of zero. */
  parts: BarPart[];
  /** Between what the value lies: a thin line over the bar. */
  range?: [number, number];
  /** Written at the end of the bar: what the bar says. */
  value: string;
  /** Figures at the right, under the heads of the columns. */
  cells?: string[];
  bold?: boolean;
  colour?: string;
  /** A rule above it: what follows is a sum, or a group of what was above. */
  ruled?: boolean;
}

/** A piece of a bar, between two values. */
export interface Piece {
  label: string;
  from: number;
  to: number;
  fill: string;
}

/** Bars of one row: those above zero to the right, those below to the left, each after the last. */
export function piecesOf({ label, parts }: BarRow): Piece[] {
  let [below, above] = [0, 0];
  return parts.filter(({ value }) => value !== 0).map(({ value, fill }) => {
    const from = value < 0 ? below : above;
    if (value < 0) below += value;
    else above += value;
    return { label, from, to: from + value, fill };
  });
}

/** Where the value of a row stands: beyond its bar and its range, on the side of their sum. */
export function valueEnd(row: BarRow): { at: number; left: boolean } {
  const left = row.parts.reduce((sum, { value }) => sum + value, 0) < 0;
  const [low, high] = endsOf([row]);
  return { at: left ? low : high, left };
}

/**
 * From the lowest to the highest end of the bars, zero included, with room for their values beyond them.
 *
 * @param pixels that the range has.
 * @param room what the value of a row needs beyond its bar, in px.
 */
export function rangeOf(
  rows: BarRow[],
  pixels: number,
  room: (row: BarRow) => number,
): [number, number] {
  const [lowest, highest] = endsOf(rows);
  const bars: [number, number] = lowest === highest ? [0, 1] : [lowest, highest];
  const values = rows.map((row) => ({ ...valueEnd(row), room: room(row) }));
  const far = (perPixel: number): [number, number] => {
    const reach = (left: boolean) =>
      values.filter((each) => each.left === left)
        .map(({ at, room }) => Math.abs(at) + room * perPixel);
    return [Math.min(bars[0], -Math.max(0, ...reach(true))), Math.max(bars[1], ...reach(false))];
  };
  // Room in px takes from the scale and the scale sets what a px is: each round is nearer to both.
  let range = bars;
  for (let round = 0; round < 60; round++) range = far((range[1] - range[0]) / pixels);
  return range;
}

function endsOf(rows: BarRow[]): [number, number] {
  const ends = [
    ...rows.flatMap(piecesOf).flatMap(({ from, to }) => [from, to]),
    ...rows.flatMap(({ range = [] }) => range),
  ];
  return [Math.min(0, ...ends), Math.max(0, ...ends)];
}
