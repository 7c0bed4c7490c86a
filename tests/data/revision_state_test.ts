/** Figures are compared in one state of revision only. */
import pl from "nodejs-polars";
import { assertEquals } from "@std/assert";
import { inOneRevision, revisionYear, yearsOf } from "../../lib/data/revision_state.ts";

Deno.test("the annual revision of June parts the vintages", () => {
  const cases = [
    ["2026-08-09", "2026"],
    ["2026-06", "2026"],
    ["2026-05-31", "2025"],
    ["2026-01-07", "2025"],
    ["2025", "2025"], // a year alone is its last release
  ];
  for (const [vintage, year] of cases) assertEquals(revisionYear(vintage), year, vintage);
});

Deno.test("only whole years are kept", () => {
  const sums = pl.DataFrame({
    vintage: ["a", "a"],
    period_start: ["2024-01", "2025-01"],
    period_end: ["2024-12", "2025-08"],
    parts: [1, 2],
  });
  assertEquals(yearsOf(sums).toRecords(), [{ vintage: "a", parts: 1, year: "2024" }]);
});

Deno.test("years are compared where both were revised alike, the last vintage of each counting", () => {
  const whole = pl.DataFrame({
    vintage: ["2025-04-04", "2026-07-07", "2026-10-01", "2026-10-01"],
    year: ["2024", "2024", "2024", "2026"],
    whole: [1, 2, 3, 4],
  });
  const parts = pl.DataFrame({
    vintage: ["2026-08-09", "2027-08-09", "2026-08-09"],
    year: ["2024", "2024", "2025"],
    parts: [3, 9, 5],
  });
  const [a, b] = inOneRevision(whole, parts, []);
  assertEquals(a.toRecords(), [{ year: "2024", whole: 3 }]);
  assertEquals(b.toRecords(), [{ year: "2024", parts: 3 }]);
});
