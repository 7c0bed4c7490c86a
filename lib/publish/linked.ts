/** What pages and PDFs are set from: the chapters and the texts beside them, each named place a link. */
import { cheatSheet } from "../methods/cheat_sheet.ts";
import type { Documented } from "../methods/docs.ts";
import { methodsChapter } from "../methods/text.ts";
import type { Chapter } from "./chapters/notebook.ts";
import { figureNumbers } from "./downloads/figures.ts";
import { withReferences } from "./markup/references.ts";

export interface Linked {
  chapters: Chapter[];
  /** The methods, the cheat sheet. */
  references: Chapter[];
  /** What each figure is called, by its id. */
  numbers: Map<string, string>;
}

/** Links chapters, methods and cheat sheet with one another. */
export function linkedTexts(executed: Chapter[], docs: Documented[]): Linked {
  const numbers = figureNumbers(executed);
  const linked = withReferences([...executed, methodsChapter(docs), cheatSheet(docs)], numbers);
  const count = executed.length;
  return { numbers, chapters: linked.slice(0, count), references: linked.slice(count) };
}
