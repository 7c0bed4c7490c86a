/** Two-way trade: the Grubel–Lloyd index by hand, from the exhibit, and what always holds of it. */
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import pl from "nodejs-polars";
import {
  meanIndexOfOthers,
  NEIGHBORS,
  ofPeriod,
  partsOfYears,
  twoWayTrade,
} from "../../lib/analysis/mod.ts";
import { readTable } from "../../lib/data/mod.ts";
import { frameOf, literal, records, rowOf } from "../../lib/frame.ts";
import { KNOWN } from "../known.ts";
import { RUNS } from "./small.ts";

const trade = (flows: Record<string, [number, number]>) =>
  frameOf(
    Object.entries(flows).flatMap(([area, [exports, imports]]) =>
      [["exports", "total_exports", exports], ["imports", "general_imports", imports]].map((
        [flow, basis, value_usd],
      ) => ({
        vintage: "2025-05-06",
        period_start: "2024-01",
        period_end: "2024-03",
        area,
        flow: flow as string,
        basis: basis as string,
        value_usd: value_usd as number,
      }))
    ),
    {
      vintage: pl.String,
      period_start: pl.String,
      period_end: pl.String,
      area: pl.String,
      flow: pl.String,
      basis: pl.String,
      value_usd: pl.Int64,
    },
  );

Deno.test("by hand: Canada 6 of 10, Mexico 6 of 12, both 20 of 22, others 4 of 8", () => {
  const two = twoWayTrade(trade({
    Canada: [7, 3],
    Mexico: [3, 9],
    Germany: [2, 6],
    "European Union": [2, 6],
    World: [20, 20],
  }));
  const of = (area: string) => rowOf(two, { area });
  assertEquals(of("Canada").grubel_lloyd, 0.6); // 2 × 3 ÷ 10
  assertEquals(of("Mexico").grubel_lloyd, 0.5); // 2 × 3 ÷ 12
  assertEquals(of(NEIGHBORS).grubel_lloyd, 20 / 22); // 10 out, 12 in: 2 × 10 ÷ 22
  assertEquals(of(NEIGHBORS).export_share, 0.5);
  assertEquals(of(NEIGHBORS).import_share, 0.6);
  assertEquals(of(NEIGHBORS).partner_code, "");
  assertEquals(of("Germany").partner_code, "4280");
  assertEquals(records(meanIndexOfOthers(two)).map((row) => row.grubel_lloyd), [0.5]); // 4 ÷ 8
});

Deno.test("an area without trade has no row; a period without a world is refused", () => {
  const none = twoWayTrade(trade({ Canada: [1, 1], Brazil: [0, 0], World: [1, 1] }));
  assertEquals(none.filter(pl.col("area").eq(literal("Brazil"))).height, 0);
  assertThrows(() => twoWayTrade(trade({ Canada: [1, 1] })), RangeError, "no area World");
});

Deno.test("the index lies in 0 … 1, does not care for direction, rises when partners are added up", () => {
  const flow = fc.tuple(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 0, max: 1e9 }))
    .filter(([exports, imports]) => exports + imports > 0);
  fc.assert(
    fc.property(flow, flow, (canada, mexico) => {
      const world: [number, number] = [canada[0] + mexico[0] || 1, canada[1] + mexico[1] || 1];
      const two = twoWayTrade(trade({ Canada: canada, Mexico: mexico, World: world }));
      const turned = twoWayTrade(trade({
        Canada: canada.toReversed() as [number, number],
        Mexico: mexico,
        World: world.toReversed() as [number, number],
      }));
      const [one, other, both] = ["Canada", "Mexico", NEIGHBORS].map((area) =>
        rowOf(two, { area })
      );
      for (const { grubel_lloyd } of [one, other, both]) {
        assert(grubel_lloyd >= 0 && grubel_lloyd <= 1);
      }
      assertEquals(rowOf(turned, { area: "Canada" }).grubel_lloyd, one.grubel_lloyd);
      const mean = (one.matched_usd + other.matched_usd) / (one.trade_usd + other.trade_usd);
      assert(both.grubel_lloyd >= mean - 1e-12);
    }),
    RUNS,
  );
});

Deno.test("known answers: Canada and Mexico in January-March 2024, and over the six parts of years", async () => {
  const two = twoWayTrade(await readTable("atp_by_area", KNOWN));
  const means = meanIndexOfOthers(two);
  const note = ofPeriod(two, { period_start: "2024-01", period_end: "2024-03" });
  const index = (area: string) => Number(rowOf(note, { area }).grubel_lloyd.toFixed(2));
  assertEquals(
    ["Canada", "Mexico", NEIGHBORS, "China", "Taiwan", "Ireland"].map(index),
    [0.68, 0.77, 0.95, 0.59, 0.4, 0.24],
  );
  const both = rowOf(note, { area: NEIGHBORS });
  assertAlmostEquals(both.export_share, 21_622 / 106_133, 1e-12); // 20.4%
  assertAlmostEquals(both.import_share, 24_110 / 160_688, 1e-12); // 15.0%
  assertEquals(
    ["Canada", "Mexico", NEIGHBORS].map((area) => rowOf(note, { area }).balance_usd / 1e6),
    [4599, -7087, -2488],
  );
  const moved = partsOfYears(two).map((part) => {
    const rows = ofPeriod(two, part);
    return [
      rowOf(rows, { area: "Canada" }).grubel_lloyd,
      rowOf(rows, { area: "Mexico" }).grubel_lloyd,
      rowOf(ofPeriod(means, part), {}).grubel_lloyd,
    ].map((value) => Number(value.toFixed(2)));
  });
  assertEquals(moved, [
    [0.66, 0.77, 0.58],
    [0.59, 0.76, 0.57],
    [0.58, 0.76, 0.56],
    [0.64, 0.77, 0.61],
    [0.68, 0.77, 0.61],
    [0.77, 0.7, 0.5],
  ]);
});
