/** The claims together: each has a verdict by rule, numbers behind it and how far it holds. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { judgeClaims } from "../../lib/claims/mod.ts";
import { KNOWN } from "../known.ts";

const judged = new Map((await judgeClaims(KNOWN)).map((claim) => [claim.id, claim]));
const of = (id: string) => judged.get(id)!;

Deno.test("each claim has rule, verdict, finding, and numbers with period, basis and vintage", () => {
  for (const claim of judged.values()) {
    for (const key of ["rule", "finding"] as const) assert(claim[key].length > 0, claim.id);
    assert(claim.evidence.length > 0, claim.id);
    for (const { value, period, basis, vintage } of claim.evidence) {
      assert(Number.isFinite(value), claim.id);
      for (const said of [period, basis, vintage]) assert(said.length > 0, claim.id);
    }
  }
});

Deno.test("verdicts on the embedded figures", () => {
  const verdicts = Object.fromEntries([...judged].map(([id, { verdict }]) => [id, verdict]));
  assertEquals(verdicts, {
    C1: "confirmed",
    C2: "consistent, by estimate",
    C3: "not decidable on these figures",
    C4: "depends on the basis",
    C5a: "confirmed in part",
    C5b: "not confirmed",
    C6: "confirmed in part",
    C7: "interpretation",
    C8: "interpretation",
    C9: "interpretation",
  });
});

Deno.test("C4 and C6: orders and values from tariff lines", () => {
  assertStringIncludes(
    of("C4").finding,
    "Mexico 63.8 billion dollars and Taiwan 62.7 billion dollars",
  );
  assertStringIncludes(of("C6").finding, "13.6 billion dollars");
  assertStringIncludes(of("C6").finding, "24.0 billion dollars");
});

Deno.test("C8: what entered under USMCA in 2024", () => {
  assertStringIncludes(of("C8").finding, "Mexico 249.2 billion dollars");
  assertStringIncludes(of("C8").finding, "Canada 156.3 billion dollars");
});
