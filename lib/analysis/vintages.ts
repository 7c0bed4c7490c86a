/** Revisions: what the publisher changed between two vintages of the same figure. */
import pl from "nodejs-polars";
import { type Frame, literal, requireColumns } from "../frame.ts";

export interface Revision {
  earlier_vintage: string;
  later_vintage: string;
  earlier_usd: number;
  later_usd: number;
  /** later − earlier. */
  difference_usd: number;
  /** difference ÷ earlier; null where the earlier figure is 0. */
  relative: number | null;
  /** The coarser rounding of the two: a difference below it may be rounding alone. */
  rounding_usd: number;
}

/**
 * Figures that exist in two vintages, side by side. Of three vintages each is compared with the next.
 *
 * @param figures a table with every vintage (`readTable(name, { vintage: "all" })`).
 * @param key columns that identify a figure, e.g. `["month", "flow"]`.
 * @param value column that was revised; `value_usd` unless told.
 * @returns key, earlier_vintage, later_vintage, earlier_usd, later_usd, difference_usd, relative,
 * rounding_usd (1 where the table does not say); sorted by key and vintage; no row when no figure
 * exists twice.
 * @throws RangeError when the key does not identify one figure in each vintage.
 * @formula Revision of a figure
 * \Delta = v_{\text{later}} - v_{\text{earlier}}, \qquad \frac{\Delta}{v_{\text{earlier}}}
 * @where $v$ is the same figure in two vintages, in US dollars; the second is a fraction. A
 * difference below the rounding of the publisher may be rounding alone.
 * @taught 2
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { readTable } from "../mod.ts";
 * const everyVintage = await readTable("atp_world_monthly", { vintage: "all" });
 * const changed = revisions(everyVintage, ["month", "flow"]);
 * assertEquals(changed.height > 0, true);
 * ```
 */
export function revisions<Row extends { vintage: string }, Key extends keyof Row & string>(
  figures: Frame<Row>,
  key: Key[],
  value: keyof Row & string = "value_usd" as keyof Row & string,
): Frame<Revision & Pick<Row, Key>> {
  requireColumns(figures, [...key, "vintage", value], "revisions");
  const dated: string[] = [...key, "vintage"];
  if (figures.select(...dated).unique().height < figures.height) {
    throw new RangeError(`revisions: ${key.join(", ")} does not identify one figure in a vintage`);
  }
  const rounding = figures.columns.includes("rounding_usd")
    ? pl.col("rounding_usd")
    : literal(1).cast(pl.Int64);
  const previous = (name: string) => pl.col(name).shift(1).over(...key as unknown as [string]);
  const float = (name: string) => pl.col(name).cast(pl.Float64);
  const relative = pl.when(pl.col("earlier_usd").neq(literal(0)))
    .then(float("difference_usd").div(float("earlier_usd"))).otherwise(literal(null));
  const roundings = [pl.col("earlier_rounding"), pl.col("rounding")];
  return figures.withColumn(rounding.alias("rounding")).sort(dated)
    .withColumns(
      previous("vintage").alias("earlier_vintage"),
      previous(value).alias("earlier_usd"),
      previous("rounding").alias("earlier_rounding"),
      pl.col("vintage").alias("later_vintage"),
      pl.col(value).alias("later_usd"),
    )
    .filter(pl.col("earlier_vintage").isNotNull())
    .withColumn(pl.col("later_usd").minus(pl.col("earlier_usd")).alias("difference_usd"))
    .withColumns(
      relative.alias("relative"),
      pl.when(roundings[0].gt(roundings[1])).then(roundings[0]).otherwise(roundings[1])
        .alias("rounding_usd"),
    )
    .sort([...key, "later_vintage"])
    .select(
      ...key,
      ...["earlier_vintage", "later_vintage", "earlier_usd", "later_usd"],
      ...["difference_usd", "relative", "rounding_usd"],
    ) as unknown as Frame<Revision & Pick<Row, Key>>;
}
