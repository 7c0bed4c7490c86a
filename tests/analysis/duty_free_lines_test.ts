/** Lines that are free for everybody: a case by hand, and what they were in 2024 and 2025. */
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import pl from "nodejs-polars";
import { type DutiableLine, freeForAll } from "../../lib/analysis/mod.ts";
import { ALL_ATP, ALL_GOODS, CANADA, MEXICO, ofAtpGroup, ofNaics } from "../../lib/codes/mod.ts";
import { readTable, scanTable } from "../../lib/data/mod.ts";
import { frameOf, rowOf } from "../../lib/frame.ts";
import { KNOWN } from "../known.ts";
import { CABLE, CLASSES, COMPUTER, TRUCK } from "./preference_lines.ts";

const GERMANY = "4280", IRELAND = "4190", CHINA = "5700";

const linesOf = (entries: [string, string, number, number, number][]) =>
  frameOf<DutiableLine>(
    entries.map(([hts10, partner_code, imports_for_consumption_usd, dutiable_usd, duty_usd]) => ({
      vintage: "2026-08-09",
      period_start: "2024-01",
      period_end: "2024-12",
      ...{ hts10, partner_code, imports_for_consumption_usd, dutiable_usd, duty_usd },
    })),
    {
      vintage: pl.String,
      period_start: pl.String,
      period_end: pl.String,
      hts10: pl.String,
      partner_code: pl.String,
      imports_for_consumption_usd: pl.Int64,
      dutiable_usd: pl.Int64,
      duty_usd: pl.Int64,
    },
  );

Deno.test("by hand: a line is free when less than 1% of what the yardstick sent was dutiable", () => {
  const free = freeForAll(
    linesOf([
      [COMPUTER, MEXICO, 700, 7, 1],
      [COMPUTER, GERMANY, 900, 5, 1],
      [COMPUTER, IRELAND, 100, 4, 1], // together 9 of 1,000: free
      [COMPUTER, CHINA, 50, 50, 12], // no yardstick
      [CABLE, MEXICO, 200, 20, 2],
      [CABLE, GERMANY, 100, 1, 1], // 1 of 100: not free
      [TRUCK, MEXICO, 100, 0, 0], // nobody to ask
    ]),
    CLASSES,
  );
  const row = rowOf(free, { ...ALL_GOODS, partner_code: MEXICO });
  assertEquals([row.value_usd, row.free_usd, row.known_usd], [1000, 700, 900]);
  assertAlmostEquals(row.dutiable_share, 0.027, 1e-12);
  assertAlmostEquals(row.duty_rate, 0.003, 1e-12);
  assertEquals(rowOf(free, { ...ofNaics("335"), partner_code: MEXICO }).free_share, 0);
  assertEquals(rowOf(free, { ...ALL_ATP, partner_code: MEXICO }).free_share, 700 / 800);
});

Deno.test("2024: 86.8% of Mexico's electronics were free for everybody, 32.7% of its electrical goods", async () => {
  const free = freeForAll(
    await scanTable("import_lines", KNOWN),
    await readTable("import_line_classes", KNOWN),
  );
  const of = (each: ReturnType<typeof ofNaics>, partner_code: string, year: string) =>
    rowOf(free, { ...each, partner_code, period_start: `${year}-01` });
  const share = (each: ReturnType<typeof ofNaics>, partner: string, year = "2024") =>
    (of(each, partner, year).free_share * 100).toFixed(1);
  assertEquals(share(ofNaics("334"), MEXICO), "86.8");
  assertEquals(share(ofNaics("335"), MEXICO), "32.7");
  assertEquals(share(ofAtpGroup("04"), MEXICO), "100.0");
  assertEquals(share(ofNaics("334"), CANADA), "88.4");
  assertEquals(share(ofNaics("334"), MEXICO, "2025"), "0.3");
  assert(
    of(ofNaics("334"), MEXICO, "2024").known_usd / of(ofNaics("334"), MEXICO, "2024").value_usd >
      0.99,
  );
  const rates = ["2024", "2025"].map((year) => of(ofNaics("334"), MEXICO, year).duty_rate * 100);
  assertEquals(rates.map((rate) => rate.toFixed(2)), ["0.02", "0.86"]);
  const dutiable = ["2024", "2025"].map((year) =>
    of(ofNaics("334"), CANADA, year).dutiable_share * 100
  );
  assertEquals(dutiable.map((part) => part.toFixed(1)), ["2.4", "15.2"]);
});
