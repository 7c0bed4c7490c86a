/** The methods: formulas, assumptions and words agree with the library, the chapters and each other. */
import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { ASSUMPTIONS } from "../../lib/methods/assumptions.ts";
import { cheatSheet, TASKS } from "../../lib/methods/cheat_sheet.ts";
import { callOf, documented, exampleLines } from "../../lib/methods/docs.ts";
import { GLOSSARY, termAnchor } from "../../lib/methods/glossary.ts";
import { QUESTIONS } from "../../lib/methods/questions.ts";
import { assumptionsTable, glossaryTable } from "../../lib/methods/tables.ts";
import { methodsChapter } from "../../lib/methods/text.ts";
import { chapterNames, readChapter } from "../../lib/publish/chapters/notebook.ts";
import { chapterMarkdown } from "../../lib/publish/markup/markdown.ts";
import { convert } from "../../lib/publish/markup/pandoc.ts";
import { withReferences } from "../../lib/publish/markup/references.ts";
import { besideWords, spoken, typstWriter } from "../../lib/publish/pdf/typst.ts";
import { htmlWriter } from "../../lib/publish/site/html.ts";
import { referenceEntries } from "../../lib/publish/site/search.ts";
import { ROOT } from "../../lib/root.ts";
import { tools } from "../publish/fixtures.ts";
import { REPORT } from "../../lib/report.ts";
import { OF_LIBRARY } from "../known.ts";

const all = await documented();
const withFormula = all.filter(({ formulas }) => formulas.length > 0);
const names = await chapterNames(`${ROOT}/notebooks`);
const chapters = await Promise.all(
  names.map((name) => readChapter(`${ROOT}/notebooks/${name}.ipynb`)),
);
const numbers = chapters.map(({ number }) => Number(number));
const codebook = await Deno.readTextFile(`${ROOT}/data/README.md`);

const repeated = (values: string[]) => values.filter((value, at) => values.indexOf(value) !== at);

Deno.test(
  "every formula is asked for by one question, with its symbols and the chapter that teaches it",
  OF_LIBRARY,
  () => {
    const asked = QUESTIONS.flatMap(({ functions }) => functions);
    assertEquals(repeated(asked), []);
    assertEquals(asked.toSorted(), withFormula.map(({ name }) => name).toSorted());
    for (const { name, formulas, where, taught } of withFormula) {
      assert(formulas.every(({ title, tex }) => title && tex), name);
      assert(where.length > 20, `${name} says nothing of its symbols`);
      assert(taught.length > 0 && taught.every((number) => numbers.includes(number)), name);
    }
  },
);

Deno.test("what a formula assumes is there, and every assumption is assumed by one", () => {
  const keys = ASSUMPTIONS.map(({ key }) => key);
  assertEquals(repeated(keys), []);
  const assumed = new Set(all.flatMap(({ assumes }) => assumes));
  assertEquals([...assumed].toSorted(), keys.toSorted());
});

Deno.test(
  "an assumption is where it says: a function of the library or a column of the data",
  OF_LIBRARY,
  () => {
    for (const { key, where, chapters } of ASSUMPTIONS) {
      assert(where.length > 0 && chapters.every((number) => numbers.includes(number)), key);
      for (const name of where) {
        const known = all.some((each) => each.name === name) || codebook.includes(`\`${name}\``);
        assert(known, `${key}: ${name} is neither in the library nor in the data`);
      }
    }
  },
);

Deno.test("the literature of the formulas is that of the chapters", OF_LIBRARY, () => {
  const cited = chapters.flatMap(({ cells }) => cells.map(({ source }) => source))
    .filter((source) => source.includes("## References")).join("\n");
  for (const { name, references } of all) {
    for (const reference of references) {
      const surname = reference.split(",")[0];
      for (const year of reference.match(/\(\d{4}\)/g) ?? []) {
        const found = cited.split("\n").some((line) =>
          line.includes(surname) && line.includes(year)
        );
        assert(found, `${name}: ${surname} ${year} is in no chapter's references`);
      }
    }
  }
});

Deno.test(
  "words stand in the order of the alphabet, each recognized by itself alone",
  OF_LIBRARY,
  () => {
    const terms = GLOSSARY.map(({ term }) => term.replace(/^the /, ""));
    assertEquals(terms, terms.toSorted((a, b) => a.localeCompare(b, "en")));
    assertEquals(repeated(GLOSSARY.map(termAnchor)), []);
    assertEquals(repeated(GLOSSARY.flatMap(({ recognized }) => recognized)), []);
    assert(GLOSSARY.every(({ chapter }) => numbers.includes(chapter)));
  },
);

