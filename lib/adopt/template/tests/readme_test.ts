/** The README keeps its promises: its verdicts and chapters are those that there are. */
import { assert, assertStringIncludes } from "@std/assert";
import { judgeClaims } from "../../../claims/mod.ts";
import { chapterNames } from "../../../publish/chapters/notebook.ts";
import { ROOT } from "../../../root.ts";

const readme = await Deno.readTextFile(`${ROOT}/README.md`);

Deno.test("the verdicts in the README are the computed ones", async () => {
  for (const { id, claim, verdict } of await judgeClaims()) {
    assertStringIncludes(readme, `| ${id} | ${claim} | ${verdict} |`);
  }
});

Deno.test("every chapter is linked, and every link leads to a file", async () => {
  for (const name of await chapterNames(`${ROOT}/notebooks`)) {
    assertStringIncludes(readme, `(notebooks/${name}.ipynb)`);
  }
  for (const [, link] of readme.matchAll(/\]\(([^)#:]+)\)/g)) {
    assert((await Deno.stat(`${ROOT}/${link}`)).isFile, link);
  }
});
