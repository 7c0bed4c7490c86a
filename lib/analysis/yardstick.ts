/**
 * Does technology lean on Mexico and Canada more than other goods do? Their shares of advanced
 * technology products and of industries, beside their share of all goods.
 */
import pl from "nodejs-polars";
import { ALL_GOODS, ALL_INDUSTRIES, ATP_TOTAL } from "../codes/mod.ts";
import { type Frame, literal, requireColumns } from "../frame.ts";
import {
  type AtpLine,
  calendarYear,
  importsBySupplier,
  type OnBasis,
  type SupplierImports,
} from "./import_lines.ts";
import { ofPeriod, type Period, withinMonths } from "./periods.ts";
import { type RelativeShare, relativeShares } from "./relative_shares.ts";

/**
 * Shares of Canada, Mexico and both (`0020`) in all goods (class `all_goods`), in all ATP (`total`) and
 * in each ATP group, beside their share of all goods, in a calendar year.
 *
 * @param atp ATP lines on one basis, from `atpLines` and `onBasis`.
 * @param all all goods by supplier on the same basis, from `importsBySupplier`.
 */
export function technologyYardstick(
  atp: Frame<OnBasis<AtpLine>>,
  all: Frame<SupplierImports>,
  year: string | number,
): Frame<RelativeShare> {
  const lines = ofPeriod(atp, calendarYear(year)).withColumns(pl.col("atp_group").alias("class"));
  const total = lines.withColumns(literal(ATP_TOTAL).alias("class"));
  const parts = importsBySupplier<"class">(
    pl.concat([total, lines]) as Frame<OnBasis<AtpLine>>,
    ["class"],
  );
  const whole = ofPeriod(all, calendarYear(year));
  const itself = whole.withColumns(literal(ALL_GOODS.classification).alias("class")).select(
    ...parts.columns,
  );
  return relativeShares(pl.concat([parts, itself]) as typeof parts, whole, "class");
}

interface IndustryImports {
  month: string;
  naics: string;
  partner_code: string;
}

/**
 * Shares of Canada, Mexico and both (`0020`) in industries, beside their share of all industries.
 *
 * @param imports monthly imports by industry and partner, with all industries (`00`) and the world.
 * @param naics codes of the industries.
 * @param period whole months; two of them compare only over the same months of their years.
 */
export function industryYardstick(
  imports: Frame<IndustryImports>,
  naics: string[],
  { period_start, period_end }: Period,
): Frame<RelativeShare> {
  requireColumns(imports, ["month", "naics", "partner_code", "value_usd"], "industryYardstick");
  const months = withinMonths(imports, period_start, period_end)
    .filter(pl.col("naics").isIn([...naics, ALL_INDUSTRIES]))
    .filter(pl.col("partner_code").str.contains("^([1-7][0-9]{3}|-)$"));
  const keys = ["vintage", "basis", "naics", "partner_code"];
  const sums = months.groupBy(keys).agg(
    pl.col("value_usd").sum(),
    pl.col("month").min().alias("period_start"),
    pl.col("month").max().alias("period_end"),
  ).withColumns(
    pl.col("period_start").min().alias("period_start"),
    pl.col("period_end").max().alias("period_end"),
  ) as unknown as Frame<Sums>;
  const isAll = pl.col("naics").eq(literal(ALL_INDUSTRIES));
  return relativeShares(sums.filter(isAll.not()), sums.filter(isAll), "naics");
}

type Sums = Omit<SupplierImports, "basis"> & { basis: string; naics: string };
