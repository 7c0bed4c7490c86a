/** Whatever a title, a caption or a name from data holds, it reaches page and PDF as text alone. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import fc from "fast-check";
import { parseHTML } from "linkedom";
import { drawnTable } from "../../lib/figures/drawn.ts";
import { figure } from "../../lib/figures/frame.ts";
import { escapeHtml } from "../../lib/html.ts";
import { bundle, md, type Shown } from "../../lib/notebook/show.ts";
import { table } from "../../lib/notebook/table.ts";
import { carded } from "../../lib/publish/site/cards.ts";
import { type Chapter, parseChapter } from "../../lib/publish/chapters/notebook.ts";
import { writePdfs } from "../../lib/publish/pdf/pdf.ts";
import { chapterBody, chapterPage } from "../../lib/publish/site/site.ts";
import { drawing, xmlFault } from "../figures/drawing.ts";
import { IMPRINT, notebook, tools } from "./fixtures.ts";
import { openPdf, textOf } from "./pdf/text.ts";

/** Markup of HTML that acts. */
const ACTING = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<span onclick=alert(1)>",
  "<div onclick=alert(1)>",
  "</svg>",
  "</table>",
  "`<b>`{=html}",
  "[x]{onclick=alert(1)}",
  "&lt;",
  "&",
  `"`,
];
/** What Markdown and Typst read as more than text. */
const SIGNS = ["`", "#panic()", "$a$", "@key", "\\", "*b*", "_c_", "|", "[d](e)", "{=typst}", "~"];
const hostile = fc.array(fc.constantFrom("México", " ", ...ACTING, ...SIGNS), { minLength: 1 })
  .map((parts) => `a${parts.join("")}z`);

const body = (html: string) => parseHTML(`<html><body>${html}</body></html>`).document.body;
/** The same words, whatever their quotes and spaces have become. */
const words = (text: string) => text.replace(/[“”‘’'"]/g, `"`).replace(/(?:\s|\u00a0)+/g, "");

Deno.test("a text as content or attribute of HTML is read back as it was", () => {
  fc.assert(fc.property(hostile, (text) => {
    const { firstElementChild } = body(`<p title="${escapeHtml(text)}">${escapeHtml(text)}</p>`);
    assertEquals(firstElementChild!.textContent, text);
    assertEquals(firstElementChild!.getAttribute("title"), text);
  }));
});

const tableOf = (text: string): Shown =>
  table([{ name: text }], {
    caption: text,
    source: text,
    group: () => text,
    columns: columnsOf(text),
  });
const columnsOf = (label: string) => [{ label, value: ({ name }: { name: string }) => name }];

Deno.test("a table, and its cards, hold a hostile text in its cells alone", () => {
  fc.assert(fc.property(hostile, (text) => {
    const html = String(tableOf(text).data["text/html"]);
    for (const shown of [html, carded(html)]) {
      const root = body(shown);
      assertEquals(root.querySelector("caption")!.textContent, text);
      for (const cell of root.querySelectorAll("th")) assertEquals(cell.textContent, text);
      assertEquals(root.querySelector("small")!.textContent, `Source: ${text}`);
    }
  }));
});

const data = drawnTable({
  rows: [{ year: "2024", role: "part", imports_usd: 1, basis: "general_imports", vintage: "2025" }],
  units: { imports_usd: "US dollars" },
  tables: ["import_lines"],
});

const figureOf = (text: string, id = "a") => {
  const draw = ({ plot }: { plot: (options: object) => Element }) => plot({ height: 10 });
  const said = { title: text, subtitle: text, source: text, alt: text, notes: [text] };
  return figure({ id, ...said, draw, data });
};

Deno.test("a figure is well-formed XML and says a hostile text as it is", () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const { svg, narrow } = figureOf(text);
      for (const page of [svg, narrow]) {
        assertEquals(xmlFault(page), null);
        const { root } = drawing(page);
        for (const part of ["title", "desc"]) {
          assertEquals(root.querySelector(part)!.textContent, text);
        }
      }
    }),
    { numRuns: 30 },
  );
});

const samples = fc.sample(hostile, { numRuns: 25, seed: 9 });
const acting = fc.sample(fc.array(fc.constantFrom("a", ...ACTING), { minLength: 1 }), {
  numRuns: 25,
  seed: 9,
}).map((parts) => parts.join(" "));

/** A chapter that shows each text in a table, in a figure and in prose. */
function chapter(): Chapter {
  const shown = [
    ...samples.flatMap((text, place) => [tableOf(text), bundle(figureOf(text, `f-${place}`))]),
    ...acting.map((text) => md`It is ${text}.`),
  ];
  const outputs = shown.map((each) => ({ output_type: "display_data", ...each }));
  return parseChapter("1-a", notebook({ prose: "# A\n\nWhy?" }, { code: "a;", outputs }));
}
const numbers = new Map(samples.map((_, place) => [`f-${place}`, `${place}`]));

Deno.test("on a page of the site hostile texts are text: no element, no attribute of theirs", async () => {
  const one = chapter();
  const { pandoc } = await tools();
  const page = chapterPage(one, await chapterBody(one, numbers, pandoc), [], IMPRINT);
  const { document } = parseHTML(page);
  const main = document.querySelector("main")!;
  assertEquals([...main.querySelectorAll("script, img, b, div[onclick]")].map(String), []);
  for (const element of main.querySelectorAll("*")) {
    for (const { name } of [...element.attributes]) assert(!name.startsWith("on"), name);
  }
  const cells = [...main.querySelectorAll("tbody th[scope=row]")].map((cell) =>
    words(cell.textContent)
  );
  assertEquals(cells, samples.map(words));
  assertStringIncludes(words(main.textContent), words("It is <script>alert(1)</script>"));
});

Deno.test("in the PDF hostile texts are text: nothing runs, nothing is lost", async () => {
  const folder = await Deno.makeTempDir();
  const output = `${folder}/a.pdf`;
  await writePdfs({
    ...{ title: samples[0], subtitle: samples[1], chapters: [chapter()], numbers },
    ...{
      published: "2026-10-01",
      authors: [samples[0]],
      editions: [{ output, teaching: false, paper: "a4" }],
    },
  }, await tools());
  const text = words(await textOf(await openPdf(await Deno.readFile(output))));
  await Deno.remove(folder, { recursive: true });
  for (const sample of samples) assertStringIncludes(text, words(sample));
  assertStringIncludes(text, words("It is <script>alert(1)</script>"));
});
