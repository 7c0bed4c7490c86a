/** The report of the committed chapters: PDFs, figures and claims as they leave. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { OPS } from "pdfjs-dist/legacy/build/pdf.mjs";
import { CLAIMS, type JudgedClaim } from "../../lib/claims/mod.ts";
import { csvOf } from "../../lib/csv.ts";
import { dataOf } from "../../lib/publish/downloads/figure_data.ts";
import { figureNumbers } from "../../lib/publish/downloads/figures.ts";
import {
  chapterNames,
  claimsOf,
  figuresOf,
  readChapter,
  taggedMarkdown,
} from "../../lib/publish/chapters/notebook.ts";
import { apa, readCitation } from "../../lib/publish/citation.ts";
import { drawing } from "../figures/drawing.ts";
import { builtAgain, builtReport } from "../browser/site.ts";
import { filesOf, ROOT, tools } from "../publish/fixtures.ts";
import { blankShares, type PdfTags, readTags, smallestType } from "../publish/pdf/read.ts";
import { openPdf, textOf } from "../publish/pdf/text.ts";

const chapters = await Promise.all(
  (await chapterNames(`${ROOT}/notebooks`)).map((it) =>
    readChapter(`${ROOT}/notebooks/${it}.ipynb`)
  ),
);
const READER = "technology-frontier.pdf";
const ON_A4 = "technology-frontier-a4.pdf";
const TEACHING = "technology-frontier-teaching.pdf";
const EDITIONS = [READER, ON_A4, TEACHING];

const report = builtReport;

const open = async (name: string) => openPdf(await Deno.readFile(`${await report()}/${name}`));

for (const name of EDITIONS) {
  Deno.test(`${name} is tagged, named, in English, with a bookmark for each chapter`, async () => {
    const pdf = await open(name);
    assertEquals(
      ((await pdf.getMarkInfo()) as unknown as Map<string, boolean>).get("Marked"),
      true,
    );
    const { info, metadata } = await pdf.getMetadata() as unknown as {
      info: { Title: string; Language: string };
      metadata: { getRaw: () => string };
    };
    assertStringIncludes(info.Title, "Technology frontier");
    assertStringIncludes(info.Language, "en");
    assertStringIncludes(metadata.getRaw(), "pdfuaid");
    const bookmarks = (await pdf.getOutline()).map(({ title }) => title);
    for (const { title, number } of chapters) {
      assert(bookmarks.includes(`${number} ${title}`), `${title}: ${bookmarks}`);
    }
  });

  Deno.test(`${name} holds every figure as vectors with its alternative text`, async () => {
    const pdf = await open(name);
    const alts: string[] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const { fnArray } = await page.getOperatorList();
      const images = [
        OPS.paintImageXObject,
        OPS.paintInlineImageXObject,
        OPS.paintImageMaskXObject,
      ];
      assertEquals(fnArray.filter((it) => images.includes(it)), [], `page ${number}`);
      alts.push(...altsIn(await page.getStructTree()));
    }
    for (const { title, alt, source, id } of chapters.flatMap(figuresOf)) {
      const said = alts.find((it) => it.startsWith(title) && it.includes(alt));
      assert(said?.endsWith(source), `${id}: ${said}`);
    }
  });
}

for (const name of EDITIONS) {
  Deno.test(`${name}: long names are copied whole, without characters that nobody sees`, async () => {
    const text = await textOf(await open(name));
    assertEquals(text.match(/.{0,20}[\u00ad\u200b-\u200d\u2060\ufeff].{0,20}/g), null);
    for (const file of ["atp_world_monthly.csv", "atp_by_group.csv"]) {
      assertStringIncludes(text, file);
    }
  });
}

/** Every alternative text in a page's structure. */
function altsIn(tree: unknown): string[] {
  const alts: string[] = [];
  JSON.stringify(tree, (key, value) => {
    if (key === "alt") alts.push(value);
    return value;
  });
  return alts;
}

Deno.test("text can be copied with its accents and minus signs, and figures are numbered", async () => {
  const text = await textOf(await open(READER));
  for (const part of ["México, ¿cómo vamos?", "\u2212", "Figure 1"]) {
    assertStringIncludes(text, part);
  }
  const names = [...figureNumbers(chapters).values()];
  assert(names.some((name) => name.endsWith(", again")));
  for (const name of names) assertStringIncludes(text, `Figure ${name} ·`);
});

Deno.test("code, exercises and solutions stand in the teaching edition alone", async () => {
  const [reader, teaching] = [await textOf(await open(READER)), await textOf(await open(TEACHING))];
  for (const tag of ["exercise", "solution"]) {
    assert(chapters.some(({ cells }) => cells.some(({ tags }) => tags.includes(tag))), tag);
  }
  for (const word of ["../lib/mod.ts", "Exercises", "Exercise 3.1", "Solution"]) {
    assertStringIncludes(teaching, word);
    assert(!reader.includes(word), word);
  }
});

