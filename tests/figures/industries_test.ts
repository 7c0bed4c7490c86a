/** The figures of chapter 9 for all 32 industries and all goods: legible, and worded for any values. */
import { assert, assertEquals } from "@std/assert";
import pl from "nodejs-polars";
import { comparableYears, dutyRateChange, shareChanges } from "../../lib/analysis/mod.ts";
import { ALL_INDUSTRIES, NAICS3_CODES, naicsTitle } from "../../lib/codes/mod.ts";
import type { Naics3Imports } from "../../lib/data/mod.ts";
import { dutyDecomposition, type Figure, shareChangeBars } from "../../lib/figures/mod.ts";
import { HEADLINE } from "../../lib/figures/words.ts";
import { column, literal } from "../../lib/frame.ts";
import { dataFaults } from "./data_faults.ts";
import { drawing, textFaults, xmlFault } from "./drawing.ts";
import { chosenFigures, industryFigures, naics3 } from "./gallery.ts";

/** Between other years, the later before the earlier as well: what rose then falls. */
function comparisonFigures(naics: string, from: string, to: string): Figure[] {
  const imports = naics3.filter(pl.col("naics").eq(literal(naics)));
  const comparison = comparableYears(imports, from, to);
  return [
    shareChangeBars(shareChanges(imports, comparison), { naics }),
    dutyDecomposition(dutyRateChange(imports, comparison), { naics }),
  ];
}

for (const naics of [...NAICS3_CODES, ALL_INDUSTRIES]) {
  Deno.test(`${naics}, ${naicsTitle(naics)}: every figure at both widths`, () => {
    const months = column<Naics3Imports, "month">(
      naics3.filter(pl.col("naics").eq(literal(naics))),
      "month",
    ).sort();
    const earliest = months[0].slice(0, 4);
    const first = earliest > "2017" ? earliest : "2017";
    const figures = [
      ...industryFigures(naics, first, "2024"),
      ...chosenFigures(naics),
      ...comparisonFigures(naics, "2024", "2025"),
      ...comparisonFigures(naics, "2024", earliest),
    ];
    assertEquals(figures.flatMap(dataFaults), []);
    for (const { id, title, subtitle, alt, svg, narrow, readings } of figures) {
      for (const said of [title, subtitle, alt]) {
        assert(!/undefined|null|NaN|Infinity/.test(said), `${id}: ${said}`);
      }
      for (const { box: [, top, , bottom], series } of [...readings.wide, ...readings.narrow]) {
        const px = series.flatMap(({ y }) => y.filter((each) => each !== null));
        assert(px.every((each) => top <= each && each <= bottom), `${id}: outside of its scale`);
      }
      for (const page of [svg, narrow]) {
        assertEquals(xmlFault(page), null, id);
        assertEquals(textFaults(drawing(page)), [], id);
        assert(!/NaN|Infinity|undefined/.test(page), id);
      }
    }
    const long = figures.map(({ title }) => title).filter((title) =>
      title.split(" ").length > HEADLINE
    );
    assertEquals(long, []);
  });
}
