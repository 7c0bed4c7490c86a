/** Steps of a rate between its breaks, and the round end of an axis above what is drawn. */
import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import type { Break } from "../../lib/analysis/mod.ts";
import { roundTop, stepsOf } from "../../lib/figures/duty_levels.ts";

const at = (month: string, level_before: number, level_after: number): Break => ({
  month,
  level_before,
  level_after,
  change: level_after - level_before,
  months_before: 2,
  months_after: 2,
});

Deno.test("steps run from break to break, cut at the months shown", () => {
  const breaks = [at("2017-01", 1, 2), at("2019-01", 2, 5), at("2020-07", 5, 3)];
  assertEquals(stepsOf(breaks, [2018, 2021]), [
    { from: 2018, to: 2019, level: 2 },
    { from: 2019, to: 2020.5, level: 5 },
    { from: 2020.5, to: 2021, level: 3 },
  ]);
  assertEquals(stepsOf([], [2018, 2021]), []);
});

Deno.test("the end of an axis is round and not below what is drawn", () => {
  assertEquals(roundTop(0.037), { top: 0.04, decimals: 0 });
  assertEquals(roundTop(0.0499), { top: 0.06, decimals: 0 });
  assertEquals(roundTop(0.012), { top: 0.015, decimals: 1 });
  assertEquals(roundTop(0.376), { top: 0.4, decimals: 0 });
  fc.assert(
    fc.property(fc.double({ min: 0.001, max: 2, noNaN: true }), (highest) => {
      const { top } = roundTop(highest);
      assert(top >= highest - 1e-9 && top <= highest * 1.6, `${highest} ${top}`);
    }),
  );
});
