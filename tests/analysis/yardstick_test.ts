/** The yardstick: shares of Mexico and Canada in technology and industries beside those in all goods. */
import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import {
  calendarYear,
  importsBySupplier,
  industryOnBothBases,
  industryYardstick,
  onBasis,
  relativeShares,
  technologyYardstick,
} from "../../lib/analysis/mod.ts";
import { readTable } from "../../lib/data/mod.ts";
import { records, rowOf } from "../../lib/frame.ts";
import { KNOWN } from "../known.ts";
import { arbitraryValues, RUNS } from "./small.ts";
import { atpOf, embeddedClasses, embeddedLines, generalLines } from "./small_lines.ts";

const naics3 = await readTable("naics3_imports_by_partner_monthly", KNOWN);
const goods = importsBySupplier(onBasis(embeddedLines, "general_imports"));
const of = (year: number) => technologyYardstick(atpOf(year), goods, year);
const percent = (share: number) => (share * 100).toFixed(1);

Deno.test("Mexico and Canada: 28.0% of all imports and 16.3% of ATP in 2024; 26.8 and 17.8 in 2025", () => {
  for (const [year, shares] of [[2024, ["28.0", "16.3"]], [2025, ["26.8", "17.8"]]] as const) {
    const row = rowOf(of(year), { class: "total", partner_code: "0020" });
    assertEquals([percent(row.all_share), percent(row.share)], shares);
    const itself = rowOf(of(year), { class: "all_goods", partner_code: "0020" });
    assertEquals([itself.relative_share, itself.share], [1, row.all_share]);
  }
});

Deno.test("ATP leans on Canada a quarter as much as other goods do; ICT on Mexico more", () => {
  const relative = (code: string, partner_code: string) =>
    rowOf(of(2024), { class: code, partner_code }).relative_share.toFixed(2);
  assertEquals(["2010", "1220", "0020"].map((code) => relative("total", code)), [
    "0.87",
    "0.23",
    "0.58",
  ]);
  assertEquals(["2010", "1220", "0020"].map((code) => relative("04", code)), [
    "1.17",
    "0.06",
    "0.67",
  ]);
  assertEquals(relative("08", "1220"), "1.83");
});

Deno.test("NAICS 334, 335, 336 as published: 19.1, 28.3, 48.0% of 2024, relative 0.68, 1.00, 1.71", () => {
  const industries = industryYardstick(naics3, ["334", "335", "336"], calendarYear(2024));
  const both = ["334", "335", "336"].map((code) =>
    rowOf(industries, { class: code, partner_code: "0020" })
  );
  assertEquals(both.map((row) => percent(row.share)), ["19.1", "28.3", "48.0"]);
  assertEquals(both.map((row) => row.relative_share.toFixed(2)), ["0.68", "1.00", "1.71"]);
  assertEquals([both[0].basis, both[0].vintage], ["imports_for_consumption", "2025-11"]);
});

Deno.test("derived on both bases: the error and what the basis changes", () => {
  const industries = industryYardstick(naics3, ["334", "335", "336"], calendarYear(2024));
  const rows = records(industryOnBothBases(embeddedLines, embeddedClasses, industries));
  assertEquals(rows.map((row) => row.naics), ["334", "335", "336"]);
  const points = (value: number) => (value * 100).toFixed(2);
  assertEquals(rows.map((row) => points(row.error)), ["-0.04", "-0.02", "-0.71"]);
  assertEquals(rows.map((row) => points(row.basis_effect)), ["-0.09", "-0.61", "0.30"]);
  for (const row of rows) {
    assertAlmostEquals(row.derived_share, row.published_share + row.error, 1e-15);
  }
});

Deno.test("relative shares by hand: 30 of 60 in one class, 10 of 40 in the other, 40 of 100 in all", () => {
  const lines = generalLines({
    "8471500150": { "2010": 20, "1220": 10, "5700": 30 },
    "8517130000": { "1220": 10, "5700": 30 },
  });
  const shares = relativeShares(
    importsBySupplier<"hts10">(lines, ["hts10"]),
    importsBySupplier(lines),
    "hts10",
  );
  assertEquals(
    records(shares).map((row) => [row.class, row.partner_code, row.share, row.relative_share]),
    [
      ["8471500150", "1220", 1 / 6, (1 / 6) / 0.2],
      ["8471500150", "2010", 1 / 3, (1 / 3) / 0.2],
      ["8471500150", "0020", 0.5, 1.25],
      ["8517130000", "1220", 0.25, 1.25],
      ["8517130000", "2010", 0, 0], // no imports: zero, not missing
      ["8517130000", "0020", 0.25, 0.625],
    ],
  );
});

Deno.test("a supplier of nothing at all has a relative share of zero", () => {
  const lines = generalLines({ "8471500150": { "5700": 30 } });
  const shares = relativeShares(
    importsBySupplier<"hts10">(lines, ["hts10"]),
    importsBySupplier(lines),
    "hts10",
  );
  assertEquals(records(shares).map((row) => row.relative_share), [0, 0, 0]);
});

Deno.test("over classes that make up all goods the relative shares average to one, by value", () => {
  fc.assert(
    fc.property(arbitraryValues(), arbitraryValues(), (one, two) => {
      fc.pre(one["2010"] + two["2010"] > 0);
      const lines = generalLines({ "8471500150": one, "8517130000": two });
      const all = importsBySupplier(lines);
      const rows = records(
        relativeShares(importsBySupplier<"hts10">(lines, ["hts10"]), all, "hts10"),
      )
        .filter((row) => row.partner_code === "2010");
      const whole = rowOf(all, { partner_code: "-" }).value_usd;
      const mean = rows.reduce((sum, row) => sum + row.relative_share * row.total_usd / whole, 0);
      assertAlmostEquals(mean, 1, 1e-12);
    }),
    RUNS,
  );
});

Deno.test("classes and all goods of different bases are refused", () => {
  const consumption = importsBySupplier(onBasis(embeddedLines, "imports_for_consumption"));
  assertThrows(
    () => technologyYardstick(atpOf(2024), consumption, 2024),
    RangeError,
    "the classes are general_imports 2024-01 2024-12, all goods imports_for_consumption",
  );
});
