/** Students' notebooks of the chapters, solved by the chapters' own solutions. */
import { studentNotebook } from "../../lib/course/notebooks.ts";
import { variableOf } from "../../lib/exercises/check.ts";
import { exercisesOf } from "../../lib/publish/chapters/exercises.ts";
import { parseChapter } from "../../lib/publish/chapters/notebook.ts";

/** The code of each exercise's solution, by the exercise's number. */
export function solutionsOf(name: string, text: string): Map<string, string> {
  const chapter = parseChapter(name, text);
  const { cells } = chapter;
  return new Map(
    exercisesOf(chapter).map(({ id }) => {
      const own = cells.filter(({ tags }) => tags.includes("exercise"));
      const from = cells.indexOf(own.find(({ source }) => source.includes(`Exercise ${id}**`))!);
      const to = cells.findIndex(({ tags }, at) => at > from && tags.includes("key"));
      const code = cells.slice(from, to).filter(({ kind, tags }) =>
        kind === "code" && tags.includes("solution")
      );
      return [id, code.map(({ source }) => source).join("\n")];
    }),
  );
}

/** A student's notebook with something in each answer cell. */
export function answered(name: string, text: string, answers: Map<string, string>): string {
  const content = JSON.parse(studentNotebook(name, text));
  for (const [id, answer] of answers) {
    content.cells.find((cell: { source: string | string[] }) =>
      [cell.source].flat().join("").includes(`const ${variableOf(id)} = undefined;`)
    ).source = answer;
  }
  return `${JSON.stringify(content, null, 1)}\n`;
}
