/** C2: the rise of a share. Its rule on both sides of each bar, its number on the embedded figures. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { judgeClaims } from "../../../../claims/mod.ts";
import { KNOWN } from "../../../../../tests/known.ts";
import { shareRose, verdictOnChange } from "../../lib/claims/share_rose_claim.ts";

Deno.test("a point confirms, less of it in part, a fall does not", () => {
  assertEquals([0.01, 0.009, 0, -0.01].map(verdictOnChange), [
    "confirmed",
    "confirmed in part",
    "not confirmed",
    "not confirmed",
  ]);
});

Deno.test("the finding says both shares, the evidence their difference", async () => {
  const [{ finding, evidence }] = await judgeClaims({ ...KNOWN, claims: [shareRose] });
  assertStringIncludes(finding, "From 2017 to 2024 Vietnam's share rose from ");
  const [from, to] = finding.match(/[\d.]+(?=%)/g)!.map(Number);
  assert(Math.abs(to - from - evidence[0].value * 100) < 0.11, `${finding} ${evidence[0].value}`);
});
