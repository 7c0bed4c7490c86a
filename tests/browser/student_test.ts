/**
 * Students' notebooks in JupyterLab: as they are given, every cell runs and every check says that there
 * is no answer yet; wrong answers, then the chapters' own, are judged; broken, they say what to do.
 */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { Page } from "playwright-core";
import { studentNotebook } from "../../lib/course/notebooks.ts";
import { ANSWER_MIME, checkAnswer, type Outcome } from "../../lib/exercises/mod.ts";
import { checkCode, variableOf } from "../../lib/exercises/check.ts";
import { type Exercise, exercisesOf } from "../../lib/publish/chapters/exercises.ts";
import { type Chapter, chapterNames, parseChapter } from "../../lib/publish/chapters/notebook.ts";
import { solutionsOf } from "../course/solved.ts";
import { ROOT, tools } from "../publish/fixtures.ts";
import { inChromium, withChromium } from "./chromium.ts";
import {
  edit,
  endKernel,
  move,
  openApp,
  openNotebook,
  restart,
  runAll,
  runFrom,
  save,
  shown,
  startJupyter,
  workspace,
} from "./jupyter.ts";
import { faultsOf, type Meant, meant } from "./rendered.ts";

const FOLDER = "build/course/student";

interface Course {
  name: string;
  text: string;
  exercises: Exercise[];
  /** What the notebook shows when all of it has run. */
  executed: Chapter;
}

/** Chapters with exercises, as students get them. */
async function courses(): Promise<Course[]> {
  const all = (await chapterNames(`${ROOT}/notebooks`)).map(async (name) => {
    const text = await Deno.readTextFile(`${ROOT}/notebooks/${name}.ipynb`);
    const chapter = parseChapter(name, text);
    return { name, text, exercises: exercisesOf(chapter), executed: executed(name, text) };
  });
  return (await Promise.all(all)).filter(({ exercises }) => exercises.length > 0);
}

/** A student's notebook with the chapter's outputs, and those of checks without an answer. */
function executed(name: string, text: string): Chapter {
  const committed = new Map<string, unknown>(
    JSON.parse(text).cells.map((
      { id, outputs }: { id: string; outputs?: unknown[] },
    ) => [id, outputs]),
  );
  const content = JSON.parse(studentNotebook(name, text));
  const ids = new Map(exercisesOf(parseChapter(name, text)).map(({ id }) => [checkCode(id), id]));
  for (const cell of content.cells) {
    const source = [cell.source].flat().join("");
    // HTML in prose is text to the site; what is folded in JupyterLab is seen when it is opened.
    cell.source = source.replace(/<details><summary>(.*)<\/summary>/, "$1").replace(
      "</details>",
      "",
    );
    if (cell.cell_type !== "code") continue;
    const exercise = ids.get(source.trim());
    cell.outputs = exercise
      ? [{ output_type: "display_data", ...checkAnswer(exercise, () => undefined) }]
      : committed.get(cell.id) ?? [];
  }
  return parseChapter(name, JSON.stringify(content));
}

const states = (data: unknown[]) => (data as Outcome[]).map(({ state }) => state);
const all = ({ exercises }: Course, state: Outcome["state"]) => exercises.map(() => state);

/** What is wrong with one notebook, by what was done with it. */
async function faults(page: Page, course: Course, wanted: Meant[]) {
  const { name, text, exercises } = course;
  await page.evaluate(openNotebook, `${FOLDER}/${name}.ipynb`);
  await page.evaluate(runAll);
  const given = await page.evaluate(shown, ANSWER_MIME);
  const seen = await faultsOf(page, wanted);

  const answers = (of: (exercise: Exercise) => string) =>
    exercises.map((it): [string, string] => [`${variableOf(it.id)} =`, of(it)]);
  const first = `const ${variableOf(exercises[0].id)} =`;
  await page.evaluate(edit, answers(({ variable }) => `const ${variable} = [];`));
  await page.evaluate(runFrom, first);
  const wrong = await page.evaluate(shown, ANSWER_MIME);
  const solutions = solutionsOf(name, text);
  await page.evaluate(edit, answers(({ id }) => `// answers\n${solutions.get(id)!}`));
  await page.evaluate(runFrom, "// answers");
  const right = await page.evaluate(shown, ANSWER_MIME);
  await page.evaluate(endKernel);
  const told = [given, wrong, right];
  return {
    seen,
    errors: told.map(({ errors }) => errors),
    states: told.map((it) => states(it.data)),
  };
}

/** What a notebook says that is broken as students break it, and what must be in it. */
async function broken(page: Page, { name, exercises: [{ id }] }: Course) {
  // The first: a kernel that is quick enough fails at the cells after it too.
  const says = async () =>
    (await page.evaluate(shown, ANSWER_MIME)).errors[0]?.replaceAll("\n", " ") ?? "nothing";
  await page.evaluate(openNotebook, `${FOLDER}/${name}.ipynb`);
  await page.evaluate(runAll);
  await page.evaluate(save);
  await page.evaluate(restart);
  await page.evaluate(runFrom, checkCode(id));
  const restarted = await says();
  await page.evaluate(move, `${FOLDER}/my own ñ.ipynb`);
  await page.evaluate(runAll);
  const renamed = await page.evaluate(shown, ANSWER_MIME);
  await page.evaluate(endKernel);
  await page.evaluate(move, `build/elsewhere.ipynb`);
  await page.evaluate(openNotebook, `build/elsewhere.ipynb`);
  await page.evaluate(runAll);
  const moved = await says();
  await page.evaluate(endKernel);
  return { restarted, renamed, moved };
}

Deno.test({
  name:
    "a student works in JupyterLab: no answer, a wrong one, a right one, a notebook that breaks",
  ...inChromium,
  fn: async (t) => {
    const given = await courses();
    assert(given.length > 0, "no chapter has exercises");
    const texts = given.map(({ name, text }) => [name, studentNotebook(name, text)] as const);
    const root = await workspace([FOLDER], new Map(texts));
    const wanted = await meant(given.map(({ executed }) => executed), (await tools()).pandoc);
    const jupyter = await startJupyter(root);
    const outside: string[] = [];
    try {
      await withChromium(async (browser) => {
        const page = await openApp(browser, jupyter, "lab", outside);
        for (const [at, course] of given.entries()) {
          const found = await faults(page, course, wanted[at]);
          await t.step(`${course.name}: no error, and checks that know what they are given`, () => {
            assertEquals(found.errors, [[], [], []]);
            assertEquals(found.states, [
              all(course, "no answer"),
              all(course, "not yet"),
              all(course, "right"),
            ]);
          });
          await t.step(`${course.name}: it is seen as it is meant`, () => {
            assertEquals(found.seen, []);
          });
        }
        const { restarted, renamed, moved } = await broken(page, given[0]);
        await t.step("after a restart a check says what to run", () => {
          assertStringIncludes(restarted, "is imported by a cell that has not run");
          assertStringIncludes(restarted, "Run → Run All Above Selected Cell");
        });
        await t.step("renamed, it runs as before", () => assertEquals(renamed.errors, []));
        await t.step("moved, it says where the library is", () => {
          assertStringIncludes(moved, `from "../lib/mod.ts"`);
        });
        await t.step("no request leaves the machine", () => assertEquals(outside, []));
      });
    } finally {
      await jupyter.stop();
    }
  },
});
