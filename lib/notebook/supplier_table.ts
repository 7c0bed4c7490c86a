/** The suppliers of some goods as a table: dollars and shares year by year, and what duty they paid. */
import type { DutyOfYear, SupplierOfYear } from "../analysis/mod.ts";
import { CANADA, isPartner, MEXICO, partnerName, WORLD } from "../codes/mod.ts";
import { basisName, dollarUnit, number, percent, sourceLine } from "../format.ts";
import { type Frame, records } from "../frame.ts";
import type { Shown } from "./show.ts";
import { type Column, table } from "./table.ts";

export interface SupplierTableOptions {
  /** The goods within a sentence: `aerospace products`. */
  goods: string;
  /** The year by which suppliers are ordered and ranked. */
  year: string;
  /** Duty rates of imports for consumption, from `dutiesByYear`; two columns more. */
  duties?: Frame<DutyOfYear> | DutyOfYear[];
  /** How many suppliers are shown; Mexico and Canada are wherever they rank. */
  most?: number;
}

/** A supplier, or the world, with its imports and duty rates by year. */
interface Row {
  partner_code: string;
  rank?: number;
  of: Map<string, Pick<SupplierOfYear, "value_usd" | "share">>;
}

const NONE = "–";

/**
 * A table of suppliers, the largest of the year first, then all of them together.
 *
 * @param shares of one basis, from `suppliersByYear`.
 */
export function supplierTable(
  shares: Frame<SupplierOfYear> | SupplierOfYear[],
  { goods, year, duties, most = 15 }: SupplierTableOptions,
): Shown {
  const rows = Array.isArray(shares) ? shares : records(shares);
  const rates = duties === undefined ? [] : Array.isArray(duties) ? duties : records(duties);
  const years = [...new Set(rows.map((row) => row.year))].sort();
  const suppliers = suppliersOf(rows, year);
  const world = worldOf(rows);
  const shown = suppliers.filter(({ partner_code }, place) =>
    place < most || [MEXICO, CANADA].includes(partner_code)
  );
  const unit = dollarUnit(Math.max(...[...world.of.values()].map((of) => of.value_usd)) / 1000);
  const usd = (row: Row, of: string) => row.of.get(of)?.value_usd ?? 0;
  const rate = (row: Row, of: string) => {
    const own = rates.find((each) => each.year === of && each.partner_code === row.partner_code);
    return typeof own?.rate === "number" ? percent(own.rate) : NONE;
  };
  const numbers = (label: string, value: (row: Row) => string): Column<Row> => ({
    label,
    align: "right",
    value,
  });
  return table([...shown, world], {
    caption: `Imports of ${goods} by supplier: ${basisName(rows[0].basis)}, ${unit.name}` +
      (shown.length < suppliers.length
        ? `; the ${most} largest of ${number(suppliers.length)} suppliers, Mexico and Canada`
        : ""),
    source: sourceLine(rows),
    bold: ({ partner_code }) => [MEXICO, CANADA, WORLD].includes(partner_code),
    columns: [
      {
        label: "Supplier",
        value: ({ partner_code }) =>
          partner_code === WORLD ? "All suppliers" : partnerName(partner_code),
      },
      numbers(`Rank, ${year}`, ({ rank }) => rank === undefined ? NONE : number(rank)),
      ...years.flatMap((of) => [
        numbers(of, (row) => number(usd(row, of) / unit.usd)),
        numbers(`Share, ${of}`, (row) => percent(row.of.get(of)?.share ?? 0)),
      ]),
      ...(duties === undefined
        ? []
        : years.map((of) => numbers(`Duty rate, ${of}`, (row) => rate(row, of)))),
    ],
  });
}

/** Every partner that supplied in some year, and the two neighbors; the largest of the year first. */
function suppliersOf(shares: SupplierOfYear[], year: string): Row[] {
  const own = Map.groupBy(
    shares.filter(({ partner_code }) => isPartner(partner_code)),
    ({ partner_code }) => partner_code,
  );
  const usd = ({ of }: Row, in_: string) => of.get(in_)?.value_usd ?? 0;
  const years = [...new Set(shares.map((row) => row.year))].sort().toReversed();
  const rows = [...new Set([...own.keys(), MEXICO, CANADA])].map((partner_code): Row => ({
    partner_code,
    of: new Map((own.get(partner_code) ?? []).map((row) => [row.year, row])),
  }));
  const order = [year, ...years.filter((each) => each !== year)];
  rows.sort((a, b) =>
    order.map((each) => usd(b, each) - usd(a, each)).find((difference) => difference !== 0) ??
      (a.partner_code < b.partner_code ? -1 : 1)
  );
  return rows.map((row, place) => ({ ...row, rank: usd(row, year) > 0 ? place + 1 : undefined }));
}

const worldOf = (shares: SupplierOfYear[]): Row => ({
  partner_code: WORLD,
  of: new Map(shares.map(({ year, total_usd }) => [year, { value_usd: total_usd, share: 1 }])),
});
