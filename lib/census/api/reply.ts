/**
 * Replies of the API: a JSON array of arrays whose first row is the header. Predicates are echoed as
 * further columns, so names repeat and positions move: columns are found by first occurrence.
 */
import { ATP_GROUP_CODES, isPartner, NOT_ATP, WORLD } from "../../codes/mod.ts";
import { CensusError, NEW_GROUP, REPORT_REPLY } from "../transfer/errors.ts";

export type ReplyRow = Record<string, string>;

/** Code of the sum of all commodities, ATP or not. */
export const ALL_COMMODITIES = "-";

const fault = (url: string, problem: string) => new CensusError(`${url}: ${problem}`, REPORT_REPLY);

/**
 * Rows of a reply by column name.
 *
 * @param columns names that must be there.
 * @throws CensusError for truncated JSON, a header without a column, a row of another width, or a
 * value that is no text.
 */
export function parseReply(bytes: Uint8Array, columns: string[], url: string): ReplyRow[] {
  let table: unknown;
  try {
    table = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw fault(url, `the reply of ${bytes.length} bytes is not whole JSON`);
  }
  if (!Array.isArray(table) || !table.every(Array.isArray)) {
    throw fault(url, "the reply is not an array of arrays");
  }
  const [header = [], ...rows] = table as unknown[][];
  const places = columns.map((name) => header.indexOf(name));
  const missing = columns.filter((_, index) => places[index] < 0);
  if (missing.length > 0) {
    throw fault(url, `the reply lacks ${missing.join(", ")}; its header is ${header.join(", ")}`);
  }
  return rows.map((row, index) => {
    if (row.length !== header.length) {
      throw fault(url, `row ${index + 1} has ${row.length} values, the header ${header.length}`);
    }
    return Object.fromEntries(columns.map((name, column) => {
      const value = row[places[column]] ?? "";
      if (typeof value !== "string") throw fault(url, `row ${index + 1}: ${name} is not text`);
      return [name, value];
    }));
  });
}

/** A whole, exact, non-negative number of dollars. Throws on anything else. */
export function dollars(text: string, what: string, url: string): number {
  const value = Number(text);
  if (/^-\d+$/.test(text)) throw fault(url, `${what} is "${text}": no value is below zero`);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(value)) {
    throw fault(url, `${what} is "${text}", not a whole number of dollars`);
  }
  return value;
}

/**
 * A partner of Schedule C (a country, 8220 unidentified countries, 8500 international organizations) or the
 * world; the total is written `-` or, in older replies, empty.
 */
export function partnerOf(text: string, url: string, groups: readonly string[] = []): string {
  if (text === "" || text === WORLD) return WORLD;
  if (isPartner(text) || groups.includes(text)) return text;
  throw fault(url, `"${text}" is not the code of a country: of a group nothing was asked`);
}

/** An ATP group, `00` for what is not ATP, or `-` for the sum of all commodities. */
export function groupOf(text: string, url: string): string {
  if (text === "" || text === ALL_COMMODITIES) return ALL_COMMODITIES;
  if (text === NOT_ATP || (ATP_GROUP_CODES as string[]).includes(text)) return text;
  throw new CensusError(
    `${url}: "${text}" is not the code of a technology group that the project knows`,
    NEW_GROUP,
  );
}

/** The code that was asked for. Throws on another one. */
export function asAsked(text: string, asked: readonly string[], what: string, url: string): string {
  if (asked.includes(text)) return text;
  throw fault(url, `a row is of ${what} "${text}", asked was ${asked.join(", ")}`);
}

/**
 * Values by key, each key once.
 *
 * @throws CensusError on a repeated key.
 */
export function byKey<Value>(
  entries: [key: string, value: Value][],
  url: string,
): Map<string, Value> {
  const map = new Map<string, Value>();
  for (const [key, value] of entries) {
    if (map.has(key)) throw fault(url, `the row ${key} comes twice`);
    map.set(key, value);
  }
  return map;
}
