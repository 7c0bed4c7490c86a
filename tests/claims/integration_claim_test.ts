/** C9: two-way trade with Canada and Mexico, and how the verdict turns. */
import { assertAlmostEquals, assertEquals, assertStringIncludes } from "@std/assert";
import { CLAIMS, judgeClaims } from "../../lib/claims/mod.ts";
import { KNOWN } from "../known.ts";
import { judgeOn } from "./full_year.ts";

const claims = CLAIMS.filter(({ id }) => id === "C9");
const [found] = await judgeClaims({ ...KNOWN, claims });

Deno.test("C9 is an interpretation: trade goes both ways more than with others on average", () => {
  assertEquals(found.verdict, "interpretation");
  assertStringIncludes(
    found.finding,
    "bought 20.4% of U.S. ATP exports and supplied 15.0% of imports",
  );
  assertStringIncludes(
    found.finding,
    "0.77 for Mexico and 0.68 for Canada, and 0.61 for the other listed countries on average",
  );
});

Deno.test("the evidence: indexes, shares and balances of January-March 2024, then the other parts", () => {
  const rounded = found.evidence.slice(0, 12).map(({ value, unit }) =>
    unit === "USD" ? value / 1e6 : Number(value.toFixed(3))
  );
  assertEquals(rounded, [
    ...[0.679, 0.774, 0.946, 0.605],
    ...[0.204, 0.15, 4599, -7087, -2488],
    ...[0.591, 0.395, 0.244], // China, Taiwan, Ireland
  ]);
  assertEquals(found.evidence.length, 12 + 5 * 3);
  assertAlmostEquals(found.evidence.at(-2)!.value, 0.697, 5e-4); // Mexico, January–March 2025
  assertEquals(found.evidence.at(-2)!.period, "January–March 2025");
});

Deno.test("the sensitivity: the smallest margin, who has a higher index, who has the most", () => {
  for (
    const said of [
      "smallest in January–August 2021: Canada 0.59 against 0.57",
      "7 of 21 countries (United Kingdom, France, Italy, Israel, Philippines, Germany and Japan)",
      "Mexico came first in 6 of 6 part-years",
    ]
  ) assertStringIncludes(found.sensitivity, said);
});

Deno.test("the whole of 2024 by area stands first, beside the parts of years", async () => {
  const whole = (csv: string) =>
    csv.trimEnd() + "\n" +
    csv.split("\n").filter((line) => line.includes(",2024-01,2024-03,"))
      .map((line) => line.replace(",2024-03,", ",2024-12,")).join("\n") +
    "\n";
  const { verdict, finding, sensitivity } = await judgeOn(whole, "C9", "atp_by_area");
  assertEquals(verdict, "interpretation");
  assertStringIncludes(finding, "In 2024 Canada and Mexico bought 20.4%");
  assertStringIncludes(sensitivity, "Over 7 published years and part-years");
});

Deno.test("trade with Canada that goes one way in one part-year turns the verdict", async () => {
  const oneWay = (csv: string) =>
    csv.replace(/(2022-01,2022-04,imports,general_imports,Canada,1000000),\d+/, "$1,100000000");
  assertEquals((await judgeOn(oneWay, "C9", "atp_by_area")).verdict, "not confirmed");
});
