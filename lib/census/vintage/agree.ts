/** Figures of the same thing must be the same: sources side by side, and two runs of one day. */
import pl from "nodejs-polars";
import { number } from "../../format.ts";
import { literal } from "../../frame.ts";
import { CensusError } from "../transfer/errors.ts";

/** Columns of a table that hold figures; the rest identifies them. */
export const FIGURES = [
  "value_usd",
  "general_imports_usd",
  "imports_for_consumption_usd",
  "dutiable_usd",
  "duty_usd",
  "preference_usd",
];
const SHOWN = 10;

/**
 * Compares the figures of two frames where both have the same keys, and the same rounding: an exact
 * figure and one in millions are two forms of it. A table without figures has nothing to compare.
 *
 * @returns how many rows were compared.
 * @throws CensusError that shows the differences, both figures of each.
 */
export function mustAgree(
  first: pl.DataFrame,
  second: pl.DataFrame,
  keys: string[],
  names: { table: string; first: string; second: string },
): number {
  const figures = FIGURES.filter((name) => first.columns.includes(name));
  if (figures.length === 0) return 0;
  const same = [...keys, ...first.columns.filter((name) => name === "rounding_usd")];
  const right = second.select(
    ...same,
    ...figures.map((name) => pl.col(name).alias(`second_${name}`)),
  );
  const both = first.select(...same, ...figures).join(right, { on: same, how: "inner" });
  const differs = figures.map((name) => pl.col(name).neq(pl.col(`second_${name}`)))
    .reduce((any, each) => any.or(each));
  const wrong = both.filter(differs).sort(keys);
  if (wrong.height === 0) return both.height;
  const lines = wrong.head(SHOWN).toRecords().map((row) =>
    `    ${keys.map((name) => row[name]).join(" ")}: ` +
    figures.map((name) => {
      const [one, other] = [Number(row[name]), Number(row[`second_${name}`])];
      return `${name} ${number(one)} and ${number(other)}, difference ${number(one - other)}`;
    }).join("; ")
  );
  throw new CensusError(
    `${names.table}: ${names.first} and ${names.second} disagree in ${wrong.height} of ` +
      `${both.height} figures:\n${lines.join("\n")}`,
    "data/ is unchanged; refresh both on the same day, or one --source alone",
  );
}

/** Rows of a frame whose keys the other one lacks. */
export function without(frame: pl.DataFrame, other: pl.DataFrame, keys: string[]): pl.DataFrame {
  const known = other.select(...keys).unique().withColumn(literal(true).alias("is_known"));
  return frame.join(known, { on: keys, how: "left" })
    .filter(pl.col("is_known").isNull()).drop("is_known");
}
