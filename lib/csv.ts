/** Rows of text and numbers as a CSV that spreadsheets open. */

export type Cell = string | number | null;

export interface NamedRows {
  names: string[];
  rows: Cell[][];
}

/** Spreadsheets take a file without this mark for one of the system's old code page. */
const BYTE_ORDER_MARK = "\uFEFF";
/** What a spreadsheet would compute when it opens a CSV (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * The data as a CSV that spreadsheets open: UTF-8 with a byte order mark. Names come from servers: a
 * text that a spreadsheet would take for a formula has an apostrophe before it. Numbers never have.
 */
export function csvOf({ names, rows }: NamedRows): string {
  const lines = [names, ...rows].map((row) => `${row.map(written).join(",")}\n`);
  return BYTE_ORDER_MARK + lines.join("");
}

function written(cell: Cell): string {
  if (typeof cell !== "string") return cell === null ? "" : String(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
