/** New rows of a table under their vintage, beside all earlier ones. */
import pl from "nodejs-polars";
import type { Resource, Vintage } from "../../data/mod.ts";
import { columnTypes } from "../../data/schema.ts";
import { frameOf, literal } from "../../frame.ts";
import { FIGURES, mustAgree, without } from "./agree.ts";
import type { Contribution } from "../terms/contribution.ts";

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
 * Adds contributions to a table. Where a source says nothing of a key that the earlier figures of the
 * same block have, trade was revised to none: that key gets an explicit zero, so that the latest
 * figure of each key is the latest that the publisher gave. Figures that all are as they were add
 * nothing.
 *
 * @param existing every vintage of the table so far.
 * @throws CensusError when two runs of one day disagree.
 */
export function merged(
  contributions: Contribution[],
  resource: Resource,
  existing?: pl.DataFrame,
): Merged {
  const dated = resource.schema.primaryKey;
  const keys = dated.filter((name) => name !== "vintage");
  const all = contributions.map((each) => ({
    vintage: each.vintage,
    frame: framed(each, resource),
  }));
  let frame = existing, added: pl.DataFrame | undefined;
  const vintages: Vintage[] = [];
  for (const each of all) {
    let rows = each.frame;
    if (frame) {
      mustAgree(frame, rows, dated, {
        table: resource.name,
        first: `vintage ${each.vintage.vintage} in data/`,
        second: each.vintage.title,
      });
      const before = lastBefore(frame, each.vintage.vintage, keys);
      rows = pl.concat([rows, vanished(before, rows, keys, each.vintage.vintage, resource.name)]);
      if (isConfirmed(before, rows, keys)) continue;
      rows = without(rows, frame, dated);
      if (rows.height === 0) continue;
    }
    frame = frame ? pl.concat([frame, rows]) : rows;
    added = added ? pl.concat([added, rows]) : rows;
    vintages.push(each.vintage);
  }
  const sorted = (each?: pl.DataFrame) => (each ?? all[0].frame.head(0)).sort(dated);
  return { frame: sorted(frame), added: sorted(added), vintages };
}

/** For each key the last row that is not later than a vintage. */
export function lastBefore(frame: pl.DataFrame, vintage: string, keys: string[]): pl.DataFrame {
  const known = frame.filter(pl.col("vintage").ltEq(literal(vintage)));
  const last = known.groupBy(...keys).agg(pl.col("vintage").max());
  const dated: string[] = [...keys, "vintage"];
  return known.join(last, { on: dated, how: "inner" });
}

/** Rows of the same blocks that did not come again, with zero figures. */
function vanished(
  before: pl.DataFrame,
  rows: pl.DataFrame,
  keys: string[],
  vintage: string,
  table: string,
) {
  const members = [...MEMBERS, ...MORE_MEMBERS[table] ?? []];
  const block = keys.filter((name) => !members.includes(name));
  const figures = FIGURES.filter((name) => rows.columns.includes(name));
  if (block.length === keys.length || figures.length === 0) return rows.head(0);
  const covered = before.join(rows.select(...block).unique(), { on: block, how: "inner" });
  const anyFigure = figures.map((name) => pl.col(name).neq(literal(0)))
    .reduce((any, each) => any.or(each));
  const gone = without(covered.filter(anyFigure), rows, keys);
  return gone.withColumns(
    literal(vintage).alias("vintage"),
    ...figures.map((name) => literal(0).cast(pl.Int64).alias(name)),
  ).select(...rows.columns);
}

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
