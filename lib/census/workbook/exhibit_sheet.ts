/**
 * Reads the sheet of Exhibit 16a by its words: columns are what their headers say and rows what their
 * labels say, wherever they stand.
 *
 * What is not established: the cells of the workbook could not be seen. Known are the contents (the
 * ten groups and their total, five areas with 21 countries and the rests, in millions; balance, exports
 * and imports of the month, the month before, the year to date and that of the year before). A header
 * or label that says something else is an error that quotes it, never a guess.
 */
import { CensusError, REPORT_REPLY } from "../transfer/errors.ts";
import { type Column, columnOf, type Label, labelOf } from "./exhibit_labels.ts";

export interface ExhibitRow extends Label {
  /** Millions of dollars, in the order of the columns. */
  values: number[];
}

export interface Exhibit {
  columns: Column[];
  rows: ExhibitRow[];
  /** Notes of the release that say that a figure is over- or understated. */
  notes: string[];
}

const text = (cell: unknown) => String(cell ?? "").trim();
const isFlow = (cell: unknown) => /\b(balance|exports|imports)\b/i.test(text(cell));
const isNil = (cell: unknown) => /^\(?[-–—]\)?$/.test(text(cell));
const isFigure = (cell: unknown) => typeof cell === "number" || isNil(cell);

/**
 * The figures of the exhibit.
 *
 * @param sheets cells of each sheet of the workbook.
 * @throws CensusError when no sheet has the exhibit, or a header, label or cell is not understood.
 */
export function readExhibit(sheets: unknown[][][], url: string): Exhibit {
  const fault = (problem: string) => new CensusError(`${url}: ${problem}`, REPORT_REPLY);
  const heads = sheets.map((cells) =>
    cells.findIndex((row) =>
      row.filter(isFlow).length >= 2 && row.filter((cell) => text(cell)).length >= 2
    )
  );
  const found = heads.findIndex((head) => head >= 0);
  if (found < 0) throw fault("has no sheet with columns of exports and imports");
  const cells = sheets[found], head = heads[found];
  const first = cells.findIndex((row, at) =>
    at > head && text(row[0]) && row.slice(1).filter(isFigure).length >= 4
  );
  if (first < 0) throw fault("has no row of figures under its header");
  const begin = cells.findIndex((row) => row.filter((cell) => text(cell)).length >= 2);
  const header = cells.slice(Math.min(begin, head), first).map(filled);
  const places = cells[first].flatMap((cell, at) => at > 0 && isFigure(cell) ? [at] : []);
  const columns = places.map((at) => {
    const words = header.map((row) => row[at] ?? "").join(" ").replace(/\s+/g, " ").trim();
    const column = columnOf(words);
    if (!column) {
      throw fault(`column ${at + 1} is headed "${words}": flow and period are not clear`);
    }
    return column;
  });
  const rows: ExhibitRow[] = [];
  const notes: string[] = [];
  cells.slice(first).forEach((row, index) => {
    const where = `row ${first + index + 1}`;
    const said = text(row[0]);
    if (!row.slice(1).some(isFigure)) {
      if (/\b(over|under)stated\b/i.test(said)) notes.push(said.replace(/\s+/g, " "));
      return;
    }
    const label = labelOf(said, rows);
    if (!label) throw fault(`${where}: "${said}" is no known group, country or area`);
    if (rows.some((each) => each.kind === label.kind && each.name === label.name)) {
      throw fault(`${where}: ${label.name} comes twice`);
    }
    const values = places.map((at) => {
      if (!isFigure(row[at])) throw fault(`${where}: "${text(row[at])}" is no figure`);
      return isNil(row[at]) ? 0 : row[at] as number;
    });
    rows.push({ ...label, values });
  });
  return { columns, rows, notes };
}

/** A header row whose empty cells have the text to their left, as merged cells show it. */
function filled(row: unknown[]): string[] {
  let last = "";
  return Array.from(row, (cell, at) => at === 0 ? "" : last = text(cell) || last);
}
