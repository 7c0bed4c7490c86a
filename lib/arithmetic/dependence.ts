/**
 * Dependence by tariff line: for which goods do most imports come from Mexico and Canada? A small share
 * of all technology can be nearly the whole of one good.
 */

/** Imports of one line over one period on one basis, US dollars. */
export interface LineImports {
  vintage: string;
  basis: string;
  period_start: string;
  period_end: string;
  hts10: string;
  atp_group: string;
  /** Imports of the line from all countries. */
  value_usd: number;
  mexico_usd: number;
  canada_usd: number;
}

export interface LineDependence extends LineImports {
  mexico_share: number;
  canada_share: number;
  /** Of both together. */
  share: number;
}

/** Share of Mexico and Canada in the imports of each line that was imported, the largest line first. */
export const dependenceOf = (lines: LineImports[]): LineDependence[] =>
  lines.filter(({ value_usd }) => value_usd > 0).map((line) => ({
    ...line,
    mexico_share: line.mexico_usd / line.value_usd,
    canada_share: line.canada_usd / line.value_usd,
    share: (line.mexico_usd + line.canada_usd) / line.value_usd,
  })).sort((a, b) => b.value_usd - a.value_usd || (a.hts10 < b.hts10 ? -1 : 1));
