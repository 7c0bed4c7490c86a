/**
 * All goods imported from Canada, Mexico and the world, from the tables that hold them, each on its
 * own basis and in the same columns.
 */
import pl from "nodejs-polars";
import { ALL_INDUSTRIES, CANADA, MEXICO, WORLD, WORLD_IN_COUNTRY_FILE } from "../codes/mod.ts";
import { type Frame, literal, requireColumns } from "../frame.ts";

/** All goods imported from Canada, Mexico and the world, one basis, monthly. */
export interface PartnerImports {
  vintage: string;
  month: string;
  basis: string;
  partner_code: string;
  value_usd: number;
}

/** The columns of PartnerImports. */
export const IMPORT_COLUMNS: string[] = ["vintage", "month", "basis", "partner_code", "value_usd"];

/**
 * Imports for consumption of all goods: from the table by industry (its row of all industries) and,
 * in the months in which they hold Canada, Mexico and the world, from the later totals.
 *
 * @param totals `readTable("goods_consumption_monthly")`; without them the table by industry alone.
 * @returns one row for each month and partner, with the vintage of the table it is from.
 */
export function consumptionOfAllGoods(
  byIndustry: Frame<PartnerImports & { naics: string }>,
  totals?: Frame<PartnerImports>,
): Frame<PartnerImports> {
  requireColumns(byIndustry, ["naics", ...IMPORT_COLUMNS], "consumptionOfAllGoods");
  const members = pl.col("partner_code").isIn([WORLD, CANADA, MEXICO]);
  const before = byIndustry.filter(pl.col("naics").eq(literal(ALL_INDUSTRIES)).and(members))
    .select(...IMPORT_COLUMNS);
  if (!totals) return before.sort(["month", "partner_code"]) as Frame<PartnerImports>;
  requireColumns(totals, IMPORT_COLUMNS, "consumptionOfAllGoods");
  const held = totals.filter(members).select(...IMPORT_COLUMNS);
  const whole = held.groupBy("month").agg(pl.len().alias("partners"))
    .filter(pl.col("partners").eq(literal(3))).select("month");
  const later = held.join(whole, { on: "month", how: "inner" }).select(...IMPORT_COLUMNS);
  const rest = before.join(whole, { on: "month", how: "anti" }).select(...IMPORT_COLUMNS);
  return pl.concat([rest, later]).sort(["month", "partner_code"]) as Frame<PartnerImports>;
}

/** General imports of all goods, from the table of goods by partner (world: not adjusted). */
export function generalImportsOfAllGoods(
  byPartner: Frame<PartnerImports & { flow: string }>,
): Frame<PartnerImports> {
  requireColumns(byPartner, ["flow", ...IMPORT_COLUMNS], "generalImportsOfAllGoods");
  const code = pl.col("partner_code");
  return byPartner.filter(pl.col("flow").eq(literal("imports")))
    .filter(code.isIn([WORLD_IN_COUNTRY_FILE, CANADA, MEXICO]))
    .withColumn(
      pl.when(code.eq(literal(WORLD_IN_COUNTRY_FILE))).then(literal(WORLD)).otherwise(code)
        .alias("partner_code"),
    )
    .select(...IMPORT_COLUMNS).sort(["month", "partner_code"]);
}
