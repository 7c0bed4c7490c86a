/** Widths of text against the fonts, and line breaks. */
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import fc from "fast-check";
import { held, textWidth, type Weight, wrap, wrapEvenly } from "../../lib/figures/text.ts";
import { advances, DEJAVU, widest } from "./typefaces.ts";

const ASCII = Array.from({ length: 95 }, (_, place) => String.fromCharCode(32 + place)).join("");

for (const weight of [400, 600] as Weight[]) {
  Deno.test(`the widths of weight ${weight} are those of the wider of the two types`, () => {
    const wider = (character: string) => widest(character, 1, weight);
    for (const character of ASCII) {
      assertAlmostEquals(textWidth(character, 1, weight), wider(character), 0.0006, character);
    }
    for (const character of "\u00a0\u2212–—’“”·…→÷■éóñ") {
      const width = textWidth(character, 1, weight);
      assert(width >= wider(character) - 0.0006, `${character} is wider in the font`);
      assert(width <= wider(character) + 0.15, `${character} is much narrower in the font`);
    }
  });
}

Deno.test("the table of DejaVu Sans is that of the font, where it is installed", async () => {
  const folder = "/usr/share/fonts/truetype/dejavu";
  const fonts: [Weight, string][] = [[400, "DejaVuSans.ttf"], [600, "DejaVuSans-Bold.ttf"]];
  for (const [weight, file] of fonts) {
    const bytes = await Deno.readFile(`${folder}/${file}`).catch(() => null);
    if (bytes === null) continue;
    const advance = advances(bytes);
    for (const character of `${ASCII}\u00a0\u2212–—’“”·…→÷■`) {
      assertAlmostEquals(DEJAVU[weight](character)!, advance(character)!, 0.0006, character);
    }
  }
});

Deno.test("width grows with the size, an unknown character counts", () => {
  assertEquals(textWidth("", 12), 0);
  assertAlmostEquals(textWidth("Mexico", 24), 2 * textWidth("Mexico", 12), 1e-9);
  assert(textWidth("漢", 10) > 0);
});

const words = fc.array(fc.stringMatching(/^[a-zA-Z0-9,.%’–]{1,14}$/), { minLength: 1 });

Deno.test("wrapping keeps every word in order, in lines that fit unless one word is too wide", () => {
  fc.assert(fc.property(words, fc.integer({ min: 20, max: 400 }), (given, width) => {
    const lines = wrap(given.join(" "), width, 12);
    assertEquals(lines.join(" ").split(" "), given);
    for (const line of lines) {
      assert(!line.includes(" ") || textWidth(line, 12) <= width, `${line} is too wide`);
    }
  }));
});

Deno.test("even lines are as many and no wider than the width", () => {
  fc.assert(fc.property(words, fc.integer({ min: 20, max: 400 }), (given, width) => {
    const [even, plain] = [wrapEvenly, wrap].map((by) => by(given.join(" "), width, 12));
    assertEquals(even.length, plain.length);
    assertEquals(even.join(" ").split(" "), given);
    const widest = (lines: string[]) => Math.max(...lines.map((line) => textWidth(line, 12)));
    assert(widest(even) <= widest(plain) + 1e-9);
  }));
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
  assertEquals(shown("in Mexico in many of the years"), "in Mexico in many of the years");
});
