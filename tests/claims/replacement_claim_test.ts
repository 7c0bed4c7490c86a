/** C5a and C5b: verdicts, findings, evidence, and how they move with the years. */
import { assertAlmostEquals, assertEquals, assertStringIncludes } from "@std/assert";
import type { Figures } from "../../lib/claims/claim.ts";
import { CLAIMS, judgeClaims } from "../../lib/claims/mod.ts";
import { judgeReplacement, verdictOnShares } from "../../lib/claims/replacement_claim.ts";
import { readTable } from "../../lib/data/mod.ts";
import { KNOWN } from "../known.ts";

const figures: Figures = {
  read: ((name: "naics3_imports_by_partner_monthly") => readTable(name, KNOWN)) as Figures["read"],
  scan: () => Promise.reject(new Error("C5 scans nothing")),
  has: () => false,
};
const [electronics, electrical] = await Promise.all(
  ["334", "335"].map((naics) => judgeReplacement(figures, naics)),
);

Deno.test("the rule: China must fall and Mexico rise; confirmed when nobody gained more", () => {
  assertEquals(verdictOnShares({ change: 0.01, ahead: 0 }, -0.2), "confirmed");
  assertEquals(verdictOnShares({ change: 0.01, ahead: 1 }, -0.2), "confirmed in part");
  assertEquals(verdictOnShares({ change: -0.01, ahead: 0 }, -0.2), "not confirmed");
  assertEquals(verdictOnShares({ change: 0, ahead: 0 }, -0.2), "not confirmed");
  assertEquals(verdictOnShares({ change: 0.01, ahead: 0 }, 0.2), "not confirmed");
});

Deno.test("C5a, NAICS 334: in part; Mexico gained 2.9 points, Taiwan and Vietnam gained more", () => {
  assertEquals(electronics.verdict, "confirmed in part");
  for (
    const said of [
      "fell from 46.1% to 21.4%",
      "Mexico gained 2.9 percentage points; 2 of the 30 listed suppliers gained more, Taiwan most, 10.0 points",
      "imports from Mexico rose by 37.8 billion dollars; those from China fell by 66.5",
    ]
  ) assertStringIncludes(electronics.finding, said);
});

Deno.test("C5b, NAICS 335: not confirmed in shares, and the largest gain of any in dollars", () => {
  assertEquals(electrical.verdict, "not confirmed");
  for (
    const said of [
      "fell from 39.5% to 28.5%",
      "Mexico lost 1.0 percentage points; 17 of the 30 listed suppliers gained, Vietnam most, 2.7 points",
      "imports from Mexico rose by 18.1 billion dollars, more than those from any other listed",
      "those from China rose by 10.6 billion dollars",
    ]
  ) assertStringIncludes(electrical.finding, said);
  assertEquals(electrical.finding.includes("gained more"), false);
});

Deno.test("over 24 pairs of years 334 is never confirmed, twice not; 335 is in part in five", () => {
  assertStringIncludes(
    electronics.sensitivity,
    "Over 24 pairs of years (2013 to 2018 against 2019, 2021, 2023 and 2024) the rule gives: " +
      "confirmed in 0, confirmed in part in 22 and not confirmed in 2; it differs for 2015–2021 and " +
      "2016–2021.",
  );
  assertStringIncludes(
    electrical.sensitivity,
    "confirmed in 0, confirmed in part in 5 and not confirmed in 19",
  );
});

Deno.test("the evidence is Mexico's and China's change, in share and in dollars", () => {
  const { evidence } = electrical;
  assertEquals(evidence.map(({ partner, unit }) => `${partner} ${unit}`), [
    "Mexico change of a share",
    "Mexico USD",
    "China change of a share",
    "China USD",
  ]);
  assertAlmostEquals(evidence[0].value, -0.0102, 5e-5);
  assertAlmostEquals(evidence[1].value, 18.1e9, 5e7);
  assertAlmostEquals(evidence[2].value, -0.1105, 5e-5);
  for (const measure of evidence) {
    assertEquals([measure.period, measure.vintage], ["2017–2024", "2025-11"]);
  }
});

Deno.test("both stand among the claims, with Mexico's change as their first number", async () => {
  const claims = CLAIMS.filter(({ id }) => id.startsWith("C5"));
  const judged = await judgeClaims({ ...KNOWN, claims });
  assertEquals(judged.map(({ id }) => id), ["C5a", "C5b"]);
  const first = judged.map(({ evidence }) => Math.round(evidence[0].value * 1000) / 10);
  assertEquals(first, [2.9, -1]);
});
