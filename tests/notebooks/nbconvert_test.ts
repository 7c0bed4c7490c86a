/** Stock nbconvert, as anyone has it, makes a page of a chapter with its figures and their texts. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { chapterNames, figuresOf, readChapter } from "../../lib/publish/notebook.ts";
import { run } from "../../lib/publish/process.ts";
import { ROOT, tools } from "../publish/fixtures.ts";

Deno.test("nbconvert keeps every figure, its alternative text and the tables", async () => {
  const { python, env } = await tools();
  const folder = await Deno.makeTempDir({ prefix: "nbconvert-" });
  const name = (await chapterNames(`${ROOT}/notebooks`))[0];
  const notebook = `${ROOT}/notebooks/${name}.ipynb`;
  const figures = figuresOf(await readChapter(notebook));
  const args = ["-m", "jupyter", "nbconvert", "--to", "html", "--output-dir", folder, notebook];
  const { success, stderr } = await run(python, args, { env });
  assert(success, stderr);
  assert(!/alternative text is missing/i.test(stderr), stderr);
  const html = await Deno.readTextFile(`${folder}/${name}.html`);
  const images = html.match(/<img[^>]+data:image\/svg\+xml[^>]+>/g) ?? [];
  assertEquals(images.length, figures.length);
  for (const [index, { alt }] of figures.entries()) {
    assertStringIncludes(images[index], `alt="${alt.replaceAll("&", "&amp;")}"`);
  }
  assertStringIncludes(html, "<caption>");
});
