/** The three official sources and where they are. */

/** The International Trade API. */
export const API_BASE = "https://api.census.gov/data/timeseries/intltrade";
/** The site of the archives and of country.xlsx. */
export const SITE = "https://www.census.gov";

export type Source = "api" | "archives" | "totals";
export const SOURCES: Source[] = ["api", "archives", "totals"];
