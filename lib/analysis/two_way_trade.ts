/**
 * Two-way trade: how much of the trade with a partner is matched by trade in the other direction.
 *
 * Index of Grubel and Lloyd, B = 1 − |X − M| ÷ (X + M) = 2 min(X, M) ÷ (X + M): 0 when trade goes one
 * way only, 1 when exports X equal imports M. Grubel, H. G. and P. J. Lloyd (1975), *Intra-Industry
 * Trade: The Theory and Measurement of International Trade in Differentiated Products*, Macmillan.
 *
 * It is an index of flows, not of linked production, and it rises with aggregation: over goods (engines
 * one way and computers the other count as matched) and over partners (a surplus with one hides a
 * deficit with another).
 */
import pl from "nodejs-polars";
import { CANADA, EXHIBIT_COUNTRIES, EXHIBIT_WORLD, MEXICO } from "../codes/mod.ts";
import { type Frame, literal, requireColumns } from "../frame.ts";
import { type Balance, balance } from "./balance.ts";
import type { Period } from "./periods.ts";

type Trade = Frame<
  Period & { vintage: string; area: string; flow: string; basis: string; value_usd: number }
>;

export type TwoWayTrade = Balance & Period & {
  vintage: string;
  area: string;
  /** Schedule C code; empty for an area that is no country. */
  partner_code: string;
  /** Exports plus imports. */
  trade_usd: number;
  /** 2 × the smaller of both: the trade that is matched. */
  matched_usd: number;
  /** matched ÷ trade. */
  grubel_lloyd: number;
  /** Part of all exports, and of all imports. */
  export_share: number;
  import_share: number;
};

/** The neighbors as one area, and every other country of the exhibit. */
export const NEIGHBORS = "Canada and Mexico";
const PERIOD: string[] = ["vintage", "period_start", "period_end"];
const NEIGHBOR_NAMES = Object.keys(EXHIBIT_COUNTRIES).filter((name) =>
  [CANADA, MEXICO].includes(EXHIBIT_COUNTRIES[name])
);
const OTHER_NAMES = Object.keys(EXHIBIT_COUNTRIES).filter((name) => !NEIGHBOR_NAMES.includes(name));

const float = (name: string) => pl.col(name).cast(pl.Float64);

/**
 * Exports, imports, balance and Grubel–Lloyd index of each country or area, and of Canada and Mexico
 * together (their exports and imports added up first, which raises the index).
 *
 * @param trade from `atp_by_area`: any periods, vintages side by side.
 * @returns vintage, period_start, period_end, area, partner_code, exports_usd, imports_usd,
 * balance_usd, trade_usd, matched_usd, grubel_lloyd, export_share, import_share; sorted. An area
 * without trade has no row.
 * @throws RangeError when a period has no world.
 * @formula Grubel–Lloyd index
 * G = 1 - \frac{|X - M|}{X + M} = \frac{2 \min(X, M)}{X + M}
 * @where $X$ are exports to a partner and $M$ imports from it, same goods and period. It runs from
 * 0, trade goes one way only, to 1, both are equal; it rises when goods or partners are added up
 * first.
 * @reference Grubel, H. G., and P. J. Lloyd (1975). *Intra-Industry Trade: The Theory and
 * Measurement of International Trade in Differentiated Products*. London: Macmillan.
 * @taught 3
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { readTable, records } from "../mod.ts";
 * const two = twoWayTrade(await readTable("atp_by_area"));
 * assertEquals(records(two).every(({ grubel_lloyd }) => grubel_lloyd <= 1), true);
 * ```
 */
export function twoWayTrade(trade: Trade): Frame<TwoWayTrade> {
  requireColumns(trade, [...PERIOD, "area", "flow", "basis", "value_usd"], "twoWayTrade");
  const together = trade.filter(pl.col("area").isIn(NEIGHBOR_NAMES))
    .withColumn(literal(NEIGHBORS).alias("area")).select(...trade.columns);
  const areas = balance(pl.concat([trade, together]) as Trade, [...PERIOD, "area"]);
  const world = areas.filter(pl.col("area").eq(literal(EXHIBIT_WORLD))).select(
    ...PERIOD,
    pl.col("exports_usd").alias("all_exports"),
    pl.col("imports_usd").alias("all_imports"),
  );
  const joined = areas.join(world, { on: PERIOD, how: "left" });
  if (joined.getColumn("all_exports").nullCount() > 0) {
    throw new RangeError(`twoWayTrade: a period has no area ${EXHIBIT_WORLD}`);
  }
  const smaller = pl.when(pl.col("balance_usd").lt(literal(0))).then(pl.col("exports_usd"))
    .otherwise(pl.col("imports_usd"));
  const rows = joined.withColumns(
    pl.col("exports_usd").plus(pl.col("imports_usd")).alias("trade_usd"),
    smaller.plus(smaller).alias("matched_usd"),
    float("exports_usd").div(float("all_exports")).alias("export_share"),
    float("imports_usd").div(float("all_imports")).alias("import_share"),
  ).filter(pl.col("trade_usd").gt(literal(0)))
    .withColumn(float("matched_usd").div(float("trade_usd")).alias("grubel_lloyd"))
    .sort([...PERIOD, "area"]);
  const codes = (rows.getColumn("area").toArray() as string[])
    .map((area) => EXHIBIT_COUNTRIES[area] ?? "");
  return rows.withColumn(pl.Series("partner_code", codes, pl.String)).select(
    ...PERIOD,
    "area",
    "partner_code",
    ...["exports_usd", "imports_usd", "balance_usd", "trade_usd", "matched_usd", "grubel_lloyd"],
    ...["export_share", "import_share"],
  ) as unknown as Frame<TwoWayTrade>;
}

/**
 * Mean Grubel–Lloyd index of the listed countries other than Canada and Mexico, weighted by their
 * trade: Σ matched ÷ Σ trade. Partners are not added up first, so that it is not raised by it.
 *
 * @returns vintage, period_start, period_end, grubel_lloyd; sorted.
 * @formula Mean index of several partners
 * \bar G = \frac{\sum_p 2 \min(X_p, M_p)}{\sum_p (X_p + M_p)}
 * @where the sums run over the listed countries other than Canada and Mexico: the mean of their
 * indexes, weighted by their trade.
 * @taught 3
 */
export function meanIndexOfOthers(
  two: Frame<TwoWayTrade>,
): Frame<Period & { vintage: string; grubel_lloyd: number }> {
  return two.filter(pl.col("area").isIn(OTHER_NAMES)).groupBy(...PERIOD)
    .agg(pl.col("matched_usd").sum(), pl.col("trade_usd").sum())
    .select(...PERIOD, float("matched_usd").div(float("trade_usd")).alias("grubel_lloyd"))
    .sort(PERIOD) as Frame<Period & { vintage: string; grubel_lloyd: number }>;
}
