/** Labels that do not cover each other. */

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
