/** How many months have a duty event near: counts by hand and on the embedded months. */
import { assertEquals, assertThrows } from "@std/assert";
import { eventCoverage } from "../../lib/analysis/mod.ts";

Deno.test("by hand: of four months of 2019 three have an event near", () => {
  // 10 and 20 May: May and June. 1 September: September and October. None: July, August.
  assertEquals(eventCoverage(["2019-05", "2019-06", "2019-07", "2019-09", "2019-05"]), {
    months: 4,
    near: 3,
    share: 0.75,
  });
  assertThrows(() => eventCoverage([]), RangeError, "eventCoverage: no months");
});

Deno.test("every month from January to November 2025 has an event near, 27 of 155 since 2013", () => {
  const months = Array.from(
    { length: 155 },
    (_, index) => new Date(Date.UTC(2013, index, 1)).toISOString().slice(0, 7),
  );
  const { near } = eventCoverage(months);
  assertEquals([months.at(-1), near], ["2025-11", 27]);
  assertEquals(eventCoverage(months.filter((month) => month >= "2025")).share, 1);
  assertEquals(eventCoverage(months.filter((month) => month < "2018")).near, 0);
});
