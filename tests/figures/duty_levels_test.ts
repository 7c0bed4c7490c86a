/** Steps of a rate between its breaks. */
import { assertEquals } from "@std/assert";
import type { Break } from "../../lib/analysis/mod.ts";
import { stepsOf } from "../../lib/figures/duty_levels.ts";

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
