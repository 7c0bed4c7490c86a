/** The axes over time. */
import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { monthPlace, yearName, yearTicks } from "../../lib/figures/axes.ts";

Deno.test("a month stands at its part of the year", () => {
  assertEquals(monthPlace("2024-01"), 2024);
  assertEquals(monthPlace("2024-07"), 2024.5);
});

Deno.test("years are marked at round steps that end at the last one", () => {
  assertEquals(yearTicks(2013, 2025, 7), [2013, 2015, 2017, 2019, 2021, 2023, 2025]);
  assertEquals(yearTicks(2013, 2025, 4), [2013, 2017, 2021, 2025]);
  assertEquals(yearTicks(1994, 2025, 4), [1995, 2005, 2015, 2025]);
  assertEquals(yearTicks(2022, 2025, 7), [2022, 2023, 2024, 2025]);
  assertEquals(yearTicks(2024, 2024, 7), [2024]);
});

Deno.test("never more years than asked for, all within the axis", () => {
  const year = fc.integer({ min: 1900, max: 2050 });
  fc.assert(fc.property(year, fc.integer({ min: 0, max: 100 }), (first, span) => {
    const ticks = yearTicks(first, first + span, 4);
    assert(ticks.length >= 1 && ticks.length <= 4);
    assert(ticks[0] >= first && ticks.at(-1) === first + span);
  }));
});

Deno.test("a year that is not whole is named by its months", () => {
  assertEquals(yearName(2025, "Jan–Nov 2025")(2025), "Jan–Nov\n2025");
  assertEquals(yearName(2025, "Jan–Nov 2025")(2024), "2024");
  assertEquals(yearName(2025, null)(2025), "2025");
});
