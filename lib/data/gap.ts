/** Building blocks of a reconciliation: sums within keys, and the largest gap between two of them. */
import pl from "nodejs-polars";
import { collect, type Frameish, lazy, literal } from "../frame.ts";
import type { Tables } from "./rows.ts";

/** Reads a table: every vintage (`all`), or for each key the `latest`, or the latest by a date. */
export type Reader = (name: keyof Tables, vintage?: string) => Promise<pl.DataFrame>;
/** The same as a lazy scan, for the tables by tariff line. */
export type Scanner = (name: keyof Tables, vintage?: string) => Promise<pl.LazyDataFrame>;

export interface Gap {
  /** Largest difference found. */
  gap: number;
  /** Largest difference allowed: rounding of the publisher, otherwise 0. */
  allowed: number;
  unit: string;
  /** How many sums were compared: a check of nothing has failed. */
  compared: number;
}

export interface Check {
  statement: string;
  /** Tables that the check needs. */
  tables: (keyof Tables)[];
  measure: (read: Reader, scan: Scanner) => Promise<Gap>;
}

/** The rows in which a column has a value. */
export const is = (name: string, value: string): pl.Expr => pl.col(name).eq(literal(value));

/** Sum of a column within keys, named; of a frame or a lazy scan. */
export function sumBy(
  frame: pl.DataFrame | pl.LazyDataFrame,
  keys: string[],
  value: string,
  as: string,
): pl.DataFrame {
  const figures = frame as Frameish<unknown>;
  return collect(lazy(figures).groupBy(keys).agg(pl.col(value).sum().alias(as)), figures);
}

/**
 * Largest absolute difference between sums `whole` and sums `parts` that share keys. Every whole is
 * compared; parts that are missing count as zero.
 */
export function largestGap(
  whole: pl.DataFrame,
  parts: pl.DataFrame,
  keys: string[],
): { gap: number; compared: number } {
  const both = whole.join(parts, { on: keys, how: "left" });
  const value = (name: string) => pl.col(name).fillNull(literal(0)).cast(pl.Float64);
  const gap = both.select(value("whole").minus(value("parts")).abs().max().alias("gap"));
  return { gap: Number(gap.getColumn("gap").get(0) ?? 0), compared: both.height };
}

/** A gap that must be nothing at all, in US dollars. */
export const exact = (found: { gap: number; compared: number }): Gap => ({
  ...found,
  allowed: 0,
  unit: "USD",
});
