/** Sentences and data that answers about goods and about groups share. */
import {
  CANADA,
  type ImportBasis,
  isCountry,
  MEXICO,
  partnerName,
  WORLD,
} from "../../codes/mod.ts";
import { type DrawnRow, fractionOf, taken, USD } from "../../figures/drawn.ts";
import { possessive } from "../../figures/words.ts";
import {
  dollars,
  list,
  moved,
  number,
  percent,
  periodName,
  PRODUCER,
  sourceLine,
} from "../../format.ts";
import type { DutyOfYear, SupplierOfYear } from "./line_sums.ts";

/** A basis in a sentence. */
export const SHORT_BASIS: Record<ImportBasis, string> = {
  general_imports: "general imports",
  imports_for_consumption: "imports for consumption",
};

export const otherBasis = (basis: ImportBasis): ImportBasis =>
  basis === "general_imports" ? "imports_for_consumption" : "general_imports";

/** Whether a line's class is derived: the line is newer than the Bureau's list of 2022. */
export const isDerived = (atp_method: string): boolean => atp_method !== "exact_2022_code";

/** Producer and vintage of rows of one vintage; the producer alone where there are none. */
export const originOf = (rows: { vintage: string }[]): string =>
  rows.length > 0 ? sourceLine([{ vintage: rows[0].vintage }]) : PRODUCER;

const nameOf = ({ period_start, period_end }: { period_start: string; period_end: string }) =>
  periodName(period_start, period_end);

/** Suppliers of one basis and year, with what was imported in all. */
export function ofYear(suppliers: SupplierOfYear[], basis: ImportBasis, year: string) {
  const rows = suppliers.filter((row) => row.basis === basis && row.year === year);
  const countries = rows.filter(({ partner_code }) => isCountry(partner_code));
  const share = (code: string) => rows.find((row) => row.partner_code === code)?.share ?? 0;
  return { rows, countries, share, total: rows[0]?.total_usd ?? 0 };
}

/** Mexico's share, then Canada's, on the basis asked for; on the other in brackets. */
export function neighborsSaid(
  suppliers: SupplierOfYear[],
  { goods, basis, year }: { goods: string; basis: ImportBasis; year: string },
): string {
  const [own, other] = [basis, otherBasis(basis)].map((each) => ofYear(suppliers, each, year));
  const both = (code: string) =>
    percent(own.share(code)) +
    (other.rows.length ? ` (${percent(other.share(code))})` : "");
  const brackets = other.rows.length ? `, in brackets ${SHORT_BASIS[otherBasis(basis)]}` : "";
  return `${possessive(partnerName(MEXICO))} share of imports of ${goods} was ${both(MEXICO)} in ` +
    `${nameOf(own.rows[0])}, ${possessive(partnerName(CANADA))} ` +
    `${both(CANADA)}: ${SHORT_BASIS[basis]}${brackets}.`;
}

/** What was imported in all, since the year before, and from whom most. */
export function totalSaid(
  suppliers: SupplierOfYear[],
  { basis, year, most = 3 }: { basis: ImportBasis; year: string; most?: number },
): string {
  const { rows, countries, total } = ofYear(suppliers, basis, year);
  const before = suppliers.filter((row) => row.basis === basis && row.year < year)
    .map((row) => row.year).sort().at(-1);
  const then = before === undefined ? 0 : ofYear(suppliers, basis, before).total;
  const period = nameOf(rows[0]);
  const course = then > 0
    ? `Imports ${moved(then, total, dollars, [before!, period])}`
    : `Imports were ${dollars(total)} in ${period}`;
  const first = countries.slice(0, most)
    .map(({ partner_code, share }) => `${partnerName(partner_code)} (${percent(share)})`);
  return `${course}. ${first.length > 1 ? "The largest suppliers were" : "The only supplier was"} ${
    list(first)
  }.`;
}

/** What the duty comes to of all imports for consumption, and of those from Mexico and Canada. */
export function dutySaid(duties: DutyOfYear[], year: string): string[] {
  const of = (code: string) => duties.find((row) => row.year === year && row.partner_code === code);
  const rate = (code: string) => of(code)?.rate;
  const all = rate(WORLD);
  if (typeof all !== "number") return [];
  const two = [MEXICO, CANADA].flatMap((code) => {
    const own = rate(code);
    return typeof own === "number" ? [`from ${partnerName(code)} ${percent(own)}`] : [];
  });
  return [
    `Calculated duty was ${percent(all)} of imports for consumption in ${nameOf(of(WORLD)!)}` +
    `${two.length ? `; of those ${list(two)}` : ""}.`,
  ];
}

/** How many suppliers there were, for the notes. */
export const suppliersNote = (suppliers: SupplierOfYear[], basis: ImportBasis, year: string) => {
  const { rows, countries } = ofYear(suppliers, basis, year);
  return `${number(countries.length)} ${countries.length === 1 ? "country" : "countries"} ` +
    `supplied in ${nameOf(rows[0])} (${SHORT_BASIS[basis]}); every one is in the data.`;
};

export const BASIS_NOTE =
  "General imports are all arrivals; imports for consumption leave out what went into bonded " +
  "warehouses and foreign-trade zones until it leaves them. Duty is charged on the second.";

/** Every supplier on both bases in every year, and all together, with the duty on what was consumed. */
export function supplierRows(
  suppliers: SupplierOfYear[],
  duties: DutyOfYear[],
  goods: Record<string, string>,
): DrawnRow[] {
  const rates = new Map(duties.map((row) => [`${row.year} ${row.partner_code}`, row]));
  const groups = Map.groupBy(suppliers, ({ basis, year }) => `${basis} ${year}`);
  return [...groups.values()].flatMap((rows) => {
    const countries = rows.filter(({ partner_code }) => isCountry(partner_code));
    const world = {
      ...rows[0],
      ...{ partner_code: WORLD, value_usd: rows[0].total_usd, share: 1 },
    };
    return [...countries, world].map((row, place) => {
      const duty = row.basis === "imports_for_consumption"
        ? rates.get(`${row.year} ${row.partner_code}`)
        : undefined;
      return {
        ...taken(row, "period_start", "period_end"),
        ...goods,
        partner_code: row.partner_code,
        role: row === world ? "total" : "part",
        rank: row === world ? null : place + 1,
        imports_usd: row.value_usd,
        share: row.share,
        duty_usd: duty?.duty_usd ?? null,
        duty_rate: duty?.rate ?? null,
        ...taken(row, "basis", "vintage"),
      };
    });
  });
}

export const SUPPLIER_UNITS = {
  rank: "place among the countries",
  imports_usd: USD,
  share: fractionOf("all imports of these goods"),
  duty_usd: USD,
  duty_rate: fractionOf("the imports for consumption"),
};
