/** The change of a preference share taken apart: by hand, as a property, and in electronics. */
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { preferenceChange } from "../../lib/analysis/mod.ts";
import { ALL_ATP, ALL_GOODS, CANADA, MEXICO, ofAtpGroup, ofNaics } from "../../lib/codes/mod.ts";
import { readTable, scanTable } from "../../lib/data/mod.ts";
import { KNOWN } from "../known.ts";
import { CABLE, CLASSES, COMPUTER, linesOf, TRUCK } from "./preference_lines.ts";

const [before, after] = [["2025-01"], ["2026-01"]];
const periods = { partners: [MEXICO], from: before, to: after };

Deno.test("by hand: 0.1 to 0.9 in computers, half and half with cables, of which all is claimed", () => {
  const lines = linesOf([
    ["2025-01", MEXICO, COMPUTER, 50, 5],
    ["2025-01", MEXICO, CABLE, 50, 50],
    ["2026-01", MEXICO, COMPUTER, 75, 60], // 0.1 to 0.8
    ["2026-01", MEXICO, CABLE, 25, 25],
    ["2026-01", CANADA, CABLE, 900, 0], // another partner
  ]);
  const change = preferenceChange(lines, CLASSES, { ...periods, of: ALL_GOODS });
  assertAlmostEquals(change.from_share, 0.55, 1e-12);
  assertAlmostEquals(change.to_share, 0.85, 1e-12);
  assertAlmostEquals(change.within, 0.625 * 0.7, 1e-12); // mean weight of computers × rise
  assertAlmostEquals(change.mix, 0.25 * (0.45 - 0.7) - 0.25 * (1 - 0.7), 1e-12);
  assertEquals([change.kinds, change.kinds_in_both], [2, 2]);
  const computers = preferenceChange(lines, CLASSES, { ...periods, of: ofNaics("334") });
  assertAlmostEquals(computers.within, 0.7, 1e-12);
  assertAlmostEquals(computers.mix, 0, 1e-12);
  assertEquals(
    preferenceChange(lines, CLASSES, { ...periods, of: ALL_ATP }),
    preferenceChange(lines, CLASSES, { ...periods, of: ofAtpGroup("04") }),
  );
});

Deno.test("goods of one period only count in the mix; a period without the class is refused", () => {
  const lines = linesOf([
    ["2025-01", MEXICO, COMPUTER, 100, 20],
    ["2026-01", MEXICO, TRUCK, 100, 90],
  ]);
  const change = preferenceChange(lines, CLASSES, { ...periods, of: ALL_GOODS });
  assertAlmostEquals(change.mix, 0.7, 1e-12);
  assertEquals([change.within, change.kinds_in_both], [0, 0]);
  assertThrows(
    () => preferenceChange(lines, CLASSES, { ...periods, of: ofNaics("334") }),
    RangeError,
    "no imports of the class",
  );
});

Deno.test("the two parts add to the change, whatever the lines", () => {
  const amount = fc.tuple(
    fc.integer({ min: 0, max: 900 }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  );
  fc.assert(
    fc.property(fc.array(amount, { minLength: 6, maxLength: 6 }), (amounts) => {
      const lines = linesOf(amounts.map(([value, part], index) => [
        index < 3 ? "2025-01" : "2026-01",
        MEXICO,
        [COMPUTER, CABLE, TRUCK][index % 3],
        value + 1,
        Math.round((value + 1) * part),
      ]));
      const change = preferenceChange(lines, CLASSES, { ...periods, of: ALL_GOODS });
      assertAlmostEquals(change.within + change.mix, change.to_share - change.from_share, 1e-9);
    }),
    { numRuns: 60 },
  );
});

Deno.test("electronics of Mexico: 87.1 points within goods of the same kind, -0.4 by the mix", async () => {
  const change = preferenceChange(
    await scanTable("preference_lines", KNOWN),
    await readTable("import_line_classes", KNOWN),
    {
      partners: [MEXICO],
      of: ofNaics("334"),
      from: ["2025-01", "2025-02"],
      to: ["2026-01", "2026-02"],
    },
  );
  assertEquals([change.within, change.mix].map((part) => (part * 100).toFixed(1)), [
    "87.1",
    "-0.4",
  ]);
  assert(change.kinds_in_both < change.kinds);
});
