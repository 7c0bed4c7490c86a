/** Growth by six-digit industry: by hand, and the computers of 2025. */
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { comparableYears, detailGrowth } from "../../lib/analysis/mod.ts";
import { readTable } from "../../lib/data/mod.ts";
import { records, rowOf } from "../../lib/frame.ts";
import { KNOWN } from "../known.ts";
import { imports, total } from "./small.ts";

const YEARS = {
  from: { period_start: "2024-01", period_end: "2024-01" },
  to: { period_start: "2025-01", period_end: "2025-01" },
};
const rows = (values: Record<string, [number, number]>) =>
  imports(
    Object.entries(values).flatMap(([naics, [before, after]]) => [
      { naics, month: "2024-01", value_usd: before },
      { naics, month: "2025-01", value_usd: after },
    ]),
  );

Deno.test("by hand: 100 → 150; computers +60, chips −10; another industry and the sum are left out", () => {
  const growth = detailGrowth(
    rows({ "334111": [40, 100], "334413": [60, 50], "335110": [5, 99], "334": [100, 150] }),
    { naics: "334", ...YEARS },
  );
  assertEquals(records(growth).map((row) => row.naics), ["334", "334111", "334413"]);
  const computers = rowOf(growth, { naics: "334111" });
  assertEquals([computers.from_usd, computers.to_usd, computers.change_usd], [40, 100, 60]);
  assertAlmostEquals(computers.share_of_growth, 60 / 50, 1e-15);
  assertAlmostEquals(computers.to_share, 100 / 150, 1e-15);
  assertAlmostEquals(rowOf(growth, { naics: "334413" }).share_of_growth, -0.2, 1e-15);
  assertAlmostEquals(total(growth, "share_of_growth"), 2, 1e-15); // the whole, and its parts
});

Deno.test("no growth has no parts; a part that is new begins at zero", () => {
  assertThrows(
    () => detailGrowth(rows({ "334111": [4, 5], "334413": [5, 4] }), { naics: "334", ...YEARS }),
    RangeError,
    "imports of 334 did not change",
  );
  const growth = detailGrowth(
    imports([
      { naics: "334111", month: "2024-01", value_usd: 5 },
      { naics: "334111", month: "2025-01", value_usd: 5 },
      { naics: "334413", month: "2025-01", value_usd: 5 },
    ]),
    { naics: "334", ...YEARS },
  );
  assertEquals(rowOf(growth, { naics: "334413" }).from_usd, 0);
  assertEquals(rowOf(growth, { naics: "334413" }).share_of_growth, 1);
});

Deno.test("334 in 2025: computers (334111) from 114.1 to 217.4 billion, 64% of the growth", async () => {
  const table = await readTable("naics6_imports_world_monthly", KNOWN);
  const growth = detailGrowth(table, { naics: "334", ...comparableYears(table, "2024", "2025") });
  const [whole, first] = records(growth);
  assertEquals([whole.naics, first.naics], ["334", "334111"]);
  const billions = [first.from_usd, first.to_usd].map((usd) => Number((usd / 1e9).toFixed(1)));
  assertEquals(billions, [114.1, 217.4]);
  assertEquals(Math.round(first.share_of_growth * 100), 64);
  assertEquals([first.from_share, first.to_share].map((part) => Math.round(part * 100)), [21, 31]);
  assertEquals([whole.from_start, whole.to_end], ["2024-01", "2025-12"]);
  assert(Math.abs(total(growth, "share_of_growth") - 2) < 1e-12);
});
