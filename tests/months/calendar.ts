/** Which months a made-up data folder has, and which published month stands in for one to come. */
import { monthsBetween } from "../../lib/census/terms/months.ts";
import type { Tables } from "../../lib/data/mod.ts";

type TableName = keyof Tables;

export const FIRST = "2024-12", LAST = "2027-01";

/** The months for which data can be made, in order. */
export const MONTHS: string[] = monthsBetween(FIRST, LAST);

/** The last month of which every monthly table has figures by industry. */
const LAST_SHARED = "2025-11";

/**
 * A month to come has the figures of a published one so many months before it, and so on back. Not
 * twelve: no month is then like that of the year before, all are of the time after the duties of 2025,
 * and supplier shares stay within what was published.
 */
const STEP = 5;

/** The published month, July to November 2025, whose figures stand for a month after it. */
export function sourceOf(month: string): string {
  const sources = monthsBetween("2025-07", LAST_SHARED);
  return sources[(monthsBetween(LAST_SHARED, month).length - 2) % STEP];
}

/**
 * The last published month that a table keeps when a later one is made: figures that must add up to
 * each other end together. Later published months give way, which they never do in truth.
 */
const KEPT = "2025-12";
const KEPT_OF: Partial<Record<TableName, string>> = {
  naics3_imports_by_partner_monthly: LAST_SHARED,
  naics6_imports_world_monthly: LAST_SHARED,
  naics4_imports_monthly: LAST_SHARED,
};

/** The month of the newest release by group that is published: it stays, and with it what it is set against. */
const RELEASE = "2025-03";

/**
 * Tables that begin with 2025 keep two months at the least: no refresh takes away what was there, and
 * nothing can be said of a table that ends before it begins. Claims under the agreement go with the lines
 * that they are the sum of; all goods by country (the world begins with 2024) with the claims.
 */
const LEAST: Partial<Record<TableName, string>> = {
  preference_lines: "2025-02",
  agreement_imports_monthly: "2025-02",
  goods_consumption_monthly: "2025-02",
  naics4_imports_monthly: "2025-02",
  end_use_trade_monthly: RELEASE,
  semiconductor_exports_monthly: RELEASE,
};

const later = (a: string, b = "") => a > b ? a : b;

/** The last published month of a monthly table in data that end with a month. */
export function lastPublished(table: TableName, month: string): string {
  const kept = KEPT_OF[table] ?? KEPT;
  return month > kept ? kept : later(month, LEAST[table]);
}

/** The months of a monthly table that are made, none or more, up to a month. */
export function madeMonths(table: TableName, month: string): string[] {
  const kept = KEPT_OF[table] ?? KEPT;
  return month > kept ? monthsBetween(kept, month).slice(1) : [];
}

/** The months from January to a month of its year. */
export const toDate = (month: string): string[] => monthsBetween(`${month.slice(0, 4)}-01`, month);

/** The same month some years later, or earlier. */
export const shifted = (month: string, years: number): string =>
  `${Number(month.slice(0, 4)) + years}${month.slice(4)}`;

/**
 * The vintage of what is made: the day of the release, five weeks after its month, and never before a
 * vintage of the published figures.
 */
export function vintageOf(month: string): string {
  const [year, number] = month.split("-").map(Number);
  const release = new Date(Date.UTC(year, number + 1, 5)).toISOString().slice(0, 10);
  return later(release, "2026-11-05");
}
