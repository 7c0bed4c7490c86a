/** The figures of reliance on odd input: none, one, a year without change, a line without a name. */
import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import pl from "nodejs-polars";
import {
  importsBySupplier,
  type LineDependence,
  lineDependence,
  onBasis,
  suppliersOfLine,
  technologyYardstick,
} from "../../lib/analysis/mod.ts";
import {
  lineDependenceBars,
  lineSuppliersBars,
  relianceOnTheTwo,
  technologyYardstickBars,
} from "../../lib/figures/mod.ts";
import { lineName } from "../../lib/codes/mod.ts";
import type { Frame } from "../../lib/frame.ts";
import { generalLines, smallLines } from "../analysis/small_lines.ts";
import { drawing, textFaults } from "./drawing.ts";

const sound = <Drawn extends { svg: string; narrow: string }>(figure: Drawn): Drawn => {
  for (const svg of [figure.svg, figure.narrow]) assertEquals(textFaults(drawing(svg)), []);
  return figure;
};

const lines = generalLines({ "8471500150": { "2010": 30, "1220": 10, "5700": 60 } });
const goods = importsBySupplier(lines);

Deno.test("the yardstick without industries, and of technology that is all there is", () => {
  const { title, data } = sound(technologyYardstickBars(technologyYardstick(lines, goods, 2024)));
  assertEquals(
    title,
    "No technology group leans on Mexico and Canada more than all goods",
  );
  assertEquals(data.rows.length, 3); // all goods, ATP and one group
});

Deno.test("the yardstick without the row of all ATP is refused", () => {
  const products = technologyYardstick(lines, goods, 2024);
  assertThrows(
    () => technologyYardstickBars(products.head(0)),
    RangeError,
    "no row of all ATP",
  );
});

Deno.test("reliance: without a line above the bar, with one, and without the row of all ATP", () => {
  const products = technologyYardstick(lines, goods, 2024);
  const none = sound(relianceOnTheTwo(products, lineDependence(lines)));
  assertEquals(none.title, "Mexico and Canada supply 40% of all U.S. imports, 40% of technology");
  assert(!none.svg.includes("points"), "no note where there is no difference");
  assertEquals(none.data.rows.length, 3); // all goods, ATP and one group
  const one = sound(relianceOnTheTwo(products, lineDependence(lines), { bar: 0.3, groups: 0 }));
  assertEquals(one.data.rows.map((row) => row.class), [
    ...["All goods", "Advanced technology", "1 other groups"],
    "Servers and other processing units",
  ]);
  assertThrows(
    () => relianceOnTheTwo(products.head(0), lineDependence(lines)),
    RangeError,
    "no row of all goods or of all ATP",
  );
  const later = lineDependence(lines).withColumns(
    pl.lit("2025-01").alias("period_start"),
    pl.lit("2025-12").alias("period_end"),
  ) as Frame<LineDependence>;
  assertThrows(
    () => relianceOnTheTwo(products, later, { bar: 0.3 }),
    RangeError,
    "lines of 2025, not 2024",
  );
});

Deno.test("dependence: none above the bar is refused; another bar is named", () => {
  const dependence = lineDependence(lines);
  assertThrows(() => lineDependenceBars(dependence), RangeError, "more than 50% from both");
  const { title, subtitle, svg } = sound(lineDependenceBars(dependence, { bar: 0.3 }));
  assertStringIncludes(title, "1 of 1 technology lines, 100.0% of imports");
  assertStringIncludes(subtitle, "more than 30%");
  assertStringIncludes(svg, ">30%<");
});

Deno.test("a line has our name, else the Bureau's text in sentence case, else its code", () => {
  assertEquals(lineName("8517130000"), "Smartphones");
  assertEquals(lineName("2914620000", "COENZYME Q10,NESOI"), "Coenzyme q10, nesoi");
  assertEquals(lineName("3818000020"), "HTS 3818.00.0020");
});

Deno.test("suppliers of a line: a rise, a fall, and one year alone", () => {
  const year = (year: number, mexico: number, china: number) =>
    Object.entries({ "2010": mexico, "5700": china }).map(([partner_code, usd]) => ({
      ...{ partner_code, period_start: `${year}-01`, period_end: `${year}-12` },
      general_imports_usd: usd * 1e9,
    }));
  const figure = (rows: ReturnType<typeof year>) =>
    sound(lineSuppliersBars(
      suppliersOfLine(onBasis(smallLines(rows), "general_imports"), "8471500150"),
      { hts10: "8471500150" },
    ));
  assertEquals(
    figure([...year(2024, 6, 4), ...year(2025, 4, 16)]).title,
    "Imports of servers rose to 20.0 billion dollars; Mexico’s share fell to 20.0%",
  );
  assertEquals( // lower than in 2025
    figure([...year(2024, 6, 4), ...year(2025, 4, 16), ...year(2026, 4, 11)]).title,
    "Imports of servers rose to 15.0 billion dollars; Mexico’s share fell to 26.7%, 2024–2026",
  );
  assertEquals(
    figure([...year(2024, 6, 14), ...year(2025, 4, 0)]).title,
    "Imports of servers fell to 4.0 billion dollars; Mexico’s share rose to 100.0%",
  );
  assertEquals(
    figure(year(2024, 6, 4)).title,
    "Imports of servers were 10.0 billion dollars in 2024; Mexico’s share was 60.0%",
  );
});
