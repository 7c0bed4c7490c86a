/** Periods and comparisons: which months are meant, and refusal of those that are not there. */
import { assertEquals, assertThrows } from "@std/assert";
import pl from "nodejs-polars";
import {
  comparableParts,
  comparableYears,
  isFullYear,
  longestPairOfParts,
  longestPartOfYear,
  ofPeriod,
  partsOfYears,
  periodsOf,
  shiftYears,
  sides,
  withinMonths,
  withYear,
  yearOnYear,
} from "../../lib/analysis/mod.ts";
import { readTable } from "../../lib/data/mod.ts";
import { column, frameOf, lazy, literal } from "../../lib/frame.ts";
import { KNOWN } from "../known.ts";
import { imports, ofMonth } from "./small.ts";

const months = (list: string[], naics = "334") =>
  imports(list.flatMap((month) => ofMonth(month, { "-": 1 }, { naics })));
const year = (number: number, last = 12) =>
  Array.from({ length: last }, (_, i) => `${number}-${String(i + 1).padStart(2, "0")}`);
const periods = (list: [string, string][]) =>
  frameOf(list.map(([period_start, period_end]) => ({ period_start, period_end })), {
    period_start: pl.String,
    period_end: pl.String,
  });

Deno.test("months within a period, both ends included", () => {
  const found = withinMonths(
    months(["2023-12", "2024-01", "2024-02", "2024-03"]),
    "2024-01",
    "2024-02",
  );
  assertEquals(column(found, "month"), ["2024-01", "2024-02"]);
  assertThrows(
    () => withinMonths(months(["2024-01"]), "2030-01", "2030-12"),
    RangeError,
    "no figures from 2030-01 to 2030-12",
  );
});

Deno.test("parts of years begin in January and end before December: no month alone, no year", () => {
  const frame = periods([
    ["2024-01", "2024-03"],
    ["2024-01", "2024-12"],
    ["2024-02", "2024-03"],
    ["2024-01", "2024-01"],
    ["2023-01", "2024-02"],
    ["2022-01", "2022-08"],
  ]);
  assertEquals(partsOfYears(frame), [
    { period_start: "2022-01", period_end: "2022-08" },
    { period_start: "2024-01", period_end: "2024-03" },
  ]);
});

Deno.test("parts that can be set side by side: of two years the longest that both have", () => {
  const frame = periods([
    ["2022-01", "2022-04"],
    ["2024-01", "2024-03"],
    ["2024-01", "2024-06"],
    ["2024-01", "2024-11"],
    ["2024-01", "2024-12"],
    ["2025-01", "2025-03"],
    ["2025-01", "2025-06"],
    ["2026-01", "2026-03"],
  ]);
  const named = (each: { period_start: string; period_end: string }) =>
    `${each.period_start} ${each.period_end}`;
  assertEquals(longestPairOfParts(frame, 2024)?.map(named), ["2024-01 2024-06", "2025-01 2025-06"]);
  assertEquals(longestPairOfParts(frame, 2022), undefined);
  assertEquals(comparableParts(frame).map(named), [
    "2024-01 2024-06",
    "2025-01 2025-03",
    "2025-01 2025-06",
    "2026-01 2026-03",
  ]);
});

Deno.test("a month knows its year", () => {
  assertEquals(column(withYear(months(["2024-01"])), "year"), ["2024"]);
  assertThrows(
    () => withYear(months(["2024-01"]).drop("month")),
    TypeError,
    "withYear: column month missing",
  );
});

Deno.test("periods of a frame, the longest part of a year, and one period alone", () => {
  const frame = periods([["2024-01", "2024-03"], ["2024-02", "2024-02"], ["2024-01", "2024-03"]]);
  assertEquals(periodsOf(frame).length, 2);
  assertEquals(longestPartOfYear(frame, 2024), { period_start: "2024-01", period_end: "2024-03" });
  const full = periods([["2024-01", "2024-03"], ["2024-01", "2024-12"], ["2024-02", "2024-02"]]);
  assertEquals(longestPartOfYear(full, 2024).period_end, "2024-12");
  assertThrows(
    () => longestPartOfYear(frame, 2025),
    RangeError,
    "no figures that start in January 2025",
  );
  const february = { period_start: "2024-02", period_end: "2024-02" };
  assertEquals(ofPeriod(frame, february).height, 1);
  assertThrows(
    () => ofPeriod(frame, { ...february, period_end: "2024-09" }),
    RangeError,
    "no figures for 2024-02 to 2024-09; there are: 2024-01 to 2024-03; 2024-02 to 2024-02",
  );
});

