/** Industries: yearly sums by partner, over whole years and over the months that the last year has. */
import pl from "nodejs-polars";
import { withYear } from "../../analysis/mod.ts";
import { WORLD } from "../../codes/mod.ts";
import type { Naics3Imports } from "../../data/mod.ts";
import { type Frame, isCountryCode, literal } from "../../frame.ts";
import type { PackedPiece } from "./columns.ts";
import type { IndustrySum } from "./layout.ts";
import { packParts } from "./pack_frame.ts";

/**
 * `industry-334` and so on, packed: the world and countries, without groups of them.
 *
 * @param table `readTable("naics3_imports_by_partner_monthly")`.
 */
export function packIndustries(
  table: Frame<Naics3Imports>,
): Record<`industry-${string}`, PackedPiece> {
  const imports: Frame<Naics3Imports> = table.filter(
    pl.col("basis").eq(literal("imports_for_consumption")).and(
      pl.col("partner_code").eq(literal(WORLD)).or(isCountryCode),
    ),
  );
  const [whole, same] = [imports, sameMonthsOfEach(imports)].map((months) =>
    packParts(sums(months), pl.col("naics"), { order: ["year", "partner_code"] })
  );
  return Object.fromEntries(
    [...whole].map(([naics, rows]) => [
      `industry-${naics}`,
      { whole: rows, same: same.get(naics)! },
    ]),
  );
}

/** Every year of an industry cut to the months that its own last year has, as `sameMonths` does. */
const sameMonthsOfEach = (imports: Frame<Naics3Imports>): Frame<Naics3Imports> =>
  imports.withColumn(pl.col("month").max().over("naics").alias("last"))
    .filter(pl.col("month").str.slice(5, 2).ltEq(pl.col("last").str.slice(5, 2)))
    .drop("last") as Frame<Naics3Imports>;

/** Sums by partner and year; their period and vintage are those of all partners in the year. */
const sums = (imports: Frame<Naics3Imports>): Frame<IndustrySum> => {
  const ofYear = (figure: pl.Expr, name: string) => figure.over("year", "naics").alias(name);
  return withYear(imports).groupBy("year", "naics", "partner_code", "basis").agg(
    pl.col("month").min().alias("first"),
    pl.col("month").max().alias("last"),
    pl.col("vintage").max().alias("newest"),
    pl.col("value_usd").sum(),
    pl.col("duty_usd").sum(),
  ).withColumns(
    ofYear(pl.col("first").min(), "period_start"),
    ofYear(pl.col("last").max(), "period_end"),
    ofYear(pl.col("newest").max(), "vintage"),
  ).select(
    ...["year", "period_start", "period_end", "naics", "partner_code", "basis", "vintage"],
    ...["value_usd", "duty_usd"],
  ) as Frame<IndustrySum>;
};
