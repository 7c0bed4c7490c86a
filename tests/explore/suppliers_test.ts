/** Answers about suppliers: what is said first, years that may be compared, and where nothing is. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { isCountry, OTHER, WORLD } from "../../lib/codes/mod.ts";
import { suppliersAnswer } from "../../lib/explore/answers/suppliers.ts";
import type { SuppliersView } from "../../lib/explore/view.ts";
import { percent } from "../../lib/format.ts";
import { dataFaults } from "../figures/data_faults.ts";
import { drawing, textFaults } from "../figures/drawing.ts";
import { INDUSTRIES, load } from "./views.ts";

const MEASURES: SuppliersView["measure"][] = ["share", "dollars", "rank", "duty"];
const view = (own: Partial<SuppliersView> = {}): SuppliersView => ({
  ...{ ask: "suppliers", naics: "334", measure: "share", partners: [], from: "2013", to: "2025" },
  ...own,
});
const answer = async (own: Partial<SuppliersView> = {}) =>
  suppliersAnswer(view(own), await load(`industry-${own.naics ?? "334"}`));
const plain = ({ data }: { data: Record<string, unknown> }) => String(data["text/plain"]);

Deno.test("Mexico and Canada come first, then the leader; a part of a year stands beside", async () => {
  const { said, figures, tables, source, data } = await answer();
  assertEquals(said.length, 3);
  const row = (year: string, code: string) =>
    data!().rows.find((each) => each.year === year && each.partner_code === code)!;
  const share = (year: string) => percent(row(year, "2010").share as number);
  assertEquals(
    said[0],
    "Mexico’s share of U.S. imports of computer and electronic products rose from " +
      `${share("2013")} in 2013 to ${share("2024")} in 2024 (January–November 2025: ${
        share("2025")
      }).`,
  );
  assertStringIncludes(said[1], "Canada’s share fell from");
  assertStringIncludes(said[2], "China supplied most in 2024");
  assertStringIncludes(said[2], "it was Taiwan");
  assertEquals(figures.map(({ id }) => id), ["supplier-shares-334"]);
  assertStringIncludes(plain(tables[0]), "Jan–Nov 2025");
  assertStringIncludes(source, "imports for consumption (customs value); vintage");
});

Deno.test("each measure has its figure, its table and all of the data", async () => {
  for (const measure of MEASURES) {
    const { figures, tables, data, notes } = await answer({ measure, partners: ["5330", "2010"] });
    assertEquals([figures.length, tables.length], [1, 1]);
    assertStringIncludes(plain(tables[0]), "India");
    assert(!plain(tables[0]).includes("Malaysia"), "the table has those that were chosen");
    assertEquals(new Set(data!().rows.map((row) => row.partner_code)).size, 32);
    assertEquals(new Set(data!().rows.map((row) => row.year)).size, 13);
    assert(data!().rows.every((row) => row.partner && row.basis && row.vintage && row.role));
    assertEquals(notes.some((note) => note.includes("refunds")), measure === "duty");
  }
});

Deno.test("a year that is not whole may be asked for alone", async () => {
  const { said, figures, tables } = await answer({ from: "2025", to: "2025" });
  assertStringIncludes(said[0], "in January–November 2025");
  assertStringIncludes(figures[0].title, "January–November 2025");
  assert(!plain(tables[0]).includes("Change"));
});

Deno.test("no figures are a sentence: years before the first, years turned round", async () => {
  for (
    const [own, expected] of [
      [{ naics: "115", to: "2015" }, "there are figures from 2022 to 2025"],
      [{ from: "2020", to: "2018" }, "The years run backwards, from 2020 to 2018"],
    ] as const
  ) {
    const { said, figures, tables, data } = await answer(own);
    assertStringIncludes(said.join(" "), expected);
    assertEquals([figures, tables, data], [[], [], undefined]);
  }
});

Deno.test("a chosen partner that supplies nothing is named, and the figure chooses", async () => {
  // Ecuador is not among the countries of the table.
  const alone = await answer({ partners: ["3310"] });
  assertStringIncludes(alone.said[0], "Ecuador is not among the suppliers");
  assertEquals(alone.figures[0].svg, (await answer()).figures[0].svg);
  const beside = await answer({ partners: ["3310", "5330"] });
  assertStringIncludes(beside.said[1], "India’s share");
  assertStringIncludes(plain(beside.tables[0]), "Ecuador");
});

Deno.test("residual classes, the bound on the rest and the European Union are noted", async () => {
  const { notes, data } = await answer({ naics: "910", to: "2024" });
  assertStringIncludes(notes[0], "Class 910 (waste and scrap) is a residual class");
  const rest = data!().rows.find((row) => row.year === "2024" && row.partner_code === OTHER)!;
  const bound = `The rest supplied ${percent(rest.share as number)} in 2024: a country among them`;
  assert(notes.some((note) => note.includes(bound)), notes.join("\n"));
  assert(notes.some((note) => note.startsWith("The European Union is not shown")));
  assert((await answer()).notes.every((note) => !note.includes("residual")));
});

Deno.test("every class and measure: whole sentences, sound pictures, parts that add to the world", async () => {
  for (const naics of INDUSTRIES) {
    const piece = await load(`industry-${naics}`);
    for (const measure of MEASURES) {
      const partners = measure === "rank" ? ["4621", "2010", "3370"] : [];
      const { title, said, notes, figures, data } = suppliersAnswer(
        view({ naics, measure, partners, from: "2017" }),
        piece,
      );
      for (const text of [title, ...said, ...notes]) {
        assert(!/undefined|null|NaN|Infinity/.test(text), `${naics}: ${text}`);
      }
      assert(said.length <= 3 && said.every((text) => text.endsWith(".")), said.join(" "));
      assertEquals(figures.flatMap(dataFaults), []);
      assertEquals(
        figures.flatMap(({ svg, narrow }) =>
          [svg, narrow].flatMap((it) => textFaults(drawing(it)))
        ),
        [],
        naics,
      );
      for (const rows of Map.groupBy(data!().rows, (row) => row.year).values()) {
        const usd = (of: typeof rows) => of.reduce((sum, row) => sum + Number(row.imports_usd), 0);
        const isPart = (code: unknown) => code === OTHER || isCountry(String(code));
        const world = rows.filter((row) => row.partner_code === "world");
        assertEquals(usd(rows.filter((row) => isPart(row.partner_code))), usd(world));
        assert(world.length === 1 && rows.every((row) => row.partner_code !== WORLD));
      }
    }
  }
});
