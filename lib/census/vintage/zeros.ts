/**
 * Explicit zeros. A row that is absent means no trade; where another vintage has a figure for the same
 * key, the absence is written down, so that the latest figure of each key is the latest that was given.
 */
import pl from "nodejs-polars";
import { literal } from "../../frame.ts";
import { FIGURES, without } from "./agree.ts";

/** Columns that tell the members of a block, in which a missing row means zero. */
const MEMBERS = ["partner_code", "code", "hts10"];
/** More of them in tables whose codes a source always brings all together. */
const MORE_MEMBERS: Partial<Record<string, string[]>> = {
  naics4_imports_monthly: ["naics"],
  semiconductor_exports_monthly: ["hs6"],
};
/** Columns that tell blocks, in each of which a source says all there is; none where it says no zero. */
function blockOf(keys: string[], table: string): string[] {
  const members = [...MEMBERS, ...MORE_MEMBERS[table] ?? []];
  const block = keys.filter((name) => !members.includes(name));
  return block.length === keys.length ? [] : block;
}

/** The rows with a figure, with zero in place of each. */
function zeroed(rows: pl.DataFrame, vintage: pl.Expr): pl.DataFrame {
  const figures = FIGURES.filter((name) => rows.columns.includes(name));
  const anyFigure = figures.map((name) => pl.col(name).neq(literal(0)))
    .reduce((any, each) => any.or(each));
  return rows.filter(anyFigure).withColumns(
    vintage.alias("vintage"),
    ...figures.map((name) => literal(0).cast(pl.Int64).alias(name)),
  );
}

/** Rows of the same blocks that did not come again, with zero figures. */
export function vanished(
  before: pl.DataFrame,
  rows: pl.DataFrame,
  keys: string[],
  vintage: string,
  table: string,
) {
  const block = blockOf(keys, table);
  if (block.length === 0 || !hasFigures(rows)) return rows.head(0);
  const covered = before.join(rows.select(...block).unique(), { on: block, how: "inner" });
  return without(zeroed(covered, literal(vintage)), rows, keys).select(...rows.columns);
}

/**
 * The keys of older rows that the next newer vintage of their block may lack, with zero figures in it:
 * it said that there is no such trade.
 *
 * @param newer rows of the newer vintages that say all of their blocks.
 */
export function closed(newer: pl.DataFrame, rows: pl.DataFrame, keys: string[], table: string) {
  const block = blockOf(keys, table);
  if (block.length === 0 || !hasFigures(rows) || newer.height === 0) return rows.head(0);
  const next = newer.groupBy(...block).agg(pl.col("vintage").min().alias("next"));
  return zeroed(rows.join(next, { on: block, how: "inner" }), pl.col("next"))
    .select(...rows.columns);
}

const hasFigures = (rows: pl.DataFrame) => FIGURES.some((name) => rows.columns.includes(name));
