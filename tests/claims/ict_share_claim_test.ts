/** C2: the published year decides; without it an estimate, and never a quarter. */
import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertRejects,
  assertStringIncludes,
} from "@std/assert";
import { CLAIMS, judgeClaims } from "../../lib/claims/mod.ts";
import { KNOWN } from "../known.ts";
import { fullYear, judgeOn } from "./full_year.ts";

const claims = CLAIMS.filter(({ id }) => id === "C2");
const [found] = await judgeClaims({ ...KNOWN, claims });
const valueOf = (measure: string) =>
  found.evidence.find((each) => each.measure.startsWith(measure))!;

Deno.test("C2 is consistent by estimate: 76.6 to 77.4% of the deficit that the note could see", () => {
  assertEquals(found.verdict, "consistent, by estimate");
  assertEquals(
    found.finding,
    "The share of ICT is not in the data for the whole of 2024; by estimate it lies between 76.6% " +
      "and 77.4%, and the note says 77.4%.",
  );
  // (354,308.2 − 125,224.9) ÷ 298,948.2 and (354,366.3 − 122,850.3) ÷ 298,948.2.
  assertAlmostEquals(valueOf("share of ICT in the ATP deficit, low").value, 0.76630, 5e-6);
  assertAlmostEquals(valueOf("share of ICT in the ATP deficit, high").value, 0.77443, 5e-6);
  assertAlmostEquals(valueOf("ICT exports, central").value / 1e6, 124_037.6, 0.1);
  assertEquals(valueOf("ICT imports").value, 354_308_179_621);
  assertEquals(valueOf("balance of all ATP").value, -298_948_216_370);
});

Deno.test("what is estimated is marked, what is published is not", () => {
  const [estimates, rest] = [true, undefined].map((mark) =>
    found.evidence.filter(({ estimate }) => estimate === mark)
  );
  assertEquals(estimates.length, 6);
  assertEquals(
    rest.filter(({ unit }) => unit === "share").map(({ value, period }) => [
      period,
      Math.round(value * 1000) / 10,
    ]),
    [
      ["January–August 2020", 92],
      ["January–August 2021", 100.7],
      ["January–April 2022", 96.4],
      ["January–April 2023", 88.3],
      ["January–March 2024", 75.8],
      ["January–March 2025", 58.5],
    ],
  );
});

Deno.test("the sensitivity says how far the exports may miss, and how far periods did", () => {
  assertStringIncludes(found.sensitivity, "miss by less than 1.5%");
  assertStringIncludes(
    found.sensitivity,
    "by up to 1.0%; of all published periods the worst by 2.5%",
  );
});

Deno.test("an estimate that is too wide decides nothing", async () => {
  // ICT exports of January–March 2025 raised: the two quarters miss each other by more.
  const cases = [
    [33_900, "if the estimated exports could miss by no more than"],
    [37_910, "However well the exports were known"],
  ] as const;
  for (const [millions, said] of cases) {
    const wide = (csv: string) =>
      csv.replace(/(2025-01,2025-03,exports,total_exports,04,1000000),34464/, `$1,${millions}`);
    const judged = await judgeOn(wide, "C2");
    assertEquals(judged.verdict, "not decidable on these figures");
    assertStringIncludes(judged.finding, "by estimate it lies between");
    assertStringIncludes(judged.sensitivity, said);
  }
});

Deno.test("the longest part with its like in the next year is the anchor, whatever other parts there are", async () => {
  // January–April 2024 without the same months of 2025: the two quarters still carry the estimate.
  const longer = (csv: string) =>
    csv.trimEnd() + "\n" +
    csv.split("\n").filter((line) => line.includes(",2024-01,2024-03,"))
      .map((line) => line.replace(",2024-03,", ",2024-04,")).join("\n") +
    "\n";
  const judged = await judgeOn(longer, "C2");
  assertEquals(judged.verdict, "consistent, by estimate");
  assertEquals(judged.evidence[0].value, found.evidence[0].value);
});

Deno.test("without the next year's part there is no estimate", async () => {
  const alone = (csv: string) =>
    csv.split("\n").filter((line) => !line.includes(",2025-01,2025-03,")).join("\n");
  const judged = await judgeOn(alone, "C2");
  assertEquals(judged.verdict, "not decidable on these figures");
  assert(!judged.finding.includes("estimate"));
  assertStringIncludes(judged.finding, "in January–March 2024 it was 75.8%");
});

/**
 * ICT imports x with exports e and rest of the balance r that give the share s:
 * (e − x) ÷ (e − x + r) = s, so x = e − s·r ÷ (1 − s), with r = total − ICT = −13,208 million.
 */
function importsForShare(share: number): number {
  const exports = 27_168e6, rest = -54_555e6 + 41_347e6;
  return Math.round(exports - share * rest / (1 - share));
}

Deno.test("C2 decides itself on full-year balances by group, without a word of an estimate", async () => {
  const cases: [number, string][] = [
    [0.774, "confirmed"],
    [0.7737, "confirmed"],
    [0.77, "confirmed in part"],
    [0.6, "not confirmed"],
  ];
  for (const [share, verdict] of cases) {
    const judged = await judgeOn(fullYear(() => importsForShare(share)), "C2");
    assertEquals(judged.verdict, verdict, `${share}`);
    assertEquals(judged.evidence.map(({ period }) => period), ["2024"]);
    assertAlmostEquals(judged.evidence[0].value, share, 1e-6);
    assert(!/estimate/.test(judged.finding + judged.sensitivity));
    assert(judged.evidence.every(({ estimate }) => !estimate));
  }
});

Deno.test("a claim whose period is not in the data says so", async () => {
  const later = (csv: string) => csv.replaceAll("2024-01,2024-03", "2023-01,2023-03");
  const error = await assertRejects(() => judgeOn(later, "C2"), RangeError);
  assertStringIncludes(error.message, "no figures that start in January 2024");
});
