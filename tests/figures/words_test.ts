/** Words that the titles share: one precision, never against a label beside them. */
import { assertEquals } from "@std/assert";
import { changed, gained, kicker, part } from "../../lib/figures/words.ts";

Deno.test("the kicker is the industry's name up to its first comma", () => {
  assertEquals(kicker("334"), "Computer and electronic products");
  assertEquals(kicker("335"), "Electrical equipment");
  assertEquals(kicker("00"), "All goods");
});

Deno.test("parts of a change: what would be 0.0 is almost nothing", () => {
  assertEquals(part(0.023, " points"), "+2.3 points");
  assertEquals(part(-0.0006), "−0.1");
  assertEquals(part(0.0004, " points"), "almost nothing");
  assertEquals(part(0), "nothing");
});

Deno.test("a change as a verb", () => {
  assertEquals(changed(0.021), "rose by 2.1 points");
  assertEquals(changed(-0.004), "fell by 0.4 points");
  assertEquals([changed(0.0004), gained(-0.0004)], ["held", "held"]);
});
