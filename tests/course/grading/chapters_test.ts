/** Grading of the chapters' own solutions: the checks, the fence and every chapter go together. */
import { assert, assertEquals } from "@std/assert";
import { grade } from "../../../lib/course/grading/grade.ts";
import { chapterNames } from "../../../lib/publish/chapters/notebook.ts";
import { ROOT } from "../../../lib/root.ts";
import { answered, solutionsOf } from "../solved.ts";

Deno.test("the chapters' own solutions, handed in, are right", async () => {
  const folder = await Deno.makeTempDir({ prefix: "handed-" });
  let notebooks = 0;
  for (const name of await chapterNames(`${ROOT}/notebooks`)) {
    const text = await Deno.readTextFile(`${ROOT}/notebooks/${name}.ipynb`);
    const solutions = solutionsOf(name, text);
    if (solutions.size === 0) continue;
    await Deno.writeTextFile(`${folder}/${name}.ipynb`, answered(name, text, solutions));
    notebooks++;
  }
  const grades = await grade(folder, { say: () => {} });
  assert(grades.length >= 4 * notebooks && notebooks > 0, `${grades.length}`);
  assertEquals(grades.filter(({ state }) => state !== "right"), []);
});
