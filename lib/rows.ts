/**
 * Rows of figures, whichever form they come in: a polars frame, as in the notebooks, or plain rows, as in
 * a browser. Nothing here loads polars.
 */
import type { Frame } from "./frame.ts";
import { given, isFrame } from "./given.ts";

/** A polars frame with the columns of `Row`, or an array of such rows. */
export type Rows<Row> = Frame<Row> | readonly Row[];

/**
 * Rows as plain objects, in order: an array of their own. Int64 columns become numbers (exact below 2^53).
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { annualBalance, readTable } from "./mod.ts";
 * const years = annualBalance(await readTable("atp_world_monthly"));
 * const deficits = records(years).filter(({ balance_usd }) => balance_usd < 0);
 * assertEquals(deficits.length > 10, true);
 * ```
 */
export function records<Row>(rows: Rows<Row>): Row[] {
  requireColumns(rows, [], "records");
  return Array.isArray(rows) ? [...rows] : rowsOf(rows as Frame<Row>);
}

/**
 * As one text the rows cross from polars in a third of the time that they need cell by cell. But JSON
 * knows no NaN and writes null: a frame that has either goes cell by cell, where each stays what it is.
 */
function rowsOf<Row>(frame: Frame<Row>): Row[] {
  const text = frame.writeJSON({ format: "json" }).toString();
  return text.includes("null") ? frame.toRecords() as Row[] : JSON.parse(text);
}

/**
 * The rows in which columns have given values, as plain objects.
 *
 * @throws RangeError when no row has them: an empty selection hides a mistake.
 */
export function recordsWith<Row>(rows: Rows<Row>, values: Partial<Row>): Row[] {
  requireColumns(rows, Object.keys(values), "recordsWith");
  const wanted = Object.entries(values) as [keyof Row & string, unknown][];
  const found = records(rows).filter((row) => wanted.every(([name, value]) => row[name] === value));
  if (found.length === 0) throw new RangeError(`no row with ${described(values)}`);
  return found;
}

/** Some columns of a row. */
export const taken = <Row extends object, Name extends keyof Row & string>(
  row: Row,
  ...names: Name[]
): Pick<Row, Name> => Object.fromEntries(names.map((name) => [name, row[name]])) as Pick<Row, Name>;

/** Values by column in words: `naics 334, partner_code 2010`. */
export const described = (values: object): string =>
  Object.entries(values).map(([name, value]) => `${name} ${value}`).join(", ");

/**
 * Refuses what is no frame and no list of rows, and rows that lack columns, by name.
 *
 * @throws TypeError naming the function, what it was given, or the missing columns and those that are
 * there.
 */
export function requireColumns(rows: unknown, names: string[], caller: string): void {
  if (Array.isArray(rows) ? !rows.every(isRow) : !isFrame(rows)) {
    throw new TypeError(
      `${caller} takes a frame, such as await readTable("atp_by_group"); it was given ${
        given(rows)
      }`,
    );
  }
  const there = columnsOf(rows as { columns: string[] } | readonly object[]);
  const missing = names.filter((name) => there && !there.includes(name));
  if (missing.length > 0) {
    throw new TypeError(
      `${caller}: column ${missing.join(", ")} missing; the frame has ${there!.join(", ")}`,
    );
  }
}

const isRow = (row: unknown): boolean =>
  typeof row === "object" && row !== null && !Array.isArray(row);

/** Of no rows nothing is known. */
function columnsOf(rows: { columns: string[] } | readonly object[]): string[] | undefined {
  if (!Array.isArray(rows)) return (rows as { columns: string[] }).columns;
  return rows.length > 0 ? Object.keys(rows[0]) : undefined;
}
