/** Chapters that an editor saved or a student added to: the whole report takes them as they are. */
import { assertEquals, assertStringIncludes } from "@std/assert";
import { readOptions } from "../../lib/publish/options.ts";
import { report } from "../../lib/publish/report.ts";
import { filesOf, FIRST, project } from "./fixtures.ts";

const PATH = "1-first.ipynb";

/** A code, comment, raw and Markdown cell that say nothing, as an editor adds them: never run. */
function withSilentCells(text: string): string {
  const notebook = JSON.parse(text);
  const code = { cell_type: "code", execution_count: null, outputs: [], metadata: {} };
  notebook.cells.splice(
    2,
    0,
    { ...code, id: "empty", source: "" },
    { ...code, id: "blank", source: "\n  \n" },
    { ...code, id: "remark", source: "// show(exports) comes later" },
    { ...code, id: "never-run", source: "const unused = 1;" },
    { cell_type: "raw", id: "raw", metadata: {}, source: "\\newpage <b>" },
    { cell_type: "markdown", id: "no-prose", metadata: {}, source: "" },
  );
  return JSON.stringify(notebook, null, 2).replaceAll("\n", "\r\n");
}

Deno.test("a chapter with silent cells, saved by an editor, is built; --accept tidies its file", async () => {
  const place = await project({ "1-first": FIRST });
  const build = async (...args: string[]) => {
    const said: string[] = [];
    await report(readOptions(["--fresh", ...args]), place, (line: string) => said.push(line));
    return said.join("\n");
  };
  const path = `${place.notebooks}/${PATH}`;
  await build("--accept", "--no-pdf");
  const page = (await filesOf(place.build)).get("site/1-first.html")!;

  const edited = withSilentCells(await Deno.readTextFile(path));
  await Deno.writeTextFile(path, edited);
  await build();
  assertEquals(await Deno.readTextFile(path), edited);
  const now = new TextDecoder().decode((await filesOf(place.build)).get("site/1-first.html"));
  const shown = (html: string) =>
    html.replace(/<details class="code">.*?<\/details>/gs, "").replace(/\s+/g, " ");
  assertEquals(shown(now), shown(new TextDecoder().decode(page)));

  assertStringIncludes(
    await build("--accept", "--no-pdf"),
    "the same outputs, tidied, in notebooks/1-first.ipynb",
  );
  assertEquals((await Deno.readTextFile(path)).includes("\r"), false);
});
