/**
 * Pieces of data that the explorer's page loads when they are asked for. What is no row is no trade:
 * none of them holds a zero that the tables do not have.
 */

/** Sums of one industry by partner and year: what `readTable("naics3_imports_by_partner_monthly")` adds up to. */
export interface IndustrySum {
  year: string;
  /** First and last month of the year that the industry has. */
  period_start: string;
  period_end: string;
  naics: string;
  /** A country or the world (`-`). */
  partner_code: string;
  basis: "imports_for_consumption";
  vintage: string;
  value_usd: number;
  duty_usd: number;
}

/**
 * Imports of one tariff line from one partner in one year, or in the longest part of it that there is:
 * a row of `import_lines` with its class.
 */
export interface LineSum {
  period_start: string;
  period_end: string;
  hts10: string;
  /** `00` where the line is not advanced technology. */
  atp_group: string;
  atp_method: string;
  partner_code: string;
  vintage: string;
  general_imports_usd: number;
  imports_for_consumption_usd: number;
  duty_usd: number;
}

/** What entered under the USMCA: a row of `preference_lines`. */
export interface PreferenceSum {
  vintage: string;
  month: string;
  partner_code: string;
  hts10: string;
  value_usd: number;
  preference_usd: number;
}

/** Months and partners whose totals were restated later: shares by product are not to be used. */
export interface MonthState {
  month: string;
  partner_code: string;
  restated: boolean;
}

/** Imports of one ATP group from one partner in one year. All of advanced technology is their sum. */
export interface GroupSum {
  period_start: string;
  period_end: string;
  /** `01` … `10`. */
  atp_group: string;
  partner_code: string;
  vintage: string;
  general_imports_usd: number;
  imports_for_consumption_usd: number;
  duty_usd: number;
}

/** Imports of one line of advanced technology in one year, and what came from the two neighbors. */
export interface DependenceSum {
  period_start: string;
  period_end: string;
  vintage: string;
  hts10: string;
  atp_group: string;
  atp_method: string;
  /** The Bureau's text, or empty. */
  description: string;
  /** By basis: from all countries, from Mexico, from Canada. */
  general_imports_usd: number;
  general_imports_mexico_usd: number;
  general_imports_canada_usd: number;
  imports_for_consumption_usd: number;
  imports_for_consumption_mexico_usd: number;
  imports_for_consumption_canada_usd: number;
}

/** Lines of the tariff, and what entered under the USMCA of them. */
export interface Goods {
  lines: LineSum[];
  preference: PreferenceSum[];
  months: MonthState[];
}

/** Each piece by its name: what it gives once unpacked. */
export interface Pieces {
  /** `industry-334`: whole years and, in `same`, every year cut to the months that the last one has. */
  [industry: `industry-${string}`]: { whole: IndustrySum[]; same: IndustrySum[] };
  /** `chapter-84`: goods of one chapter of the tariff. A chapter that the tables lack is empty. */
  [chapter: `chapter-${string}`]: Goods;
  /**
   * `goods-847150`: goods of the tariff by the first 2 to 10 digits of their code, out of the file of
   * their chapter. The shorter way to some lines: what is not asked for is not unpacked.
   */
  [goods: `goods-${string}`]: Goods;
  groups: GroupSum[];
  dependence: DependenceSum[];
  search: SearchEntry[];
  /** Which pieces have a file. */
  contents: { piece: keyof Pieces }[];
}

/** Something that can be asked for by words: an industry, an ATP group, a heading or a line of the tariff. */
export interface SearchEntry {
  kind: "industry" | "group" | "chapter" | "heading" | "line";
  /** Of a heading its first 4 or 6 digits; of a line 8 or all 10. */
  code: string;
  /** As it is shown. */
  name: string;
  /** More words by which it is found, such as the Bureau's text. */
  words: string;
  /** The name is in plain words, not the Bureau's abbreviations. */
  plain: boolean;
}
