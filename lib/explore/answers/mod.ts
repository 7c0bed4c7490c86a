/** The answer to a view: the pieces of data that it needs, then plain arithmetic and the figures. */
import type { Answer } from "../answer.ts";
import type { Pieces } from "../pieces/layout.ts";
import type { View } from "../view.ts";
import { changesAnswer } from "./changes.ts";
import { suppliersAnswer } from "./suppliers.ts";

/** Gives a piece of data by its name. */
export type Load = <Name extends keyof Pieces>(name: Name) => Promise<Pieces[Name]>;

/** Loads what a view asks for and answers it. */
export async function answerOf(view: View, load: Load): Promise<Answer> {
  switch (view.ask) {
    case "suppliers":
      return suppliersAnswer(view, await load(`industry-${view.naics}`));
    case "changes":
      return changesAnswer(view, await load(`industry-${view.naics}`));
    default:
      throw new RangeError(`no answer to the question ${view.ask}`);
  }
}
