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
  /** Figures at the right, under the heads of the columns. */
  cells: string[];
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

/** From the lowest to the highest end of the bars, zero included, never empty. */
export function rangeOf(rows: BarRow[]): [number, number] {
  const ends = [
    ...rows.flatMap(piecesOf).flatMap(({ from, to }) => [from, to]),
    ...rows.flatMap(({ range = [] }) => range),
  ];
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  return low === high ? [0, 1] : [low, high];
}
