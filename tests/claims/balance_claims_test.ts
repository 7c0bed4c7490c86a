/** C1 and C3: the balance of 2024, and which groups had a surplus. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { CLAIMS, judgeClaims } from "../../lib/claims/mod.ts";
import { KNOWN } from "../known.ts";
import { fullYear, judgeOn } from "./full_year.ts";

const one = async (id: string, vintage = KNOWN.vintage) =>
  (await judgeClaims({ claims: CLAIMS.filter((claim) => claim.id === id), vintage }))[0];

Deno.test("C1: exports, imports and balance of 2024 in both vintages, to the dollar", async () => {
  const { verdict, finding, evidence, sensitivity } = await one("C1");
  assertEquals(verdict, "confirmed");
  assertEquals(evidence.map(({ value, vintage }) => [value, vintage]), [
    [-298_948_216_370, "2025-04-04"],
    [464_290_844_933, "2025-04-04"],
    [763_239_061_303, "2025-04-04"],
    [-294_429_300_000, "2026-10-01"],
    [466_531_900_000, "2026-10-01"],
    [760_961_200_000, "2026-10-01"],
  ]);
  assertStringIncludes(finding, "bought 763.2 billion dollars");
  assert(finding.endsWith("revised since, a deficit of 294.4 billion dollars."));
  // 763.2 ÷ 464.3 = 1.64; 464.3 ÷ 763.2 = 0.61.
  assertStringIncludes(sensitivity, "exports would have to be 64% higher, or imports 39% lower");
  assertStringIncludes(sensitivity, "by 4.5 billion dollars");
});

Deno.test("C1: on the day of the note's vintage the later one is not known", async () => {
  const { finding, evidence } = await one("C1", "2025-04-04");
  assertStringIncludes(finding, "revised since, a deficit of 298.9 billion dollars");
  assertEquals(evidence.length, 3);
});

Deno.test("C3: a quarter decides nothing; it is said, and for which bars it is so", async () => {
  const { verdict, finding, sensitivity, evidence } = await one("C3");
  assertEquals(verdict, "not decidable on these figures");
  assertStringIncludes(
    finding,
    "In January–March 2024 aerospace had the only significant surplus, 17.9 billion dollars; " +
      "Weapons came next with 0.5 billion dollars.",
  );
  assertStringIncludes(sensitivity, "any bar from 0.9% to 32.8% of the deficit");
  assertStringIncludes(
    sensitivity,
    "in each of the 6 published part-years for any bar from 7.0% to 19.1% of the deficit",
  );
  assertStringIncludes(
    sensitivity,
    "January–August 2020 (Electronics, 7.0%) and January–August 2021 (Flexible Manufacturing, 6.5%)",
  );
  assertEquals(evidence.map(({ value }) => value / 1e6), [17_882, 491, 145, 84, -54_555]);
});

Deno.test("C3 is confirmed on a full year, and not when another group has a large surplus", async () => {
  const confirmed = await judgeOn(fullYear(), "C3");
  assertEquals(confirmed.verdict, "confirmed");
  assert(confirmed.finding.startsWith("In 2024 aerospace had the only significant surplus"));
  const weapons = (csv: string) =>
    fullYear()(csv).replace(/(2024-12,exports,total_exports,09,1000000),\d+/, "$1,9000000000");
  const denied = await judgeOn(weapons, "C3");
  assertEquals(denied.verdict, "not confirmed");
  assertStringIncludes(denied.finding, "aerospace had a surplus of 17.9 billion dollars; Weapons");
});
