/** What readers see: the formulas on known values, then every two tones that meet in one figure. */
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { PALETTE, type ToneName } from "../../lib/figures/palette.ts";
import { drawing } from "./drawing.ts";
import { gallery } from "./gallery.ts";
import { markColours, touching } from "./marks.ts";
import { apart, contrast, SIGHTS } from "./sight.ts";

/** Least difference of two tones in one figure, and least contrast of two that touch. */
const APART = 10;
const GREY = 1.25;

const nameOf = (hex: string): ToneName | undefined =>
  (Object.keys(PALETTE) as ToneName[]).find((name) => PALETTE[name].light === hex);
/** Grounds and rules are no marks; ink is told from China by its dots, and is a rule elsewhere. */
const NO_MARKS: ToneName[] = ["paper", "ink", "muted", "axis", "grid", "onMark"];
const isMark = (name: ToneName | undefined): name is ToneName =>
  name !== undefined && !NO_MARKS.includes(name);

const pairs = <Each>(all: Each[]): [Each, Each][] =>
  all.flatMap((one, place) => all.slice(place + 1).map((other): [Each, Each] => [one, other]));

Deno.test("contrast is 21 of black on white and 1 of a colour on itself", () => {
  assertEquals(contrast("#000000", "#ffffff"), 21);
  assertEquals(contrast("#c4420e", "#c4420e"), 1);
});

Deno.test("red and green of one brightness are far apart, but not without one of the two", () => {
  const [normal, ...deficient] = SIGHTS.map((sight) => apart("#b0522b", "#6f7021", sight));
  assert(normal > 30 && deficient.every((each) => each < 12), `${normal} ${deficient}`);
  assertAlmostEquals(apart("#4477aa", "#4477aa", "protanopia"), 0, 1e-9);
});

const figures = await gallery();

for (const mode of ["light", "dark"] as const) {
  Deno.test(`tones that meet in one figure are ${APART} apart for every sight, ${mode}`, () => {
    const faults = figures.flatMap(({ id, svg }) =>
      pairs([...markColours(drawing(svg).root)].map(nameOf).filter(isMark)).flatMap((pair) =>
        SIGHTS.map((sight) => {
          const [one, other] = pair.map((name) => PALETTE[name][mode]);
          return { sight, apart: Math.round(apart(one, other, sight)), pair: pair.join("–"), id };
        })
      )
    ).filter((each) => each.apart < APART);
    assertEquals(faults, []);
  });

  Deno.test(`bars that touch differ in grey by a contrast of ${GREY}, ${mode}`, () => {
    const faults = figures.flatMap(({ id, svg }) =>
      touching(drawing(svg).root).map((pair) => pair.map(nameOf))
        .filter((pair): pair is ToneName[] => pair.every((name) => name !== undefined))
        .filter(([one, other]) => contrast(PALETTE[one][mode], PALETTE[other][mode]) < GREY)
        .map((pair) => `${id}: ${pair.join("–")}`)
    );
    assertEquals([...new Set(faults)], []);
  });
}
