/** Duty events: dated, sourced, in order, and found by month. */
import { assert, assertEquals } from "@std/assert";
import { DUTY_EVENTS, eventsNear, LAST_OF_EVENTS } from "../../lib/codes/mod.ts";
import { monthAfter } from "../../lib/format.ts";

Deno.test("every event has a day and a Federal Register citation, in order", () => {
  for (const { effective, source, what } of DUTY_EVENTS) {
    assert(/^\d{4}-\d{2}-\d{2}$/.test(effective) && what.length > 0);
    const one = String.raw`(\d+ FR \d+|FR Doc\. \d{4}-\d{5})`;
    assert(new RegExp(`^${one}( and ${one})*$`).test(source), source);
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
    "2025-03-07",
    "2025-03-12",
  ]);
  assertEquals(eventsNear("2025-01").map(({ effective }) => effective), ["2025-01-01"]);
  assertEquals(eventsNear("2020-01"), []);
  assertEquals(eventsNear("2017-01"), []);
});

Deno.test("no event is near a month after the last of the list", () => {
  assert(eventsNear(LAST_OF_EVENTS).length > 0);
  assertEquals(eventsNear(monthAfter(LAST_OF_EVENTS)), []);
  assert(DUTY_EVENTS.every(({ effective }) => effective.slice(0, 7) < LAST_OF_EVENTS));
});

Deno.test("a rate that was changed before it took effect is the one that took effect, with both sources", () => {
  const list4A = DUTY_EVENTS.find(({ effective }) => effective === "2019-09-01")!;
  assert(list4A.what.includes("4A (15%"), list4A.what);
  assertEquals(list4A.source, "84 FR 43304 and 84 FR 45821");
});

Deno.test("what touched computers and appliances is there, each on its day", () => {
  const days = (part: string) =>
    DUTY_EVENTS.filter(({ what }) => what.includes(part)).map(({ effective }) => effective);
  assertEquals(days("list 2"), ["2018-08-23"]);
  assertEquals(days("washing machines"), ["2018-02-07", "2025-06-23"]);
  assertEquals(days("solar cells"), ["2018-02-07", "2024-09-27"]);
  assertEquals(days("semiconductors"), ["2018-08-23", "2025-01-01", "2025-04-05"]);
  assertEquals(days("copper"), ["2025-08-01"]);
  assertEquals(days("407 further tariff codes"), ["2025-08-18"]);
});

Deno.test("few events have a name for figures, and no two the same", () => {
  const names = DUTY_EVENTS.flatMap(({ name }) => name ?? []);
  assertEquals(new Set(names).size, names.length);
  assert(names.length >= 4 && names.length <= 7, String(names.length));
  for (const name of names) assert(name.length <= 26, name);
});

Deno.test("no two events are the same, none is told at length", () => {
  assertEquals(new Set(DUTY_EVENTS.map(({ what }) => what)).size, DUTY_EVENTS.length);
  for (const { what } of DUTY_EVENTS) assert(what.length <= 175, what);
});
