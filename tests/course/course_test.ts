/** The course as a whole: from the committed notebooks, without a report before it, and never over people's work. */
import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { buildReport } from "../../lib/publish/build.ts";
import { chapterNames } from "../../lib/publish/chapters/notebook.ts";
import { exists } from "../../lib/publish/system/files.ts";
import { filesOf, ROOT, tools } from "../publish/fixtures.ts";
import { builtCourse, make } from "./built.ts";

const notebooks = `${ROOT}/notebooks`;
const names = await chapterNames(notebooks);

Deno.test("the course: plan, notebooks, slides; every link leads to a file of it", async () => {
  const build = await builtCourse();
  const files = [...(await filesOf(`${build}/course`)).keys()];
  for (const name of names) {
    for (const file of [`student/${name}.ipynb`, `teacher/${name}.ipynb`, `slides/${name}.html`]) {
      assert(files.includes(file), file);
    }
    const deck = await Deno.readTextFile(`${build}/course/slides/${name}.html`);
    assertMatch(deck, /Copyright \(C\) [\d-]+ Hakim El Hattab/);
    assert(deck.length < 1_000_000, `${name}: ${deck.length}`);
  }
  const index = await Deno.readTextFile(`${build}/course/index.html`);
  const links = [...index.matchAll(/href="([^"#:]+)(?:#[^"]*)?"/g)].map(([, path]) => path);
  for (const link of new Set(links)) assert(files.includes(link), `${link} leads nowhere`);
  for (const page of ["methods.html", "cheat-sheet.html", "api/index.html"]) {
    assert(links.includes(page), page);
  }
  assertEquals(await exists(`${build}/.cache`), false);
});

Deno.test("a course made again, and a report, leave what a student wrote", async () => {
  const build = `${await Deno.makeTempDir()}/build`;
  await make(build, ["3-the-balance"], false);
  const path = `${build}/course/student/3-the-balance.ipynb`;
  const text = await Deno.readTextFile(path);
  const answered = text.replace("const answer3_1 = undefined;", "const answer3_1 = 31.2;");
  assert(answered !== text);
  await Deno.writeTextFile(path, answered);
  const said = await make(build, ["3-the-balance"], false);
  assertStringIncludes(said.at(-1)!, "kept: course/student/3-the-balance.ipynb was written in");
  await buildReport({
    ...{ root: ROOT, notebooks, build, names, chosen: [], pdf: false, accept: false },
    tools: await tools(),
    say: () => {},
  });
  assertEquals(await Deno.readTextFile(path), answered);
  assert(await exists(`${build}/site/index.html`));
});
