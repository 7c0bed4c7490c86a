/** Which months a made-up data folder has, and where their figures come from. */
import { assert, assertEquals } from "@std/assert";
import {
  lastPublished,
  madeMonths,
  MONTHS,
  shifted,
  sourceOf,
  toDate,
  vintageOf,
} from "./calendar.ts";

const NAICS3 = "naics3_imports_by_partner_monthly";

Deno.test("a month to come has the figures of a published one, and none is like that of the year before", () => {
  assertEquals(sourceOf("2025-12"), "2025-07");
  assertEquals(sourceOf("2026-04"), "2025-11");
  assertEquals(sourceOf("2026-05"), "2025-07");
  for (const month of MONTHS.filter((each) => each > "2026-11")) {
    assert(sourceOf(month) !== sourceOf(shifted(month, -1)), month);
  }
});

Deno.test("a table is cut at the month, or kept to where it was published and made from there", () => {
  assertEquals(lastPublished(NAICS3, "2025-06"), "2025-06");
  assertEquals(madeMonths(NAICS3, "2025-06"), []);
  assertEquals(lastPublished(NAICS3, "2026-02"), "2025-11");
  assertEquals(madeMonths(NAICS3, "2026-02"), ["2025-12", "2026-01", "2026-02"]);
  assertEquals(madeMonths("atp_world_monthly", "2026-02"), ["2026-01", "2026-02"]);
  assertEquals(lastPublished("preference_lines", "2024-12"), "2025-02");
});

Deno.test("a vintage is dated by its release, and sorts behind every published one", () => {
  assertEquals(vintageOf("2027-01"), "2027-03-05");
  assertEquals(vintageOf("2026-12"), "2027-02-05");
  assertEquals(vintageOf("2025-06"), "2026-11-05");
});

Deno.test("the year to date", () => {
  assertEquals(toDate("2027-01"), ["2027-01"]);
  assertEquals(toDate("2026-03"), ["2026-01", "2026-02", "2026-03"]);
});
