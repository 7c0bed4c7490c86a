/** Parts of years: cut alike, compared alike, and how well they stand for their year. */
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import pl from "nodejs-polars";
import {
  comparableYears,
  comparedConcentration,
  concentration,
  largestGap,
  partYearGaps,
  sameMonths,
  supplierShares,
  withYear,
} from "../../lib/analysis/mod.ts";
import { CHINA } from "../../lib/codes/mod.ts";
import { type Naics3Imports, readTable } from "../../lib/data/mod.ts";
import { column, type Frame, literal, records, rowOf } from "../../lib/frame.ts";
import { KNOWN } from "../known.ts";
import { imports, ofMonth } from "./small.ts";

const table = await readTable("naics3_imports_by_partner_monthly", KNOWN);
const ofIndustry = (naics: string) =>
  table.filter(pl.col("naics").eq(literal(naics))) as Frame<Naics3Imports>;

Deno.test("by hand: China 40 of 100 in January, 90 of 300 in the year", () => {
  const year = ["02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"];
  const months = imports([
    ...ofMonth("2023-01", { [CHINA]: 40, "-": 100 }),
    ...year.flatMap((month) =>
      ofMonth(`2023-${month}`, month === "02" ? { [CHINA]: 50, "-": 200 } : { [CHINA]: 0, "-": 0 })
    ),
    ...ofMonth("2024-01", { [CHINA]: 1, "-": 2 }), // not whole: has no gap
  ]);
  const gaps = partYearGaps(months, "01");
  assertEquals(records(gaps).map((row) => [row.year, row.partner_code]), [
    ["2023", CHINA],
    ["2023", "other"],
  ]);
  assertAlmostEquals(rowOf(gaps, { partner_code: CHINA }).gap, 0.4 - 0.3, 1e-15);
  assertAlmostEquals(largestGap(gaps), 0.1, 1e-15);
  assertThrows(
    () => partYearGaps(imports(ofMonth("2024-01", { [CHINA]: 1, "-": 2 })), "01"),
    RangeError,
    "no year is whole",
  );
});

Deno.test("January to November stands for the year within 0.56 point in 334 and 0.36 in 335", () => {
  const largest = (naics: string) => records(partYearGaps(ofIndustry(naics), "11"))[0];
  const [electronics, electrical] = ["334", "335"].map(largest);
  assertEquals([electronics.year, electronics.partner_code], ["2020", CHINA]);
  assertEquals(Number((electronics.gap * 100).toFixed(2)), -0.56);
  assertEquals([electrical.year, electrical.partner_code], ["2023", CHINA]);
  assertEquals(Number((electrical.gap * 100).toFixed(2)), -0.36);
});

Deno.test("the same months: those of the newest year unless told", () => {
  const months = imports(
    ["2023-11", "2023-12", "2024-10", "2024-11"].flatMap((month) => ofMonth(month, { "-": 1 })),
  );
  assertEquals(column(sameMonths(months), "month"), ["2023-11", "2024-10", "2024-11"]);
  assertEquals(column(sameMonths(months, "10"), "month"), ["2024-10"]);
  const scan = sameMonths(months.lazy(), "10").collectSync();
  assertEquals(scan.height, 1);
  assertThrows(() => sameMonths(months, "13"), RangeError, "13 is not a month");
});

/** What the concentration of 334 did from 2024 to 2025, over the months that 2025 has. */
function verdict(industry: Frame<Naics3Imports>) {
  const { from, to } = comparableYears(industry, "2024", "2025");
  const index = (start: string, end: string) => {
    const months = industry.filter(
      pl.col("month").gtEq(literal(start)).and(pl.col("month").ltEq(literal(end))),
    );
    const shares = supplierShares(months, { by: [], denominator: "world" });
    return rowOf(concentration(shares, { by: [] }), {});
  };
  const [before, after] = [from, to].map((each) => index(each.period_start, each.period_end));
  const points = [before, after].flatMap(({ hhi_low, hhi_high }) =>
    [hhi_low, hhi_high].map((hhi) => Math.round(hhi * 10_000))
  );
  return [comparedConcentration(before, after), ...points];
}

Deno.test("334 was more concentrated in 2025 than in the same months of 2024, to November and to March", () => {
  assertEquals(verdict(ofIndustry("334")), ["more concentrated", 1206, 1223, 1288, 1303]);
  const cut = ofIndustry("334").filter(pl.col("month").ltEq(literal("2025-03")));
  assertEquals(verdict(cut), ["more concentrated", 1145, 1163, 1174, 1190]);
  // A quarter against the whole year would give the wrong word: 1,174 is not above 1,215.
  const shares = supplierShares(withYear(cut), { by: ["year"], denominator: "world" });
  const index = concentration(shares, { by: ["year"] });
  const [year, quarter] = ["2024", "2025"].map((each) => rowOf(index, { year: each }));
  assert(!(quarter.hhi_low > year.hhi_high));
  assertThrows(
    () => comparedConcentration(year, quarter),
    RangeError,
    "months 01 to 12 against 01 to 03",
  );
});

Deno.test("less, and neither", () => {
  const index = (values: Record<string, number>) =>
    rowOf(
      concentration(
        supplierShares(imports(ofMonth("2024-01", values)), { by: [], denominator: "world" }),
        { by: [] },
      ),
      {},
    );
  const [single, halves] = [index({ "5700": 2, "-": 2 }), index({ "5700": 1, "2010": 1, "-": 2 })];
  assertEquals(comparedConcentration(single, halves), "less concentrated");
  assertEquals(comparedConcentration(halves, single), "more concentrated");
  const open = index({ "5700": 1, "-": 2 }); // 0.25 to 0.5 meets 0.5
  assertEquals(
    comparedConcentration(halves, open),
    "neither clearly more nor less concentrated",
  );
});
