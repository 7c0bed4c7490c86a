/**
 * The notebook cells of a view: what a student would write with the library for the same answer. They
 * import `../lib/mod.ts`, from the folder `notebooks/` of a copy of the project.
 */
import type { AnswerCell } from "../answer.ts";
import type { View } from "../view.ts";
import { changesCells } from "./changes.ts";
import { dependenceCells } from "./dependence.ts";
import { goodsCells } from "./goods.ts";
import { groupsCells } from "./groups.ts";
import { notebookText } from "./notebook.ts";
import { suppliersCells } from "./suppliers.ts";

const WHERE =
  "Put this notebook into the folder `notebooks/` of a copy of the project and open it " +
  "with `deno task lab`.";

/**
 * The cells of a view, the question first.
 *
 * @param address of the view in the explorer, such as `explore.html#naics=334`, where it is known.
 */
export function cellsOf(view: View, address?: string): AnswerCell[] {
  const [{ source }, ...rest] = ofQuestion(view);
  const from = address ? [`The view in the explorer: \`${address}\`.`] : [];
  return [{ type: "markdown", source: [source, ...from, WHERE].join("\n\n") }, ...rest];
}

/** A notebook of the same cells: the text of an .ipynb file. */
export const notebookOf = (view: View, address?: string): string =>
  notebookText(cellsOf(view, address));

/** The cells of each question. */
const CELLS: { [Ask in View["ask"]]: (view: Extract<View, { ask: Ask }>) => AnswerCell[] } = {
  suppliers: suppliersCells,
  changes: changesCells,
  groups: groupsCells,
  goods: goodsCells,
  dependence: dependenceCells,
};

/** The questions that can be asked. */
export const QUESTIONS = Object.keys(CELLS) as View["ask"][];

const ofQuestion = (view: View): AnswerCell[] =>
  (CELLS[view.ask] as (view: View) => AnswerCell[])(view);
