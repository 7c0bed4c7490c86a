/** Files of the tables that figures are drawn from: where a reader finds what a picture leaves out. */
import type { Tables } from "../data/rows.ts";

export const FULL_TABLES = {
  atp_world_monthly: "data/atp_world_monthly.csv",
  atp_by_group: "data/atp_by_group.csv",
  atp_by_area: "data/atp_by_area.csv",
  naics3_imports_by_partner_monthly: "data/naics3_imports_by_partner_monthly.parquet",
  naics6_imports_world_monthly: "data/naics6_imports_world_monthly.parquet",
  goods_by_partner_monthly: "data/goods_by_partner_monthly.parquet",
  goods_consumption_monthly: "data/goods_consumption_monthly.csv",
  agreement_imports_monthly: "data/agreement_imports_monthly.csv",
  import_lines: "data/import_lines.parquet",
  import_line_classes: "data/import_line_classes.parquet",
  preference_lines: "data/preference_lines.parquet",
} as const satisfies { [table in keyof Tables]?: string };

export type TableName = keyof typeof FULL_TABLES;
