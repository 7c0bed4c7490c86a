/** C1: the largest supplier. Its rule on both sides of each bar, its words on the embedded figures. */
import { assertEquals, assertStringIncludes } from "@std/assert";
import { judgeClaims } from "../../../../claims/mod.ts";
import { KNOWN } from "../../../../../tests/known.ts";
import { largestSupplier, verdictOnPlace } from "../../lib/claims/largest_supplier_claim.ts";

Deno.test("only the first place confirms, the second and the third in part", () => {
  assertEquals([1, 2, 3, 4].map(verdictOnPlace), [
    "confirmed",
    "confirmed in part",
    "confirmed in part",
    "not confirmed",
  ]);
});

Deno.test("the finding names the place, its share, and that of the first", async () => {
  const [found] = await judgeClaims({ ...KNOWN, claims: [largestSupplier] });
  assertStringIncludes(found.finding, "In 2024 Vietnam was the ");
  const [own, first] = found.evidence;
  assertEquals(own.partner, "Vietnam");
  assertEquals(own.value < first.value, found.verdict !== "confirmed");
});
