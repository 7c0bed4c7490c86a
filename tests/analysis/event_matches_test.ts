/** Events near months, and how many months have one: counts by hand and on the embedded months. */
import { assertEquals, assertThrows } from "@std/assert";
import { eventCoverage, eventMatches } from "../../lib/analysis/mod.ts";
import { eventsNear } from "../../lib/codes/mod.ts";
import { column, records } from "../../lib/frame.ts";

Deno.test("one row an event, in order; a row of nulls where none is listed", () => {
  const rows = records(eventMatches(["2022-03", "2019-06", "2019-06"]));
  assertEquals(rows.map(({ month, effective }) => [month, effective]), [
    ["2019-06", "2019-05-10"],
    ["2019-06", "2019-05-20"],
    ["2022-03", null],
  ]);
  assertEquals(rows[2], { month: "2022-03", effective: null, what: null, source: null });
  const [first] = eventsNear("2019-06");
  assertEquals([rows[0].what, rows[0].source], [first.what, first.source]);
  assertEquals(column(eventMatches([]), "month"), []);
});

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
