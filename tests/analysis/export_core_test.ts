/** The core of ICT exports: end-use exports less semiconductors, month by month. */
import { assertEquals, assertThrows } from "@std/assert";
import pl from "nodejs-polars";
import { endUseExports, ictExportCore, sumOver } from "../../lib/analysis/mod.ts";
import { readTable } from "../../lib/data/mod.ts";
import { frameOf, records } from "../../lib/frame.ts";
import { KNOWN } from "../known.ts";

const endUse = frameOf(
  [
    ["2024-01", "exports", "computers", 10],
    ["2024-01", "exports", "chips_telecom", 20],
    ["2024-01", "imports", "computers", 1000],
    ["2024-02", "exports", "computers", 7],
    ["2024-03", "exports", "computers", 5],
  ].map(([month, flow, category, value_usd]) => ({ month, flow, category, value_usd })),
  { month: pl.String, flow: pl.String, category: pl.String, value_usd: pl.Int64 },
) as unknown as Parameters<typeof endUseExports>[0];
const semiconductors = frameOf(
  [
    ["2024-01", "854231", 4],
    ["2024-01", "854110", 1],
    ["2024-01", "852351", 2],
    ["2024-02", "854231", 3],
  ].map(([month, hs6, value_usd]) => ({ month, hs6, value_usd })),
  { month: pl.String, hs6: pl.String, value_usd: pl.Int64 },
) as unknown as Parameters<typeof ictExportCore>[1];

Deno.test("exports of all end uses less HS 8541 and 8542, only where both have the month", () => {
  assertEquals(records(endUseExports(endUse)), [
    { month: "2024-01", value_usd: 30 },
    { month: "2024-02", value_usd: 7 },
    { month: "2024-03", value_usd: 5 },
  ]);
  assertEquals(records(ictExportCore(endUse, semiconductors)), [
    { month: "2024-01", value_usd: 25 }, // 30 − 4 − 1
    { month: "2024-02", value_usd: 4 }, // 7 − 3
  ]);
  assertEquals(
    records(ictExportCore(endUse, semiconductors, ["8542", "852351"]))[0].value_usd,
    24, // 30 − 4 − 2
  );
  assertThrows(() => ictExportCore(endUse, semiconductors, ["8543"]), RangeError, "8543");
});

Deno.test("the core of 2024 is 117,373.9 million dollars, of its first quarter 25,571.6", async () => {
  const core = ictExportCore(
    await readTable("end_use_trade_monthly", KNOWN),
    await readTable("semiconductor_exports_monthly", KNOWN),
  );
  const million = (from: string, to: string) =>
    Math.round(sumOver(core, { period_start: from, period_end: to }) / 1e5) / 10;
  assertEquals(million("2024-01", "2024-12"), 117_373.9);
  assertEquals(million("2024-01", "2024-03"), 25_571.6);
  assertEquals(million("2025-01", "2025-03"), 32_749.4);
  assertThrows(() => million("2023-12", "2024-01"), RangeError, "has no 2023-12");
});
