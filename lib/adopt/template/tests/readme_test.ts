/** The README leads to every chapter, and to nothing that is not there. */
import { assert, assertStringIncludes } from "@std/assert";
import { chapterNames } from "../../../publish/chapters/notebook.ts";
import { ROOT } from "../../../root.ts";

const readme = await Deno.readTextFile(`${ROOT}/README.md`);

Deno.test("every chapter is linked, and every link leads to a file", async () => {
  for (const name of await chapterNames(`${ROOT}/notebooks`)) {
    assertStringIncludes(readme, `(notebooks/${name}.ipynb)`);
  }
  for (const [, link] of readme.matchAll(/\]\(([^)#:]+)\)/g)) {
    assert((await Deno.stat(`${ROOT}/${link}`)).isFile, link);
  }
});
