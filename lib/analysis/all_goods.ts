/**
 * All goods imported from Canada, Mexico and the world, from either of the two tables that hold them,
 * each on its own basis and in the same columns.
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

/** Imports for consumption of all goods, from the table by industry (its row of all industries). */
export function consumptionOfAllGoods(
  byIndustry: Frame<PartnerImports & { naics: string }>,
): Frame<PartnerImports> {
  requireColumns(byIndustry, ["naics", ...IMPORT_COLUMNS], "consumptionOfAllGoods");
  return byIndustry.filter(pl.col("naics").eq(literal(ALL_INDUSTRIES)))
    .filter(pl.col("partner_code").isIn([WORLD, CANADA, MEXICO]))
    .select(...IMPORT_COLUMNS).sort(["month", "partner_code"]);
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
