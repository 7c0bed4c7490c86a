/** What the page is given: where answers come from, and what the build says of itself. */
import type { NamedRows } from "../../csv.ts";
import type { DrawnTable } from "../../figures/drawn.ts";
import type { Answer, AnswerCell } from "../answer.ts";
import type { Load } from "../answers/mod.ts";
import type { SearchEntry } from "../pieces/layout.ts";
import type { View, Years } from "../view.ts";

export interface Sources {
  answerOf(view: View, load: Load): Promise<Answer>;
  cellsOf(view: View, address: string): AnswerCell[];
  /** The text of an .ipynb file. */
  notebookOf(view: View, address: string): string;
  load: Load;
  /** Entries of which a text may speak, the likeliest first. */
  found(entries: SearchEntry[], text: string): SearchEntry[];
}

export interface Settings {
  /** The name of the report. */
  title: string;
  years: Years;
  /** A reference to the report in the style of APA, with `{view}` where a view is named. */
  reference: string;
}

/** Where the page's settings stand in it. */
export const SETTINGS = "explorer-settings";

/** The rows of an answer, as a file gives them away. */
export const namedRows = ({ columns, rows }: DrawnTable): NamedRows => ({
  names: columns,
  rows: rows.map((row) => columns.map((name) => row[name])),
});
