/** The axes over time. */
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import fc from "fast-check";
import {
  axisFromZero,
  monthAt,
  monthPlace,
  percentAxis,
  yearName,
  yearTicks,
} from "../../lib/figures/axes.ts";

Deno.test("a month stands at its part of the year", () => {
  assertEquals(monthPlace("2024-01"), 2024);
  assertEquals(monthPlace("2024-07"), 2024.5);
  assertEquals(["2025-01", "2025-12"], [2025, 2025 + 11 / 12].map(monthAt));
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

const marksOf = (highest: number, most?: number) => {
  const { ticks, format } = percentAxis(highest, most);
  return ticks.map(format);
};

Deno.test("an axis from zero ends at a round mark above what is drawn, with the decimals it needs", () => {
  assertEquals(marksOf(0.037), ["0%", "1%", "2%", "3%", "4%"]);
  assertEquals(marksOf(0.4549), ["0%", "10%", "20%", "30%", "40%", "50%"]);
  assertEquals(marksOf(0.4), ["0%", "10%", "20%", "30%", "40%"]);
  assertEquals(marksOf(0.012, 4), ["0.0%", "0.5%", "1.0%", "1.5%"]);
  const { ticks, format } = axisFromZero(8.2, String);
  assertEquals(ticks.map(format), ["0", "2", "4", "6", "8", "10"]);
});

Deno.test("no value lies above the last mark, marks are equally far apart, few and told apart", () => {
  const highest = fc.double({ min: 0.0005, max: 20, noNaN: true });
  fc.assert(fc.property(highest, fc.integer({ min: 2, max: 8 }), (value, most) => {
    const { domain, ticks, format } = percentAxis(value, most);
    assertEquals(domain, [ticks[0], ticks.at(-1)!]);
    assert(ticks.at(-1)! >= value * (1 - 1e-9) && ticks.length <= most + 1);
    assert(ticks.at(-2)! < value, "no mark more than it needs");
    ticks.forEach((tick, place) => assertAlmostEquals(tick, place * ticks[1], 1e-9));
    assertEquals(new Set(ticks.map(format)).size, ticks.length);
  }));
});
