/** A table of suppliers with a value in the first and the last year that can be compared. */
import { CANADA, isCountry, MEXICO, OTHER, partnerName, WORLD } from "../codes/mod.ts";
import { yearSpan } from "../figures/year_span.ts";
import { capitalized, dollarUnit, inUnit, shortPeriodName, sourceLine } from "../format.ts";
import type { Shown } from "./show.ts";
import { type Column, table } from "./table.ts";

/** A supplier's values in a year, the rest and the world among the suppliers. */
export interface YearlyValue {
  year: string;
  period_start: string;
  period_end: string;
  partner_code: string;
  basis: string;
  vintage: string;
  value_usd: number;
  /** What is set side by side; null where there is none. */
  value: number | null;
  /** What stands beside it, of the last year. */
  beside: number;
}

export interface YearsTableOptions {
  /** What the values are, for the caption, and more that it says after the years. */
  what: string;
  more?: string;
  /** Suppliers in the table; all that are listed where there are none. */
  partners: string[];
  write: (value: number) => string;
  /** A change in words; no column of changes without. */
  change?: (change: number) => string;
  beside: { label: string; write: (value: number) => string };
}

/**
 * Suppliers by their imports of the last year, then the rest and the world.
 *
 * @throws RangeError when there are no rows.
 */
export function yearsTable(rows: YearlyValue[], options: YearsTableOptions): Shown {
  if (rows.length === 0) throw new RangeError(`${options.what}: no rows`);
  const { what, more, partners, write, change, beside } = options;
  const { first, last, part, words } = yearSpan(rows.filter((row) => row.partner_code === WORLD));
  const cells = new Map(rows.map((row) => [`${row.year} ${row.partner_code}`, row]));
  const of = (code: string, year: string) => cells.get(`${year} ${code}`);
  const valueIn = (code: string, year: string) => of(code, year)?.value ?? null;
  const size = (code: string) => of(code, last)?.value_usd ?? 0;
  const suppliers = partners.length > 0
    ? partners
    : [...new Set(rows.map((row) => row.partner_code))].filter(isCountry);
  const codes = [
    ...suppliers.toSorted((a, b) => size(b) - size(a) || (a < b ? -1 : 1)),
    ...[OTHER, WORLD].filter((code) => of(code, last)),
  ];
  const nameOf = (year: string) => {
    const { period_start, period_end } = of(WORLD, year)!;
    return shortPeriodName(period_start, period_end);
  };
  const yearly = (year: string): Column<string> => ({
    label: nameOf(year),
    align: "right",
    value: (code) => inWords(valueIn(code, year), write),
  });
  const changed = (code: string): number | null => {
    const [before, after] = [valueIn(code, first), valueIn(code, last)];
    return before === null || after === null ? null : after - before;
  };
  return table(codes, {
    caption: `${what}, ${words}${more && first !== last ? `; ${more}` : ""}`,
    source: sourceLine(rows),
    bold: (code) => code === MEXICO || code === CANADA,
    columns: [
      { label: "Supplier", value: partnerName },
      ...(first === last ? [] : [yearly(first)]),
      yearly(last),
      ...(first === last || !change ? [] : [{
        label: "Change",
        align: "right" as const,
        value: (code: string) => inWords(changed(code), change),
      }]),
      ...(part ? [yearly(part.year)] : []),
      {
        label: `${beside.label}, ${nameOf(last)}`,
        align: "right",
        value: (code) => inWords(of(code, last)?.beside ?? null, beside.write),
      },
    ],
  });
}

const inWords = (value: number | null, write: (value: number) => string): string =>
  value === null ? "–" : write(value);

/** The unit of a column of dollars, its name at the head; the world has ten of it at least. */
export function unitOf(values: number[]) {
  const unit = dollarUnit(Math.max(...values) / 10);
  return {
    ...unit,
    head: capitalized(unit.name),
    write: (usd: number) => inUnit(usd, unit),
  };
}
