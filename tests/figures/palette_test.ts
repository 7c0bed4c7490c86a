/** The palette: no two tones alike, contrast by the formula of WCAG 2.2, on light and on dark paper. */
import { assert, assertEquals } from "@std/assert";
import { LIGHT_COLOURS, PALETTE, type ToneName } from "../../lib/figures/palette.ts";
import { contrast } from "./sight.ts";

type Mode = "light" | "dark";
const modes: Mode[] = ["light", "dark"];
const text: ToneName[] = [
  "ink",
  "muted",
  "mexico",
  "canada",
  "china",
  "taiwan",
  "vietnam",
  "country",
  "partOne",
  "partTwo",
  "exports",
  "imports",
  "later",
];
const marks: ToneName[] = [...text, "earlier", "rest", "axis"];

Deno.test("every light hex belongs to one tone, and all are six digits", () => {
  assertEquals(LIGHT_COLOURS.size, Object.keys(PALETTE).length);
  for (const { light, dark } of Object.values(PALETTE)) {
    for (const hex of [light, dark]) assert(/^#[0-9a-f]{6}$/.test(hex), hex);
  }
});

Deno.test("no dark hex is a light one: recolouring twice changes nothing", () => {
  for (const { dark } of Object.values(PALETTE)) assert(!LIGHT_COLOURS.has(dark), dark);
});

for (const mode of modes) {
  Deno.test(`text has a contrast of 4.5 on ${mode} paper, marks one of 3`, () => {
    const paper = PALETTE.paper[mode];
    for (const name of text) {
      assert(contrast(PALETTE[name][mode], paper) >= 4.5, `text ${name}`);
    }
    for (const name of marks) assert(contrast(PALETTE[name][mode], paper) >= 3, `mark ${name}`);
  });

  Deno.test(`numbers on the marks of suppliers can be read on ${mode} paper`, () => {
    const carriers = [
      "mexico",
      "canada",
      "chinaArea",
      "china",
      "taiwan",
      "vietnam",
      "country",
      "later",
    ] as const;
    for (const name of carriers) {
      assert(contrast(PALETTE.onMark[mode], PALETTE[name][mode]) >= 4.5, name);
    }
  });
}
