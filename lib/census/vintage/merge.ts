/** New rows of a table under their vintage, beside all earlier ones. */
import pl from "nodejs-polars";
import type { Resource, Vintage } from "../../data/mod.ts";
import { columnTypes } from "../../data/schema.ts";
import { frameOf, literal } from "../../frame.ts";
import { FIGURES, mustAgree, without } from "./agree.ts";
import { type Contribution, DIRECT } from "../terms/contribution.ts";
import { sayMissingMonths } from "./missing_months.ts";

/** Columns that tell the members of a block, in which a missing row means zero. */
const MEMBERS = ["partner_code", "code", "hts10"];
/** More of them in tables whose codes a source always brings all together. */
const MORE_MEMBERS: Partial<Record<string, string[]>> = {
  naics4_imports_monthly: ["naics"],
  semiconductor_exports_monthly: ["hs6"],
};
/** Columns of a table without figures that say what its keys are. */
export const FACTS = ["atp_group", "atp_method", "naics6", "naics_method"];

/** Rows of contributions as a frame with the table's columns, in its order. */
export function framed({ rows, vintage }: Contribution, resource: Resource): pl.DataFrame {
  if (!Array.isArray(rows)) {
    const names = resource.schema.fields.map(({ name }) => name);
    return rows.withColumn(literal(vintage.vintage).alias("vintage")).select(...names);
  }
  const dated = rows.map((row) => ({ ...row, vintage: vintage.vintage }));
  return frameOf(dated, columnTypes(resource) as Record<string, pl.DataType>);
}

export interface Merged {
  /** All vintages, sorted by key. */
  frame: pl.DataFrame;
  /** The rows that came. */
  added: pl.DataFrame;
  /** The vintages that brought them. */
  vintages: Vintage[];
}

/**
 * Adds contributions to a table, in the order in which they were published. Where a source says nothing
 * of a key that the earlier figures of the same block have, trade was revised to none: that key gets
 * an explicit zero, so that the latest figure of each key is the latest that the publisher gave. What
 * is older than the figures that are there enters before them, is said, and changes no latest figure.
 * Figures that all are as they were, or as they are in force, add nothing.
 *
 * @param existing every vintage of the table so far.
 * @throws CensusError when two runs of one day disagree.
 */
export function merged(
  contributions: Contribution[],
  resource: Resource,
  say: (line: string) => void,
  existing?: pl.DataFrame,
): Merged {
  const { name, schema: { primaryKey: dated } } = resource;
  const keys = dated.filter((name) => name !== "vintage");
  const all = contributions.toSorted((a, b) => a.vintage.vintage < b.vintage.vintage ? -1 : 1);
  const direct = resource.vintages.filter((each) => each.carried_by === DIRECT);
  const whole = new Set(direct.map(({ vintage }) => vintage));
  let frame = existing, added: pl.DataFrame | undefined;
  const vintages: Vintage[] = [];
  for (const each of all) {
    const { vintage, title } = each.vintage;
    let rows = framed(each, resource);
    if (frame) {
      mustAgree(frame, rows, dated, {
        table: name,
        first: `vintage ${vintage} in data/`,
        second: title,
      });
      const before = lastBefore(frame, vintage, keys);
      const newer = frame.filter(pl.col("vintage").gt(literal(vintage)));
      sayMissingMonths(name, before, rows, say);
      rows = pl.concat([rows, vanished(before, rows, keys, vintage, name)]);
      const inForce = newer.join(rows.select(...keys), { on: keys, how: "inner" });
      if (inForce.height > 0) {
        const last = inForce.getColumn("vintage").toArray().sort().at(-1);
        say(`  ${name}: ${title} is of ${vintage}; the newer figures of ${last} stay in force`);
      }
      if ([before, lastBefore(frame, LAST, keys)].some((known) => isConfirmed(known, rows, keys))) {
        continue;
      }
      rows = without(rows, frame, dated);
      if (rows.height === 0) continue;
      const closing = newer.filter(pl.col("vintage").isIn([...whole]));
      rows = pl.concat([rows, without(closed(closing, rows, keys, name), frame, dated)]);
    }
    frame = frame ? pl.concat([frame, rows]) : rows;
    added = added ? pl.concat([added, rows]) : rows;
    vintages.push(each.vintage);
    whole.add(vintage);
  }
  const empty = () => framed(all[0], resource).head(0);
  return { frame: (frame ?? empty()).sort(dated), added: added ?? empty(), vintages };
}

/** Later than every vintage. */
const LAST = "9999";

/** For each key the last row that is not later than a vintage. */
export function lastBefore(frame: pl.DataFrame, vintage: string, keys: string[]): pl.DataFrame {
  const known = frame.filter(pl.col("vintage").ltEq(literal(vintage)));
  const last = known.groupBy(...keys).agg(pl.col("vintage").max());
  const dated: string[] = [...keys, "vintage"];
  return known.join(last, { on: dated, how: "inner" });
}

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
function vanished(
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
function closed(newer: pl.DataFrame, rows: pl.DataFrame, keys: string[], table: string) {
  const block = blockOf(keys, table);
  if (block.length === 0 || !hasFigures(rows) || newer.height === 0) return rows.head(0);
  const next = newer.groupBy(...block).agg(pl.col("vintage").min().alias("next"));
  return zeroed(rows.join(next, { on: block, how: "inner" }), pl.col("next"))
    .select(...rows.columns);
}

const hasFigures = (rows: pl.DataFrame) => FIGURES.some((name) => rows.columns.includes(name));

/** True when every row says what the last known one says, exactly and no more finely. */
function isConfirmed(before: pl.DataFrame, rows: pl.DataFrame, keys: string[]): boolean {
  const told = rows.columns.filter((name) =>
    !keys.includes(name) && [...FIGURES, ...FACTS, "rounding_usd"].includes(name)
  );
  const same = rows.select(...keys, ...told).join(before.select(...keys, ...told), {
    on: [...keys, ...told],
    how: "inner",
  });
  return same.height === rows.height;
}
