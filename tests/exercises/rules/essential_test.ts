/** A rule for *essential*: sound ones pass whatever their bars, each unsound one hears why. */
import { assertEquals, assertStringIncludes } from "@std/assert";
import fc from "fast-check";
import type { LineDependence as Line } from "../../../lib/arithmetic/mod.ts";
import { essential } from "../../../lib/exercises/rules/essential.ts";

Deno.test("a share above a bar and a value above a bar is sound, whatever the two bars are", () => {
  fc.assert(fc.property(
    fc.double({ min: 0.02, max: 0.99, noNaN: true }),
    fc.double({ min: 1e4, max: 5e10, noNaN: true }),
    (share, value) => {
      assertEquals(essential((line: Line) => line.share > share && line.value_usd > value), []);
    },
  ));
});

Deno.test("weight, either supplier and steps are sound as well", () => {
  const sound: ((line: Line) => boolean)[] = [
    (line) => line.share > 0.4 && line.share * line.value_usd > 5e9,
    (line) => line.mexico_usd + line.canada_usd > 1e9 && line.mexico_share > 0.25,
    (line) => line.share >= 0.5 && line.value_usd > (line.share > 0.9 ? 1e8 : 1e9),
  ];
  for (const rule of sound) assertEquals(essential(rule), [], `${rule}`);
});

Deno.test("an unsound rule hears what is wrong with it", () => {
  const unsound: [unknown, string][] = [
    [undefined, "Give a function of a line that returns true or false. It was given undefined"],
    [0.75, "It was given 0.75"],
    [(line: Line) => line.share, "it says neither true nor false. It gave 0.02"],
    [(line: Line) => {
      line.share > 0.5;
    }, "It gave nothing: is return missing?"],
    [
      (line: Line) => (line as unknown as { partner: string[] }).partner.length > 1,
      "It fails on a",
    ],
    [() => true, "a word that fits all of them tells none apart"],
    [(line: Line) => line.share > 75 && line.value_usd > 1e9, "taken for percent"],
    [(line: Line) => line.hts10 === "8471500150", "Does it look for a code?"],
    [
      (line: Line) => line.hts10.startsWith("8471") && line.share > 0.5 && line.value_usd > 1e9,
      "say what makes a line essential, not which lines are",
    ],
    [
      (line: Line) => line.share > 0.4 && line.share < 0.9 && line.value_usd > 1e9,
      "Of two lines of 2.0 billion dollars, it calls the one with 45% from the two essential, and the one " +
      "with 95% not",
    ],
    [
      (line: Line) => line.share > 0.5 && line.value_usd > 2e6 && line.value_usd < 1e9,
      "the one of 10.0 million dollars essential, and the one of 2.0 billion dollars not",
    ],
    [
      (line: Line) => line.value_usd > 1e10,
      "a line of 60.0 billion dollars, 2% of it from the two, essential",
    ],
    [(line: Line) => line.share > 0.75, "a line of 10.0 thousand dollars, 85% of it from the two"],
  ];
  for (const [rule, said] of unsound) assertStringIncludes(essential(rule).join(" "), said);
});

Deno.test("a rule that answers by chance is found", () => {
  let asked = 0;
  assertEquals(essential(() => asked++ % 2 === 0), [
    "Asked twice about one line, it gives two verdicts.",
  ]);
});

Deno.test("a rule that writes on its line judges the lines all the same", () => {
  const rule = (line: Line) => {
    line.share *= 100;
    return line.share > 75 && line.value_usd > 1e9;
  };
  assertEquals(essential(rule), []);
});
