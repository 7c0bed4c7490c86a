/** The import-share analysis on a generated table of millions of rows: speed and peak memory. */
import { number } from "../../lib/format.ts";
import { generate, ROWS_A_MONTH } from "./generated.ts";
import { atLeast, atMost, type Measurement, timed } from "./measure.ts";

/** What is promised of 20 million rows, on two cores. */
const TARGET = { millionRows: 20, megabytes: 700 };

interface Scan {
  seconds: number;
  processorSeconds: number;
  peak: number;
  shares: number;
}

/** Generates the table in a temporary folder, analyses it in processes of their own, removes it. */
export async function* scale(rows: number): AsyncGenerator<Measurement> {
  const folder = await Deno.makeTempDir({ prefix: "generated-rows-" });
  try {
    const months = Math.ceil(rows / ROWS_A_MONTH);
    const written = await timed(
      `${number(rows)} rows generated`,
      () => generate(folder, rows),
      { runs: 1 },
    );
    const megabytes = number(await sizeOf(folder) / 1e6);
    yield { ...written, note: `${months} Parquet files, ${megabytes} MB, removed afterwards` };
    const cores = navigator.hardwareConcurrency;
    for (const threads of [...new Set([cores, 1])]) {
      const { seconds, processorSeconds, peak, shares } = await scan(folder, threads);
      const speed = rows / seconds / 1e6;
      const memory = peak / 1e6;
      yield {
        what: `supplier shares by year, ${threads} thread${threads > 1 ? "s" : ""}`,
        seconds,
        processorSeconds,
        note: `${number(speed, 1)} million rows/s, peak memory ${number(memory)} MB, ` +
          `${shares} shares`,
        targets: threads === cores
          ? [
            atLeast(speed, TARGET.millionRows, "million rows/s"),
            atMost(memory, TARGET.megabytes, "MB"),
          ]
          : [],
      };
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function scan(folder: string, threads: number): Promise<Scan> {
  const script = `${import.meta.dirname}/scan.ts`;
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", script, folder],
    env: { POLARS_MAX_THREADS: String(threads) },
  }).output();
  const text = new TextDecoder();
  if (!success) throw new Error(`the scan broke: ${text.decode(stderr)}`);
  return JSON.parse(text.decode(stdout));
}

async function sizeOf(folder: string): Promise<number> {
  let bytes = 0;
  for await (const { name } of Deno.readDir(folder)) {
    bytes += (await Deno.stat(`${folder}/${name}`)).size;
  }
  return bytes;
}
