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
 * another or is crossed by a rule.
 *
 * All stand to the right of their places if they end before `end`. If not, the last ones stand to the
 * left, from the first one on before which the others have room. Each takes the first row that is free.
 *
 * @param labels place and width of each, in px, in the order of their places.
 */
export function inRows(labels: { at: number; width: number }[], end: number, gap = 6): Placed[] {
  const roomBefore = (place: number, limit: number) =>
    labels.slice(0, place).every(({ at, width }) => at + width <= limit);
  let split = labels.length;
  if (!roomBefore(split, end)) {
    do split--; while (!roomBefore(split, labels[split].at));
  }
  const boxes = labels.map(({ at, width }, index) =>
    index < split
      ? { anchor: "start" as const, at, from: at, to: at + width, row: -1 }
      : { anchor: "end" as const, at, from: at - width, to: at, row: -1 }
  );
  const toTheLeft = boxes.slice(split).toReversed();
  const done: typeof boxes = [];
  for (const box of [...toTheLeft, ...boxes.slice(0, split)]) {
    const below = done.filter(({ from, to }) => box.at > from && box.at < to)
      .map(({ row }) => row + 1);
    box.row = Math.max(0, ...below);
    const taken = ({ row, from, to }: typeof box) =>
      row === box.row && box.to + gap > from && box.from < to + gap;
    while (done.some(taken)) box.row++;
    done.push(box);
  }
  return boxes.map(({ row, anchor }) => ({ row, anchor }));
}
