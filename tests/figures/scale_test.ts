/** Panels that the eye compares have one scale: a bar is as many px per unit in each of them. */
import { assert, assertEquals } from "@std/assert";
import { MEXICO } from "../../lib/codes/mod.ts";
import { type Figure, tone, type ToneName } from "../../lib/figures/mod.ts";
import { drawing } from "./drawing.ts";
import { gallery } from "./gallery.ts";
import { barsOf } from "./marks.ts";

type Row = Record<string, number | string | null>;
type Side = "width" | "height";

const figures = await gallery();

/** Lengths in px of the bars of a tone, in the order in which they are drawn. */
function lengths(svg: string, name: ToneName, side: Side): number[] {
  return barsOf(drawing(svg).root).filter(({ fill }) => fill === tone(name))
    .map((bar) => side === "width" ? bar.right - bar.left : bar.height);
}

/** What is not as long as its value says, on the scale of the longest bar. */
function offScale(bars: number[], values: number[]): string[] {
  const drawn = values.map(Math.abs).filter((value) => value > 0);
  if (bars.length !== drawn.length) return [`${bars.length} bars, ${drawn.length} values`];
  const scale = Math.max(...bars) / Math.max(...drawn);
  return drawn.flatMap((value, place) =>
    Math.abs(bars[place] - value * scale) > 0.06 ? [`${value}: ${bars[place]} px`] : []
  );
}

/** The values that each tone draws, from top to bottom. */
const PANELS: [id: string, side: Side, tones: [ToneName, (row: Row) => number | null][]][] = [
  [`shift-share-${MEXICO}`, "width", [
    ["partOne", (row) => Number(row.within ?? row.own_share_effect)],
    ["partTwo", (row) => Number(row.mix ?? row.mix_effect)],
  ]],
  ...["duty-decomposition-334", "duty-decomposition-335", "duty-sources"].map((
    id,
  ): typeof PANELS[0] => [id, "width", [
    ["partOne", (row) => Number(row.rate_effect)],
    ["partTwo", (row) => Number(row.supplier_effect)],
  ]]),
  ...["technology-yardstick", "reliance"].map((id): typeof PANELS[0] => [id, "width", [
    ["mexico", (row) => row.mexico_share as number | null],
    ["canada", (row) => row.canada_share as number | null],
  ]]),
  ["restated-months", "height", [
    ["mexico", (row) => row.partner_code === MEXICO ? Number(row.lines_usd) : null],
    ["canada", (row) => row.partner_code === MEXICO ? null : Number(row.lines_usd)],
  ]],
];

for (const [id, side, tones] of PANELS) {
  const figure = figures.find((each) => each.id === id) as Figure;
  for (const page of ["svg", "narrow"] as const) {
    Deno.test(`${id}, ${page}: one scale in all panels`, () => {
      const rows = figure.data.rows as Row[];
      for (const [name, valueOf] of tones) {
        const values = rows.map(valueOf).filter((value) => value !== null);
        assertEquals(offScale(lengths(figure[page], name, side), values), [], name);
      }
    });
  }
}

Deno.test("bars on two scales are found out", () => {
  assertEquals(offScale([68.7, 132.7], [1, 1]), ["1: 68.7 px"]);
  assertEquals(offScale([50, 100], [-0.5, 1]), []);
  assert(offScale([50], [1, 2])[0].startsWith("1 bars"));
});
