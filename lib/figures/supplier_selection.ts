/** Which suppliers a figure names, chosen from the figures; the others are folded into one. */
import { CANADA, CHINA, isCountry, MEXICO, OTHER, USMCA } from "../codes/mod.ts";

interface Row {
  partner_code: string;
  share: number;
}

export interface SelectionOptions {
  /** How many suppliers are named at most. */
  most: number;
  /** Named whenever they supply anything; Mexico, Canada and China unless told. */
  always?: string[];
}

/**
 * Codes of the suppliers to name, largest in the last period first: those that are always named, then
 * the largest of the last and of the first period in turn, until there are `most`.
 *
 * @param periods rows of each period, in order of time.
 */
export function namedSuppliers(
  periods: Row[][],
  { most, always = [MEXICO, CANADA, CHINA] }: SelectionOptions,
): string[] {
  const largest = (rows: Row[]) =>
    rows.filter((row) => isCountry(row.partner_code) && row.share > 0)
      .sort((a, b) => b.share - a.share || (a.partner_code < b.partner_code ? -1 : 1))
      .map((row) => row.partner_code);
  const [first, last] = [largest(periods[0]), largest(periods.at(-1)!)];
  const supplies = new Set(periods.flatMap(largest));
  const named = new Set(always.filter((code) => supplies.has(code)));
  for (let place = 0; place < Math.max(first.length, last.length); place++) {
    for (const code of [last[place], first[Math.floor(place / 2)]]) {
      if (code !== undefined && named.size < most) named.add(code);
    }
  }
  const placeOf = (code: string) => (last.indexOf(code) + 1) || Infinity;
  return [...named].sort((a, b) => placeOf(a) - placeOf(b) || (a < b ? -1 : 1));
}

/** Share of each named supplier in one period (0 where it has no row), then of all others. */
export function namedAndOthers(rows: Row[], named: string[]): Row[] {
  const shareOf = (code: string) => rows.find((row) => row.partner_code === code)?.share ?? 0;
  const shown = named.map((code) => ({ partner_code: code, share: shareOf(code) }));
  const others = rows.filter((row) =>
    row.partner_code !== USMCA && !named.includes(row.partner_code)
  )
    .reduce((sum, row) => sum + row.share, 0);
  return [...shown, { partner_code: OTHER, share: others }];
}
