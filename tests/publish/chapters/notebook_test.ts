/** Notebooks as they are read: titles, tags, bundles, order. */
import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { PublishError } from "../../../lib/publish/system/errors.ts";
import { FIGURE_MIME } from "../../../lib/notebook/show.ts";
import {
  chapterNames,
  claimsOf,
  figuresOf,
  otherNotebooks,
  parseChapter,
  taggedMarkdown,
} from "../../../lib/publish/chapters/notebook.ts";
import { notebook } from "../fixtures.ts";

Deno.test("a chapter has its title, its number and its cells in order", () => {
  const chapter = parseChapter(
    "3-the-balance",
    notebook({ prose: "# The balance\n\nWhat?" }, { code: "1;", tags: ["solution"] }),
  );
  assertEquals([chapter.title, chapter.number, chapter.name], [
    "The balance",
    "3",
    "3-the-balance",
  ]);
  assertEquals(chapter.cells.map(({ number, kind }) => [number, kind]), [[1, "markdown"], [
    2,
    "code",
  ]]);
  assertEquals(chapter.cells[1].tags, ["solution"]);
});

Deno.test("text kept as lines is joined, JSON bundles are not touched", () => {
  const bundle = {
    id: "a",
    title: "t",
    subtitle: "",
    source: "",
    alt: "x",
    narrow: "<svg/>",
    data: "",
  };
  const data = { "image/svg+xml": ["<svg>", "</svg>"], [FIGURE_MIME]: bundle };
  const outputs = [{ output_type: "display_data", data, metadata: {} }];
  const chapter = parseChapter("1-a", notebook({ prose: "# A" }, { code: "x;", outputs }));
  const readings = { wide: [], narrow: [] };
  assertEquals(figuresOf(chapter), [{ ...bundle, readings, svg: "<svg></svg>" }]);
  assertEquals(claimsOf(chapter), []);
});

Deno.test("what cells of a tag say is taken up as Markdown: prose, and what code shows as such", () => {
  const says = (text: string) => [{
    output_type: "display_data",
    data: { "text/markdown": [`**${text}**\n`, "so."], "text/plain": text },
    metadata: {},
  }];
  const chapter = parseChapter(
    "1-a",
    notebook(
      { prose: "# A" },
      { prose: "In prose.", tags: ["answer"] },
      { code: "x;", tags: ["answer"], outputs: says("Shown") },
      { code: "y;", tags: ["answer"] },
      { code: "z;", tags: ["numbers"], outputs: says("7") },
    ),
  );
  assertEquals(taggedMarkdown(chapter, "answer"), "In prose.\n\n**Shown**\nso.");
  assertEquals(taggedMarkdown(chapter, "numbers"), "**7**\nso.");
  assertEquals(taggedMarkdown(chapter, "findings"), "");
});

Deno.test("what is no notebook, or has no title, is refused by name", () => {
  for (const text of ["", "{", "[]", "{}"]) {
    const error = assertThrows(() => parseChapter("4-x", text), PublishError);
    assertStringIncludes(error.message, "4-x.ipynb is not a notebook");
  }
  const error = assertThrows(
    () => parseChapter("4-x", notebook({ prose: "No title" })),
    PublishError,
  );
  assertStringIncludes(error.message, "4-x.ipynb must begin with");
});

Deno.test("chapters are read in the order of their numbers", async () => {
  const folder = await Deno.makeTempDir();
  for (
    const name of [
      ...["10-j.ipynb", "9-i.ipynb", "1-a.ipynb", "notes.ipynb", "2-b.txt"],
      ...["1-a-Copy1.ipynb", "3-Copy-of-all.ipynb", "Untitled.ipynb"],
    ]
  ) {
    await Deno.writeTextFile(`${folder}/${name}`, "");
  }
  assertEquals(await chapterNames(folder), ["1-a", "3-Copy-of-all", "9-i", "10-j"]);
  const others = ["1-a-Copy1.ipynb", "Untitled.ipynb", "notes.ipynb"];
  assertEquals(await otherNotebooks(folder), others);
});
