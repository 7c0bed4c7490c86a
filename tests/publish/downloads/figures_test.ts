/** What figures are called: by their pictures, through all chapters. */
import { assertEquals } from "@std/assert";
import {
  figureNumbers,
  firstFigures,
  uniqueFigures,
} from "../../../lib/publish/downloads/figures.ts";
import { FIGURE_MIME } from "../../../lib/notebook/show.ts";
import { parseChapter } from "../../../lib/publish/chapters/notebook.ts";
import { notebook } from "../fixtures.ts";

const shown = (id: string, picture: string) => ({
  output_type: "display_data",
  metadata: {},
  data: {
    "image/svg+xml":
      `<svg aria-labelledby="${id}-title"><title id="${id}-title">${picture}</title></svg>`,
    [FIGURE_MIME]: { id },
  },
});
const chapter = (name: string, ...figures: [id: string, picture: string][]) =>
  parseChapter(
    name,
    notebook({ prose: "# A" }, { code: "f;", outputs: figures.map((it) => shown(...it)) }),
  );

const chapters = [
  chapter("1-a", ["figure-1", "balance"], ["figure-2", "shares"]),
  chapter("2-b", ["history", "since 1989"], ["by-group", "balance"]),
  chapter("3-c", ["figure-2", "shares"], ["ranks", "ranks"]),
];

Deno.test("the lead figure has no number, and those after it begin with 1", () => {
  const lead = chapter("1-a", ["answer", "shares"], ["figure-1", "balance"]);
  assertEquals([...figureNumbers([lead])], [["figure-1", "1"]]);
});

Deno.test("a picture drawn again under another id keeps the number of the first", () => {
  assertEquals([...figureNumbers(chapters)], [
    ["figure-1", "1"],
    ["figure-2", "2"],
    ["history", "3"],
    ["by-group", "1, again"],
    ["ranks", "4"],
  ]);
});

Deno.test("the list of figures has each picture once, the files each id", () => {
  const ids = (figures: { id: string }[]) => figures.map(({ id }) => id);
  assertEquals(ids(firstFigures(chapters)), ["figure-1", "figure-2", "history", "ranks"]);
  assertEquals(ids(uniqueFigures(chapters)), [
    "figure-1",
    "figure-2",
    "history",
    "by-group",
    "ranks",
  ]);
});
