/**
 * Rows as columns: how a piece of data travels. A column of words keeps each of them once and says
 * where it stands; numbers stay numbers. What was no row is none after it.
 */

export type Cell = string | number | boolean;

/** Words or yes and no: each value once, and the place of each row's value among them. */
export interface CodedColumn {
  words: (string | boolean)[];
  at: ArrayLike<number>;
}
export type Column = ArrayLike<number> | CodedColumn;

/** As it is written: the place of each row's word; of each run's word where they come in runs. */
type PackedWords = { words: CodedColumn["words"]; at: number[]; runs?: number[] };
/** Numbers, or by how much they exceed those of another column. */
type PackedNumbers = { numbers: number[]; over?: string };
export interface PackedRows {
  height: number;
  columns: Record<string, PackedWords | PackedNumbers>;
}
/** A piece of one table, or of several by name. */
export type PackedPiece = PackedRows | Record<string, PackedRows>;

export interface PackOptions {
  /** Columns of numbers that are often those of another one: written as the difference to it. */
  over?: Record<string, string>;
}

/**
 * Packs columns of one length.
 *
 * @throws RangeError when a column is longer or shorter than `height`, or is packed over one that is
 * not there.
 */
export function packColumns(
  columns: Record<string, Column>,
  height: number,
  { over = {} }: PackOptions = {},
): PackedRows {
  const pack = ([name, column]: [string, Column]) => {
    const at = "words" in column ? (column as CodedColumn).at : column as ArrayLike<number>;
    if (at.length !== height) {
      throw new RangeError(`column ${name} has ${at.length} values, not ${height}`);
    }
    if ("words" in column) return [name, packWords(column as CodedColumn)];
    const base = columns[over[name]] as ArrayLike<number> | undefined;
    if (over[name] !== undefined && base === undefined) {
      throw new RangeError(`column ${name} is to be packed over ${over[name]}, which is not there`);
    }
    const numbers = Array.from(at);
    if (base) { for (let row = 0; row < height; row++) numbers[row] -= base[row]; }
    return [name, base ? { numbers, over: over[name] } : { numbers }];
  };
  return { height, columns: Object.fromEntries(Object.entries(columns).map(pack)) };
}

/** Keeps the values that are used, in their order, and runs where these are shorter. */
function packWords({ words: all, at }: CodedColumn): PackedWords {
  const used = new Uint8Array(all.length);
  for (let row = 0; row < at.length; row++) used[at[row]] = 1;
  const words = all.filter((_, index) => used[index]);
  const place = new Uint32Array(all.length);
  for (let index = 0, next = 0; index < all.length; index++) if (used[index]) place[index] = next++;
  let turns = 0;
  for (let row = 0; row < at.length; row++) if (row === 0 || at[row] !== at[row - 1]) turns++;
  if (2 * turns < at.length) return { words, ...runsOf(at, place) };
  const places = new Array<number>(at.length);
  for (let row = 0; row < at.length; row++) places[row] = place[at[row]];
  return { words, at: places };
}

function runsOf(at: ArrayLike<number>, place: Uint32Array): { at: number[]; runs: number[] } {
  const [starts, runs]: number[][] = [[], []];
  for (let row = 0; row < at.length; row++) {
    if (row > 0 && at[row] === at[row - 1]) runs[runs.length - 1]++;
    else starts.push(place[at[row]]), runs.push(1);
  }
  return { at: starts, runs };
}

/**
 * Packs plain rows that all have the same columns.
 *
 * @throws RangeError when a row lacks a column of the first one.
 */
export function packRows<Row extends object>(rows: Row[], options?: PackOptions): PackedRows {
  const names = Object.keys(rows[0] ?? {}) as (keyof Row & string)[];
  const columnOf = (name: keyof Row & string): Column => {
    const cells = rows.map((row, index) => {
      if (row[name] === undefined) throw new RangeError(`row ${index} has no ${name}`);
      return row[name] as Cell;
    });
    return typeof cells[0] === "number" ? cells as number[] : coded(cells as CodedColumn["words"]);
  };
  const columns = Object.fromEntries(names.map((name) => [name, columnOf(name)]));
  return packColumns(columns, rows.length, options);
}

function coded(cells: CodedColumn["words"]): CodedColumn {
  const words = [...new Set(cells)];
  const place = new Map(words.map((word, index) => [word, index]));
  return { words, at: cells.map((cell) => place.get(cell)!) };
}
