/**
 * How fast is an archive read? Generates one of December's size into a temporary folder, sums it in a
 * process of its own, and says megabytes of unpacked data per second and the peak of memory.
 *
 * deno run -A tests/bench/archive.ts [--records N]
 */
import process from "node:process";
import { parseArgs } from "node:util";
import { tallyArchive } from "../../lib/census/archive/archive_tally.ts";
import { number } from "../../lib/format.ts";
import { DECEMBER, makeArchive } from "./made_archive.ts";

export interface ArchiveBench {
  records: number;
  unpackedBytes: number;
  packedBytes: number;
  seconds: number;
  processorSeconds: number;
  megabytesPerSecond: number;
  /** Highest resident memory of the whole process, in megabytes. */
  peakMegabytes: number;
}

/** What issue and README promise, on two cores. */
export const TARGET = { megabytesPerSecond: 500, peakMegabytes: 250 };

/** Makes an archive, reads it, and removes it. */
export async function benchArchive(records = DECEMBER): Promise<ArchiveBench> {
  const dir = await Deno.makeTempDir();
  try {
    const path = `${dir}/IMDB2512.ZIP`;
    const packedBytes = await makeArchive(path, records);
    const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", import.meta.filename!, "--read", path],
    }).output();
    const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
    if (code !== 0) throw new Error(text(stderr));
    const { seconds, processorSeconds, peakMegabytes } = JSON.parse(text(stdout));
    const unpackedBytes = records * 690;
    const megabytesPerSecond = unpackedBytes / 1e6 / seconds;
    return {
      ...{ records, unpackedBytes, packedBytes, seconds, processorSeconds },
      ...{ megabytesPerSecond, peakMegabytes },
    };
  } finally {
    await Deno.remove(dir, { recursive: true });
  }
}

/** The result in one line. */
export function archiveLine(bench: ArchiveBench): string {
  return `archive, generated: ${number(bench.records)} records, ` +
    `${number(bench.unpackedBytes / 1e6)} MB unpacked (${
      number(bench.packedBytes / 1e6)
    } packed), ` +
    `control totals checked: ${number(bench.seconds, 1)} s, ` +
    `${number(bench.megabytesPerSecond)} MB/s (target ${TARGET.megabytesPerSecond}), ` +
    `peak ${number(bench.peakMegabytes)} MB (target ${TARGET.peakMegabytes})`;
}

/** Reads an archive in this process and prints how long it took and what memory it needed. */
async function read(path: string): Promise<void> {
  let highest = 0;
  const before = process.cpuUsage();
  const start = performance.now();
  await tallyArchive(path, "imports", "2025-12", {
    say: () => {},
    progress: () => highest = Math.max(highest, Deno.memoryUsage().rss),
  });
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(before);
  const processorSeconds = (user + system) / 1e6;
  const status = await Deno.readTextFile("/proc/self/status").catch(() => "");
  const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(status) ?? [];
  const peak = kilobytes ? Number(kilobytes) * 1024 : highest;
  console.log(JSON.stringify({ seconds, processorSeconds, peakMegabytes: peak / 1e6 }));
}

if (import.meta.main) {
  const args = parseArgs({
    options: { read: { type: "string" }, records: { type: "string" } },
  }).values;
  if (args.read) await read(args.read);
  else console.log(archiveLine(await benchArchive(args.records ? Number(args.records) : DECEMBER)));
}
