/** The claims together: each has a verdict by rule, numbers behind it and how far it holds. */
import { assert, assertEquals } from "@std/assert";
import { judgeClaims } from "../../../../claims/mod.ts";
import { KNOWN } from "../../../../../tests/known.ts";
import { CLAIMS } from "../../lib/claims/claims.ts";

const judged = await judgeClaims({ ...KNOWN, claims: CLAIMS });

Deno.test("each claim has rule, verdict, finding, and numbers with period, basis and vintage", () => {
  for (const { id, rule, finding, sensitivity, evidence } of judged) {
    for (const said of [rule, finding, sensitivity]) assert(/^[A-Z].*\.$/.test(said), said);
    assert(evidence.length > 0, id);
    for (const { value, period, basis, vintage } of evidence) {
      assert(Number.isFinite(value), id);
      for (const said of [period, basis, vintage]) assert(said.length > 0, id);
    }
  }
});

Deno.test("verdicts on the embedded figures", () => {
  const verdicts = Object.fromEntries(judged.map(({ id, verdict }) => [id, verdict]));
  assertEquals(verdicts, { C1: "not confirmed", C2: "confirmed" });
});
