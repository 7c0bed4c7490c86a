/** New rows of a table under their vintage, beside all earlier ones. */
import pl from "nodejs-polars";
import type { Resource, Vintage } from "../../data/mod.ts";
import { columnTypes } from "../../data/schema.ts";
import { frameOf, literal } from "../../frame.ts";
import { FIGURES, mustAgree, without } from "./agree.ts";
import { type Contribution, DIRECT } from "../terms/contribution.ts";
import { sayMissingMonths } from "./missing_months.ts";
import { closed, vanished } from "./zeros.ts";

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
