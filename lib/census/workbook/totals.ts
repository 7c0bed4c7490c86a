/**
 * The source `totals`: country.xlsx, U.S. trade in goods by country, monthly since 1985, in millions
 * of dollars. Row 0007 is all ATP; rows 0005, 0006, 0021, 0022 hold, in their import columns, imports
 * for consumption that claimed NAFTA or USMCA preference.
 */
import { CANADA, MEXICO } from "../../codes/mod.ts";
import {
  type Contribution,
  contribution,
  type Row,
  type TableName,
} from "../terms/contribution.ts";
import { CensusError, REPORT_REPLY } from "../transfer/errors.ts";
import { beforeStart, publishableMonths, publishedMonths } from "../terms/months.ts";
import { readSheet, type SheetRow } from "./sheet.ts";
import type { Sidecar } from "../transfer/snapshot.ts";

/** Path of the file on the publisher's site. */
export const TOTALS_PATH = "/foreign-trade/balance/country.xlsx";
const WORLD_ROW = "0015", ATP_ROW = "0007";
const CLAIMS: Record<string, { agreement: string; partner_code: string }> = {
  "0005": { agreement: "NAFTA", partner_code: MEXICO },
  "0006": { agreement: "NAFTA", partner_code: CANADA },
  "0021": { agreement: "USMCA", partner_code: MEXICO },
  "0022": { agreement: "USMCA", partner_code: CANADA },
};
/** First month of the USMCA: from here on the NAFTA rows are empty. */
const USMCA_START = "2020-07";
/** Rows whose months must add to the year that the file gives. */
const CHECKED = [ATP_ROW, WORLD_ROW, CANADA, MEXICO];
const FLOWS = [
  { flow: "imports", letter: "I", basis: "general_imports" },
  { flow: "exports", letter: "E", basis: "total_exports" },
] as const;
const NAMES = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split(" ");
const MILLION = 1_000_000, TENTH = 100_000;

/**
 * ATP with the world, imports under the agreements, and all goods by partner, for some years.
 *
 * @throws CensusError when the sheet is another, a year or the ATP row is missing, a row comes twice,
 * a value is no number, or months do not add to their year.
 */
export async function totalsFromFile(
  bytes: Uint8Array,
  years: number[],
  now: Date,
  sidecar: Sidecar,
): Promise<Contribution[]> {
  const { url } = sidecar;
  const sheet = await readSheet(bytes, url);
  const rows: Record<string, Row[]> = { atp: [], claims: [], goods: [] };
  for (const year of years) {
    const ofYear = new Map<string, SheetRow>();
    for (const row of sheet.filter((each) => each.year === year)) {
      if (ofYear.has(row.code)) throw fault(url, `the row ${row.code} of ${year} comes twice`);
      ofYear.set(row.code, row);
    }
    const world = ofYear.get(WORLD_ROW), atp = ofYear.get(ATP_ROW);
    if (!world || !atp) {
      const [first, last] = yearsWithBoth(sheet);
      const rows = `rows ${WORLD_ROW} and ${ATP_ROW}`;
      if (year < first && first <= last) throw beforeStart(`${url}, ${rows}`, year, first);
      if (year > last && first <= last) publishedMonths(year, [], now, url);
      throw fault(url, `has no row ${world ? ATP_ROW : WORLD_ROW} of ${year}`);
    }
    const found = NAMES.map((name, index) => ({ name: `I${name}`, month: monthAt(year, index) }))
      .filter(({ name }) => (world.values[name] ?? 0) !== 0).map(({ month }) => month);
    const months = publishedMonths(year, found, now, url);
    const late = months.find((month) => !publishableMonths(year, now).includes(month));
    if (late) throw fault(url, `has figures of ${late}, which cannot be published yet`);
    for (const [code, row] of ofYear) {
      for (const { flow, letter, basis } of FLOWS) {
        const unit = CHECKED.includes(code) ? checkYear(row, letter, months.length, url) : 1;
        months.forEach((month, index) => {
          const value = row.values[`${letter}${NAMES[index]}`];
          if (value === undefined) {
            if (CHECKED.includes(code)) throw fault(url, `has no value for ${code}, ${month}`);
            return;
          }
          const value_usd = dollarsOf(value, `${code} ${month}`, url);
          if (code === ATP_ROW) {
            rows.atp.push({ month, flow, basis, rounding_usd: unit, value_usd });
          } else if (code in CLAIMS) {
            const { agreement, partner_code } = CLAIMS[code];
            const isOver = agreement === "NAFTA" && month >= USMCA_START;
            const isEarly = agreement === "USMCA" && month < USMCA_START;
            if (flow === "exports" || value_usd === 0 || isOver || isEarly) return;
            const consumption = "imports_for_consumption";
            rows.claims.push({ month, basis: consumption, agreement, partner_code, value_usd });
          } else {
            rows.goods.push({
              month,
              flow,
              basis,
              partner_code: code,
              partner: row.name,
              value_usd,
            });
          }
        });
      }
    }
  }
  const title = "U.S. Trade in Goods by Country";
  const parts: [TableName, Row[], string][] = [
    ["atp_world_monthly", rows.atp, ", row 0007 Advanced Technology Products"],
    ["agreement_imports_monthly", rows.claims, ", rows 0005, 0006, 0021, 0022"],
    ["goods_by_partner_monthly", rows.goods, ""],
  ];
  return parts.flatMap(([table, found, which]) =>
    contribution(table, found, {
      title: title + which,
      path: url,
      files: [sidecar],
    })
  );
}

/** First and last year that has both the world and all ATP; without one the first is the later. */
function yearsWithBoth(sheet: SheetRow[]): [first: number, last: number] {
  const years = (code: string) =>
    new Set(sheet.filter((row) => row.code === code).map(({ year }) => year));
  const both = [...years(WORLD_ROW).intersection(years(ATP_ROW))];
  return [Math.min(...both), Math.max(...both)];
}

const fault = (url: string, problem: string) => new CensusError(`${url}: ${problem}`, REPORT_REPLY);
const monthAt = (year: number, index: number) => `${year}-${String(index + 1).padStart(2, "0")}`;

/** Millions as whole dollars. */
function dollarsOf(millions: number, what: string, url: string): number {
  const value = Math.round(millions * MILLION);
  if (value < 0 || !Number.isSafeInteger(value)) throw fault(url, `${what} is ${millions}`);
  return value;
}

/**
 * Months must add to their year, up to the rounding of each.
 *
 * @returns the unit to which the row is rounded: 0.1 million when every value is, else a dollar.
 */
function checkYear({ code, year, values }: SheetRow, letter: string, months: number, url: string) {
  const parts = NAMES.slice(0, months).map((name) => values[`${letter}${name}`] ?? 0)
    .map((value) => dollarsOf(value, `${code} ${year}`, url));
  const whole = dollarsOf(values[`${letter}YR`] ?? 0, `${letter}YR of ${code} ${year}`, url);
  const unit = [...parts, whole].every((value) => value % TENTH === 0) ? TENTH : 1;
  const gap = Math.abs(parts.reduce((sum, value) => sum + value, 0) - whole);
  if (gap > unit * (months + 1) / 2) {
    throw fault(url, `${letter} of ${code}: the months of ${year} miss the year by ${gap} USD`);
  }
  return unit;
}
