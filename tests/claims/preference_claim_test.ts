/** C10: the rule, the verdict on the embedded data, its numbers, and data that decide otherwise. */
import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import pl from "nodejs-polars";
import { CLAIMS, judgeClaims } from "../../lib/claims/mod.ts";
import {
  judgeUse,
  noteMonthsThenAndNow,
  preferenceUseOf,
  verdictOnUse,
} from "../../lib/claims/preference_claim.ts";
import { readTable, scanTable } from "../../lib/data/mod.ts";
import type { ClassPreference } from "../../lib/analysis/mod.ts";
import { type Frame, literal } from "../../lib/frame.ts";
import type { Figures } from "../../lib/claims/claim.ts";
import { KNOWN } from "../known.ts";

const figures: Figures = {
  read: ((name: "import_line_classes") => readTable(name, KNOWN)) as Figures["read"],
  scan: (name) => scanTable(name, KNOWN),
  has: () => true,
};
const use = await preferenceUseOf(figures);
const found = judgeUse(use);

Deno.test("the rule: half of each class then; some of them then or all of them now; neither", () => {
  assertEquals(verdictOnUse([0.5, 0.6, 0.7], [0, 0, 0]), "confirmed");
  assertEquals(verdictOnUse([0.1, 0.6, 0.1], [0, 0, 0]), "confirmed in part");
  assertEquals(verdictOnUse([0.1, 0.1, 0.1], [0.9, 0.9, 0.5]), "confirmed in part");
  assertEquals(verdictOnUse([0.1, 0.1, 0.1], [0.9, 0.9, 0.4]), "not confirmed");
  assertEquals(verdictOnUse([0.1, 0.6, 0.1], [0.7, 0.7, 0.7], 0.75), "not confirmed");
});

Deno.test("C10 is confirmed in part: electronics 9.0% before the note, 95.2% a year later", () => {
  assertEquals(found.verdict, "confirmed in part");
  for (
    const said of [
      "In January–February 2025, the last months before the note, 9.0% of U.S. imports of " +
      "computer and electronic products (NAICS 334) from Mexico and Canada",
      "in January–February 2026 it was 95.2%",
      "for electrical equipment, appliances and components (NAICS 335) it was 54.1%, then 89.5%",
      "for advanced technology products (ATP) it was 17.0%, then 95.1%",
    ]
  ) assertStringIncludes(found.finding, said);
});

Deno.test("the evidence: three classes of both partners, electronics of each, then and now", () => {
  const values = found.evidence.map(({ value, partner, period }) => [
    partner,
    period,
    (value * 100).toFixed(1),
  ]);
  assertEquals(values.length, 10);
  assertEquals(values.slice(6), [
    ["Mexico", "January–February 2025", "9.3"],
    ["Mexico", "January–February 2026", "96.0"],
    ["Canada", "January–February 2025", "5.4"],
    ["Canada", "January–February 2026", "76.4"],
  ]);
  for (const { unit, basis, vintage, measure } of found.evidence) {
    assertEquals([unit, vintage], ["share", "2026-04"]);
    assertStringIncludes(basis, "imports for consumption");
    assertStringIncludes(measure, "that entered under the USMCA");
  }
});

Deno.test("the sensitivity names the bars at which the verdict would be another", () => {
  assertEquals(
    found.sensitivity,
    "With other bars than half: 25% confirmed in part, 50% confirmed in part and 75% confirmed in " +
      "part. It is confirmed in part with any bar above 9.0% and up to 89.5%.",
  );
  const shares = (year: string) =>
    found.evidence.filter(({ period }) => period.endsWith(year)).slice(0, 3)
      .map(({ value }) => value);
  const [then, now] = [shares("2025"), shares("2026")];
  assertEquals(verdictOnUse(then, now, Math.min(...then)), "confirmed");
  assertEquals(verdictOnUse(then, now, Math.min(...now)), "confirmed in part");
  assertEquals(verdictOnUse(then, now, Math.min(...now) + 1e-6), "not confirmed");
});

const without = (predicate: pl.Expr) => use.filter(predicate) as Frame<ClassPreference>;

Deno.test("without a later year the note's months stand alone", () => {
  const early = without(pl.col("month").lt(literal("2026-01")));
  assertEquals(noteMonthsThenAndNow(early), [["2025-01", "2025-02"], ["2025-01", "2025-02"]]);
  const { verdict, evidence, finding } = judgeUse(early);
  assertEquals(verdict, "confirmed in part"); // electrical equipment, 54.1%
  assertEquals(evidence.length, 5);
  assertStringIncludes(finding, "entered under the USMCA. In the same months, for electrical");
  assertStringIncludes(finding, "(NAICS 335) it was 54.1% and for advanced technology");
});

Deno.test("one month of a later year is no pair, and without the note's months there is no verdict", () => {
  const partly = without(pl.col("month").neq(literal("2026-02")));
  assertEquals(noteMonthsThenAndNow(partly)[1], ["2025-01", "2025-02"]);
  assertThrows(
    () => judgeUse(without(pl.col("month").gt(literal("2025-01")))),
    RangeError,
    "C10: 2025-01 and 2025-02 cannot be used by class",
  );
});

Deno.test("C10 is one of the claims, and is judged on the data package", async () => {
  const claims = CLAIMS.filter(({ id }) => id === "C10");
  const [judged] = await judgeClaims({ ...KNOWN, claims });
  assertEquals([judged.id, judged.verdict], ["C10", found.verdict]);
  assert(judged.evidence.length > 0 && judged.rule.includes("remains a judgment"));
});
