/** Words that the titles share: one precision, never against a label beside them. */
import { assertEquals } from "@std/assert";
import { changed, gained, headline, kicker, part } from "../../lib/figures/words.ts";

Deno.test("the kicker is the industry's name up to its first comma, or a shorter one", () => {
  assertEquals(kicker("334"), "Computers and electronics");
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

Deno.test("a headline is the fullest title of at most 14 words, else the last", () => {
  const words = (count: number) => Array(count).fill("word").join(" ");
  assertEquals(headline(words(15), words(14), words(3)), words(14));
  assertEquals(headline(words(20), words(16)), words(16));
});
