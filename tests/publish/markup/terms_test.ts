/** Words of the glossary lead to their meaning where a chapter first uses them in prose, and nowhere else. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { md, table } from "../../../lib/notebook/mod.ts";
import { type Chapter, parseChapter } from "../../../lib/publish/chapters/notebook.ts";
import { chapterMarkdown } from "../../../lib/publish/markup/markdown.ts";
import { withReferences } from "../../../lib/publish/markup/references.ts";
import { typstWriter } from "../../../lib/publish/pdf/typst.ts";
import { htmlWriter } from "../../../lib/publish/site/html.ts";
import { type CellText, notebook } from "../fixtures.ts";

const METHODS: Chapter = {
  ...parseChapter("methods", notebook({ prose: "# Methods" })),
  number: "",
};

function written(cells: CellText[], { explained = true, format = "html" } = {}): string {
  const chapter = parseChapter("1-a", notebook({ prose: "# A" }, ...cells));
  const writer = format === "html"
    ? htmlWriter({ numbers: new Map() })
    : typstWriter(new Map(), ["1-a", ...(explained ? ["methods"] : [])]);
  const [first] = withReferences(explained ? [chapter, METHODS] : [chapter], new Map());
  return chapterMarkdown(first, writer);
}

const link = (label: string, term: string) => `[${label}](methods.html#term-${term})`;

Deno.test("the first use of a word is a link, in any of its forms, the longest that fits; the next is none", () => {
  const page = written([{
    prose:
      "Imports for consumption are a base. General\nimports, tariff lines and ATP; tariff line.",
  }, { prose: "Again imports for consumption, and two tariff lines." }]);
  assertEquals(
    page.trim(),
    `${link("Imports for consumption", "imports-for-consumption")} are a base. ${
      link("General\nimports", "general-imports")
    }, ${link("tariff lines", "tariff-line")} and ${
      link("ATP", "advanced-technology-products")
    }; tariff line.\n\nAgain imports for consumption, and two tariff lines.`,
  );
});

Deno.test("headings, tables, captions, code, formulas, links, references and longer words stay as they are", () => {
  const kept = [
    "## General imports",
    "| general imports |\n|:---|\n| vintage |",
    ": general imports",
    "`general imports` and $\\text{vintage}$, $$\\text{vintage}$$",
    "[general imports](https://x.org), <https://x.org/vintage>",
    "```ts\n// general imports\n```",
    "An ICT-like REVISION, the ATPs and vintages-to-be",
    "## References\n\n- On general imports and a vintage.",
  ];
  const page = written(kept.map((prose) => ({ prose })));
  assert(!page.includes("methods.html"), page);
  assertStringIncludes(
    written([...kept, "A vintage."].map((prose) => ({ prose }))),
    link("vintage", "vintage"),
  );
});

Deno.test("an amount of money does not hide the words after it", () => {
  const prose = "From <span>\\$</span>5 general imports rose to <span>\\$</span>6.";
  assertStringIncludes(written([{ prose }]), link("general imports", "general-imports"));
});

Deno.test("what is said to classes and on the front page has no links; computed prose has, a table has not", () => {
  const shown = (...items: { data: Record<string, unknown>; metadata: object }[]): CellText => ({
    code: "show;",
    outputs: items.map((item) => ({ output_type: "display_data", ...item })),
  });
  for (const tag of ["answer", "numbers", "goals", "teacher", "exercise", "hint", "solution"]) {
    const page = written([{ prose: "A vintage.", tags: [tag] }]);
    assert(!page.includes("methods.html"), tag);
  }
  const cell = table([{ a: "vintage" }], {
    caption: "A vintage",
    columns: [{ label: "Vintage", value: ({ a }) => a }],
  });
  assert(!written([shown(cell)]).includes("methods.html"));
  assertStringIncludes(
    written([shown(cell, md`One vintage.`)]),
    `One ${link("vintage", "vintage")}.`,
  );
});

Deno.test("without the methods in the build there is no link; in a PDF it leads to the appendix", () => {
  const prose = "A vintage, and the report's methods.";
  assertEquals(written([{ prose }], { explained: false }).trim(), prose);
  assertEquals(
    written([{ prose }], { format: "typst" }).trim(),
    "A [vintage](#term-vintage), and [the report's methods](#methods).",
  );
  assertStringIncludes(written([{ prose }]), "[the report's methods](methods.html)");
});
