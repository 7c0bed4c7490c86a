/** Answers about goods, groups and single lines: against lib/analysis over the whole table, and at the edges. */
import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import fc from "fast-check";
import {
  atpLines,
  dutiesByYear,
  lineDependence,
  linesBeside,
  linesUnder,
  onBasis,
  preferenceUnder,
  suppliersOnBothBases,
} from "../../lib/analysis/mod.ts";
import { preferenceByMonth } from "../../lib/arithmetic/preference_by_month.ts";
import { ATP_GROUP_CODES, type ImportBasis, ofHts } from "../../lib/codes/mod.ts";
import { readTable, scanTable } from "../../lib/data/mod.ts";
import { answerOf } from "../../lib/explore/answers/mod.ts";
import { dutiesOf, rowsBeside, sumsOf, suppliersOf } from "../../lib/explore/answers/line_sums.ts";
import type { GoodsView } from "../../lib/explore/view.ts";
import { HEADLINE } from "../../lib/figures/words.ts";
import { keep, records } from "../../lib/frame.ts";
import { dataFaults } from "../figures/data_faults.ts";
import { drawing, textFaults, xmlFault } from "../figures/drawing.ts";
import { load } from "./views.ts";

const scan = linesBeside(await scanTable("import_lines"), "2025");
const classes = await readTable("import_line_classes");
const atp = atpLines(scan, classes);
const dependence = await load("dependence");
const chapters = [...new Set(records(classes).map(({ hts10 }) => hts10.slice(0, 2)))].sort();

/** A number to the last of its digits that is shown, and far beyond. */
const rounded = <Row extends object>(rows: Row[]): Row[] =>
  rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        name,
        typeof value === "number" && !Number.isInteger(value) ? value.toFixed(12) : value,
      ]),
    )
  ) as Row[];

Deno.test("every chapter, both bases, every supplier and year: shares and duty as lib/analysis has them", async () => {
  for (const chapter of chapters) {
    const { lines } = await load(`goods-${chapter}`);
    if (lines.length === 0) continue;
    const sums = sumsOf(rowsBeside(lines, "2025", dependence));
    const frame = linesUnder(scan, classes, chapter);
    assertEquals(rounded(suppliersOf(sums)), rounded(records(suppliersOnBothBases(frame))));
    assertEquals(rounded(dutiesOf(sums)), rounded(records(dutiesByYear(frame))), chapter);
  }
});

Deno.test("every ATP group: the same", async () => {
  const groups = rowsBeside(await load("groups"), "2025");
  for (const atp_group of ATP_GROUP_CODES) {
    const sums = sumsOf(groups.filter((row) => row.atp_group === atp_group));
    const frame = keep(atp, { atp_group });
    assertEquals(rounded(suppliersOf(sums)), rounded(records(suppliersOnBothBases(frame))));
    assertEquals(rounded(dutiesOf(sums)), rounded(records(dutiesByYear(frame))));
  }
});

Deno.test("every line of technology, both bases and years: the shares of the two as lib/analysis has them", async () => {
  for (const basis of ["general_imports", "imports_for_consumption"] as ImportBasis[]) {
    for (const year of ["2024", "2025"]) {
      const { data } = await answerOf({ ask: "dependence", lines: "atp", basis, year }, load);
      const shown = data!().rows.filter((row) => row.period_start === `${year}-01`);
      const expected = records(
        lineDependence(keep(onBasis(atp, basis), { period_start: `${year}-01` })),
      );
      const taken = expected.map((row) => [row.hts10, row.value_usd, row.share.toFixed(12)]);
      assertEquals(
        shown.map((row) => [row.hts10, row.imports_usd, (row.both_share as number).toFixed(12)]),
        taken,
      );
    }
  }
});

Deno.test("what enters under the USMCA, by month: as lib/analysis has it, for a chapter, a heading, a line", async () => {
  const lines = await scanTable("preference_lines");
  const totals = await readTable("agreement_imports_monthly");
  for (const code of ["84", "8708", "847150", "8471300100"]) {
    const { preference, months } = await load(`goods-${code}`);
    const [{ vintage }] = preference;
    assertEquals(
      preferenceByMonth(preference, months, { ...ofHts(code), vintage }),
      records(preferenceUnder(lines, totals, code)),
    );
  }
});

