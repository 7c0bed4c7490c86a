/** C8: the yardstick, the lines that come mostly from Mexico and Canada, and how both move. */
import { assertAlmostEquals, assertEquals, assertStringIncludes } from "@std/assert";
import { CLAIMS, judgeClaims } from "../../lib/claims/mod.ts";
import { KNOWN } from "../known.ts";

const [{ verdict, finding, evidence, sensitivity }] = await judgeClaims({
  ...KNOWN,
  claims: CLAIMS.filter(({ id }) => id === "C8"),
});

Deno.test("C8 is an interpretation, with its yardstick and its lines", () => {
  assertEquals(verdict, "interpretation");
  for (
    const said of [
      "28.0% of all imports and 16.3% of those of advanced technology",
      "leans on them less than other goods do",
      "Mexico's share of technology is 0.87 and Canada's 0.23",
      "56 of 627 tariff lines",
      "11.9% of technology imports, and 51.3% of what the two supply",
    ]
  ) assertStringIncludes(finding, said);
});

Deno.test("C8's evidence holds shares and relative shares, with basis and vintage", () => {
  const value = (measure: string, period = "2024") =>
    evidence.find((each) =>
      each.measure === measure && each.period === period &&
      (each.partner?.startsWith("USMCA") ?? true)
    )!.value;
  assertAlmostEquals(value("share of imports of ATP"), 0.1634, 5e-5);
  assertAlmostEquals(value("share of imports of ATP", "2025"), 0.178, 5e-5);
  assertAlmostEquals(value("share of all imports"), 0.2803, 5e-5);
  assertAlmostEquals(value("share of ATP relative to the share of all goods"), 0.583, 5e-4);
  assertAlmostEquals(value("share of imports of ATP group 04"), 0.1882, 5e-5);
  assertAlmostEquals(value("share of imports of ATP group 08"), 0.2832, 5e-5);
  assertAlmostEquals(value("share of imports of NAICS 334"), 0.1909, 5e-5);
  assertAlmostEquals(value("share of imports of NAICS 335"), 0.2826, 5e-5);
  assertEquals(value("lines of which more than 50% comes from Mexico and Canada"), 56);
  const bases = new Set(evidence.map(({ basis, vintage }) => `${basis} ${vintage}`));
  assertEquals([...bases].sort(), [
    "general imports (customs value) 2026-08-09",
    "imports for consumption (customs value) 2025-11",
  ]);
});

Deno.test("C8 says how the lines move with the bar, and with the next year", () => {
  for (
    const said of [
      "Above 40%, 50%, 60% and 75% the lines are 77, 56, 42 and 29",
      "18.2%, 11.9%, 11.1% and 2.3% of technology imports",
      "servers and other processing units, came to 67.7% from the two in 2024 and to 49.3% in 2025",
      "made up 4.7%",
    ]
  ) assertStringIncludes(sensitivity, said);
});
