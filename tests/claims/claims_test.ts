/** The claims together: each has a verdict by rule, numbers behind it and how far it holds. */
import { assert, assertEquals } from "@std/assert";
import { judgeClaims } from "../../lib/claims/mod.ts";
import { KNOWN } from "../known.ts";

const judged = new Map((await judgeClaims(KNOWN)).map((claim) => [claim.id, claim]));

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
    C4: "confirmed in part",
    C5a: "confirmed in part",
    C5b: "not confirmed",
    C6: "confirmed",
    C7: "interpretation",
    C8: "interpretation",
    C9: "interpretation",
    C10: "confirmed in part",
  });
});
