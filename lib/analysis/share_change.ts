/**
 * Changes of supplier shares between two periods.
 *
 * A share is value, not volume: it may change with prices alone, and its change is no cause.
 */
import pl from "nodejs-polars";
import { OTHER } from "../codes/mod.ts";
import { type Frame, type Frameish, literal, records } from "../frame.ts";
import { type Compared, comparedPeriods, type Comparison, sides } from "./comparison.ts";
import { rankSuppliers } from "./ranking.ts";
import { supplierShares } from "./shares.ts";

export type ShareChange = Compared & {
  vintage: string;
  basis: string;
  partner_code: string;
  from_usd: number;
  to_usd: number;
  from_share: number;
  to_share: number;
  /** to_share − from_share: a fraction, read in percentage points. */
  change: number;
  /** Place among the listed suppliers; null for the rest and where nothing was imported. */
  from_rank: number | null;
  to_rank: number | null;
};

/** Change options: the comparison, and columns within which shares are taken. */
export type ChangeOptions<By extends string = string> = Comparison & { by?: By[] };

/**
 * Change of each supplier's share in imports between two periods, the rest as `other`.
 *
 * change = imports from it ÷ imports from the world, after less before. Over all rows of a group of
 * `by` the changes add to zero. A supplier that is in one period only has a share of 0 in the other.
 *
 * @param imports monthly imports of one basis with the world row, e.g. one or more industries.
 * @returns `by`, vintage, basis, from_start … to_end, partner_code, from_usd, to_usd, from_share,
 * to_share, change, from_rank, to_rank; largest gain first within `by`.
 * @throws RangeError as `supplierShares` and `sides` do.
 */
export function shareChanges<Row, By extends string = never>(
  imports: Frameish<Row>,
  { from, to, by = [] }: ChangeOptions<By>,
): Frame<ShareChange & Record<By, string>> {
  const key: string[] = [...by, "partner_code"];
  const shares = supplierShares(sides(imports, { from, to }, by), {
    by: [...by, "side"],
    denominator: "world",
  });
  const ranked = rankSuppliers(shares, [...by, "side"]).select(...key, "side", "rank");
  const on: string[] = [...key, "side"];
  const all = shares.join(ranked, { on, how: "left" });
  const of = (side: string) =>
    all.filter(pl.col("side").eq(literal(side))).select(
      ...key,
      ...["vintage", "basis"].map((name) => pl.col(name).alias(`${side}_${name}`)),
      pl.col("value_usd").alias(`${side}_usd`),
      pl.col("share").alias(`${side}_share`),
      pl.when(pl.col("value_usd").gt(literal(0))).then(pl.col("rank")).otherwise(literal(null))
        .alias(`${side}_rank`),
    );
  const zero = (name: string, type: pl.DataType) =>
    pl.col(name).fillNull(literal(0).cast(type)).alias(name);
  return of("from").join(of("to"), { on: key, how: "full", coalesce: true })
    .withColumns(
      pl.col("to_vintage").fillNull(pl.col("from_vintage")).alias("vintage"),
      pl.col("to_basis").fillNull(pl.col("from_basis")).alias("basis"),
      ...["from_usd", "to_usd"].map((name) => zero(name, pl.Int64)),
      ...["from_share", "to_share"].map((name) => zero(name, pl.Float64)),
      ...Object.entries(comparedPeriods({ from, to }))
        .map(([name, month]) => literal(month).alias(name)),
    )
    .withColumn(pl.col("to_share").minus(pl.col("from_share")).alias("change"))
    .sort({
      by: [...by, "change", "partner_code"],
      descending: [...by.map(() => false), true, false],
    })
    .select(
      ...by,
      ...["vintage", "basis", "from_start", "from_end", "to_start", "to_end", "partner_code"],
      ...["from_usd", "to_usd", "from_share", "to_share", "change", "from_rank", "to_rank"],
    ) as Frame<ShareChange & Record<By, string>>;
}

/** The supplier that lost most, the rest aside; undefined when none lost. */
export function largestLoser(changes: Frame<ShareChange>): string | undefined {
  const losers = records(changes).filter((row) => row.partner_code !== OTHER && row.change < 0);
  return losers.sort((a, b) => a.change - b.change || (a.partner_code < b.partner_code ? -1 : 1))[0]
    ?.partner_code;
}
