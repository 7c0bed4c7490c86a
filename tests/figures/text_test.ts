/** Widths of text against the fonts, and line breaks. */
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import fc from "fast-check";
import { held, textWidth, type Weight, wrap, wrapEvenly } from "../../lib/figures/text.ts";
import { interWidth } from "./typefaces.ts";

const ASCII = Array.from({ length: 95 }, (_, place) => String.fromCharCode(32 + place)).join("");

for (const weight of [400, 600] as Weight[]) {
  Deno.test(`the widths of weight ${weight} are those of Inter`, () => {
    for (const character of `${ASCII}\u00a0\u2212–—’“”·…→÷×■éóñ`) {
      const inFont = interWidth(character, 1, weight);
      assertAlmostEquals(textWidth(character, 1, weight), inFont, 0.0006, character);
    }
  });
}

Deno.test("width grows with the size, an unknown character counts", () => {
  assertEquals(textWidth("", 12), 0);
  assertAlmostEquals(textWidth("Mexico", 24), 2 * textWidth("Mexico", 12), 1e-9);
  assert(textWidth("漢", 10) > 0);
});

const words = fc.array(fc.stringMatching(/^[a-zA-Z0-9,.%’]{1,14}$/), { minLength: 1 });

Deno.test("wrapping keeps every word in order, in lines that fit unless one word is too wide", () => {
  fc.assert(fc.property(words, fc.integer({ min: 20, max: 400 }), (given, width) => {
    const lines = wrap(given.join(" "), width, 12);
    assertEquals(lines.join(" ").split(" "), given);
    for (const line of lines) {
      assert(!line.includes(" ") || textWidth(line, 12) <= width, `${line} is too wide`);
    }
  }));
});

Deno.test("even lines are as many and no wider; the last is no shorter than plain ones leave it", () => {
  const given = fc.tuple(words, fc.integer({ min: 20, max: 400 }), fc.constantFrom(0, 0.3, 0.6, 1));
  fc.assert(fc.property(given, ([given, width, last]) => {
    const text = given.join(" ");
    const [even, plain] = [wrapEvenly(text, width, 12, 400, last), wrap(text, width, 12)];
    assertEquals(even.length, plain.length);
    assertEquals(even.join(" ").split(" "), given);
    const widths = (lines: string[]) => lines.map((line) => textWidth(line, 12));
    assert(Math.max(...widths(even)) <= Math.max(...widths(plain)) + 1e-9);
    assert(widths(even).at(-1)! >= widths(plain).at(-1)! - 1e-9);
  }));
});

Deno.test("a last word does not stand alone, unless it may", () => {
  const text = "Mexico and Canada supply much of it all";
  const width = textWidth("Mexico and Canada supply much of it", 12);
  const lines = (last: number) => wrapEvenly(text, width, 12, 400, last);
  assertEquals(lines(0), ["Mexico and Canada supply much of it", "all"]);
  assertEquals(lines(0.6), ["Mexico and Canada", "supply much of it all"]);
});

Deno.test("a period that is wider than a line breaks after its dash", () => {
  const width = textWidth("in November 2025", 12);
  assertEquals(wrap(held("imports in January–November 2025"), width, 12), [
    "imports",
    "in\u00a0January–",
    "November\u00a02025",
  ]);
});

Deno.test("a no-break space holds words together", () => {
  assertEquals(wrap("a b\u00a0c", textWidth("a b", 12), 12), ["a", "b\u00a0c"]);
});

Deno.test("words that belong together are held: codes, units, a small word and its time", () => {
  const shown = (text: string) => held(text).replaceAll("\u00a0", "_");
  assertEquals(
    shown("imports of NAICS 334 in January–November 2025"),
    "imports of NAICS_334 in_January–November_2025",
  );
  assertEquals(
    shown("rose by 2.1 points from 14.8% in 2017 to 17.7% in 2024"),
    "rose by_2.1_points from_14.8% in_2017 to_17.7% in_2024",
  );
  assertEquals(shown("group 08 by supplier, Jan–Nov 2025"), "group_08 by supplier, Jan–Nov_2025");
  assertEquals(
    shown("from 2017 to 2024, 16.3 billion dollars (customs value), HTS 8471.50"),
    "from_2017_to_2024, 16.3_billion_dollars (customs_value), HTS_8471.50",
  );
  assertEquals(shown("in Mexico in many of the years"), "in Mexico in many of the years");
});
