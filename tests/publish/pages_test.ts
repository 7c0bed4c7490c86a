/** What the writers make of cells, figures, tables and links. */
import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { codeNames } from "../../lib/publish/site/code.ts";
import { PublishError } from "../../lib/publish/system/errors.ts";
import { htmlWriter } from "../../lib/publish/site/html.ts";
import { scrolling } from "../../lib/publish/site/scrolling.ts";
import { chapterMarkdown } from "../../lib/publish/markup/markdown.ts";
import { FIGURE_MIME } from "../../lib/notebook/show.ts";
import { parseChapter } from "../../lib/publish/chapters/notebook.ts";
import { page } from "../../lib/publish/site/page.ts";
import { convert } from "../../lib/publish/markup/pandoc.ts";
import { balanceTables } from "../../lib/publish/markup/tables.ts";
import { bound, typstWriter } from "../../lib/publish/pdf/typst.ts";
import { publishedIn } from "../../lib/publish/vintage.ts";
import { type CellText, IMPRINT, notebook, tools } from "./fixtures.ts";
import { REPORT } from "../../lib/report.ts";

const chapter = (...cells: CellText[]) =>
  parseChapter("1-a", notebook({ prose: "# A\n\nWhy?" }, ...cells));
const shown = (data: Record<string, unknown>) => ({
  output_type: "display_data",
  metadata: {},
  data,
});

async function html(...cells: CellText[]): Promise<string> {
  const one = chapter(...cells), numbers = new Map([["a", "4"]]);
  const writer = htmlWriter({ numbers, code: codeNames(one, numbers) });
  const markdown = chapterMarkdown(one, writer);
  return convert((await tools()).pandoc, markdown, "html");
}

async function typst(...cells: CellText[]): Promise<string> {
  const writer = typstWriter(new Map([["a", "4"]]), ["1-a", "2-b"]);
  return bound(
    await convert((await tools()).pandoc, chapterMarkdown(chapter(...cells), writer), "typst"),
  );
}

const figure = shown({
  "image/svg+xml": `<svg id="wide"/>`,
  "text/plain": "x",
  [FIGURE_MIME]: {
    ...{ id: "a", title: `A "fall"`, subtitle: "Percent", source: "Bureau." },
    ...{ alt: `It\nfell "so"`, narrow: `<svg id="n"/>` },
    data: JSON.stringify({
      rows: 1,
      columns: [["year", "2024"], ["usd", 5e9], ["unit", "US dollars"]],
    }),
  },
});

Deno.test("the title leaves the text; money, dashes and math are read as they are meant", async () => {
  const page = await html({ prose: "From $5 to $6 billion -- \\$7. A share $s^2$." });
  assert(!page.includes("<h1"));
  assertStringIncludes(page, "From $5 to $6 billion – $7.");
  assertStringIncludes(page, "<msup>");
});

Deno.test("links between chapters lead within the format, other files are only named", async () => {
  const prose =
    "[B](2-b.ipynb#x), [C](3-c.ipynb), [codes](../data/README.md), [web](https://x.org)";
  const page = await html({ prose });
  assertStringIncludes(page, `<a href="2-b.html">B</a>`);
  assertStringIncludes(page, ", codes, ");
  assertStringIncludes(page, `<a href="https://x.org">web</a>`);
  const text = await typst({ prose });
  assertStringIncludes(text, "#link(<2-b>)[B], C, codes, ");
});

Deno.test("code is folded under what it shows and named by what it makes", async () => {
  const page = await html({
    code: "const a: string = `b`;",
    outputs: [shown({ "text/markdown": "Said." })],
  });
  assert(page.indexOf("Said.") < page.indexOf("<details"));
  assertStringIncludes(page, `<summary>Code<span class="hidden"> 1 in A</span></summary>`);
  const drawing = await html({ prose: "## B" }, { code: "f;", outputs: [figure] });
  assertStringIncludes(drawing, "<summary>Code of Figure 4</summary>");
  assertStringIncludes(page, `<span class="kw">const</span>`);
  const text = await typst({ code: "const a = 1;" });
  assertStringIncludes(text, "#code-cell(short: true)[");
  assertStringIncludes(text, "```js\nconst a = 1;\n```");
});

Deno.test("code that holds fences and HTML stays code", async () => {
  const page = await html({ code: "const a = `\n```\n</details>\n```\n`;" });
  assertEquals(page.match(/<\/details>/g)?.length, 1);
  assertStringIncludes(page, `<span class="op">&lt;/</span>details`);
});

