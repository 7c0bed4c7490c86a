/** Words that the titles share: one precision, never against a label beside them. */
import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { changed, gained, headline, part } from "../../lib/figures/words.ts";
import { percent } from "../../lib/format.ts";

Deno.test("a headline is a whole percent, rounded from the decimal that labels show", () => {
  assertEquals(headline(0.091), "9%");
  assertEquals(headline(0.215), "22%");
  assertEquals(headline(0.2146), "22%"); // the label is 21.5%
  assertEquals(headline(0.285), "29%"); // 28.499… in binary
  assertEquals(headline(0.004), "less than 1%");
  assertEquals(headline(0), "0%");
  assertEquals(headline(1), "100%");
});

Deno.test("a headline never lies further than half a percent from its label", () => {
  fc.assert(fc.property(fc.integer({ min: 5, max: 1000 }), (thousandths) => {
    const label = parseFloat(percent(thousandths / 1000));
    const whole = parseFloat(headline(thousandths / 1000));
    assert(Math.abs(whole - label) <= 0.5 + 1e-9, `${whole} beside ${label}`);
  }));
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
