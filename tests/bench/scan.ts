/**
 * Supplier shares by year of a folder of Parquet files, in a process of its own, so that its peak
 * memory is the analysis's own. Prints one line of JSON.
 */
import process from "node:process";
import pl from "nodejs-polars";
import { supplierShares, withYear } from "../../lib/analysis/mod.ts";

/** The most memory that this process has held, in bytes; what it holds now where unknown. */
async function peakMemory(): Promise<number> {
  const status = await Deno.readTextFile("/proc/self/status").catch(() => "");
  const kilobytes = status.match(/VmHWM:\s+(\d+)/)?.[1];
  return kilobytes ? Number(kilobytes) * 1024 : Deno.memoryUsage().rss;
}

const [folder] = Deno.args;
const before = process.cpuUsage();
const start = performance.now();
const scan = pl.scanParquet(`${folder}/*.parquet`) as unknown as pl.LazyDataFrame;
const shares = supplierShares(withYear(scan), { by: ["year"], denominator: "listed" });
const seconds = (performance.now() - start) / 1000;
const { user, system } = process.cpuUsage(before);
const total = Number(shares.getColumn("value_usd").sum());
console.log(JSON.stringify({
  seconds,
  processorSeconds: (user + system) / 1e6,
  peak: await peakMemory(),
  shares: shares.height,
  total,
}));
