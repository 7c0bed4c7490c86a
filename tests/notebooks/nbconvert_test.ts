/** Stock nbconvert and `jupyter execute`, as anyone has them: pages with figures, files that pass the gate. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { difference } from "../../lib/publish/chapters/gates.ts";
import { chapterNames, figuresOf, readChapter } from "../../lib/publish/chapters/notebook.ts";
import { readOptions } from "../../lib/publish/options.ts";
import { run } from "../../lib/publish/system/process.ts";
import { report } from "../../lib/publish/report.ts";
import { FIRST, project, ROOT, tools } from "../publish/fixtures.ts";

/** Runs a command of Jupyter; gives what it said on standard error. */
async function jupyter(...args: string[]): Promise<string> {
  const { python, env } = await tools();
  const { success, stderr } = await run(python, ["-m", "jupyter", ...args], { env });
  assert(success, stderr);
  return stderr;
}

const name = (await chapterNames(`${ROOT}/notebooks`))[0];
const notebook = `${ROOT}/notebooks/${name}.ipynb`;
const figures = figuresOf(await readChapter(notebook));

Deno.test("nbconvert keeps every figure, its alternative text and the tables", async () => {
  const folder = await Deno.makeTempDir({ prefix: "nbconvert-" });
  const said = await jupyter("nbconvert", "--to", "html", "--output-dir", folder, notebook);
  assert(!/alternative text is missing/i.test(said), said);
  const html = await Deno.readTextFile(`${folder}/${name}.html`);
  const images = html.match(/<img[^>]+data:image\/svg\+xml[^>]+>/g) ?? [];
  assertEquals(images.length, figures.length);
  for (const [index, { alt }] of figures.entries()) {
    assertStringIncludes(images[index], `alt="${alt.replaceAll("&", "&amp;")}"`);
  }
  assertStringIncludes(html, "<caption>");
});

Deno.test("nbconvert's Markdown has every figure as a picture with its alternative text, and the prose", async () => {
  const folder = await Deno.makeTempDir({ prefix: "nbconvert-" });
  await jupyter("nbconvert", "--to", "markdown", "--output-dir", folder, notebook);
  const markdown = await Deno.readTextFile(`${folder}/${name}.md`);
  for (const { alt } of figures) {
    assertStringIncludes(
      markdown,
      `<img alt="${alt.replaceAll("&", "&amp;")}" src="data:image/svg`,
    );
  }
  assertStringIncludes(markdown, "**Question.**");
});

for (
  const [command, ...args] of [
    ["nbconvert", "--execute", "--inplace", "--to", "notebook"],
    ["execute", "--inplace"],
  ]
) {
  Deno.test(`a chapter that stock jupyter ${command} executed passes the gate`, async () => {
    const place = await project({ "1-first": FIRST });
    await report(readOptions(["--fresh", "--accept", "--no-pdf"]), place, () => {});
    const path = `${place.notebooks}/1-first.ipynb`;
    const committed = await Deno.readTextFile(path);
    await jupyter(command, ...args, path);
    const executed = await Deno.readTextFile(path);
    assert(executed !== committed);
    assertEquals(difference("1-first", executed, committed), null);
  });
}
