/** Labels that do not cover each other: along an axis, and in rows. */

/**
 * Places along one axis, each as near to where it belongs as the others allow.
 *
 * Neighbours that are too close are pushed apart around their common centre (pool adjacent
 * violators, the least squares answer), then the ends are kept inside the range.
 *
 * @param wanted where each label belongs, in px, in any order.
 * @param gap the least distance between two of them.
 * @returns places in the order of `wanted`. A range too short for all is exceeded at its end.
 */
export function spread(wanted: number[], gap: number, start: number, end: number): number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => wanted[a] - wanted[b] || a - b);
  /** Runs of labels that touch: the centre they share and how many they are. */
  const runs: { centre: number; count: number }[] = [];
  for (const index of order) {
    runs.push({ centre: wanted[index], count: 1 });
    while (runs.length > 1 && overlap(runs.at(-2)!, runs.at(-1)!, gap)) {
      const last = runs.pop()!;
      const before = runs.pop()!;
      const count = before.count + last.count;
      const centre = (before.centre * before.count + last.centre * last.count) / count;
      runs.push({ centre, count });
    }
  }
  const sorted = runs.flatMap(({ centre, count }) =>
    Array.from({ length: count }, (_, place) => centre + (place - (count - 1) / 2) * gap)
  );
  for (let place = sorted.length - 1, limit = end; place >= 0; place--, limit -= gap) {
    sorted[place] = limit = Math.min(sorted[place], limit);
  }
  for (let place = 0, limit = start; place < sorted.length; place++, limit += gap) {
    sorted[place] = limit = Math.max(sorted[place], limit);
  }
  const places = new Array<number>(wanted.length);
  order.forEach((index, place) => places[index] = sorted[place]);
  return places;
}

function overlap(
  before: { centre: number; count: number },
  after: { centre: number; count: number },
  gap: number,
): boolean {
  return after.centre - before.centre < (before.count + after.count) / 2 * gap - 1e-9;
}

/** A label beside a place on a horizontal axis. */
export interface Placed {
  /** Counted from the top. */
  row: number;
  /** Whether the text runs to the right of its place (`start`) or to the left (`end`). */
  anchor: "start" | "end";
}

/**
 * Rows for labels of events on a horizontal axis, whose rules run down from them: no label covers
 * another or is crossed by a rule. Each is in the first row where it is free, to the right of its
 * place where there is room before `end`, else to the left.
 *
 * @param labels place and width of each, in px.
 */
export function inRows(labels: { at: number; width: number }[], end: number, gap = 6): Placed[] {
  const done: { row: number; at: number; from: number; to: number }[] = [];
  const free = (row: number, at: number, from: number, to: number) =>
    done.every((other) =>
      (other.row !== row || to + gap <= other.from || from >= other.to + gap) &&
      (other.row >= row || other.at <= from || other.at >= to) &&
      (other.row <= row || at <= other.from || at >= other.to)
    );
  return labels.map(({ at, width }) => {
    const sides = [
      { anchor: "start" as const, from: at, to: at + width },
      { anchor: "end" as const, from: at - width, to: at },
    ].filter(({ from, to }, index) => index === 1 ? from >= 0 || at + width > end : to <= end);
    for (let row = 0;; row++) {
      const side = sides.find(({ from, to }) => free(row, at, from, to));
      if (!side) continue;
      done.push({ row, at, from: side.from, to: side.to });
      return { row, anchor: side.anchor };
    }
  });
}
