/** Two small chapters with exercises, and what students hand in of them. */
import { studentNotebook } from "../../../lib/course/notebooks.ts";
import { answerKey, listOf, numberWithin, oneOf } from "../../../lib/exercises/mod.ts";
import { type CellText, notebook } from "../../publish/fixtures.ts";

/** The keys, for the judge in this process: a student's kernel has none of these exercises. */
answerKey("3.1", 0.25, numberWithin(0.01, "a share between 0 and 1"), [[0.75, "Of the others."]]);
answerKey("3.2", "México", oneOf());
answerKey("3.3", ["2010", "5700"], listOf());
answerKey("4.1", "c", oneOf());

const exercise = (id: string, solution: string): CellText[] => [
  { prose: `**Exercise ${id}** (reading, easy, 5 minutes). What?`, tags: ["exercise"] },
  { prose: "*Hint.* Look.", tags: ["hint"] },
  { code: `const answer${id.replace(".", "_")} = ${solution};`, tags: ["solution"] },
  { code: "await show(answerKey());", tags: ["key"] },
  {
    code: `await show(checkAnswer("${id}", () => answer${id.replace(".", "_")}));`,
    tags: ["check"],
  },
];

const IMPORT = `import { checkAnswer, MEXICO, pl, show } from "../../lib/mod.ts";`;

/** Chapters by name. */
export const CHAPTERS: Record<string, string> = {
  "3-the-balance": notebook(
    { prose: "# The balance" },
    { code: IMPORT },
    { code: "const parts = [1, 3];" },
    { prose: "## Exercises" },
    ...exercise("3.1", "parts[0] / 4"),
    ...exercise("3.2", `"México"`),
    ...exercise("3.3", `["2010", MEXICO]`),
  ),
  "4-lines": notebook({ prose: "# Lines" }, { code: IMPORT }, ...exercise("4.1", `"c"`)),
};

interface Notebook {
  cells: { cell_type: string; source: string }[];
  metadata: Record<string, unknown>;
}

/** A student's notebook of a chapter with answers by exercise, or cells in their place. */
export function handedIn(
  answers: Record<string, string>,
  { chapter = "3-the-balance", bend = (_: Notebook) => {} } = {},
): string {
  const content: Notebook = JSON.parse(studentNotebook(chapter, CHAPTERS[chapter]));
  for (const [id, answer] of Object.entries(answers)) {
    const variable = `answer${id.replace(".", "_")}`;
    const cell = content.cells.find(({ source }) => source.includes(`const ${variable} =`))!;
    cell.source = answer.includes(variable) ? answer : `const ${variable} = ${answer};`;
  }
  bend(content);
  return JSON.stringify(content);
}

export const RIGHT = { "3.1": "parts[0] / 4", "3.2": `"mexico"`, "3.3": `["5700", "2010"]` };
