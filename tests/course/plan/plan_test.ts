/** The plan: what it names is there, its minutes add up, and what does not fit is told. */
import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { PLAN, planMarkdown } from "../../../lib/course/plan/plan.ts";
import { exercisesOf } from "../../../lib/publish/chapters/exercises.ts";
import { chapterNames, readChapter } from "../../../lib/publish/chapters/notebook.ts";
import { PublishError } from "../../../lib/publish/system/errors.ts";
import { ROOT } from "../../publish/fixtures.ts";

const plan = await Deno.readTextFile(PLAN);
const names = await chapterNames(`${ROOT}/notebooks`);
const chapters = await Promise.all(
  names.map((name) => readChapter(`${ROOT}/notebooks/${name}.ipynb`)),
);
const resolved = (text: string) =>
  planMarkdown(text, chapters, { chapters: "THE CHAPTERS", references: "THE REFERENCES" });
const refusal = (text: string) => assertThrows(() => resolved(text), PublishError).message;

Deno.test("every chapter, slide, exercise and reading that the plan names is there", () => {
  const text = resolved(plan);
  assertEquals(text.match(/\{(chapter|slide|exercise|homework|exercises|reading) /), null);
  for (const list of ["THE CHAPTERS", "THE REFERENCES", "## Readings"]) {
    assertStringIncludes(text, list);
  }
  for (const { number } of chapters) assertStringIncludes(text, `(#chapter-${number})`);
});

Deno.test("three lessons and fourteen weeks; the semester uses every exercise once", () => {
  assertEquals(plan.match(/^### Lesson \d\./gm)?.length, 3);
  const semester = resolved(plan).split("## A semester")[1];
  for (const { id } of chapters.flatMap(exercisesOf)) {
    assertEquals(semester.split(`[${id}](`).length - 1, 1, `Exercise ${id}`);
  }
});

Deno.test("minutes are those of the exercises", () => {
  const minutes = (id: string) => chapters.flatMap(exercisesOf).find((it) => it.id === id)!.minutes;
  const [text] = resolved(`${plan}\n\n{homework 3.1, 3.2}`).split("\n").slice(-1);
  assertStringIncludes(text, `(${minutes("3.1") + minutes("3.2")} minutes)`);
});

Deno.test("what does not fit is told, all of it", () => {
  const said = refusal(
    `${plan.replace(/^(\|\s+)1 \|/m, "$12 |")}
{chapter 77}, {exercise 3.77}, {homework 3.1, 5.88}, {slide 3 nothing}, {reading Smith 1776}`,
  );
  assertStringIncludes(said, "the semester's weeks are 2, 2, 3");
  for (
    const name of ["Chapter 77", "Exercise 3.77", "Exercise 5.88", "slide nothing", "Smith 1776"]
  ) {
    assertStringIncludes(
      said,
      `there is no ${name.startsWith("Smith") ? "reference " : ""}${name}`,
    );
  }
});

Deno.test("a lesson whose minutes do not add up, or leave an exercise too little time, is told", () => {
  const [, row] = /^(\|\s+15 \|.*\{exercise 3\.2\}.*)$/m.exec(plan)!;
  const said = refusal(plan.replace(row, row.replace("15", " 7")));
  assertStringIncludes(said, "Lesson 1: its rows add to 82 minutes, not 90");
  assertStringIncludes(said, "Lesson 1: Exercise 3.2 takes 10 minutes and has 7");
});

Deno.test("a reading is a reference of the chapters, in their words", () => {
  const [, list] = resolved(plan).split("## Readings");
  const references = chapters.flatMap(({ cells }) => cells.map(({ source }) => source)).join("\n");
  const entries = [...list.matchAll(/<li id="([^"]+)">\n```+\n\n([^\n]+)/g)];
  assert(entries.length >= 8, `${entries.length}`);
  for (const [, , entry] of entries) assertStringIncludes(references, entry);
});
