/** Lines by the beginning of their code, years side by side, and what is summed of them. */
import { assertEquals, assertThrows } from "@std/assert";
import pl from "nodejs-polars";
import {
  calendarYear,
  dutiesByYear,
  linesBeside,
  linesUnder,
  onBasis,
  preferenceUnder,
  suppliersOfLine,
  suppliersOnBothBases,
} from "../../lib/analysis/mod.ts";
import { CANADA, MEXICO, SERVERS, WORLD } from "../../lib/codes/mod.ts";
import { readTable, scanTable } from "../../lib/data/mod.ts";
import { column, keep, records, rowOf } from "../../lib/frame.ts";
import { KNOWN } from "../known.ts";
import { embeddedClasses, embeddedLines, smallClasses, smallLines } from "./small_lines.ts";

const small = smallLines([
  { hts10: "8471500150", general_imports_usd: 6, imports_for_consumption_usd: 4 },
  { hts10: "8471300100", partner_code: "5700", general_imports_usd: 2 },
  { hts10: "8517130000", partner_code: "5700", general_imports_usd: 9 },
  { hts10: "8471500150", general_imports_usd: 5, ...calendarYear(2025) },
  {
    ...{ hts10: "8471500150", general_imports_usd: 1 },
    ...{ period_start: "2026-01", period_end: "2026-05" },
  },
]).drop("atp_group", "atp_method") as ReturnType<typeof smallLines>;
const classes = smallClasses({ "8471500150": "04", "8471300100": "04", "8517130000": "00" });

Deno.test("lines under a code: what begins so, with its class; nothing is an error", () => {
  const under = (code: string) => [...new Set(column(linesUnder(small, classes, code), "hts10"))];
  assertEquals(under("8471"), ["8471300100", "8471500150"]);
  assertEquals(under("84715001"), ["8471500150"]);
  assertEquals(records(linesUnder(small, classes, "85")).map((row) => row.atp_group), ["00"]);
  assertThrows(() => linesUnder(small, classes, "8472"), RangeError, "under 8472");
  assertThrows(() => linesUnder(small, classes, 8471 as never), TypeError, 'write "8471"');
});

Deno.test("years side by side: whole ones beside a whole one, a part of a year alone", () => {
  const years = (year: string) => [...new Set(column(linesBeside(small, year), "year"))];
  assertEquals(years("2024"), ["2024", "2025"]);
  assertEquals(years("2026"), ["2026"]);
  assertThrows(() => linesBeside(small, "2023"), RangeError, "there are 2024, 2025, 2026");
});

Deno.test("suppliers on both bases: shares add to one, who sent nothing on a basis is no supplier of it", () => {
  const lines = linesUnder(linesBeside(small, "2024"), classes, "8471");
  const rows = records(suppliersOnBothBases(lines)).filter((row) => row.partner_code !== "other");
  assertEquals(
    rows.map((row) => [row.basis, row.year, row.partner_code, row.value_usd, row.share]),
    [
      ["general_imports", "2024", MEXICO, 6, 0.75],
      ["general_imports", "2024", "5700", 2, 0.25],
      ["general_imports", "2025", MEXICO, 5, 1],
      ["imports_for_consumption", "2024", MEXICO, 4, 1],
    ],
  );
  const none = smallLines([{}]);
  assertThrows(() => suppliersOnBothBases(none), RangeError, "nothing was imported");
});

Deno.test("servers: one way and the other give the same shares; Mexico fell to 49.2%", () => {
  const all = linesBeside(embeddedLines, "2025");
  const lines = linesUnder(all, embeddedClasses, SERVERS);
  const general = keep(suppliersOnBothBases(lines), { basis: "general_imports" });
  const held = onBasis(lines, "general_imports").filter(pl.col("value_usd").gt(pl.lit(0)));
  assertEquals(records(general), records(suppliersOfLine(held as never, SERVERS)));
  const mexico = rowOf(general, { year: "2025", partner_code: MEXICO });
  assertEquals((mexico.share * 100).toFixed(1), "49.2");
});

Deno.test("duty by year: each supplier's, and the world's as that of the sums", () => {
  const lines = linesUnder(linesBeside(embeddedLines, "2025"), embeddedClasses, "8708");
  const rates = dutiesByYear(lines);
  const percent = (partner_code: string, year: string) =>
    (rowOf(rates, { partner_code, year }).rate! * 100).toFixed(1);
  assertEquals(["2024", "2025"].map((year) => percent(MEXICO, year)), ["0.8", "6.9"]);
  assertEquals(["2024", "2025"].map((year) => percent(WORLD, year)), ["3.9", "14.3"]);
});

Deno.test("preference under a code: every month of both, shares as those of the lines", async () => {
  const lines = await scanTable("preference_lines", KNOWN);
  const totals = await readTable("agreement_imports_monthly", KNOWN);
  const use = preferenceUnder(lines, totals, "8471300100");
  assertEquals(use.height, 28);
  const at = (month: string, partner_code: string) => rowOf(use, { month, partner_code });
  const percent = (share: number | null) => (share! * 100).toFixed(1);
  assertEquals(percent(at("2026-02", MEXICO).preference_share), "99.7");
  assertEquals(percent(at("2026-02", CANADA).preference_share), "58.6");
  assertEquals(at("2025-03", MEXICO).restated, true);
  const none = records(preferenceUnder(lines, totals, "0000"));
  assertEquals(none.length, 28);
  assertEquals(new Set(none.map((row) => row.preference_share)), new Set([null]));
});
