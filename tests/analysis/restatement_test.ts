/** Restatements: what later vintages say of the same months, and which months of the lines hold. */
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { monthsOfLines, RESTATED_FROM, vintagesOfMonths } from "../../lib/analysis/mod.ts";
import { CANADA, MEXICO } from "../../lib/codes/mod.ts";
import { readTable, scanTable } from "../../lib/data/mod.ts";
import { keep, records, rowOf } from "../../lib/frame.ts";
import { KNOWN } from "../known.ts";
import { CABLE, COMPUTER, linesOf, totalsOf } from "./preference_lines.ts";

Deno.test("by hand: three vintages of one month, and the change from each to the next", () => {
  const rows = records(vintagesOfMonths(totalsOf([
    ["2025-01", MEXICO, "2026-10-01", 66],
    ["2025-01", MEXICO, "2025-04-04", 50],
    ["2025-01", MEXICO, "2026-04", 60],
    ["2025-02", MEXICO, "2026-04", 60], // known once only: nothing to compare
  ])));
  assertEquals(rows.map(({ vintage, value_usd }) => [vintage, value_usd]), [
    ["2025-04-04", 50],
    ["2026-04", 60],
    ["2026-10-01", 66],
  ]);
  assertEquals(rows[0].change, null);
  assertAlmostEquals(rows[1].change!, 0.2, 1e-12);
  assertAlmostEquals(rows[2].change!, 0.1, 1e-12);
});

Deno.test("a month holds when the lines add to its latest total, within the tolerance", () => {
  const lines = linesOf([
    ["2025-01", MEXICO, COMPUTER, 900, 600],
    ["2025-01", MEXICO, CABLE, 900, 400],
    ["2025-02", MEXICO, CABLE, 900, 500],
    ["2025-03", MEXICO, CABLE, 900, 500],
    ["2025-04", MEXICO, CABLE, 900, 500],
  ]);
  const totals = totalsOf([
    ["2025-01", MEXICO, "2026-10-01", 1019],
    ["2025-02", MEXICO, "2026-10-01", 511],
    ["2025-03", MEXICO, "2026-04", 500], // no later vintage yet
  ]);
  const rows = records(monthsOfLines(lines, totals));
  assertEquals(rows.map(({ month, restated, checked }) => [month, restated, checked]), [
    ["2025-01", false, true], // 1.9%
    ["2025-02", true, true], // 2.2%
    ["2025-03", false, false],
  ]);
  assertEquals(rows[0].lines_usd, 1000);
  const strict = monthsOfLines(lines, totals, { tolerance: 0 });
  assertEquals(records(strict).map((row) => row.restated), [true, true, false]);
});

Deno.test("March to June 2025 were restated, for both partners; any bar from 1 to 40% says so", async () => {
  const lines = await scanTable("preference_lines", KNOWN);
  const months = monthsOfLines(lines, await readTable("agreement_imports_monthly", KNOWN));
  for (const partner_code of [MEXICO, CANADA]) {
    const restated = records(keep(months, { partner_code, restated: true }));
    assertEquals(
      restated.map(({ month }) => month),
      ["2025-03", "2025-04", "2025-05", "2025-06"],
    );
    for (const { difference } of restated) assert(difference > 0.4);
    for (const { difference } of records(keep(months, { partner_code, restated: false }))) {
      assert(Math.abs(difference) < 0.01);
    }
  }
  assertEquals(months.height, 28);
  assert(RESTATED_FROM > 0.01 && RESTATED_FROM < 0.4);
});

Deno.test("Mexico, March 2025: 22.99 bn in April 2026, 36.28 bn in October", async () => {
  const all = vintagesOfMonths(
    await readTable("agreement_imports_monthly", { vintage: "all" }),
  );
  const march = (vintage: string) =>
    rowOf(all, { month: "2025-03", partner_code: MEXICO, vintage }).value_usd / 1e9;
  assertEquals(["2026-04", "2026-10-01"].map((each) => march(each).toFixed(2)), ["22.99", "36.28"]);
  const january = keep(all, { month: "2025-01", partner_code: CANADA });
  assertEquals(
    records(january).map(({ vintage }) => vintage).slice(0, 3),
    ["2025-04-04", "2026-04", "2026-10-01"],
  );
});
