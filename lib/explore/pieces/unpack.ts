/** From packed columns back to plain rows: the browser's side. */
import type { Cell, PackedPiece, PackedRows } from "./columns.ts";
import type { Pieces } from "./layout.ts";

/** The rows that were packed, in their order. */
export function unpackRows<Row extends object>({ height, columns }: PackedRows): Row[] {
  const names = Object.keys(columns);
  const cells = names.map((name) => cellsOf(columns, name, height));
  const rows = new Array<Record<string, Cell>>(height);
  for (let row = 0; row < height; row++) {
    const plain: Record<string, Cell> = {};
    for (let column = 0; column < names.length; column++) {
      plain[names[column]] = cells[column][row];
    }
    rows[row] = plain;
  }
  return rows as Row[];
}

function cellsOf(columns: PackedRows["columns"], name: string, height: number): ArrayLike<Cell> {
  const column = columns[name];
  if ("numbers" in column) {
    if (column.over === undefined) return column.numbers;
    const base = cellsOf(columns, column.over, height) as ArrayLike<number>;
    return column.numbers.map((value, row) => value + base[row]);
  }
  const { words, at, runs } = column;
  const cells = new Array<Cell>(height);
  if (runs === undefined) {
    for (let row = 0; row < height; row++) cells[row] = words[at[row]];
    return cells;
  }
  for (let run = 0, row = 0; run < runs.length; run++) {
    for (const end = row + runs[run]; row < end; row++) cells[row] = words[at[run]];
  }
  return cells;
}

/** A piece as the answers take it: rows, or rows by the name of their table. */
export function unpackPiece<Name extends keyof Pieces>(packed: PackedPiece): Pieces[Name] {
  const one = (piece: PackedPiece): piece is PackedRows => typeof piece.height === "number";
  const plain = one(packed) ? unpackRows(packed) : Object.fromEntries(
    Object.entries(packed).map(([name, rows]) => [name, unpackRows(rows)]),
  );
  return plain as Pieces[Name];
}
