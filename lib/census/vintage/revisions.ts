/** What changed from one vintage to the next. */
import pl from "nodejs-polars";
import { millions, number, percent } from "../../format.ts";
import { type Frame, literal, records } from "../../frame.ts";
import { FIGURES } from "./agree.ts";
import { FACTS, lastBefore } from "./merge.ts";

export interface RevisedFigure {
  vintage: string;
  before_vintage: string;
  before_usd: number;
  after_usd: number;
  /** after − before. */
  change_usd: number;
}

export interface RevisionReport {
  table: string;
  vintage: string;
  /** Figures of keys that had none before. */
  new: number;
  /** Months, or periods as `2024-01..2024-12`, of which the table had no figure before, in order. */
  periods: string[];
  /** Figures that are as they were, up to the rounding of the earlier one. */
  unchanged: number;
  /** Figures that differ, largest change first, with their keys. */
  revised: Frame<RevisedFigure & Record<string, string>>;
  /** Keys of a table without figures whose class is another now: `0000000000: 00 → 04`. */
  reclassed?: string[];
}

/**
 * Compares a vintage of a table with what was known before it: its first figure (`value_usd`; of the
 * tariff lines general imports), or the classes of a table that has no figure.
 *
 * @param all every vintage of the table.
 * @param keys the primary key of the table; `vintage` may be among it.
 * @returns counts, and the revised figures: keys, vintage, before_vintage, before_usd, after_usd,
 * change_usd (after − before, whole US dollars).
 */
export function revisionReport(
  table: string,
  all: pl.DataFrame,
  keys: string[],
  vintage: string,
): RevisionReport {
  const key = keys.filter((name) => name !== "vintage");
  const rounding = all.columns.includes("rounding_usd")
    ? pl.col("rounding_usd")
    : literal(1).cast(pl.Int64).alias("rounding_usd");
  const measure = FIGURES.find((name) => all.columns.includes(name));
  if (!measure) return classReport(table, all, key, vintage);
  const after = all.filter(pl.col("vintage").eq(literal(vintage)))
    .select(...key, "vintage", pl.col(measure).alias("after_usd"));
  const earlier = lastBefore(all.filter(pl.col("vintage").lt(literal(vintage))), vintage, key)
    .select(
      ...key,
      pl.col("vintage").alias("before_vintage"),
      pl.col(measure).alias("before_usd"),
      rounding,
    );
  const both = after.join(earlier, { on: key, how: "inner" })
    .withColumn(pl.col("after_usd").minus(pl.col("before_usd")).alias("change_usd"))
    .withColumn(pl.col("change_usd").abs().alias("size"));
  const revised = both.filter(pl.col("size").mul(literal(2)).gt(pl.col("rounding_usd")))
    .sort({ by: ["size", ...key], descending: [true, ...key.map(() => false)] })
    .drop("size", "rounding_usd");
  return {
    table,
    vintage,
    new: after.height - both.height,
    periods: newPeriods(all, vintage),
    unchanged: both.height - revised.height,
    revised: revised as Frame<RevisedFigure & Record<string, string>>,
  };
}

/** The periods that a vintage brings and no earlier one has. */
function newPeriods(all: pl.DataFrame, vintage: string): string[] {
  const ends = ["month", "period_start", "period_end"].filter((name) => all.columns.includes(name));
  const periodsOf = (rows: pl.DataFrame) =>
    new Set(rows.select(...ends).unique().rows().map((row) => row.join("..")));
  const isEarlier = pl.col("vintage").lt(literal(vintage));
  const earlier = periodsOf(all.filter(isEarlier));
  return [...periodsOf(all.filter(pl.col("vintage").eq(literal(vintage)))).difference(earlier)]
    .sort();
}

/** The same for a table of classes: a key is revised when its ATP group or industry is another. */
function classReport(
  table: string,
  all: pl.DataFrame,
  key: string[],
  vintage: string,
): RevisionReport {
  const facts = FACTS.filter((name) => all.columns.includes(name) && !name.endsWith("_method"));
  const after = all.filter(pl.col("vintage").eq(literal(vintage)));
  const before = lastBefore(all.filter(pl.col("vintage").lt(literal(vintage))), vintage, key)
    .select(...key, ...facts.map((name) => pl.col(name).alias(`before_${name}`)));
  const both = after.join(before, { on: key, how: "inner" });
  const differs = facts.map((name) => pl.col(name).neq(pl.col(`before_${name}`)))
    .reduce((any, each) => any.or(each));
  const reclassed = both.filter(differs).sort(key).toRecords().map((row) =>
    `${key.map((name) => row[name]).join(" ")}: ` +
    facts.map((name) => `${row[`before_${name}`]} → ${row[name]}`).join(", ")
  );
  return {
    table,
    vintage,
    new: after.height - both.height,
    periods: [],
    unchanged: both.height - reclassed.length,
    revised: both.head(0) as RevisionReport["revised"],
    reclassed,
  };
}

const SHOWN = 5;

/** The report in lines of plain text: counts, then the largest revisions in millions of dollars. */
export function revisionLines({ table, vintage, revised, ...counts }: RevisionReport): string[] {
  if (counts.reclassed) {
    const { length } = counts.reclassed;
    return [
      `${table}, vintage ${vintage}: ${number(counts.new)} new codes, ` +
      `${number(counts.unchanged)} unchanged, ${number(length)} in another class`,
      ...counts.reclassed.slice(0, SHOWN).map((line) => `  ${line}`),
      ...length > SHOWN ? [`  … and ${number(length - SHOWN)} more`] : [],
    ];
  }
  const { height } = revised;
  const head = `${table}, vintage ${vintage}: ${number(counts.new)} new figures, ` +
    `${number(counts.unchanged)} unchanged, ${number(height)} revised`;
  const told = ["vintage", "before_vintage", "before_usd", "after_usd", "change_usd"];
  const keys = revised.columns.filter((name) => !told.includes(name));
  const largest = records<RevisedFigure & Record<string, string>>(revised.head(SHOWN)).map(
    (row) => {
      const rate = row.before_usd > 0 ? ` (${percent(row.change_usd / row.before_usd, 2)})` : "";
      return `  ${keys.map((name) => row[name]).join(" ")}: ${millions(row.before_usd, 1)} → ` +
        `${millions(row.after_usd, 1)} million USD${rate}, was ${row.before_vintage}`;
    },
  );
  return [head, ...largest, ...height > SHOWN ? [`  … and ${number(height - SHOWN)} more`] : []];
}
