/** The palette: no two tones alike, contrast by the formula of WCAG 2.2, on light and on dark paper. */
import { assert, assertEquals } from "@std/assert";
import { LIGHT_COLOURS, PALETTE, type ToneName } from "../../lib/figures/palette.ts";

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
];
const marks: ToneName[] = [...text, "rest", "axis"];

/** Relative luminance. */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((value) => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

Deno.test("contrast is 21 of black on white and 1 of a colour on itself", () => {
  assertEquals(contrast("#000000", "#ffffff"), 21);
  assertEquals(contrast("#c4420e", "#c4420e"), 1);
});

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
    ] as const;
    for (const name of carriers) {
      assert(contrast(PALETTE.onMark[mode], PALETTE[name][mode]) >= 4.5, name);
    }
  });
}

Deno.test("Mexico and Canada differ in grey, and from China", () => {
  const grey = (name: ToneName) => luminance(PALETTE[name].light) + 0.05;
  assert(grey("canada") / grey("mexico") > 1.4);
  assert(grey("mexico") / grey("china") > 1.4);
});
