/** Today's prose with the outputs of earlier, as the runner would write it. */
import { assertEquals, assertNotEquals } from "@std/assert";
import { codeOf, withOutputs } from "../../../lib/publish/chapters/merge.ts";
import { chapterNames } from "../../../lib/publish/chapters/notebook.ts";
import { notebook, ROOT } from "../fixtures.ts";

Deno.test("the chapters, taken apart and put together, are what the runner wrote", async () => {
  for (const name of await chapterNames(`${ROOT}/notebooks`)) {
    const text = await Deno.readTextFile(`${ROOT}/notebooks/${name}.ipynb`);
    const cleared = JSON.parse(text);
    for (const cell of cleared.cells) {
      cell.source = cell.source.join("");
      if (cell.cell_type === "code") cell.outputs = [];
      cell.metadata.execution = { "iopub.status.busy": "2026-01-01" };
    }
    assertEquals(withOutputs(JSON.stringify(cleared), text), text, name);
  }
});

Deno.test("prose that was written anew, added or left out is today's", async () => {
  const [name] = await chapterNames(`${ROOT}/notebooks`);
  const path = `${ROOT}/notebooks/${name}.ipynb`;
  const executed = await Deno.readTextFile(path);
  const content = JSON.parse(executed);
  content.cells[0].source = ["# Balances of México\n", "\n", "New."];
  content.cells.splice(1, 1, { cell_type: "markdown", id: "new", metadata: {}, source: "Added." });
  const { cells } = JSON.parse(withOutputs(JSON.stringify(content), executed));
  assertEquals(cells[0].source, content.cells[0].source);
  assertEquals(cells[1].source, ["Added."]);
  assertEquals(cells.slice(2), content.cells.slice(2));
});

Deno.test("code is the same whatever the prose, outputs and times; not with another id, tag or order", () => {
  const code = (...cells: Parameters<typeof notebook>) =>
    JSON.stringify(codeOf(notebook(...cells)));
  const one = code({ prose: "# A" }, { code: "1" }, { code: "2" });
  assertEquals(code({ prose: "# B" }, { code: "1", outputs: [{}] }, { code: "2" }), one);
  assertNotEquals(code({ prose: "# A" }, { code: "1", tags: ["key"] }, { code: "2" }), one);
  assertNotEquals(code({ prose: "# A" }, { code: "2" }, { code: "1" }), one);
  assertNotEquals(code({ prose: "# A" }, { code: "1" }), one);
  assertNotEquals(code({ code: "1" }, { code: "2" }), one);
  assertEquals(codeOf('{"cells": [{"cell_type": "code", "source": "1"}]}'), null);
});
