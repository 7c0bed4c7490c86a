/** The suppliers of some goods as a table: dollars and shares year by year, and what duty they paid. */
import type { DutyOfYear, SupplierOfYear } from "../analysis/mod.ts";
import { CANADA, type ImportBasis, isPartner, MEXICO, partnerName, WORLD } from "../codes/mod.ts";
import {
  basisName,
  capitalized,
  type DollarUnit,
  dollarUnit,
  list,
  number,
  percent,
  periodName,
  sourceLine,
} from "../format.ts";
import { records, type Rows } from "../rows.ts";
import type { Shown } from "./show.ts";
import { type Column, table } from "./table.ts";

export interface GoodsSuppliersOptions {
  /** The goods within a sentence: `aerospace products`. */
  goods: string;
  /** The year by which suppliers are ordered and ranked. */
  year: string;
  /** The basis that stands first. */
  basis: ImportBasis;
  /** Duty rates of imports for consumption, from `dutiesByYear`. */
  duties: Rows<DutyOfYear>;
  /** How many suppliers are shown on each basis; Mexico and Canada are wherever they rank. */
  most?: number;
}

/** A supplier, or the world, on one basis. */
interface Row {
  basis: string;
  partner_code: string;
  /** None where nothing came in the year. */
  rank?: number;
  by: Map<string, { value_usd: number; share: number }>;
}

const NONE = "–";
const NEIGHBORS = [MEXICO, CANADA];

/**
 * A table of suppliers on each basis, the largest of the year first, then all of them together.
 *
 * @param shares from `suppliersOnBothBases`.
 */
export function goodsSuppliersTable(
  shares: Rows<SupplierOfYear>,
  { goods, year, basis, duties, most = 15 }: GoodsSuppliersOptions,
): Shown {
  const all = records(shares);
  const rates = new Map(
    records(duties)
      .map((row) => [`${row.year} ${row.partner_code}`, row.rate]),
  );
  const periods = periodsOf(all);
  const onEach = [...Map.groupBy(all, (row) => row.basis).values()]
    .sort(([a], [b]) => Number(b.basis === basis) - Number(a.basis === basis))
    .map((rows) => ({ suppliers: suppliersOf(rows, year), world: worldOf(rows) }));
  const unit = unitOf(onEach.map(({ suppliers }) => suppliers.slice(0, most)), all, year);
  const isNeighbor = ({ partner_code }: Row) => NEIGHBORS.includes(partner_code);
  const written = onEach.map(({ suppliers, world }) => ({
    suppliers: suppliers.filter((row) => isNeighbor(row) || isWritten(row, unit)),
    world,
  }));
  const rows = written.flatMap(({ suppliers, world }) => [
    ...suppliers.filter((row, place) => place < most || isNeighbor(row)),
    world,
  ]);
  const rate = (row: Row, of: string) =>
    row.basis === "imports_for_consumption" ? rates.get(`${of} ${row.partner_code}`) : undefined;
  const numbers = (label: string, value: (row: Row) => string): Column<Row> => ({
    label,
    align: "right",
    value,
  });
  const isPart = written.some(({ suppliers }) => suppliers.length > most);
  const isCut = onEach.some(({ suppliers }, at) => suppliers.length > written[at].suppliers.length);
  const left = isPart
    ? `: the ${most} largest, Mexico and Canada`
    : isCut
    ? ": the smallest suppliers have no row"
    : "";
  return table(rows, {
    caption: `Imports of ${goods} by supplier, ${unit.name}, ${list([...periods.values()])}${left}`,
    source: sourceLine(all),
    bold: ({ partner_code }) => [...NEIGHBORS, WORLD].includes(partner_code),
    group: (row) => capitalized(basisName(row.basis)),
    columns: [
      {
        label: "Supplier",
        value: ({ partner_code }) =>
          partner_code === WORLD ? "All suppliers" : partnerName(partner_code),
      },
      numbers("Rank", ({ rank }) => rank === undefined ? NONE : number(rank)),
      ...[...periods].flatMap(([of, name]) => [
        numbers(name, ({ by }) => number((by.get(of)?.value_usd ?? 0) / unit.usd)),
        numbers("Share", ({ by }) => percent(by.get(of)?.share ?? 0)),
      ]),
      ...[...periods].map(([of, name]) =>
        numbers(`Duty rate, ${name}`, (row) => {
          const own = rate(row, of);
          return typeof own === "number" ? percent(own) : NONE;
        })
      ),
    ],
  });
}

/**
 * The unit of whole numbers that write the smallest supplier shown, but no total in more than seven
 * digits, and every total in four.
 */
function unitOf(shown: Row[][], all: SupplierOfYear[], year: string): DollarUnit {
  const total = Math.max(...all.map((row) => row.total_usd));
  const least = Math.min(
    ...shown.flat().map(({ by }) => by.get(year)?.value_usd ?? 0).filter((usd) => usd > 0),
  );
  return dollarUnit(Math.max(total / 1e6, Math.min(total / 1e3, least)));
}

/** Whether a supplier is written as more than 0 in some year. */
const isWritten = ({ by }: Row, unit: DollarUnit): boolean =>
  by.values().some(({ value_usd }) => Math.round(value_usd / unit.usd) > 0);

/** Names of the years, in order. */
function periodsOf(rows: SupplierOfYear[]): Map<string, string> {
  const names = rows.map(({ year, period_start, period_end }): [string, string] => [
    year,
    periodName(period_start, period_end),
  ]);
  return new Map(names.sort(([a], [b]) => a < b ? -1 : 1));
}

/** Every partner that supplied in some year, and the two neighbors; the largest of the year first. */
function suppliersOf(shares: SupplierOfYear[], year: string): Row[] {
  const [{ basis }] = shares;
  const own = Map.groupBy(
    shares.filter(({ partner_code }) => isPartner(partner_code)),
    ({ partner_code }) => partner_code,
  );
  const rows = [...new Set([...own.keys(), ...NEIGHBORS])].map((partner_code): Row => ({
    basis,
    partner_code,
    by: new Map((own.get(partner_code) ?? []).map((row) => [row.year, row])),
  }));
  const usd = ({ by }: Row, of?: string) =>
    of === undefined
      ? by.values().reduce((sum, row) => sum + row.value_usd, 0)
      : by.get(of)?.value_usd ?? 0;
  return rows.sort((a, b) =>
    usd(b, year) - usd(a, year) || usd(b) - usd(a) || (a.partner_code < b.partner_code ? -1 : 1)
  ).map((row, place) => ({ ...row, rank: usd(row, year) > 0 ? place + 1 : undefined }));
}

const worldOf = (shares: SupplierOfYear[]): Row => ({
  basis: shares[0].basis,
  partner_code: WORLD,
  by: new Map(shares.map(({ year, total_usd }) => [year, { value_usd: total_usd, share: 1 }])),
});
