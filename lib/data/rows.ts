/** The rows of each table, as types: what `data/README.md`, the codebook, says for people. */

export type Flow = "exports" | "imports";
export type Basis = "total_exports" | "general_imports" | "imports_for_consumption";
interface Monthly {
  vintage: string;
  month: string;
  basis: Basis;
  value_usd: number;
}
interface OfPeriod {
  vintage: string;
  period_start: string;
  period_end: string;
  basis: Basis;
  value_usd: number;
}
export type AtpWorldMonthly = Monthly & { flow: Flow; rounding_usd: number };
export type AtpByGroup = OfPeriod & { flow: Flow; atp_group: string; rounding_usd: number };
export type AtpByArea = OfPeriod & { flow: Flow; area: string; rounding_usd: number };
export type AtpImportLine = OfPeriod & {
  hs10: string;
  description: string;
  atp_group: string;
  concordance_method: "exact_2022_code" | "hs8_unanimous";
  partner_code: string;
};
export type ImportCode = { vintage: string; hs10: string; atp_group: string; description: string };
export type ExportCode = Omit<ImportCode, "hs10"> & { schedule_b: string };
export type Naics3Imports = Monthly & { naics: string; partner_code: string; duty_usd: number };
export type Naics6Imports = Monthly & { naics: string; duty_usd: number };
export type GoodsByPartner = Monthly & { flow: Flow; partner_code: string; partner: string };
export type AgreementImports = Monthly & { agreement: "NAFTA" | "USMCA"; partner_code: string };
/**
 * Imports by tariff line and partner, both bases side by side; the world is the sum. A row that is
 * absent means no trade. Large: `scanTable`.
 */
export interface ImportLine {
  vintage: string;
  period_start: string;
  period_end: string;
  hts10: string;
  partner_code: string;
  general_imports_usd: number;
  imports_for_consumption_usd: number;
  /** Dutiable value and calculated duty, of the imports for consumption. */
  dutiable_usd: number;
  duty_usd: number;
}
/** ATP group (`00`: not ATP) and NAICS-6 industry of each tariff line, and how each was found. */
export interface ImportLineClass {
  vintage: string;
  hts10: string;
  atp_group: string;
  atp_method: "exact_2022_code" | "hs8_unanimous" | "undetermined_not_atp" | "archive_concordance";
  naics6: string;
  naics_method:
    | "census2022"
    | "tariff_etrs"
    | "hs8_mode"
    | "recode"
    | "archive_concordance"
    | "longest_prefix_mode";
}
/** Imports for consumption from Mexico and Canada by tariff line, and what entered under the USMCA. */
export interface PreferenceLine {
  vintage: string;
  month: string;
  partner_code: string;
  hts10: string;
  value_usd: number;
  preference_usd: number;
}
export type GoodsConsumption = Monthly & { partner_code: string; duty_usd: number };
export type Naics4Imports = GoodsConsumption & { naics: string; dutiable_usd: number };
export type EndUseTrade = Monthly & { flow: Flow; category: string; end_use_codes: string };
export type SemiconductorExports = Monthly & { hs6: string };
/**
 * ATP by group and partner, from a refresh: each country alone (EU members one by one) and the world
 * (`-`); groups `01` … `10` and `total`. Imports come on both bases: filter one. No row is no trade.
 */
export type AtpByGroupAndPartner = OfPeriod & {
  flow: Flow;
  atp_group: string;
  partner_code: string;
};
/** NAICS-3 imports by partner (countries, `-`) for a part of a year, both bases, from a refresh. */
export type Naics3ImportsOfPeriod = OfPeriod & { naics: string; partner_code: string };
/**
 * Imports for consumption that claimed USMCA (before 2020-07: NAFTA) preference, by class of goods,
 * from a refresh: `all_goods` (code `00`), `atp_group` (`01` … `10`, `total`), `naics3`.
 */
export type AgreementImportsByClass = OfPeriod & {
  agreement: "NAFTA" | "USMCA";
  partner_code: string;
  classification: "all_goods" | "atp_group" | "naics3";
  code: string;
};

/** Row type of each table, by its name in the data package. */
export interface Tables {
  atp_world_monthly: AtpWorldMonthly;
  atp_by_group: AtpByGroup;
  atp_by_area: AtpByArea;
  atp_imports_hs10_by_partner: AtpImportLine;
  concordance_imports_hs10_atp: ImportCode;
  concordance_exports_schedule_b_atp: ExportCode;
  naics3_imports_by_partner_monthly: Naics3Imports;
  naics6_imports_world_monthly: Naics6Imports;
  goods_by_partner_monthly: GoodsByPartner;
  agreement_imports_monthly: AgreementImports;
  goods_consumption_monthly: GoodsConsumption;
  import_lines: ImportLine;
  import_line_classes: ImportLineClass;
  preference_lines: PreferenceLine;
  naics4_imports_monthly: Naics4Imports;
  end_use_trade_monthly: EndUseTrade;
  semiconductor_exports_monthly: SemiconductorExports;
  /** These begin with the first refresh: ask `hasTable` before reading. */
  atp_by_group_and_partner: AtpByGroupAndPartner;
  naics3_imports_by_partner: Naics3ImportsOfPeriod;
  agreement_imports: AgreementImportsByClass;
}

/** Tables that are not embedded: they begin with the first refresh. */
export const REFRESHED_TABLES: (keyof Tables)[] = [
  "atp_by_group_and_partner",
  "naics3_imports_by_partner",
  "agreement_imports",
];
