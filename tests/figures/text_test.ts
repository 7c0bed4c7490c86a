/** Widths of text against the carried font, and line breaks. */
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import fc from "fast-check";
import { held, textWidth, type Weight, wrap, wrapEvenly } from "../../lib/figures/text.ts";

const FONTS = new URL("../../lib/publish/fonts/", import.meta.url);

/** Advance widths of a TrueType font by character, as parts of the type size. */
function advances(bytes: Uint8Array): (character: string) => number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const tag = (at: number) => String.fromCharCode(...bytes.subarray(at, at + 4));
  const tables = new Map(
    Array.from({ length: view.getUint16(4) }, (_, index) => {
      const at = 12 + 16 * index;
      return [tag(at), view.getUint32(at + 8)] as const;
    }),
  );
  const [head, hhea, hmtx, cmap] = ["head", "hhea", "hmtx", "cmap"].map((name) =>
    tables.get(name)!
  );
  const em = view.getUint16(head + 18);
  const metrics = view.getUint16(hhea + 34);
  const subtable = Array.from(
    { length: view.getUint16(cmap + 2) },
    (_, index) => cmap + view.getUint32(cmap + 4 + 8 * index + 4),
  ).find((at) => view.getUint16(at) === 4)!;
  const segments = view.getUint16(subtable + 6) / 2;
  const [ends, starts] = [subtable + 14, subtable + 16 + 2 * segments];
  const [deltas, offsets] = [starts + 2 * segments, starts + 4 * segments];
  return (character) => {
    const code = character.codePointAt(0)!;
    for (let index = 0; index < segments; index++) {
      if (view.getUint16(ends + 2 * index) < code) continue;
      const start = view.getUint16(starts + 2 * index);
      if (start > code) return null;
      const at = offsets + 2 * index;
      const offset = view.getUint16(at);
      const delta = view.getUint16(deltas + 2 * index);
      const glyph = offset === 0
        ? (code + delta) & 0xffff
        : (view.getUint16(at + offset + 2 * (code - start)) + delta) & 0xffff;
      return view.getUint16(hmtx + 4 * Math.min(glyph, metrics - 1)) / em;
    }
    return null;
  };
}

const fonts: [Weight, string][] = [[400, "Inter-Regular.ttf"], [600, "Inter-SemiBold.ttf"]];
for (const [weight, file] of fonts) {
  Deno.test(`the widths of weight ${weight} are those of ${file}`, async () => {
    const advance = advances(await Deno.readFile(new URL(file, FONTS)));
    for (let code = 32; code < 127; code++) {
      const character = String.fromCharCode(code);
      assertAlmostEquals(textWidth(character, 1, weight), advance(character)!, 0.0006, character);
    }
    for (const character of "\u00a0\u2212–—’“”·…→éóñ") {
      const width = textWidth(character, 1, weight);
      assert(width >= advance(character)! - 0.0006, `${character} is wider in the font`);
      assert(width <= advance(character)! + 0.1, `${character} is much narrower in the font`);
    }
  });
}

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
