/** Labels that do not cover each other. */
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import fc from "fast-check";
import { inRows, spread } from "../../lib/figures/labels.ts";

const GAP = 10;
const wanted = fc.array(fc.double({ min: 0, max: 300, noNaN: true }), { maxLength: 25 });

Deno.test("labels that are far enough apart stay where they belong", () => {
  assertEquals(spread([50, 10, 30], GAP, 0, 100), [50, 10, 30]);
});

Deno.test("two labels at one place part around it", () => {
  assertEquals(spread([50, 50], GAP, 0, 100), [45, 55]);
});

Deno.test("a crowd moves as one: the centre of its labels stays", () => {
  const places = spread([50, 51, 52, 80], GAP, 0, 100);
  assertEquals(places, [41, 51, 61, 80]);
});

Deno.test("at an end of the range a crowd moves inwards", () => {
  assertEquals(spread([0, 1, 2], GAP, 0, 100), [0, 10, 20]);
  assertEquals(spread([99, 100], GAP, 0, 100), [90, 100]);
});

Deno.test("labels keep their order, their distance and the range", () => {
  fc.assert(fc.property(wanted, (given) => {
    const places = spread(given, GAP, 0, 300);
    const order = given.map((_, index) => index)
      .sort((a, b) => given[a] - given[b] || a - b);
    for (const [place, index] of order.entries()) {
      assert(places[index] >= -1e-9 && places[index] <= 300 + 1e-9);
      if (place > 0) assert(places[index] - places[order[place - 1]] >= GAP - 1e-6);
    }
  }));
});

Deno.test("spreading twice moves nothing", () => {
  fc.assert(fc.property(wanted, (given) => {
    const once = spread(given, GAP, 0, 300);
    const twice = spread(once, GAP, 0, 300);
    for (const [index, place] of twice.entries()) assertAlmostEquals(place, once[index], 1e-6);
  }));
});

Deno.test("event labels: to the right, in the first free row", () => {
  const places = inRows([{ at: 0, width: 50 }, { at: 30, width: 50 }, { at: 120, width: 50 }], 200);
  assertEquals(places, [
    { row: 0, anchor: "start" },
    { row: 1, anchor: "start" },
    { row: 0, anchor: "start" },
  ]);
});

Deno.test("an event near the end is labelled to its left", () => {
  assertEquals(inRows([{ at: 190, width: 50 }], 200), [{ row: 0, anchor: "end" }]);
});

Deno.test("no event label covers another, none is crossed by a rule", () => {
  const event = fc.record({
    at: fc.double({ min: 0, max: 200, noNaN: true }),
    width: fc.double({ min: 20, max: 80, noNaN: true }),
  });
  fc.assert(fc.property(fc.array(event, { maxLength: 12 }), (given) => {
    const labels = given.sort((a, b) => a.at - b.at);
    const boxes = inRows(labels, 240).map(({ row, anchor }, index) => {
      const { at, width } = labels[index];
      const from = anchor === "start" ? at : at - width;
      return { row, at, from, to: from + width };
    });
    for (const [index, one] of boxes.entries()) {
      for (const other of boxes.slice(index + 1)) {
        if (one.row === other.row) assert(one.to <= other.from || other.to <= one.from);
        const [above, below] = one.row < other.row ? [one, other] : [other, one];
        if (above.row !== below.row) assert(above.at <= below.from || above.at >= below.to);
      }
    }
  }));
});
