/** Imports by tariff line or group, summed by supplier: what answers about goods and groups begin with. */
import {
  type DutyRate,
  type Period,
  periodsBeside,
  ratesOf,
  sharesOf,
  type SupplierShare,
  withWorld,
} from "../../arithmetic/mod.ts";
import { IMPORT_BASES, type ImportBasis } from "../../codes/bases.ts";
import type { GroupSum, LineSum } from "../pieces/layout.ts";

export type SupplierOfYear = SupplierShare & { year: string };
export type DutyOfYear = DutyRate & { year: string };

/** What came from one supplier in one year, on both bases. */
interface Sum {
  vintage: string;
  period_start: string;
  period_end: string;
  year: string;
  partner_code: string;
  general_imports_usd: number;
  imports_for_consumption_usd: number;
  duty_usd: number;
}

/**
 * Rows of a year and of the years that can be set beside it.
 *
 * @param among rows that have every period of the tables, where these rows may lack one.
 * @throws RangeError when the year is not there, with those that are.
 */
export function rowsBeside<Row extends Period>(
  rows: Row[],
  year: string,
  among: Period[] = rows,
): Row[] {
  const key = ({ period_start, period_end }: Period) => `${period_start} ${period_end}`;
  const periods = [...new Map(among.map((row) => [key(row), row])).values()];
  const kept = new Set(periodsBeside(periods, year).map(key));
  return rows.filter((row) => kept.has(key(row)));
}

/** Sums by year and supplier. */
export function sumsOf(rows: (LineSum | GroupSum)[]): Sum[] {
  const sums = new Map<string, Sum>();
  for (const row of rows) {
    const year = row.period_start.slice(0, 4);
    const key = `${year} ${row.partner_code}`;
    const { vintage, period_start, period_end, partner_code } = row;
    const sum = sums.get(key) ?? {
      ...{ vintage, period_start, period_end, year, partner_code },
      ...{ general_imports_usd: 0, imports_for_consumption_usd: 0, duty_usd: 0 },
    };
    sum.general_imports_usd += row.general_imports_usd;
    sum.imports_for_consumption_usd += row.imports_for_consumption_usd;
    sum.duty_usd += row.duty_usd;
    sums.set(key, sum);
  }
  return [...sums.values()];
}

const on = (sums: Sum[], basis: ImportBasis) =>
  sums.map((sum) => ({ ...sum, basis, value_usd: sum[`${basis}_usd`] }));

/** As `suppliersOnBothBases` of lib/analysis. */
export const suppliersOf = (sums: Sum[]): SupplierOfYear[] =>
  IMPORT_BASES.map((basis) => on(sums, basis).filter(({ value_usd }) => value_usd > 0))
    .filter((held) => held.length > 0)
    .flatMap((held) => sharesOf(withWorld(held, ["year"]), { by: ["year"], denominator: "world" }));

/** As `dutiesByYear` of lib/analysis. */
export const dutiesOf = (sums: Sum[]): DutyOfYear[] =>
  ratesOf(withWorld(on(sums, "imports_for_consumption"), ["year"]), { by: ["year"] });
