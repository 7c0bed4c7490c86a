/** Students' and teachers' notebooks: what they hold, and what they do not. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { studentNotebook, teacherNotebook } from "../../lib/course/notebooks.ts";
import { SECOND } from "../publish/fixtures.ts";

const noted = JSON.parse(SECOND);
noted.cells.push({
  cell_type: "markdown",
  id: "for-teachers",
  metadata: { tags: ["teacher"] },
  source: "Ask first.",
});
const TEXT = JSON.stringify(noted);

interface Cell {
  id: string;
  source: string;
  metadata: { tags?: string[]; editable?: boolean; deletable?: boolean };
  outputs?: unknown[];
}

const cellsOf = (text: string): Cell[] => JSON.parse(text).cells;
const tagged = (cells: Cell[], tag: string) =>
  cells.filter(({ metadata }) => metadata.tags?.includes(tag));

Deno.test("a student's notebook has a cell for each answer, and neither solutions nor notes", () => {
  const cells = cellsOf(studentNotebook("2-second", TEXT));
  for (const tag of ["solution", "key", "teacher"]) assertEquals(tagged(cells, tag), []);
  const [attempt] = tagged(cells, "attempt");
  assertEquals(attempt.source, "// Exercise 2.1: your answer\nconst answer2_1 = undefined;");
  assertEquals(cells[cells.indexOf(attempt) + 1].metadata, {
    tags: ["check"],
    editable: false,
    deletable: false,
  });
  assert(!JSON.stringify(cells).includes("2 * 5"));
  assert(cells.every(({ outputs = [] }) => outputs.length === 0));
  assertEquals(new Set(cells.map(({ id }) => id)).size, cells.length);
  assertStringIncludes(tagged(cells, "hint")[0].source, "<details><summary>Hint</summary>");
  assertStringIncludes(cells[1].source, "Run All Above Selected Cell");
});

Deno.test("a teacher's notebook has solutions and marked notes", () => {
  const cells = cellsOf(teacherNotebook("2-second", TEXT));
  assertEquals(tagged(cells, "solution").length, 1);
  assertEquals(tagged(cells, "key"), []);
  assertEquals(tagged(cells, "teacher")[0].source, "**For teaching.**\n\nAsk first.");
});

Deno.test("both import the library from where they lie, and say which chapter they are", () => {
  for (
    const [make, edition] of [[studentNotebook, "student"], [teacherNotebook, "teacher"]] as const
  ) {
    const text = make("2-second", TEXT);
    assertStringIncludes(text, String.raw`from \"../../../lib/mod.ts\"`);
    assertEquals(JSON.parse(text).metadata.technology_frontier, { chapter: "2-second", edition });
  }
});
