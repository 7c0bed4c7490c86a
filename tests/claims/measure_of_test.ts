/** Asking a claim for one of its numbers. */
import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { type JudgedClaim, measureOf } from "../../lib/claims/mod.ts";

const common = { unit: "share", basis: "customs value", vintage: "2025" } as const;
const CLAIMS: JudgedClaim[] = [{
  id: "C0",
  claim: "c",
  rule: "r",
  verdict: "confirmed",
  finding: "f",
  sensitivity: "s",
  evidence: [
    { measure: "share", value: 0.1, period: "2024", partner: "Canada", ...common },
    { measure: "share", value: 0.2, period: "2024", partner: "México", ...common },
    { measure: "share", value: 0.3, period: "2025", partner: "México", ...common },
  ],
}];

Deno.test("the first number that has what is asked for", () => {
  assertEquals(measureOf(CLAIMS, "C0").value, 0.1);
  assertEquals(measureOf(CLAIMS, "C0", { partner: "México" }).value, 0.2);
  assertEquals(measureOf(CLAIMS, "C0", { partner: "México", period: "2025" }).value, 0.3);
});

Deno.test("a number or a claim that is not there is named with those that are", () => {
  const wrong = assertThrows(() => measureOf(CLAIMS, "C0", { period: "1999" }), RangeError);
  assertStringIncludes(
    wrong.message,
    'no number with {"period":"1999"}; it has: share, Canada, 2024',
  );
  const none = assertThrows(() => measureOf(CLAIMS, "C99"), RangeError);
  assertStringIncludes(none.message, "no claim C99; there are: C0");
});