Deno.test("a full year is January to December of one year", () => {
  assertEquals(isFullYear({ period_start: "2024-01", period_end: "2024-12" }), true);
  assertEquals(isFullYear({ period_start: "2023-01", period_end: "2024-12" }), false);
  assertEquals(isFullYear({ period_start: "2024-01", period_end: "2024-11" }), false);
  const quarter = { period_start: "2024-01", period_end: "2024-03" };
  assertEquals(shiftYears(quarter, 1), { period_start: "2025-01", period_end: "2025-03" });
  assertEquals(shiftYears(shiftYears(quarter, -9), 9), quarter);
});

Deno.test("years are compared over the months that both have", async () => {
  const figures = await readTable("naics3_imports_by_partner_monthly", KNOWN);
  assertEquals(comparableYears(figures, "2017", "2024"), {
    from: { period_start: "2017-01", period_end: "2017-12" },
    to: { period_start: "2024-01", period_end: "2024-12" },
  });
  assertEquals(comparableYears(figures, "2024", "2025"), { // 2025 ends in November
    from: { period_start: "2024-01", period_end: "2024-11" },
    to: { period_start: "2025-01", period_end: "2025-11" },
  });
  const later = comparableYears(figures.lazy(), "2025", "2024");
  assertEquals(later.from.period_start, "2025-01"); // any order, and a lazy scan
});

Deno.test("years that cannot be compared are refused", () => {
  const frame = months([...year(2023), ...year(2024, 3)]);
  assertThrows(
    () => comparableYears(frame, "2012", "2024", "industry 334"),
    RangeError,
    "industry 334: no year 2012; there are: 2023, 2024",
  );
  assertThrows(() => comparableYears(frame, "2024", "24"), RangeError, "no year 24; there are");
  assertThrows(() => comparableYears(frame, "2024", "2024"), RangeError, "2024 cannot be compared");
  const gap = months([...year(2023), "2024-01", "2024-03"]);
  assertThrows(
    () => comparableYears(gap, "2023", "2024"),
    RangeError,
    "2024 has a gap; months: 2024-01, 2024-03",
  );
});

Deno.test("a frame is cut into its two sides, and an empty side is never a zero", () => {
  const from = { period_start: "2023-01", period_end: "2023-03" };
  const to = { period_start: "2024-01", period_end: "2024-03" };
  const frame = pl.concat([months(["2023-01", "2024-03", "2024-04"]), months(["2024-01"], "115")]);
  const cut = lazy(sides(frame, { from, to })).collectSync().sort(["month"]);
  assertEquals(cut.select("month", "side").rows(), [
    ["2023-01", "from"],
    ["2024-01", "to"],
    ["2024-03", "to"],
  ]);
  assertThrows(
    () => sides(frame, { from, to }, ["naics"]),
    RangeError,
    "no figures from 2023-01 to 2023-03 for naics 115; leave it out",
  );
  assertThrows(
    () => sides(frame.filter(pl.col("month").gt(literal("2024"))), { from, to }),
    RangeError,
    "no figures from 2023-01 to 2023-03",
  );
  assertThrows(
    () => sides(frame, { from, to: { ...to, period_start: "2023-03" } }),
    RangeError,
    "2023-01 to 2023-03 and 2023-03 to 2024-03 overlap",
  );
  assertThrows(
    () => sides(frame, { from: { ...from, period_end: "2023-12" }, to }),
    RangeError,
    "2023-01 to 2023-12 and 2024-01 to 2024-03 are not the same months",
  );
});

Deno.test("a year against the one before; where figures end earlier, the newest that there is", () => {
  const figures = months([...year(2023), ...year(2024), ...year(2025, 3)]);
  assertEquals(yearOnYear(figures, "2025"), comparableYears(figures, "2024", "2025"));
  assertEquals(yearOnYear(figures, "2025").to.period_end, "2025-03");
  assertEquals(yearOnYear(figures, "2026"), yearOnYear(figures, "2025"));
  assertEquals(yearOnYear(figures, "2024"), comparableYears(figures, "2023", "2024"));
  assertThrows(() => yearOnYear(figures, "2023"), RangeError, "no year 2022");
});
