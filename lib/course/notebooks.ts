/** Notebooks of the course, derived from a chapter's by the tags of its cells. */
import { checkCode, variableOf } from "../exercises/check.ts";
import { exercisesOf } from "../publish/chapters/exercises.ts";
import { HINT } from "../publish/chapters/tags.ts";
import { parseChapter } from "../publish/chapters/notebook.ts";

/** Where a notebook of the course lies below the project's folder, as its imports see it. */
const LIBRARY = "../../../lib/mod.ts";

/** Cells of a chapter that no student's copy has. */
const WITHHELD = ["solution", "key", "teacher"];

/** A cell as notebook files hold it. */
interface RawCell {
  cell_type: string;
  id: string;
  metadata: { tags?: string[] } & Record<string, unknown>;
  source: string | string[];
  outputs?: unknown[];
  execution_count?: number | null;
}

/**
 * A chapter as students get it: without solutions and outputs, with a cell for each answer. What must
 * stay as it is can be neither edited nor deleted in JupyterLab.
 *
 * @param name of the chapter: `3-the-balance`
 * @param text of its notebook file
 */
export function studentNotebook(name: string, text: string): string {
  const ids = new Map(exercisesOf(parseChapter(name, text)).map(({ id }) => [checkCode(id), id]));
  const cells = cellsOf(text).filter(({ metadata }) => !hasTag(metadata, WITHHELD));
  const [title, ...rest] = cells.map(withLibrary).map(cleared);
  const own = rest.flatMap((cell) => {
    const { tags = [] } = cell.metadata;
    if (tags.includes("hint")) {
      return [
        fixed({ ...cell, source: folded("Hint", sourceOf(cell).replace(HINT, "")) }),
      ];
    }
    if (tags.includes("exercise")) return [fixed(cell)];
    if (!tags.includes("check")) return [cell];
    const id = ids.get(sourceOf(cell).trim())!;
    return [answerCell(id), fixed(cell)];
  });
  const intro = ids.size > 0 ? [markdown("how-to", HOW_TO)] : [];
  return written(text, name, "student", [title, ...intro, ...own]);
}

/** A chapter as teachers get it: with solutions, outputs, and notes marked as theirs. */
export function teacherNotebook(name: string, text: string): string {
  const cells = cellsOf(text).filter(({ metadata }) => !hasTag(metadata, ["key"])).map(withLibrary);
  const marked = cells.map((cell) =>
    hasTag(cell.metadata, ["teacher"])
      ? { ...cell, source: `**For teaching.**\n\n${sourceOf(cell)}` }
      : cell
  );
  return written(text, name, "teacher", marked);
}

/** What a student must know of the notebook itself. */
export const HOW_TO =
  `*How to work with this notebook.* Choose **Run → Run All Cells** first: the chapter \
computes itself, and each check at the end says that there is no answer yet. Then answer: put your code \
into the cell below the question (Shift+Enter runs it), and run the check below it as often as you like. \
After a restart, or when a name *is not defined*: **Run → Run All Above Selected Cell**. Keep the file in \
this folder (another name is fine); **File → Save Notebook** keeps your work.`;

const answerCell = (id: string): RawCell => ({
  cell_type: "code",
  execution_count: null,
  id: `answer-${id.replace(".", "-")}`,
  metadata: { deletable: false, tags: ["attempt"] },
  outputs: [],
  source: `// Exercise ${id}: your answer\nconst ${variableOf(id)} = undefined;`,
});

const markdown = (id: string, source: string): RawCell => ({
  cell_type: "markdown",
  id,
  metadata: {},
  source,
});

const folded = (summary: string, text: string): string =>
  `<details><summary>${summary}</summary>\n\n${text}\n\n</details>`;

const fixed = (cell: RawCell): RawCell => ({
  ...cell,
  metadata: { ...cell.metadata, editable: false, deletable: false },
});

const cleared = (cell: RawCell): RawCell =>
  cell.cell_type === "code" ? { ...cell, execution_count: null, outputs: [] } : cell;

const withLibrary = (cell: RawCell): RawCell =>
  cell.cell_type === "code"
    ? { ...cell, source: sourceOf(cell).replaceAll(`from "../lib/mod.ts"`, `from "${LIBRARY}"`) }
    : cell;

const sourceOf = ({ source }: RawCell): string => [source].flat().join("");

const hasTag = ({ tags = [] }: RawCell["metadata"], any: string[]): boolean =>
  tags.some((tag) => any.includes(tag));

const cellsOf = (text: string): RawCell[] => JSON.parse(text).cells;

function written(text: string, chapter: string, edition: string, cells: RawCell[]): string {
  const notebook = JSON.parse(text);
  // Grading knows a notebook by this, whatever its file is called.
  const metadata = { ...notebook.metadata, technology_frontier: { chapter, edition } };
  return `${JSON.stringify({ ...notebook, cells, metadata }, null, 1)}\n`;
}
