/** What the text names is linked where it is in the build, in pages and in PDFs, and nowhere else. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { EVENTS_OF_2025 } from "../../../lib/codes/events_of_2025.ts";
import { drawnTable } from "../../../lib/figures/drawn.ts";
import { figure } from "../../../lib/figures/frame.ts";
import { md } from "../../../lib/notebook/show.ts";
import { bundle, type Shown, table } from "../../../lib/notebook/mod.ts";
import { chapterMarkdown } from "../../../lib/publish/markup/markdown.ts";
import { withReferences } from "../../../lib/publish/markup/references.ts";
import { parseChapter } from "../../../lib/publish/chapters/notebook.ts";
import { typstWriter } from "../../../lib/publish/pdf/typst.ts";
import { htmlWriter } from "../../../lib/publish/site/html.ts";
import { type CellText, notebook } from "../fixtures.ts";

const NUMBERS = new Map([["first", "1"], ["again", "1, again"]]);

const shown = (...items: Shown[]): CellText => ({
  code: "show;",
  outputs: items.map((item) => ({ output_type: "display_data", ...item })),
});
const drawn = (id: string): Shown =>
  bundle(figure({
    ...{ id, title: "It fell", subtitle: "Dollars", source: "Census", alt: "A line", notes: [] },
    draw: ({ plot }: { plot: (options: object) => Element }) => plot({ height: 10 }),
    data: drawnTable({
      rows: [{ year: "2024", role: "part", usd: 1, basis: "general_imports", vintage: "2025" }],
      units: { usd: "US dollars" },
      tables: ["import_lines"],
    }),
  }));

/** The text of a first chapter beside a second with a figure and one with the claims. */
function written(cells: CellText[], format: "html" | "typst" = "html"): string {
  const chapters = [
    parseChapter("1-a", notebook({ prose: "# A\n\nWhy?" }, ...cells)),
    parseChapter("2-b", notebook({ prose: "# B" }, shown(drawn("first")))),
    parseChapter("6-c", notebook({ prose: "# C" }, { prose: "## C4. Rank\n\nSo.\n\n## C5a. On" })),
  ];
  const writer = format === "html"
    ? htmlWriter({ numbers: NUMBERS })
    : typstWriter(NUMBERS, chapters.map(({ name }) => name));
  return withReferences(chapters, NUMBERS).map((it) => chapterMarkdown(it, writer)).join("\n\n");
}

Deno.test("the site's explorer is linked on the site; a PDF, which has none, only names it", () => {
  const prose = "For another, ask the site's explorer; an explorer by itself is none.";
  assertStringIncludes(
    written([{ prose }]),
    "ask [the site's explorer](explore.html); an explorer by",
  );
  assertStringIncludes(written([{ prose }], "typst"), "ask the site's explorer; an explorer by");
});

Deno.test("chapters, claims and figures are linked by their names, several numbers one by one", () => {
  const prose = "See Chapter 2 and Figure 1; Chapters 2, 6 and 7. It decides C4 and (C5a).";
  const page = written([{ prose }]);
  for (
    const part of [
      "[Chapter\u00a02](2-b.html) and [Figure\u00a01](2-b.html#first)",
      "[Chapters\u00a02](2-b.html), [6](6-c.html) and 7.",
      "[C4](6-c.html#c4) and ([C5a](6-c.html#c5a))",
      "## C4. Rank {#c4}",
    ]
  ) assertStringIncludes(page, part);
  const text = written([{ prose }], "typst");
  for (
    const part of ["](#2-b)", "[Figure\u00a01](#first)", "[C4](#c4)", ") <first>"]
  ) {
    assertStringIncludes(text, part);
  }
});

Deno.test("what is not in the build, code, headings, links and a chapter's own name stay text", () => {
  const plain = "Chapter\u00a08, Figure\u00a012, C9 and C40; of Chapter\u00a01";
  assertStringIncludes(written([{ prose: plain }]), plain);
  for (
    const kept of ["## On C4", "`C4`", "[C4](https://x.org/C4)", "https://x.org/C4", "NAFTA-C4"]
  ) {
    assertStringIncludes(written([{ prose: `Why?\n\n${kept}\n` }]), `\n${kept}\n`);
  }
});

Deno.test("a figure that the chapter shows again is found in the chapter itself", () => {
  const page = written([{ prose: "Figure 1 says so." }, shown(drawn("again"))]);
  assertStringIncludes(page, "[Figure\u00a01](1-a.html#again)");
});

Deno.test("names in tables and in what cells say are linked, in their captions not", () => {
  const rows = table([{ id: "C4" }], {
    caption: "The claim C4",
    columns: [{ label: "No.", value: ({ id }) => id }],
  });
  const cells = [shown(rows), shown(md`C4 holds.`)];
  const page = written(cells);
  assertStringIncludes(page, "<caption>The claim C4</caption>");
  assertStringIncludes(page, `<a href="6-c.html#c4">C4</a></th>`);
  assertStringIncludes(page, "[C4](6-c.html#c4) holds.");
  const text = written(cells, "typst");
  assertStringIncludes(text, "| [C4](#c4) |");
  assertStringIncludes(text, ": The claim C4.");
});

Deno.test("a text of the data that looks like a link within the report stays text", () => {
  const rows = table([{ id: "[x](to:6-c#c4)" }], {
    caption: "T",
    columns: [{ label: "No.", value: ({ id }) => id }],
  });
  assert(!written([shown(rows)]).includes(`href="6-c.html`));
  assert(!written([shown(rows)], "typst").includes("(#c4)"));
});

Deno.test("each citation of the duty events is a link to the Federal Register", () => {
  const prose = EVENTS_OF_2025.map(({ source }) => source).join("\n\n");
  const page = written([{ prose }]);
  assertStringIncludes(
    page,
    "[90 FR 9113](https://www.federalregister.gov/citation/90-FR-9113) and [90 FR 9117](",
  );
  assertStringIncludes(
    page,
    "[FR Doc. 2025-03990](https://www.federalregister.gov/d/2025-03990)",
  );
  assertEquals(page.match(/FR [\dD]/g)?.length, page.match(/\]\(https:\/\/www\.federal/g)?.length);
});
