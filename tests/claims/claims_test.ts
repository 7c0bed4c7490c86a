/** The claims: their verdicts on the embedded figures, and on figures that decide otherwise. */
import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { CLAIMS, judgeClaims, type JudgedClaim } from "../../lib/claims/mod.ts";
import { rewriteCsv, withCopy } from "../data/fixture.ts";
import { KNOWN } from "../known.ts";

const judged = new Map((await judgeClaims(KNOWN)).map((claim) => [claim.id, claim]));
const of = (id: string) => judged.get(id)!;

Deno.test("each claim has value, unit, period, basis, vintage, rule and verdict", () => {
  assertEquals([...judged.keys()], ["C1", "C2", "C3", "C4", "C5a", "C5b", "C6", "C7", "C8"]);
  for (const claim of judged.values()) {
    for (const key of ["unit", "period", "basis", "vintage", "rule", "finding"] as const) {
      assert(claim[key].length > 0, `${claim.id} ${key}`);
    }
    assert(claim.value !== undefined);
  }
});

Deno.test("verdicts on the embedded figures", () => {
  assertEquals(
    [...judged.values()].map(({ verdict }) => verdict),
    [
      "confirmed",
      "not decidable on these figures",
      "confirmed in part",
      "confirmed in part",
      "confirmed in part",
      "not confirmed",
      "confirmed",
      "interpretation",
      "interpretation",
    ],
  );
});

Deno.test("C1: balance of 2024 as published in April 2025, to the dollar", () => {
  assertEquals(of("C1").value, -298_948_216_370);
  assertEquals(of("C1").vintage, "2025-04-04");
  assertStringIncludes(of("C1").finding, "$763.2 billion");
  assertStringIncludes(of("C1").finding, "a deficit of $294.4 billion"); // after the revisions of June 2025
});

Deno.test("on the day of the note's vintage the later one is not known", async () => {
  const claims = CLAIMS.filter(({ id }) => id === "C1");
  const [{ finding }] = await judgeClaims({ claims, vintage: "2025-04-04" });
  assertStringIncludes(finding, "(2025-04-04) makes it a deficit of $298.9 billion");
});

Deno.test("C2: the quarter is said as a quarter, and 77.4 is not printed as found", () => {
  const { value, period, finding } = of("C2");
  assertEquals(Math.round(Number(value) * 1000) / 10, 75.8);
  assertEquals(period, "January–March 2024");
  assertStringIncludes(finding, "−41,347 million dollars of a total of −54,555 million");
  assert(!finding.includes("77.4"));
});

Deno.test("C3: four groups in surplus, one of them significant", () => {
  assertStringIncludes(of("C3").finding, "Aerospace 17,882, Weapons 491");
});

/** Full-year rows for 2024 made from those of its first quarter, ICT's imports moved by a factor. */
function fullYear(ictImports: (usd: number) => number) {
  return (csv: string) => {
    const lines = csv.trimEnd().split("\n");
    const quarter = lines.filter((line) => line.includes(",2024-01,2024-03,"))
      .map((line) => line.replace(",2024-03,", ",2024-12,").split(","));
    const ict = quarter.find((cells) => cells[3] === "imports" && cells[5] === "04")!;
    const total = quarter.find((cells) => cells[3] === "imports" && cells[5] === "total")!;
    const before = Number(ict[7]);
    ict[7] = String(ictImports(before));
    total[7] = String(Number(total[7]) + Number(ict[7]) - before);
    return [...lines, ...quarter.map((cells) => cells.join(","))].join("\n") + "\n";
  };
}

async function judgeOn(change: (csv: string) => string, id: string): Promise<JudgedClaim> {
  let found: JudgedClaim | undefined;
  await withCopy(async (dir) => {
    await rewriteCsv(dir, "atp_by_group", change);
    [found] = await judgeClaims({ claims: CLAIMS.filter((claim) => claim.id === id), dir });
  });
  return found!;
}

/**
 * ICT imports x with exports e, rest of the balance r, that give the share s:
 * (e − x) ÷ (e − x + r) = s, so x = e + s·r ÷ (1 − s)… with r = total − ICT = −13,208 million.
 */
function importsForShare(share: number): number {
  const exports = 27_168e6, rest = -54_555e6 + 41_347e6;
  return Math.round(exports - share * rest / (1 - share));
}

Deno.test("C2 decides itself on full-year balances by group", async () => {
  const cases: [number, string][] = [
    [0.774, "confirmed"],
    [0.7737, "confirmed"],
    [0.77, "confirmed in part"],
    [0.6, "not confirmed"],
  ];
  for (const [share, verdict] of cases) {
    const found = await judgeOn(fullYear(() => importsForShare(share)), "C2");
    assertEquals(found.verdict, verdict, `${share}`);
    assertEquals(found.period, "2024");
    assert(Math.abs(Number(found.value) - share) < 1e-6);
    assert(!found.finding.includes("refresh"));
  }
});

Deno.test("C3 is confirmed on a full year, and not when another group has a large surplus", async () => {
  assertEquals((await judgeOn(fullYear((usd) => usd), "C3")).verdict, "confirmed");
  const weapons = (csv: string) =>
    fullYear((usd) => usd)(csv).replace(
      /(2024-12,exports,total_exports,09,1000000),\d+/,
      "$1,9000000000",
    );
  assertEquals((await judgeOn(weapons, "C3")).verdict, "not confirmed");
});

Deno.test("a claim whose period the figures do not hold says so", async () => {
  const later = (csv: string) => csv.replaceAll("2024-01,2024-03", "2023-01,2023-03");
  const error = await assertRejects(() => judgeOn(later, "C2"), RangeError);
  assertStringIncludes(error.message, "no figures that start in January 2024");
});
