/** The report of the committed chapters: PDFs, figures and claims as they leave. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { OPS } from "pdfjs-dist/legacy/build/pdf.mjs";
import { CLAIMS, type JudgedClaim } from "../../lib/claims/mod.ts";
import { csvOf, dataOf } from "../../lib/publish/downloads/figure_data.ts";
import { figureNumbers } from "../../lib/publish/downloads/figures.ts";
import { chapterNames, figuresOf, readChapter } from "../../lib/publish/chapters/notebook.ts";
import { drawing } from "../figures/drawing.ts";
import { builtReport } from "../browser/site.ts";
import { filesOf, ROOT } from "../publish/fixtures.ts";
import { openPdf, textOf } from "../publish/pdf.ts";

const chapters = await Promise.all(
  (await chapterNames(`${ROOT}/notebooks`)).map((it) =>
    readChapter(`${ROOT}/notebooks/${it}.ipynb`)
  ),
);
const READER = "technology-frontier.pdf";
const TEACHING = "technology-frontier-teaching.pdf";

let built: Promise<string> | undefined;
const report = (): Promise<string> => built ??= builtReport();

const open = async (name: string) => openPdf(await Deno.readFile(`${await report()}/${name}`));

for (const name of [READER, TEACHING]) {
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
    const bookmarks = (await pdf.getOutline()).map(({ title }) => title.replaceAll("'", "’"));
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
    for (const { alt, id } of chapters.flatMap(figuresOf)) assert(alts.includes(alt), id);
  });
}

for (const name of [READER, TEACHING]) {
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

Deno.test("code and solutions stand in the teaching edition alone", async () => {
  const [reader, teaching] = [await textOf(await open(READER)), await textOf(await open(TEACHING))];
  assertStringIncludes(teaching, "../lib/mod.ts");
  assert(!reader.includes("../lib/mod.ts"));
  assert(chapters.some(({ cells }) => cells.some(({ tags }) => tags.includes("solution"))));
  assertStringIncludes(teaching, "Solution");
  assert(!/\bSolution\b/.test(reader));
  assertStringIncludes(reader, "Solutions: in the teaching edition and on the site.");
  assert(!teaching.includes("Solutions: in"));
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
  assertEquals(await filesOf(await builtReport()), await filesOf(await report()));
});
