/** What the explorer answers: words, figures, tables and data, of one view. */
import type { DrawnTable } from "../figures/drawn.ts";
import type { Figure } from "../figures/figure.ts";
import type { Shown } from "../notebook/show.ts";

export interface Answer {
  /** What is shown, as a heading: `Imports of computer and electronic products by supplier`. */
  title: string;
  /** The answer in plain sentences, what was asked first. Where there are no figures, it says so. */
  said: string[];
  /** None where there is nothing to draw. */
  figures: Figure[];
  /** From `table(…)` of lib/notebook: the same tables as the notebook's cells show. */
  tables: Shown[];
  /** How far it holds: derived classes, parts of a year, suppliers that are not listed. */
  notes: string[];
  /** Producer, basis and vintage. */
  source: string;
  /** Makes all rows behind it, for the CSV; none where there are no figures. */
  data?: () => DrawnTable;
}

/** A cell of the notebook that gives the same answer. */
export interface AnswerCell {
  type: "markdown" | "code";
  source: string;
}
