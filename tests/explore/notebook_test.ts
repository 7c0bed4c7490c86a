/** The notebook of a view: a file as the chapters are, the same at each making. */
import { assert, assertEquals } from "@std/assert";
import { cellsOf, notebookOf, QUESTIONS } from "../../lib/explore/cells/mod.ts";
import { chapterNames, parseChapter } from "../../lib/publish/chapters/notebook.ts";
import { ROOT } from "../publish/fixtures.ts";
import { views } from "./views.ts";

const [name] = await chapterNames(`${ROOT}/notebooks`);
const chapter = JSON.parse(await Deno.readTextFile(`${ROOT}/notebooks/${name}.ipynb`));

Deno.test("it has the format, the kernel and the language of the chapters, and no outputs", () => {
  for (const view of views(QUESTIONS, 3)) {
    const { cells, ...rest } = JSON.parse(notebookOf(view));
    const { cells: _, ...expected } = chapter;
    assertEquals(rest, expected);
    assertEquals(new Set(cells.map((cell: { id: string }) => cell.id)).size, cells.length);
    for (const cell of cells.filter((it: { cell_type: string }) => it.cell_type === "code")) {
      assertEquals([cell.execution_count, cell.outputs], [null, []]);
    }
  }
});

Deno.test("its cells are those of the view, read as a chapter is read; the same text each time", () => {
  for (const view of views(QUESTIONS, 3)) {
    const text = notebookOf(view, "explore.html#here");
    assertEquals(text, notebookOf(view, "explore.html#here"));
    assert(text.endsWith("\n"));
    const read = parseChapter("view", text).cells.map(({ source }) => source);
    assertEquals(read, cellsOf(view, "explore.html#here").map(({ source }) => source));
  }
});