Deno.test("a formula that is asked for and not there, or an assumption that is none, is named", () => {
  const [share, ...others] = [
    all.find(({ name }) => name === "supplierShares")!,
    ...all.filter(({ name }) => name !== "supplierShares"),
  ];
  assertThrows(
    () => methodsChapter([{ ...share, formulas: [] }, ...others]),
    RangeError,
    "supplierShares has no @formula",
  );
  assertThrows(
    () => methodsChapter([{ ...share, assumes: ["luck"] }, ...others]),
    RangeError,
    "supplierShares assumes luck",
  );
});

Deno.test("the page has every formula as MathML, and an address for it, each assumption and each word", async () => {
  const { pandoc } = await tools();
  const methods = withReferences([...chapters, methodsChapter(all)], new Map()).at(-1)!;
  const html = await convert(
    pandoc,
    chapterMarkdown(methods, htmlWriter({ numbers: new Map() })),
    "html",
  );
  const formulas = withFormula.flatMap(({ formulas }) => formulas).length;
  assertEquals(html.match(/<math display="block"/g)?.length, formulas);
  assert(!html.includes("$"), "a formula was not read");
  const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
  for (const { name } of withFormula) assert(ids.has(`formula-${name}`), name);
  for (const { key } of ASSUMPTIONS) assert(ids.has(`assumption-${key}`), key);
  for (const term of GLOSSARY) assert(ids.has(termAnchor(term)), term.term);
  for (const [, id] of html.matchAll(/href="methods\.html#([^"]+)"/g)) assert(ids.has(id), id);
  if (REPORT.isNamedInLibrary) assertStringIncludes(html, `<a href="5-import-shares.html">`);
  const entries = referenceEntries(methods, html);
  const kinds = Map.groupBy(entries, ([kind]) => kind);
  assertEquals(kinds.get("Formula")?.length, withFormula.length);
  assertEquals(kinds.get("Word")?.length, ASSUMPTIONS.length + GLOSSARY.length);
});

Deno.test("in the PDFs every formula is given to the function that says it, and words have places", async () => {
  const { pandoc } = await tools();
  const writer = typstWriter(new Map(), ["methods"]);
  const markdown = chapterMarkdown(methodsChapter(all), writer);
  const typst = spoken(besideWords(await convert(pandoc, markdown, "typst")));
  const formulas = withFormula.flatMap(({ formulas }) => formulas).length;
  assertEquals(typst.match(/#equation\(\$ /g)?.length, formulas);
  assert(!/(?<!\\|#equation\()\$(?! \);|\);|[^$\n]*\$\);)/.test(typst.replace(/`[^`]*`/g, "")));
  assertStringIncludes(typst, "/ #metadata(none)<term-customs-value>customs value: The price");
});

Deno.test("the tables of Chapter 2 show the same words and assumptions", () => {
  const own = GLOSSARY.filter(({ chapter }) => chapter === 2);
  const words = String(glossaryTable(2).data["text/html"]);
  for (const { term } of own) assertStringIncludes(words, `>${term}</th>`);
  const assumed = String(assumptionsTable().data["text/plain"]);
  for (const { assumed: text } of ASSUMPTIONS) assertStringIncludes(assumed, text);
  assertThrows(() => glossaryTable(99), RangeError, "no word of Chapter 99; there are 2, 3, 4");
});

Deno.test("the functions that a student needs have an example that is tested", () => {
  const first = TASKS.flatMap(({ functions }) => functions);
  assertEquals(repeated(first), []);
  assert(first.length >= 25);
  for (const name of first) {
    const { example } = all.find((each) => each.name === name)!;
    assert(
      example.some((line) => /assertEquals\(|await show\(/.test(line)),
      `${name}: nothing is asserted`,
    );
  }
});

Deno.test("the cheat sheet has each function's call, what it does in a sentence, and a line with it", () => {
  const text = cheatSheet(all).cells.map(({ source }) => source).join("\n\n");
  assertStringIncludes(
    text,
    "`percent(share, decimals?)`\n\n:   A share or rate as a percentage.\n\n" +
      '    `percent(0.1915); // "19.2%"`',
  );
  assertStringIncludes(text, "`` md`…` ``");
  assert(!text.includes("import {") || text.match(/import \{/g)!.length === 1);
  assertThrows(
    () => cheatSheet(all.map((each) => ({ ...each, example: [] }))),
    RangeError,
    "readTable has no @example that calls it",
  );
});

Deno.test("a call has what is taken apart in braces and what may be left out with a question mark", () => {
  const call = (name: string) => callOf(all.find((each) => each.name === name)!);
  assertEquals(call("supplierShares"), "supplierShares(imports, { by, denominator, blocks })");
  assertEquals(call("readTable"), "readTable(name, { vintage, dir }?)");
  assertEquals(call("show"), "show(...items)");
  const [line] = exampleLines(all.find(({ name }) => name === "ordinal")!);
  assertEquals(line, 'ordinal(3); // "third"');
});
