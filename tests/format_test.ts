/** Numbers, periods and words as the report writes them. */
import { assert, assertEquals, assertMatch, assertThrows } from "@std/assert";
import fc from "fast-check";
import {
  balanceInWords,
  basisName,
  billions,
  capitalized,
  commonUnit,
  dollars,
  dollarUnit,
  hhiPoints,
  inUnit,
  list,
  millions,
  monthAfter,
  monthName,
  monthRuns,
  monthsInWords,
  moved,
  number,
  ordinal,
  percent,
  percentagePoints,
  periodName,
  shortPeriodName,
  signed,
  sourceLine,
} from "../lib/format.ts";

Deno.test("numbers carry commas, a fixed count of decimals and a true minus sign", () => {
  assertEquals(number(-1234.5), "\u22121,235"); // half away from zero
  assertEquals(number(1234567.891, 2), "1,234,567.89");
  assertEquals(number(0), "0");
  assertEquals(number(-0.004, 2), "0.00"); // never a negative zero
  assertThrows(() => number(NaN), RangeError, "cannot write NaN as a number");
  assertThrows(() => percent(Infinity), RangeError, "cannot write Infinity");
});

Deno.test("signs stand before what is not zero as written", () => {
  assertEquals([signed(1.25, 1), signed(-0.4, 1), signed(0.04, 1)], ["+1.3", "\u22120.4", "0.0"]);
  assertEquals(percentagePoints(0.0287), "+2.9 percentage points");
  assertEquals(percentagePoints(-0.24676, 2), "\u221224.68 percentage points");
});

Deno.test("dollars in the unit that suits them; values side by side in one in which none is 0.0", () => {
  assertEquals([61_804_745_935, 1_234_567, 9_999, 250, 0].map((usd) => dollars(usd)), [
    "61.8 billion dollars",
    "1.2 million dollars",
    "10.0 thousand dollars",
    "250 dollars",
    "0 dollars",
  ]);
  assertEquals(commonUnit([61.8e9, 0.2e9, 0]).name, "billion dollars");
  assertEquals(commonUnit([16.2e9, 0.04e9]).name, "million dollars");
  assertEquals(commonUnit([163e9, 1]).name, "billion dollars"); // in millions it would be too long
  assertEquals(inUnit(16_211_500_000, dollarUnit(5e6)), "16,211.5");
  assertEquals(capitalized("servers"), "Servers");
});

Deno.test("money in millions and billions", () => {
  assertEquals(millions(-298_948_216_370), "\u2212298,948");
  assertEquals(millions(1_234_567, 1), "1.2");
  assertEquals(billions(763_239_061_303), "763.2 billion dollars");
  assertEquals(billions(-298_948_216_370), "\u2212298.9 billion dollars");
});

Deno.test("shares as percentages, an index in points", () => {
  assertEquals([percent(0.2140), percent(-0.328, 0), percent(1)], ["21.4%", "\u221233%", "100.0%"]);
  assertEquals([hhiPoints(0.11975), hhiPoints(1)], ["1,198", "10,000"]);
});

Deno.test("no text of a number has an ASCII minus or a negative zero", () => {
  const value = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 });
  fc.assert(fc.property(value, fc.nat(6), (x, decimals) => {
    const text = number(x, decimals);
    assertMatch(text, /^\u2212?[0-9,]+(\.[0-9]+)?$/);
    assert(!/^\u2212[0.,]*$/.test(text), text);
    assertEquals((text.split(".")[1] ?? "").length, decimals);
  }));
});

Deno.test("months and periods in words", () => {
  assertEquals(monthName("2024-03"), "March 2024");
  assertEquals(periodName("2024-01", "2024-12"), "2024");
  assertEquals(periodName("2024-01", "2024-03"), "January\u2013March 2024");
  assertEquals(periodName("2024-03", "2024-03"), "March 2024");
  assertEquals(periodName("2023-01", "2024-03"), "January 2023\u2013March 2024");
  assertEquals(periodName("2023-01", "2024-12"), "January 2023\u2013December 2024");
  assertEquals(shortPeriodName("2025-01", "2025-11"), "Jan\u2013Nov 2025");
  for (const bad of ["2024-13", "2024-00", "2024-3", "March", ""]) {
    assertThrows(() => monthName(bad), RangeError, "is not a month; write YYYY-MM");
  }
});

Deno.test("months go on over the end of a year, and stand in runs without a gap", () => {
  assertEquals([monthAfter("2025-12"), monthAfter("2025-01", -1), monthAfter("2024-11", 14)], [
    "2026-01",
    "2024-12",
    "2026-01",
  ]);
  assertEquals(monthRuns(["2026-01", "2025-03", "2025-12", "2025-04", "2025-04"]), [
    ["2025-03", "2025-04"],
    ["2025-12", "2026-01"],
  ]);
  assertEquals(monthRuns([]), []);
  assertEquals(monthsInWords(["2025-12", "2026-01"]), "December 2025–January 2026");
  assertEquals(monthsInWords(["2025-03"]), "March 2025");
  assertEquals(monthsInWords([]), "");
});

Deno.test("lists and ordinals", () => {
  assertEquals([list([]), list(["China"]), list(["China", "Mexico"])], [
    "",
    "China",
    "China and Mexico",
  ]);
  assertEquals(list(["China", "Mexico", "Taiwan"]), "China, Mexico and Taiwan");
  assertEquals(
    [1, 3, 10, 11, 12, 13, 21, 22, 23, 111].map(ordinal),
    ["first", "third", "tenth", "11th", "12th", "13th", "21st", "22nd", "23rd", "111th"],
  );
});

Deno.test("a basis is named in words, and an unknown one is refused", () => {
  assertEquals(basisName("general_imports"), "general imports (customs value)");
  assertThrows(() => basisName("imports"), RangeError, "unknown basis imports");
});

Deno.test("a source line names every basis and the span of vintages", () => {
  const rows = [
    { basis: "general_imports", vintage: "2025-04-04" },
    { basis: "general_imports", vintage: "2026-10-01" },
  ];
  assertEquals(
    sourceLine(rows),
    "U.S. Census Bureau; general imports (customs value); vintages 2025-04-04 to 2026-10-01",
  );
  assertEquals(sourceLine([{ vintage: "2022" }]), "U.S. Census Bureau; vintage 2022");
});

Deno.test("verbs follow what is written, so that prose never says that 14.0% rose to 14.0%", () => {
  assertEquals(moved(0.14, 0.204), "rose from 14.0% to 20.4%");
  assertEquals(moved(0.461, 0.214), "fell from 46.1% to 21.4%");
  assertEquals(moved(0.1401, 0.1399), "held at 14.0%");
  const times = ["2013", "2024"] as const;
  assertEquals(moved(0.14, 0.204, percent, times), "rose from 14.0% in 2013 to 20.4% in 2024");
  assertEquals(moved(0.1401, 0.1399, percent, times), "held at 14.0% from 2013 to 2024");
  assertEquals(moved(1e9, 2e9, billions), "rose from 1.0 billion dollars to 2.0 billion dollars");
  fc.assert(fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
    assertEquals(moved(share, share), `held at ${percent(share)}`);
  }));
});

Deno.test("a balance is a deficit or a surplus", () => {
  assertEquals(balanceInWords(-298_948_216_370), "a deficit of 298.9 billion dollars");
  assertEquals(balanceInWords(4.5e9, 0), "a surplus of 5 billion dollars");
});
