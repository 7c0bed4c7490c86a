/** Taking time and writing it down. */

export interface Measurement {
  /** What was measured, e.g. `supplier shares by year, NAICS 334`. */
  what: string;
  seconds: number;
  /** Anything else that is worth saying: rows, rows per second, peak memory. */
  note?: string;
}

export interface Section {
  title: string;
  /** Measures one after the other, and gives each as soon as it is known. */
  measure: () => AsyncGenerator<Measurement>;
}

/** The median time of five runs after one that is not counted. */
export async function timed(
  what: string,
  run: () => unknown,
  { runs = 5, note }: { runs?: number; note?: string } = {},
): Promise<Measurement> {
  const times: number[] = [];
  if (runs > 1) await run();
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    await run();
    times.push((performance.now() - start) / 1000);
  }
  return { what, seconds: times.sort((a, b) => a - b)[Math.floor(runs / 2)], note };
}

/** A line of the table: what, milliseconds or seconds, note. */
export function line({ what, seconds, note }: Measurement): string {
  const time = seconds < 1 ? `${(seconds * 1000).toFixed(1)} ms` : `${seconds.toFixed(2)} s`;
  return `  ${what.padEnd(58)}${time.padStart(10)}${note ? `   ${note}` : ""}`;
}
