/** Duty events: dated, sourced, in order, and found by month. */
import { assert, assertEquals } from "@std/assert";
import { DUTY_EVENTS, eventsNear } from "../../lib/codes/mod.ts";

Deno.test("every event has a day and a Federal Register citation, in order", () => {
  for (const { effective, source, what } of DUTY_EVENTS) {
    assert(/^\d{4}-\d{2}-\d{2}$/.test(effective) && what.length > 0);
    assert(/^\d+ FR \d+( and \d+ FR \d+)*$/.test(source), source);
  }
  const days = DUTY_EVENTS.map(({ effective }) => effective);
  assertEquals(days, days.toSorted());
});

Deno.test("events near a month are those of it and of the month before, over a year's end too", () => {
  assertEquals(eventsNear("2018-10").map(({ effective }) => effective), ["2018-09-24"]);
  assertEquals(eventsNear("2025-03").map(({ effective }) => effective), [
    "2025-02-04",
    "2025-03-04",
    "2025-03-04",
    "2025-03-12",
  ]);
  assertEquals(eventsNear("2020-01"), []);
  assertEquals(eventsNear("2017-01"), []);
});

Deno.test("a rate that was changed before it took effect is the one that took effect, with both sources", () => {
  const list4A = DUTY_EVENTS.find(({ effective }) => effective === "2019-09-01")!;
  assert(list4A.what.includes("4A (15%"), list4A.what);
  assertEquals(list4A.source, "84 FR 43304 and 84 FR 45821");
});

Deno.test("no two events are the same, none is told at length", () => {
  assertEquals(new Set(DUTY_EVENTS.map(({ what }) => what)).size, DUTY_EVENTS.length);
  for (const { what } of DUTY_EVENTS) assert(what.length <= 175, what);
});