/** Codes of every length, of lines with and without a text. */
const codes = fc.sample(
  fc.tuple(
    fc.constantFrom(...records(classes).map(({ hts10 }) => hts10)),
    fc.constantFrom(2, 4, 6, 8, 10),
  ).map(([line, digits]) => line.slice(0, digits)),
  { numRuns: 40, seed: 11 },
);

Deno.test("forty codes of any length: sound figures, short titles, no row without its numbers", async () => {
  for (const [place, hts] of codes.entries()) {
    const basis = place % 2 ? "general_imports" : "imports_for_consumption";
    const year = place % 3 ? "2025" : "2024";
    const answers = [await ask(hts, { basis, year })];
    if (hts.length <= 6) {
      answers.push(await answerOf({ ask: "dependence", lines: hts, basis, year }, load));
    }
    for (const { said, figures, data } of answers) {
      assert(
        said.length > 0 && said.every((text) => !/NaN|undefined|null|Infinity/.test(text)),
        hts,
      );
      assert(figures.length === 0 || data !== undefined);
      for (const figure of figures) {
        assert(figure.title.split(" ").length <= HEADLINE, `${hts}: ${figure.title}`);
        assertEquals(dataFaults(figure), [], `${hts}: ${figure.title}`);
        for (const page of [figure.svg, figure.narrow]) {
          assertEquals(xmlFault(page), null);
          assertEquals(textFaults(drawing(page)), [], `${hts}: ${figure.title}`);
          assert(!/NaN|undefined|null|Infinity/.test(page), hts);
        }
      }
    }
  }
});

const ask = (hts: string, more: Partial<GoodsView> = {}) =>
  answerOf({ ask: "goods", hts, basis: "general_imports", year: "2025", ...more }, load);

Deno.test("a code that is not there: a sentence, no picture, and the codes that are nearest", async () => {
  const { said, figures, tables, data } = await ask("847159");
  assertEquals([figures, tables, data], [[], [], undefined]);
  assertStringIncludes(said[0], "No imports are listed under HTS 8471.59");
  assertMatch(said[1], /^Under 8471 \(.*\) there are 8471\.30, 8471\.41, .* and 8471\.90\.$/);
  assertStringIncludes((await ask("7701")).said[1], "Chapters of the tariff run from 01 to 99");
  const missing = await answerOf(
    { ask: "dependence", lines: "8550", basis: "general_imports", year: "2025" },
    load,
  );
  assertEquals([missing.figures, missing.tables], [[], []]);
  assertMatch(missing.said[1], /^Under 85 \(.*\) there are 8501, .* and \d+ more\.$/);
});

Deno.test("goods that nothing came of from the two neighbors: said, not drawn", async () => {
  const { said, figures } = await ask("3818000020");
  assertEquals(figures.length, 1);
  assertStringIncludes(said.at(-1)!, "No imports for consumption from Mexico or Canada are listed");
});

Deno.test("goods: what is derived, how many lines, how many suppliers; the data hold every supplier", async () => {
  const { notes, data } = await ask("87");
  assertMatch(notes[0], /^\d+ tariff lines were imported under the code in 2025\. On the list/);
  assertMatch(notes[0], /the class is derived/);
  const suppliers = Number(/^(\d+) countries/.exec(notes[1])![1]);
  const own = data!().rows.filter((row) =>
    row.role === "part" && row.period_start === "2025-01" && row.basis === "general_imports"
  );
  assertEquals(own.length, suppliers);
  const whole = data!().rows.find((row) =>
    row.role === "total" && row.period_start === "2025-01" && row.basis === "general_imports"
  )!;
  assertEquals(own.reduce((sum, row) => sum + (row.imports_usd as number), 0), whole.imports_usd);
});

Deno.test("none above one half: a sentence in the place of a picture", async () => {
  const { said, figures, tables } = await answerOf(
    { ask: "dependence", lines: "847130", basis: "general_imports", year: "2025" },
    load,
  );
  assertEquals([figures.length, tables.length], [0, 1]);
  assertMatch(said[0], /^The one line of HTS 8471\.30 did not come mostly from Mexico and Canada/);
});

Deno.test("goods that the monthly figures leave out: it is said, and not that nothing came in", async () => {
  const text = (await ask("9999")).said.join(" ");
  assertStringIncludes(text, "The monthly figures of imports under the USMCA do not list these");
  assert(!text.includes("No imports for consumption from Mexico"), text);
});
