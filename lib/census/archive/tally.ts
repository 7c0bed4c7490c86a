/**
 * Sums of a detail file (IMP_DETL, EXP_DETL) in one pass: by commodity, country and district for the
 * control totals, by class and country and, for imports, by commodity and country for the tables.
 * Memory is that of the sums alone: of imports some 350,000 keys, 60 MB.
 */
import type { Classes } from "./concord.ts";
import { type Field, fieldOf, type Layout } from "./layout.ts";
import { codeAt, integerAt, readRecords, RecordFault, sameBytes } from "./records.ts";
import { Sums } from "./tally_sums.ts";

/** Partner codes begin at 1000 and lie below this: countries, from 8000 on what is none (8220, 8500). */
const PARTNERS = 9000;
const PLUS = "+".charCodeAt(0), SPACE = " ".charCodeAt(0);

export interface Tally {
  measures: string[];
  records: number;
  /** By commodity; for exports `df` comes first: 1 or 2, then ten digits. */
  commodities: Sums;
  /** By Schedule C code. */
  countries: Sums;
  /** By district of entry (two characters as a number); imports only. */
  districts: Sums;
  /** By ATP class × 10,000 + country. */
  atp: Sums;
  /** By industry × 10,000 + country. */
  industries: Sums;
  /** By commodity × 10,000 + country; imports only. */
  lines: Sums;
  /** Imports under USMCA and NAFTA: agreement × 10¹⁴ + commodity × 10⁴ + country. */
  claims: Sums;
  /** The classes of each commodity, from the same archive. */
  classes: Map<number, Classes>;
}

/** Agreements whose preference an import record can claim (cty_subco), by number. */
export const AGREEMENTS = ["USMCA", "NAFTA"] as const;
/** Countries whose goods can claim it: Canada and Mexico. */
export const CLAIMANTS = [1220, 2010];
/** What a commodity and an agreement count for in a key. */
export const COMMODITY = 10_000, AGREEMENT = COMMODITY * 10_000_000_000;

/**
 * Reads a detail file.
 *
 * @param month the month of the archive, YYYY-MM: every record must be of it.
 * @param measures fields to sum, without `_mo` and `_yr`; both are summed.
 * @throws CensusError on a record of another month, a repeated key, a commodity that CONCORD lacks,
 * a partner outside 1000–8999, or a number that is none.
 */
export async function tallyDetail(
  chunks: AsyncIterable<Uint8Array>,
  layout: Layout,
  month: string,
  measures: string[],
  classes: Map<number, Classes>,
  archive: string,
): Promise<Tally> {
  const names = ["mo", "yr"].flatMap((part) => measures.map((name) => `${name}_${part}`));
  const places = names.map((name) => fieldOf(layout, name));
  const [commodity, country, year] = ["commodity", "cty_code", "year"]
    .map((name) => fieldOf(layout, name));
  const isImports = layout.fields.has("cty_subco");
  const programme = isImports ? fieldOf(layout, "cty_subco") : undefined;
  const district = isImports ? fieldOf(layout, "dist_entry") : undefined;
  const dated = new TextEncoder().encode(month.replace("-", ""));
  const sums = () => new Sums(names.length);
  const tally: Tally = {
    measures: names,
    records: 0,
    commodities: sums(),
    countries: sums(),
    districts: sums(),
    atp: sums(),
    industries: sums(),
    lines: sums(),
    claims: sums(),
    classes,
  };
  const values = new Float64Array(names.length);
  const previous = new Uint8Array(year.start);
  let lastCode = -1, lastClasses: Classes | undefined;
  tally.records = await readRecords(chunks, layout, (bytes, at) => {
    if (!sameBytes(bytes, at + year.start, dated)) throw wrongMonth(bytes, at, year, month);
    if (sameBytes(bytes, at, previous)) {
      throw new RecordFault("has the key of the record before it");
    }
    for (let index = 0; index < previous.length; index++) previous[index] = bytes[at + index];
    const code = codeAt(bytes, at + commodity.start, at + commodity.end);
    if (code !== lastCode || !lastClasses) {
      lastClasses = classesOf(code, classes);
      lastCode = code;
    }
    const partner = codeAt(bytes, at + country.start, at + country.end);
    if (partner < 1000 || partner >= PARTNERS) {
      throw new RecordFault(`${partner} is not the code of a country`);
    }
    for (let index = 0; index < values.length; index++) {
      values[index] = integerAt(bytes, at + places[index].start, at + places[index].end);
    }
    tally.commodities.add(isImports ? code : codeAt(bytes, at, at + commodity.end), values);
    tally.countries.add(partner, values);
    tally.atp.add(lastClasses.atp * 10_000 + partner, values);
    tally.industries.add(lastClasses.industry * 10_000 + partner, values);
    if (!programme || !district) return checkOrigin(bytes[at]);
    tally.districts.add(bytes[at + district.start] * 256 + bytes[at + district.start + 1], values);
    const line = code * COMMODITY + partner;
    tally.lines.add(line, values);
    const agreement = agreementOf(bytes, at + programme.start, partner);
    if (agreement >= 0) tally.claims.add(agreement * AGREEMENT + line, values);
  }, archive);
  return tally;
}

function classesOf(code: number, classes: Map<number, Classes>): Classes {
  const found = classes.get(code);
  if (found) return found;
  throw new RecordFault(`commodity ${String(code).padStart(10, "0")} is not in CONCORD`);
}

function wrongMonth(bytes: Uint8Array, at: number, { start }: Field, month: string): RecordFault {
  const found = String.fromCharCode(...bytes.subarray(at + start, at + start + 6));
  return new RecordFault(`is of ${found.slice(0, 4)}-${found.slice(4)}, expected ${month}`);
}

/** `S` and `S+` claim USMCA, the older `CA` and `MX` NAFTA; −1 for no such claim. */
function agreementOf(bytes: Uint8Array, place: number, partner: number): number {
  if (!CLAIMANTS.includes(partner)) return -1;
  const first = bytes[place], second = bytes[place + 1];
  if (first === 83) return second === SPACE || second === PLUS ? 0 : -1;
  const text = String.fromCharCode(first, second);
  return text === "CA" || text === "MX" ? 1 : text === " S" ? 0 : -1;
}

/** Exports are of domestic (1) or foreign (2) goods. */
function checkOrigin(byte: number): void {
  if (byte !== 49 && byte !== 50) {
    throw new RecordFault(`"${String.fromCharCode(byte)}" is neither domestic (1) nor foreign (2)`);
  }
}
