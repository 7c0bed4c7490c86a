/** Figures of a reply by variable and codes, and the sum that every monthly variable must keep. */
import { key } from "../terms/measures.ts";
import { mustAdd } from "../terms/sums.ts";
import { CensusError, REPORT_REPLY } from "../transfer/errors.ts";
import type { Reply } from "./replies.ts";
import { byKey, dollars, type ReplyRow } from "./reply.ts";

export interface Figures {
  /** Dollars of a variable and codes in their order; absent is zero: no row means no trade. */
  valueOf: (variable: string, ...codes: string[]) => number;
  /** The same, or undefined where there is no row. */
  find: (variable: string, ...codes: string[]) => number | undefined;
}

/**
 * Reads variables of every row.
 *
 * @param codesOf the codes that identify a row, checked; throws on a row that was not asked for.
 * @throws CensusError when nothing was found (204), a row comes twice or a value is no dollars.
 */
export function figuresOf(
  reply: Reply,
  variables: string[],
  codesOf: (row: ReplyRow) => string[],
): Figures {
  const { url, rows } = reply;
  if (rows.length === 0) throw new CensusError(`${url}: no figures (204)`, REPORT_REPLY);
  const figures = byKey(
    rows.flatMap((row) => {
      const codes = codesOf(row);
      return variables.map((name): [string, number] => [
        key(name, ...codes),
        dollars(row[name], `${name} of ${codes.join(" ")}`, url),
      ]);
    }),
    url,
  );
  const find = (...parts: string[]) => figures.get(key(...parts));
  return { find, valueOf: (...parts) => find(...parts) ?? 0 };
}

/** Asserts that the months of a year add to each year to date, for one series of figures. */
export function mustRunUp(
  months: string[],
  monthOf: (month: string) => number,
  toDateOf: (month: string) => number,
  what: string,
  url: string,
): void {
  months.forEach((month, index) =>
    mustAdd(
      months.slice(0, index + 1).map(monthOf),
      toDateOf(month),
      `months add to the year to date, ${what}, ${month}`,
      url,
    )
  );
}
