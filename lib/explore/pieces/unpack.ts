/** From packed columns back to plain rows: the browser's side. */
import type { Cell, PackedPiece, PackedRows } from "./columns.ts";
import type { Goods, Pieces } from "./layout.ts";

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

/**
 * A piece as the answers take it: rows, or rows by the name of their table.
 *
 * @param digits of goods, those by which their code begins; all unless told.
 */
export function unpackPiece<Name extends keyof Pieces>(
  packed: PackedPiece,
  digits?: string,
): Pieces[Name] {
  const only = digits === undefined ? undefined : { column: "hts10", digits };
  const isTable = (piece: PackedPiece): piece is PackedRows => typeof piece.height === "number";
  const plain = isTable(packed) ? unpackRows(packed, only) : Object.fromEntries(
    Object.entries(packed).map(([table, rows]) => [table, unpackRows(rows, only)]),
  );
  return plain as Pieces[Name];
}

/** Where packed pieces are: in files beside the page, or in memory. */
export interface PackedPieces {
  has(file: string): boolean | Promise<boolean>;
  read(file: string): PackedPiece | Promise<PackedPiece>;
}

/**
 * A piece by its name, unpacked; `goods-…` comes out of the file of its chapter. A chapter of the tariff
 * that there is not is empty: nothing is imported under it.
 *
 * @throws RangeError when there is no such piece.
 */
export async function pieceOf<Name extends keyof Pieces>(
  name: Name,
  pieces: PackedPieces,
): Promise<Pieces[Name]> {
  const [, digits] = /^goods-(\d{2,10})$/.exec(name) ?? [];
  const file = digits ? `chapter-${digits.slice(0, 2)}` : name;
  if (await pieces.has(file)) return unpackPiece(await pieces.read(file), digits);
  if (!/^chapter-\d\d$/.test(file)) {
    throw new RangeError(`the explorer has no data called ${name}`);
  }
  const none: Goods = { lines: [], preference: [], months: [] };
  return none as Pieces[Name];
}
