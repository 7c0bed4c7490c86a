/** Two commands of the same work, in pairs: who runs first alternates, and each pair gives a ratio. */
import { type Measurement, median } from "../measure.ts";
import type { Taken } from "../whole_command.ts";

export interface Pair {
  ours: Taken;
  theirs: Taken;
}

/** Runs the pairs one after the other, theirs first in the first. */
export async function inPairs(
  count: number,
  theirs: () => Promise<Taken>,
  ours: () => Promise<Taken>,
): Promise<Pair[]> {
  const pairs: Pair[] = [];
  for (let index = 0; index < count; index++) {
    if (index % 2 === 0) {
      const first = await theirs();
      pairs.push({ theirs: first, ours: await ours() });
    } else {
      const first = await ours();
      pairs.push({ ours: first, theirs: await theirs() });
    }
  }
  return pairs;
}

/** Medians of both, and how many times as long theirs takes, pair by pair. */
export function compared(
  pairs: Pair[],
  theirs: { what: string; note: string },
  ours: { what: string; note: string },
): (Measurement | string)[] {
  const row = ({ what, note }: { what: string; note: string }, all: Taken[]): Measurement => ({
    what,
    seconds: median(all.map(({ seconds }) => seconds)),
    processorSeconds: median(all.map(({ processorSeconds }) => processorSeconds)),
    note,
  });
  return [
    row(theirs, pairs.map((pair) => pair.theirs)),
    row(ours, pairs.map((pair) => pair.ours)),
    `theirs ÷ ours, median of ${pairs.length}: wall ${ratio(pairs, (taken) => taken.seconds)}; ` +
    `processor ${ratio(pairs, (taken) => taken.processorSeconds)}`,
  ];
}

/** `2.31 (2.20, 2.31, 2.40)`. */
function ratio(pairs: Pair[], of: (taken: Taken) => number): string {
  const each = pairs.map(({ ours, theirs }) => of(theirs) / of(ours));
  return `${median(each).toFixed(2)} (${each.map((one) => one.toFixed(2)).join(", ")})`;
}
