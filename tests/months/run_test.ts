/** Which months the runner is asked for, and how what they say is written for reading. */
import { assertEquals, assertThrows } from "@std/assert";
import { UsageError } from "../../lib/command.ts";
import { MONTHS } from "./calendar.ts";
import { chosenMonths } from "./run.ts";
import { passagesOf, readable, sentences } from "./texts.ts";
import { parseChapter } from "../../lib/publish/chapters/notebook.ts";
import { notebook } from "../publish/fixtures.ts";

Deno.test("months are named one by one, as a range, or not at all", () => {
  assertEquals(chosenMonths([]), MONTHS);
  assertEquals(chosenMonths(["2027-01", "today", "2024-12..2025-02"]), [
    ...["today", "2024-12", "2025-01", "2025-02", "2027-01"],
  ]);
  for (const wrong of ["2024-11", "2025-02..2024-12", "2026", "today..2025-01"]) {
    assertThrows(() => chosenMonths([wrong]), UsageError, `--months ${wrong}: choose from 2024-12`);
  }
});

Deno.test("a sentence a line: no line ends within one, and U.S. ends none", () => {
  assertEquals(
    sentences("The U.S. Bureau\npublishes it. *So* it is: well.\n\n- One.\n- Two? Three."),
    ["The U.S. Bureau publishes it.", "*So* it is: well.", "- One.", "- Two?", "Three."],
  );
});

Deno.test("prose, what cells show, tables and figures are told apart, each cell named", () => {
  const shown = (data: Record<string, unknown>) => [{ output_type: "display_data", data }];
  const chapter = parseChapter(
    "1-x",
    notebook(
      { prose: "# Title\n\nOne. Two." },
      { code: "", outputs: shown({ "text/markdown": "Three.\n\n| a |\n|---|\n| 4 |" }) },
    ),
  );
  const passages = passagesOf(chapter);
  assertEquals(passages.map(({ kind }) => kind), ["prose", "shown", "table"]);
  assertEquals(
    readable(passages),
    "######## 1-x\n\n[cell-1]\n# Title\nOne.\nTwo.\n\n[cell-2]\nThree.\n| a |\n|---|\n| 4 |\n",
  );
});
