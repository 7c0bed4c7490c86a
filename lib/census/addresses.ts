/** The official sources, where they are, and which tables each brings figures to. */
import type { TableName } from "./terms/contribution.ts";

/** The International Trade API. */
export const API_BASE = "https://api.census.gov/data/timeseries/intltrade";
/** The site of the archives, of country.xlsx and of the FT-900 release. */
export const SITE = "https://www.census.gov";

export type Source = "api" | "archives" | "totals" | "exhibits";
export const SOURCES: Source[] = ["api", "archives", "totals", "exhibits"];

/** Tables that gain a vintage by a source. */
export const BRINGS: Record<Source, TableName[]> = {
  api: [
    "atp_by_group",
    "atp_by_group_and_partner",
    "naics3_imports_by_partner_monthly",
    "naics3_imports_by_partner",
    "import_lines",
    "import_line_classes",
    "goods_consumption_monthly",
    "naics4_imports_monthly",
    "end_use_trade_monthly",
    "semiconductor_exports_monthly",
  ],
  archives: [
    "atp_by_group",
    "atp_by_group_and_partner",
    "naics3_imports_by_partner",
    "naics3_imports_by_partner_monthly",
    "import_lines",
    "import_line_classes",
    "preference_lines",
    "agreement_imports",
    "goods_consumption_monthly",
  ],
  totals: ["atp_world_monthly", "agreement_imports_monthly", "goods_by_partner_monthly"],
  exhibits: ["atp_by_group", "atp_by_area"],
};