Deno.test("an exercise is marked; all cells of its solution are in one fold, the code open", async () => {
  const page = await html(
    { prose: "Double it.", tags: ["exercise"] },
    { prose: "Like this.", tags: ["solution"] },
    { code: "2 * 5;", tags: ["solution"], outputs: [shown({ "text/markdown": "Ten." })] },
    { prose: "After." },
  );
  assertStringIncludes(page, `<section class="exercise">`);
  assertEquals(page.match(/<details/g)?.length, 1);
  const solution = page.slice(page.indexOf("<details"), page.indexOf("</details>"));
  for (const part of ["Solution", "Like this.", "Ten.", `<span class="dv">5</span>`]) {
    assertStringIncludes(solution, part);
  }
  assert(!solution.includes("After."));
});

Deno.test("a hint is folded in its exercise, goals are folded, notes for teachers stand in the PDF alone", async () => {
  const cells: CellText[] = [
    { prose: "**Goals.** You can double.", tags: ["goals"] },
    { prose: "Wait for an answer.", tags: ["teacher"] },
    {
      code: "given;",
      tags: ["given"],
      outputs: [shown({ "text/markdown": "Five is given." })],
    },
    { prose: "Double it.", tags: ["exercise"] },
    { prose: "*Hint.* Add it to itself.", tags: ["hint"] },
    { prose: "Like this.", tags: ["solution"] },
    { code: "key;", tags: ["key"], outputs: [shown({ "text/plain": "The key." })] },
    { code: "check;", tags: ["check"], outputs: [shown({ "text/markdown": "Right." })] },
  ];
  const page = await html(...cells);
  const exercise = page.slice(page.indexOf("<section"), page.indexOf("</section>"));
  assertStringIncludes(exercise, `<details class="hint"><summary>Hint</summary>`);
  assertStringIncludes(exercise, "<p>Add it to itself.</p>");
  assertStringIncludes(exercise, "<p>Five is given.</p>");
  assertStringIncludes(page, `<details class="goals">`);
  for (const part of ["Wait for", "The key.", "Right.", "check;"]) {
    assert(!page.includes(part), part);
  }
  const text = await typst(...cells);
  for (const part of ["#teacher[", "Wait for an answer.", "#emph[Hint.] Add it"]) {
    assertStringIncludes(text, part);
  }
  for (const part of ["The key.", "Right."]) assert(!text.includes(part), part);
});

Deno.test("a figure stands in both widths, numbered, with its picture and data to take away", async () => {
  const page = await html({ code: "f;", outputs: [figure] });
  for (
    const part of [
      `<figure id="a" aria-labelledby="a-label">`,
      `<figcaption id="a-label">Figure 4</figcaption>`,
      `<div class="wide"><svg id="wide"/></div>`,
      `<div class="narrow"><svg id="n"/></div>`,
      `href="figures/a.png" download`,
      `href="figures/a.svg" download`,
      `href="figures/a.csv" download`,
      "of Figure 4, A &quot;fall&quot;",
    ]
  ) assertStringIncludes(page, part);
  const text = await typst({ code: "f;", outputs: [figure] }, { code: "f;", outputs: [figure] });
  const picture = String.raw`#picture("4", "a", alt: "A \"fall\". It\nfell \"so\". Bureau.")`;
  assertStringIncludes(text, `${picture} <a>`);
  assertEquals(text.match(/<a>/g)?.length, 1, "a label stands once, the picture twice");
});

Deno.test("a table keeps its headings on the page and its caption in the PDF", async () => {
  const table = shown({
    "text/html": `<table><caption>Im "ports"</caption><tr><th scope="row">A</th></tr></table>`,
    "text/markdown": "| P |\n|:--|\n| A |\n\n: Imports.",
    "text/plain": "A",
  });
  const page = scrolling(await html({ code: "t;", outputs: [table] }));
  assertStringIncludes(
    page,
    `<div class="scroll" role="group" tabindex="0" aria-label="Im &quot;ports`,
  );
  assertStringIncludes(page, `<th scope="row">A</th>`);
  assertStringIncludes(await typst({ code: "t;", outputs: [table] }), "caption: [Imports.]");
});

Deno.test("what stands after a table does not scroll with it", () => {
  const wrapped = scrolling("<table><tr><td>1</td></tr></table><p>Source</p>");
  assert(wrapped.endsWith("</table></div><p>Source</p>"));
});

