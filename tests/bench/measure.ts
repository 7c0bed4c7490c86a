/** Taking time and writing it down, beside its target. */
import { number } from "../../lib/format.ts";

export interface Measurement {
  /** What was measured, e.g. `supplier shares by year, NAICS 334`. */
  what: string;
  seconds: number;
  /** Processor time of all processes together, where they are several. */
  processorSeconds?: number;
  /** Anything else that is worth saying: rows, rows per second, peak memory. */
  note?: string;
  /** From `atMost` and `atLeast`. */
  targets?: string[];
}

/** A target and whether a value meets it, as it stands behind the value: `≤ 5 s: met`. */
export const atMost = (value: number, bound: number, unit: string): string =>
  `≤ ${number(bound, decimalsOf(bound))} ${unit}: ${value <= bound ? "met" : "not met"}`;

/** The same for a value that should be large: `≥ 500 MB/s: not met`. */
export const atLeast = (value: number, bound: number, unit: string): string =>
  `≥ ${number(bound, decimalsOf(bound))} ${unit}: ${value >= bound ? "met" : "not met"}`;

const decimalsOf = (bound: number) => Number.isInteger(bound) ? 0 : 1;

export interface Section {
  title: string;
  /** Measures one after the other, and gives each, and what is to be said, as soon as it is known. */
  measure: () => AsyncGenerator<Measurement | string>;
}

/** The median time of five runs after one that is not counted; `most` is its target, in seconds. */
export async function timed(
  what: string,
  run: () => unknown,
  { runs = 5, note, most }: { runs?: number; note?: string; most?: number } = {},
): Promise<Measurement> {
  const times: number[] = [];
  if (runs > 1) await run();
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    await run();
    times.push((performance.now() - start) / 1000);
  }
  const seconds = median(times);
  const targets = most === undefined ? [] : [atMost(seconds * 1000, most * 1000, "ms")];
  return { what, seconds, note, targets };
}

/** The middle of some values; the upper of the two in the middle. */
export const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** A line of the table: what, milliseconds or seconds, processor time, note, targets. */
export function line(measured: Measurement | string): string {
  if (typeof measured === "string") return `  ${measured}`;
  const { what, seconds, processorSeconds, note, targets } = measured;
  const time = seconds < 1 ? `${(seconds * 1000).toFixed(1)} ms` : `${seconds.toFixed(2)} s`;
  const behind = [
    processorSeconds === undefined ? undefined : `processor ${processorSeconds.toFixed(2)} s`,
    note,
    targets?.length ? `[${targets.join("; ")}]` : undefined,
  ].filter((each) => each);
  return `  ${what.padEnd(58)}${time.padStart(10)}${behind.map((each) => `   ${each}`).join("")}`;
}