Deno.test("the first page says the answer, its numbers, every verdict, and how to cite", async () => {
  for (const name of EDITIONS) {
    const { items } = await (await (await open(name)).getPage(1)).getTextContent();
    const text = items.map((it) => "str" in it ? `${it.str} ` : "").join("").replace(/\s+/g, " ");
    for (const tag of ["answer", "numbers"]) {
      const shares = taggedMarkdown(chapters[0], tag).match(/[\d.]+%/g) ?? [];
      assert(shares.length > 0, `${chapters[0].name} has no ${tag}`);
      for (const word of shares) assertStringIncludes(text, word);
    }
    for (const { id, verdict } of chapters.flatMap(claimsOf)) {
      assert(new RegExp(`\\b${id}\\b`).test(text), `${name}: ${id}`);
      assertStringIncludes(text, verdict);
    }
    for (const part of [apa(await readCitation(ROOT)), "MIT license", "México, ¿cómo vamos?"]) {
      assertStringIncludes(text, part);
    }
    for (const { title } of chapters) assertStringIncludes(text, title);
  }
});

Deno.test("no type is smaller than 6.5 pt, and the papers are US Letter and A4", async () => {
  const sizes: Record<string, number[]> = {
    [READER]: [612, 792],
    [ON_A4]: [595, 842],
    [TEACHING]: [612, 792],
  };
  for (const name of EDITIONS) {
    const pdf = await open(name);
    const { size, text } = await smallestType(pdf);
    assert(size >= 6.5, `${name}: ${size} pt, ${text}`);
    const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 });
    assertEquals([Math.round(width), Math.round(height)], sizes[name]);
  }
});

Deno.test("few pages have much room left, but those before a chapter", async () => {
  const paths = await Promise.all(EDITIONS.map(async (name) => `${await report()}/${name}`));
  const shares = await blankShares(paths, await tools());
  for (const [index, name] of EDITIONS.entries()) {
    const pdf = await open(name);
    const opening = await Promise.all((await pdf.getOutline()).map(async ({ dest }) => {
      const place = typeof dest === "string" ? await pdf.getDestination(dest) : dest;
      return await pdf.getPageIndex(place![0]);
    }));
    const inside = shares[index]
      .map((share, page) => ({ share, page: page + 1 }))
      .filter(({ page }) => !opening.includes(page) && page < pdf.numPages);
    const emptier = (share: number) => inside.filter((it) => it.share > share);
    assertEquals(emptier(0.6), [], name);
    const third = emptier(1 / 3);
    assert(third.length <= pdf.numPages / 10, `${name}: ${JSON.stringify(third)}`);
  }
});

/** Tags of each edition. */
const tagged = async (): Promise<PdfTags[]> =>
  readTags(await Promise.all(EDITIONS.map(async (it) => `${await report()}/${it}`)), await tools());

Deno.test("a second tool finds the tags whole: headings, figures, tables, links, language", async () => {
  const figures = chapters.flatMap(figuresOf).map(({ title }) => title);
  for (const { lang, titleShown, tags, links } of await tagged()) {
    assertEquals({ lang, titleShown }, { lang: "en-US", titleShown: true });
    const headings = tags.filter(({ tag }) => /^H\d$/.test(tag));
    for (const [index, { tag, text, content }] of headings.entries()) {
      const before = index === 0 ? 0 : Number(headings[index - 1].tag[1]);
      assert(Number(tag[1]) <= before + 1 && content && text !== "", `${tag} ${text}`);
    }
    const titles = headings.filter(({ tag }) => tag === "H1").map(({ text }) => text);
    const named = chapters.map(({ number, title }) => `${number} ${title}`);
    assertEquals(titles, [...named, "Methods"]);
    const alts = tags.filter(({ tag }) => tag === "Figure").map(({ alt }) => alt);
    assertEquals(alts.map((alt, index) => alt.startsWith(figures[index])), figures.map(() => true));
    const heads = tags.filter(({ tag }) => tag === "TH");
    assert(heads.length > 100 && heads.every(({ scope }) => scope === "/Column"));
    assert(links.length >= chapters.length && links.every((it) => it.target && it.tagged));
    assert(tags.filter(({ tag }) => tag === "Link").every(({ content }) => content));
  }
});

Deno.test("figures leave as SVG, PNG and CSV, claims as JSON with what decides them", async () => {
  const files = await filesOf(await report());
  const read = (name: string) => new TextDecoder().decode(files.get(name));
  for (const figure of chapters.flatMap(figuresOf)) {
    const { id, alt } = figure;
    const { root } = drawing(read(`figures/${id}.svg`));
    assertEquals(root.querySelector("desc")!.textContent, alt);
    assertEquals(root.querySelector("text"), null, id);
    assert(files.has(`figures/${id}.png`), id);
    assertEquals(read(`figures/${id}.csv`), csvOf(dataOf(figure)).replace("\uFEFF", ""));
  }
  const claims = JSON.parse(read("claims.json")) as JudgedClaim[];
  assertEquals(claims.map(({ id }) => id), CLAIMS.map(({ id }) => id));
  assertEquals(claims.length, 11);
  for (const claim of claims) {
    for (const key of ["claim", "rule", "verdict", "finding", "sensitivity"] as const) {
      assert(claim[key].length > 0, `${claim.id} has no ${key}`);
    }
    assert(claim.evidence.length > 0, claim.id);
    for (const measure of claim.evidence) {
      assert(Number.isFinite(measure.value), `${claim.id}, ${measure.measure}`);
      for (const key of ["measure", "unit", "period", "basis", "vintage"] as const) {
        assert(measure[key].length > 0, `${claim.id}, ${measure.measure} has no ${key}`);
      }
    }
  }
});

Deno.test("building again gives the same bytes", async () => {
  assertEquals(await filesOf(await builtAgain()), await filesOf(await report()));
});
