/** Anchors, their predictions of each other, and the share that is estimated with them. */
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import pl from "nodejs-polars";
import {
  anchorRatios,
  endUseExports,
  estimateExports,
  estimateShare,
  ictExportCore,
  largestError,
  liesWithin,
  predictions,
  roomForError,
} from "../../lib/analysis/mod.ts";
import { readTable } from "../../lib/data/mod.ts";
import { frameOf, keep, records } from "../../lib/frame.ts";
import { KNOWN } from "../known.ts";
import { RUNS } from "./small.ts";

const published = (rows: [string, string, number][]) =>
  frameOf(
    rows.map(([period_start, period_end, value_usd]) => ({ period_start, period_end, value_usd })),
    { period_start: pl.String, period_end: pl.String, value_usd: pl.Int64 },
  );
const series = (rows: [string, number][]) =>
  frameOf(rows.map(([month, value_usd]) => ({ month, value_usd })), {
    month: pl.String,
    value_usd: pl.Int64,
  });

/** 100 of 50 in January–February 2024 (ratio 2), 150 of 60 in January–February 2025 (2.5). */
const two = anchorRatios(
  published([
    ["2024-01", "2024-02", 100],
    ["2025-01", "2025-02", 150],
    ["2026-01", "2026-02", 1], // the series has no month of it
  ]),
  series([["2024-01", 20], ["2024-02", 30], ["2025-01", 25], ["2025-02", 35]]),
);

Deno.test("anchors are the periods of which the series has every month", () => {
  assertEquals(records(two).map(({ ratio, series_usd }) => [ratio, series_usd]), [
    [2, 50],
    [2.5, 60],
  ]);
});

Deno.test("each anchor predicts the others with which it shares no month", () => {
  assertEquals(records(predictions(two)).map((row) => [row.predicted_usd, row.error]), [
    [120, 120 / 150 - 1], // 2 × 60 for 150
    [125, 125 / 100 - 1], // 2.5 × 50 for 100
  ]);
  assertEquals(largestError(predictions(two)), 0.25);
  const nested = anchorRatios(
    published([["2024-01", "2024-02", 100], ["2024-02", "2024-02", 60]]),
    series([["2024-01", 20], ["2024-02", 30]]),
  );
  assertEquals(predictions(nested).height, 0);
  assertThrows(() => estimateExports(nested, 100), RangeError, "no prediction was tested");
});

Deno.test("an estimate by hand: ratio 250 ÷ 110, error 25%", () => {
  const estimate = estimateExports(two, 220);
  assertAlmostEquals(estimate.central, 500, 1e-9);
  assertAlmostEquals(estimate.low, 375, 1e-9);
  assertAlmostEquals(estimate.high, 625, 1e-9);
  // Imports 1,000 to 1,100, deficit 1,000: (1,000 − 625) to (1,100 − 375).
  const parts = { exports: estimate, imports: { low: 1000, high: 1100 }, deficit: 1000 };
  const share = estimateShare(parts);
  assertAlmostEquals(share.low, 0.375, 1e-12);
  assertAlmostEquals(share.central, 0.55, 1e-12); // (1,050 − 500) ÷ 1,000
  assertAlmostEquals(share.high, 0.725, 1e-12);
  assert(liesWithin(share, 0.55, 0.176) && !liesWithin(share, 0.55, 0.174));
  // Within 0.2 of 0.55: exports may rise to 1,000 − 350 = 650 (+30%) or fall to 1,100 − 750 = 350 (−30%).
  assertAlmostEquals(roomForError(parts, 0.55, 0.2), 0.3, 1e-9);
  assert(roomForError(parts, 0.9, 0.1) < 0);
  assertThrows(() => estimateShare({ ...parts, deficit: 0 }), RangeError, "not a deficit");
});

Deno.test("the range of a share grows with its errors and holds its center", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1000 }),
      fc.double({ min: 0, max: 0.5, noNaN: true }),
      fc.double({ min: 0, max: 0.5, noNaN: true }),
      (central, small, large) => {
        const parts = (error: number) => ({
          exports: { low: central * (1 - error), central, high: central * (1 + error) },
          imports: { low: 900, high: 1000 },
          deficit: 800,
        });
        const [near, far] = [small, small + large].map((error) => estimateShare(parts(error)));
        assert(far.low <= near.low && near.high <= far.high);
        assert(near.low <= near.central && near.central <= near.high);
        const room = roomForError(parts(small), near.central, 0.5);
        if (room > 1e-9) assert(liesWithin(estimateShare(parts(room * 0.999)), near.central, 0.5));
      },
    ),
    RUNS,
  );
});

Deno.test("known answers: ratios, errors and exports of 2024 from the tables", async () => {
  const exports = keep(await readTable("atp_by_group", KNOWN), {
    atp_group: "04",
    flow: "exports",
  });
  const endUse = await readTable("end_use_trade_monthly", KNOWN);
  const core = ictExportCore(endUse, await readTable("semiconductor_exports_monthly", KNOWN));
  const anchors = anchorRatios(exports, core);
  assertEquals(
    records(anchors).map((row) => [row.period_start, row.period_end, row.ratio.toFixed(4)]),
    [
      ["2024-01", "2024-03", "1.0624"], // 27,168 ÷ 25,571.6
      ["2025-01", "2025-03", "1.0524"], // 34,464 ÷ 32,749.4
      ["2025-02", "2025-02", "1.0582"],
      ["2025-03", "2025-03", "1.0365"],
    ],
  );
  const errors = predictions(anchors);
  assertAlmostEquals(largestError(errors), 0.0250, 5e-5); // Jan–Mar 2024 for March 2025
  const quarters = anchors.filter(pl.col("period_end").str.slice(5, 2).eq(pl.lit("03")))
    .filter(pl.col("period_start").str.slice(5, 2).eq(pl.lit("01")));
  const estimate = estimateExports(quarters, 117_373.9e6);
  assertAlmostEquals(estimate.error, 0.00957, 5e-6); // 34,794 for 34,464
  assertAlmostEquals(estimate.central / 1e6, 124_037.6, 1); // × 61,632 ÷ 58,321.0
  const [first, second] = records(quarters).map(({ ratio }) => Math.round(ratio * 117_373.9));
  assertEquals([second, first], [123_519, 124_702]);
  const coarse = records(predictions(anchorRatios(exports, endUseExports(endUse))));
  const error = (from: string, to: string) =>
    coarse.find((row) => row.from_start === from && row.to_start === to && row.same_months)!.error;
  assertAlmostEquals(error("2020-01", "2021-01"), -0.0141, 5e-5);
  assertAlmostEquals(error("2022-01", "2023-01"), -0.0689, 5e-5);
  assertAlmostEquals(error("2024-01", "2025-01"), -0.0035, 5e-5);
});
