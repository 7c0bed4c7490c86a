/** Code on a page: which cells stand in one fold, and what each fold is called. */
import { assertEquals } from "@std/assert";
import { FIGURE_MIME } from "../../../lib/notebook/show.ts";
import { parseChapter } from "../../../lib/publish/chapters/notebook.ts";
import { codeNames, joinedCells } from "../../../lib/publish/site/code.ts";
import { type CellText, notebook } from "../fixtures.ts";

const chapter = (...cells: CellText[]) => parseChapter("1-a", notebook({ prose: "# A" }, ...cells));
const shown = (data: Record<string, unknown>) => ({ output_type: "display_data", data });
const figure = (id: string) => shown({ "image/svg+xml": "<svg/>", [FIGURE_MIME]: { id } });

Deno.test("cells of code that follow one another are one, with all that they show", () => {
  const { cells } = joinedCells(chapter(
    { code: "const a = 1;" },
    { code: "" },
    { code: "show(a);", outputs: [shown({ "text/markdown": "One." })] },
    { prose: "Then." },
    { code: "b;" },
  ));
  assertEquals(cells.map(({ kind, source }) => [kind, source]), [
    ["markdown", "# A"],
    ["code", "const a = 1;\n\nshow(a);"],
    ["markdown", "Then."],
    ["code", "b;"],
  ]);
  assertEquals(cells[1].outputs.map(({ data }) => data), [{ "text/markdown": "One." }]);
});

Deno.test("the code of a solution is text: it is never joined", () => {
  const cells = [{ code: "a;" }, { code: "b;", tags: ["solution"] }, {
    code: "c;",
    tags: ["solution"],
  }];
  assertEquals(joinedCells(chapter(...cells)).cells.length, 4);
});

Deno.test("code is named by its figures, else by its place under the latest heading", () => {
  const numbers = new Map([["a", "4"], ["b", "5"]]);
  const names = codeNames(
    chapter(
      { code: "before;" },
      { prose: "## The *trend* {#trend}" },
      { code: "first;", outputs: [figure("a")] },
      { prose: "Then." },
      { code: "second;" },
      { prose: "Then." },
      { code: "both;", outputs: [figure("a"), figure("b")] },
      { code: "lead;", outputs: [figure("unnumbered")] },
      { code: "said;", outputs: [shown({ "text/markdown": "## Computed\n\nText" })] },
    ),
    numbers,
  );
  assertEquals([...names.values()], [
    "1 in A",
    "of Figure 4",
    "2 in The trend",
    "of Figures 4 and 5",
    "of the lead figure",
    "1 in Computed",
  ]);
});