Deno.test("a page escapes its titles and marks where the reader is", () => {
  const chapters = [{ href: "1-a.html", label: "1. A & B" }, { href: "2-b.html", label: "2. C" }];
  const text = page({
    ...{ title: "A & B", description: `"d"`, body: "", chapters, href: "1-a.html" },
    imprint: IMPRINT,
  });
  assertStringIncludes(text, `<title>A &amp; B · ${REPORT.title}</title>`);
  assertStringIncludes(text, `content="&quot;d&quot;"`);
  assertStringIncludes(text, `<a href="1-a.html" aria-current="page">`);
  assertStringIncludes(text, `<a rel="next" href="2-b.html">`);
  assert(!text.includes(`rel="prev"`));
});

Deno.test("the date of a report is that of its latest figures", () => {
  const vintage = (published: string | null) => ({ vintages: [{ published }] });
  const text = JSON.stringify({
    resources: [vintage("2025-04-04"), vintage("2026-10-01"), vintage(null), {}],
  });
  assertEquals(publishedIn(text), "2026-10-01");
  assertThrows(() => publishedIn(`{ "resources": [] }`), PublishError);
});

Deno.test("columns of a wide table in the PDF are as wide as what they hold; others are left", () => {
  const narrow = "| A | B |\n|:--|--:|\n| a | 1 |\n\n: Caption.\n";
  assertEquals(balanceTables(narrow), narrow);
  const long = "word ".repeat(40).trim();
  const wide = `| No. | Finding |\n| :--- | ---: |\n| C1 | ${long} \\| ${long} |\n\n: Caption.\n`;
  const [, rule] = balanceTables(wide).split("\n");
  const [first, second] = rule.match(/[-:]+/g)!.map((dashes) => dashes.length);
  assert(first < 10 && second > 80, rule);
  assert(/^\| :-+ \| -+: \|$/.test(rule), rule);
  assertEquals(balanceTables(wide).split("\n").toSpliced(1, 1), wide.split("\n").toSpliced(1, 1));
});

Deno.test("a link in a wide table of the PDF takes the width of its label", () => {
  const cells = (link: string) =>
    `| No. | Source |\n| :--- | :--- |\n| ${"word ".repeat(30)} | ${link} |\n\n: C.\n`;
  const rule = (link: string) => balanceTables(cells(link)).split("\n")[1];
  assertEquals(rule(`[83 FR 3541](https://x.org/${"long".repeat(20)})`), rule("83 FR 3541"));
});

Deno.test("in the PDF a short lead stays with its table, short code is whole; other text is free", async () => {
  const said = shown({ "text/markdown": "Said." });
  const text = await typst(
    { prose: "Free.\n\nIt goes on." },
    { code: "f;", outputs: [figure] },
    { prose: "- A list\n\n**Why?** So." },
    {
      code: "t;",
      outputs: [shown({ "text/html": "<table>", "text/markdown": "| P |\n|:--|\n| A |" })],
    },
    { prose: "After." },
    { code: Array(13).fill("long;").join("\n"), outputs: [said] },
  );
  assertStringIncludes(text, "Free.\n\nIt goes on.\n\n#code-cell(short: true)[");
  assertStringIncludes(text, "#lead[#strong[Why?] So.]\n\n#code-cell(short: true)[");
  assertEquals(text.match(/#lead\[/g)?.length, 1);
  assertStringIncludes(text, "#code-cell[\n```js\nlong;");
});

Deno.test("in the PDF a heading of exercises alone goes with them; others stay", async () => {
  const exercise = { prose: "Double it.", tags: ["exercise"] };
  const text = await typst({ prose: "## What it means\n\nThis.\n\n## Exercises" }, exercise);
  assertStringIncludes(text, "== What it means\nThis.\n\n#taught[\n== Exercises\n]");
  assertEquals(
    (await typst({ prose: "## Exercises\n\nTake a pen." }, exercise)).includes("#taught"),
    false,
  );
});

Deno.test("pictures float in a chapter of text, and stand where they are in one of pictures", async () => {
  const shown = { code: "f;", outputs: [figure] };
  const inPlace = "#show: of-pictures";
  assert((await typst({ prose: "A word." }, shown)).startsWith(inPlace));
  assert(!(await typst({ prose: "A word. ".repeat(200) }, shown)).includes(inPlace));
  assert(!(await typst({ prose: "A word." })).includes(inPlace), "no picture");
});

Deno.test("a page sets its tables and its text, wherever they come from", () => {
  const body = "<p>Canada's</p><table><tr><td>2025-04-04</td></tr></table>";
  const text = page({
    ...{ title: "A", description: "", body, chapters: [], href: "a.html" },
    imprint: IMPRINT,
  });
  assertStringIncludes(text, "<p>Canada’s</p>");
  assertStringIncludes(text, `<div class="scroll" role="group" tabindex="0" aria-label="Table">`);
  assertStringIncludes(text, `<td><span class="whole">2025-04-04</span></td>`);
});
