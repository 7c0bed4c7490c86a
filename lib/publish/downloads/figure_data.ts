/** The data behind a figure as files give them away: rows of text and numbers, and a CSV. */
import { PublishError } from "../system/errors.ts";
import type { FigureBundle } from "../chapters/notebook.ts";

export type Cell = string | number | null;

export interface FigureData {
  names: string[];
  rows: Cell[][];
}

/**
 * The data that a figure carries.
 *
 * @throws PublishError when it carries none: its chapter was executed by an earlier version.
 */
export function dataOf({ id, data }: Pick<FigureBundle, "id" | "data">): FigureData {
  if (typeof data !== "string") {
    throw new PublishError(
      `figure ${id} carries no data; execute its chapter again: deno task report --accept`,
    );
  }
  const { rows, columns } = JSON.parse(data) as {
    rows: number;
    columns: [string, Cell | Cell[]][];
  };
  return {
    names: columns.map(([name]) => name),
    rows: Array.from(
      { length: rows },
      (_, row) => columns.map(([, cells]) => Array.isArray(cells) ? cells[row] : cells),
    ),
  };
}

/** Spreadsheets take a file without this mark for one of the system's old code page. */
const BYTE_ORDER_MARK = "\uFEFF";
/** What a spreadsheet would compute when it opens a CSV (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * The data as a CSV that spreadsheets open: UTF-8 with a byte order mark. Names come from servers: a
 * text that a spreadsheet would take for a formula has an apostrophe before it. Numbers never have.
 */
export function csvOf({ names, rows }: FigureData): string {
  const lines = [names, ...rows].map((row) => `${row.map(written).join(",")}\n`);
  return BYTE_ORDER_MARK + lines.join("");
}

function written(cell: Cell): string {
  if (typeof cell !== "string") return cell === null ? "" : String(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
