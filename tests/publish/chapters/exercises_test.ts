/** The grammar of exercises and goals in a chapter's cells, and what is kept of their keys. */
import { assertEquals, assertStringIncludes } from "@std/assert";
import { answerKey, checkAnswer, oneOf } from "../../../lib/exercises/mod.ts";
import { acceptAnswers, answersFinding } from "../../../lib/publish/chapters/answers.ts";
import {
  exerciseFindings,
  exercisesOf,
  goalsOf,
  keysOf,
} from "../../../lib/publish/chapters/exercises.ts";
import { parseChapter } from "../../../lib/publish/chapters/notebook.ts";
import { type CellText, notebook } from "../fixtures.ts";

const shown = (
  { data }: { data: unknown },
) => [{ output_type: "display_data", data, metadata: {} }];

/** The cells of an exercise, its key and check as they show themselves. */
function exercise(place: number, answer = "b"): CellText[] {
  const [id, variable] = [`3.${place}`, `answer3_${place}`];
  return [
    {
      prose:
        `**Exercise ${id}** (reading, easy, 5 minutes). Which one? Put its letter into \`${variable}\`.`,
      tags: ["exercise"],
    },
    { prose: "*Hint.* Not the first.", tags: ["hint"] },
    { code: `const ${variable} = "b";`, tags: ["solution"] },
    {
      code: `await show(answerKey("${id}", ${variable}, oneOf()));`,
      tags: ["key"],
      outputs: shown(answerKey(id, "b", oneOf())),
    },
    {
      code: `await show(checkAnswer("${id}", () => ${variable}));`,
      tags: ["check"],
      outputs: shown(checkAnswer(id, () => answer)),
    },
  ];
}

const GOALS: CellText = {
  prose:
    "**Goals.** After this chapter you can read a balance; compute a share; and judge both.\n\n" +
    "**Before it.** Chapter 2.\n\n**Time.** 45 minutes, and 10 for the exercises.",
  tags: ["goals"],
};

const chapter = (...cells: CellText[]) =>
  parseChapter("3-the-balance", notebook({ prose: "# The balance" }, ...cells));

const SOUND = [GOALS, { prose: "## Exercises" }, ...exercise(1), ...exercise(2)];

Deno.test("exercises and goals are read from their cells", () => {
  const it = chapter(...SOUND);
  assertEquals(exerciseFindings(it), []);
  assertEquals(exercisesOf(it)[1], {
    id: "3.2",
    variable: "answer3_2",
    kind: "reading",
    level: "easy",
    minutes: 5,
    question: "Which one? Put its letter into `answer3_2`.",
    hint: "Not the first.",
  });
  assertEquals(goalsOf(it), {
    goals: ["read a balance", "compute a share", "judge both"],
    before: "Chapter 2.",
    minutes: { chapter: 45, exercises: 10 },
  });
});

Deno.test("each fault of the grammar is named with its cell", () => {
  const faults: [CellText[], string][] = [
    [[GOALS, ...exercise(1)], "its goals say 10 minutes for the exercises, they take 5"],
    [exercise(2), "cell 2: exercise 3.2 is the chapter's 3.1"],
    [exercise(1).toSpliced(1, 1), "cell 3: a cell tagged solution stands behind one tagged hint"],
    [exercise(1).slice(0, 4), "cell 5: behind a cell tagged key comes one tagged check"],
    [exercise(1).slice(3), "cell 2: a cell tagged key stands behind one tagged solution"],
    [exercise(1, "a"), "cell 6: the solution of exercise 3.1 is not yet."],
    [
      [{ prose: "**Exercise 3.1.** Which?", tags: ["exercise"] }, ...exercise(1).slice(1)],
      "cell 2: an exercise begins: **Exercise 3.1** (reading, easy, 5 minutes).",
    ],
    [[{ prose: "Learn.", tags: ["goals"] }], "cell 2: goals read: **Goals.**"],
    [
      exercise(1).toSpliced(4, 1, { code: `await show(checkAnswer("3.1", 2));`, tags: ["check"] }),
      'cell 6: reads: await show(checkAnswer("3.1", () => answer3_1));',
    ],
  ];
  for (const [cells, expected] of faults) {
    assertStringIncludes(exerciseFindings(chapter(...cells)).join("\n"), expected);
  }
});

Deno.test("keys are kept as the chapters show them, and old ones are a finding", async () => {
  const folder = await Deno.makeTempDir({ prefix: "answers-" });
  const it = chapter(...SOUND);
  assertEquals(Object.keys(keysOf([it])), ["3.1", "3.2"]);
  assertStringIncludes(await answersFinding(folder, [it]) ?? "", "the keys of 3.1, 3.2 are not");
  assertEquals(await acceptAnswers(folder, [it]), true);
  assertEquals(await answersFinding(folder, [it]), null);
  assertEquals(await acceptAnswers(folder, [it]), false);
  const fewer = chapter(GOALS, ...exercise(1));
  assertStringIncludes(await answersFinding(folder, [fewer]) ?? "", "the keys of 3.2 are not");
});
