/**
 * Typed polars frames: the one shape in which figures travel through the library.
 *
 * Polars does not know its column names at compile time; `Frame<Row>` writes them down, and
 * `requireColumns` checks them when a function is called with a frame of its own making.
 */
import pl from "nodejs-polars";
import { given } from "./given.ts";
import { described, requireColumns } from "./rows.ts";

export { records, recordsWith, requireColumns, type Rows } from "./rows.ts";

declare const rowType: unique symbol;

/** Steps of polars that change the rows and keep the columns. */
interface SameColumns<Row> {
  filter(predicate: pl.Expr): Frame<Row>;
  head(length?: number): Frame<Row>;
  tail(length?: number): Frame<Row>;
  slice(offset: number, length: number): Frame<Row>;
  sort(by: string | string[], descending?: boolean): Frame<Row>;
}

/** A polars DataFrame with the columns of `Row`. */
export type Frame<Row> = SameColumns<Row> & pl.DataFrame & { readonly [rowType]?: Row };

/** A frame held in memory, or a lazy scan of files too large for it. */
export type Frameish<Row> = Frame<Row> | pl.LazyDataFrame;

/** A polars expression of a constant: text, number, or null for "there is none". */
export const literal = (value: string | number | boolean | null): pl.Expr => pl.lit(value);

/**
 * Values of one column, in order.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { annualBalance, readTable } from "./mod.ts";
 * const years = annualBalance(await readTable("atp_world_monthly"));
 * assertEquals(column(years, "year")[0], "1989");
 * ```
 */
export function column<Row, Name extends keyof Row & string>(
  frame: Frame<Row>,
  name: Name,
): Row[Name][] {
  requireColumns(frame, [name], "column");
  return frame.getColumn(name).toArray() as Row[Name][];
}

const isScan = (frame: Frameish<unknown>): boolean => "collectSync" in frame;

/** The frame as a lazy query, whichever form it came in. */
export function lazy<Row>(frame: Frameish<Row>): pl.LazyDataFrame {
  return isScan(frame) ? frame as pl.LazyDataFrame : (frame as pl.DataFrame).lazy();
}

/** The rows for which a predicate holds, of a frame or a scan, in the same form. */
export function where<Row>(frame: Frameish<Row>, predicate: pl.Expr): Frameish<Row> {
  return (frame as pl.DataFrame).filter(predicate);
}

/**
 * The rows in which columns have given values: `keep(imports, { naics: "334" })`.
 *
 * @throws RangeError when no row has them: an empty selection hides a mistake. TypeError when a value
 * is not of its column's type.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { readTable } from "./mod.ts";
 * const imports = await readTable("naics3_imports_by_partner_monthly");
 * const fromMexico = keep(imports, { naics: "334", partner_code: "2010", month: "2024-12" });
 * assertEquals(fromMexico.height, 1);
 * ```
 */
export function keep<Row>(frame: Frame<Row>, values: Partial<Row>): Frame<Row> {
  const wanted = Object.entries(values);
  requireColumns(frame, Object.keys(values), "keep");
  wanted.forEach(([name, value]) => requireType(frame, name, value));
  const same = wanted.map(([name, value]) => pl.col(name).eq(literal(value as string | number)));
  const kept = same.length ? frame.filter(same.reduce((all, each) => all.and(each))) : frame;
  if (kept.height === 0) throw new RangeError(`no row with ${described(values)}`);
  return kept;
}

/** Refuses a value of another type than its column: polars would speak of its own types. */
function requireType(frame: pl.DataFrame, name: string, value: unknown): void {
  const isText = String(frame.dtypes[frame.columns.indexOf(name)]) === String(pl.String);
  if (value === null || isText === (typeof value === "string") && value !== undefined) return;
  const example = isText ? JSON.stringify(String(frame.getColumn(name).get(0))) : "a number";
  const kind = isText ? "text" : "no text";
  throw new TypeError(`keep: ${name} is ${kind}, such as ${example}; it was given ${given(value)}`);
}

/**
 * The one row in which columns have given values: `rowOf(shares, { partner_code: MEXICO })`.
 *
 * @throws RangeError when there is none, or more than one.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { annualBalance, readTable } from "./mod.ts";
 * const years = annualBalance(await readTable("atp_world_monthly"));
 * const row = rowOf(years, { year: "2024" });
 * assertEquals(row.months, 12);
 * ```
 */
export function rowOf<Row>(frame: Frame<Row>, values: Partial<Row>): Row {
  const rows = keep(frame, values).toRecords() as Row[];
  if (rows.length > 1) {
    throw new RangeError(`${rows.length} rows with ${described(values)}, not one`);
  }
  return rows[0];
}

/**
 * Answers a lazy query: over a scan in batches, so that memory stays bounded however many rows there
 * are (polars' streaming engine); over a frame in memory at once, which is faster there.
 *
 * @param source what the query reads.
 */
export function collect(query: pl.LazyDataFrame, source: Frameish<unknown>): pl.DataFrame {
  return query.collectSync({ engine: isScan(source) ? "streaming" : "in-memory" });
}

/**
 * A frame from plain rows. Integer columns must be named: polars would make them Float64.
 *
 * @throws when a row lacks a column of the schema.
 */
export function frameOf<Row extends object>(
  rows: Row[],
  schema: Record<keyof Row & string, pl.DataType>,
): Frame<Row> {
  const names = Object.keys(schema) as (keyof Row & string)[];
  const columns = names.map((name) => {
    const values = rows.map((row, index) => {
      if (!(name in row)) throw new TypeError(`row ${index} has no column ${name}`);
      return row[name] as unknown;
    });
    return seriesOf(name, values, schema[name]);
  });
  return pl.DataFrame(columns) as Frame<Row>;
}

/** Numbers without a gap cross to polars in one piece. */
function seriesOf(name: string, values: unknown[], dtype: pl.DataType): pl.Series {
  const isOf = (...types: pl.DataType[]) => types.some((type) => String(dtype) === String(type));
  if (isOf(pl.String, pl.Bool)) return pl.Series(name, values, dtype);
  const whole = values.every((value) => typeof value === "number");
  const numbers = whole ? Float64Array.from(values as number[]) : values;
  const series = pl.Series(name, numbers as number[], pl.Float64);
  return isOf(pl.Float64) ? series : series.cast(dtype);
}

/** A frame from plain rows in groups: the columns of `by`, which are text, then those of the schema. */
export const frameBy = <Row extends object, By extends string>(
  rows: (Row & Record<By, string>)[],
  by: By[],
  schema: Record<keyof Row & string, pl.DataType>,
): Frame<Row & Record<By, string>> => {
  const keys = Object.fromEntries(by.map((name) => [name, pl.String]));
  return frameOf(rows as object[], { ...keys, ...schema }) as Frame<Row & Record<By, string>>;
};

/** Whether a column `partner_code` has a country, as `isCountry` says of a code. */
export const isCountryCode: pl.Expr = pl.col("partner_code").str.contains("^[1-7][0-9]{3}$");
