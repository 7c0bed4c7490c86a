/** From packed columns back to plain rows: the browser's side. */
import type { Cell, PackedPiece, PackedRows } from "./columns.ts";
import type { Pieces } from "./layout.ts";

/** Rows in which a column of words begins with some digits, such as the lines of a heading. */
export interface Beginning {
  column: string;
  digits: string;
}

/**
 * The rows that were packed, in their order.
 *
 * @param only those to unpack; all of a table that does not have the column.
 */
export function unpackRows<Row extends object>(
  { height, columns }: PackedRows,
  only?: Beginning,
): Row[] {
  const names = Object.keys(columns);
  const cells = names.map((name) => cellOf(columns, name, height));
  const isWanted = wanted(columns, height, only);
  const rows: Record<string, Cell>[] = [];
  for (let row = 0; row < height; row++) {
    if (!isWanted(row)) continue;
    const plain: Record<string, Cell> = {};
    for (let column = 0; column < names.length; column++) {
      plain[names[column]] = cells[column](row);
    }
    rows.push(plain);
  }
  return rows as Row[];
}

type Columns = PackedRows["columns"];

function cellOf(columns: Columns, name: string, height: number): (row: number) => Cell {
  const column = columns[name];
  if ("words" in column) {
    const places = placesOf(column, height);
    return (row) => column.words[places[row]];
  }
  const { numbers, over } = column;
  if (over === undefined) return (row) => numbers[row];
  const base = cellOf(columns, over, height) as (row: number) => number;
  return (row) => numbers[row] + base(row);
}

/** The place of each row's word. */
function placesOf(
  { at, runs }: Extract<Columns[string], { words: unknown }>,
  height: number,
): ArrayLike<number> {
  if (runs === undefined) return at;
  const places = new Uint32Array(height);
  let end = 0;
  runs.forEach((length, run) => places.fill(at[run], end, end += length));
  return places;
}

function wanted(columns: Columns, height: number, only?: Beginning): (row: number) => boolean {
  const column = only && columns[only.column];
  if (!column || !("words" in column)) return () => true;
  const places = placesOf(column, height);
  const begins = column.words.map((word) => String(word).startsWith(only.digits));
  return (row) => begins[places[row]];
}

/** The piece whose file holds another one: `chapter-84` of `goods-8471`. */
export const fileOf = (name: keyof Pieces): keyof Pieces =>
  name.replace(/^goods-(\d\d).*$/, "chapter-$1") as keyof Pieces;

/**
 * A piece as the answers take it: rows, or rows by the name of their table.
 *
 * @param packed what the file of the piece (`fileOf`) holds.
 */
export function unpackPiece<Name extends keyof Pieces>(
  name: Name,
  packed: PackedPiece,
): Pieces[Name] {
  const digits = /^goods-(.*)$/.exec(name)?.[1];
  const only = digits === undefined ? undefined : { column: "hts10", digits };
  const isTable = (piece: PackedPiece): piece is PackedRows => typeof piece.height === "number";
  const plain = isTable(packed) ? unpackRows(packed, only) : Object.fromEntries(
    Object.entries(packed).map(([table, rows]) => [table, unpackRows(rows, only)]),
  );
  return plain as Pieces[Name];
}
