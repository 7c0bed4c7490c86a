/** Tables of an industry's suppliers: a value in the first and the last year. */
import type { DutyRate, SupplierShare } from "../analysis/mod.ts";
import { ranked } from "../arithmetic/mod.ts";
import { OTHER, WORLD } from "../codes/mod.ts";
import { industry, industryCode, points } from "../figures/words.ts";
import { number, percent, signed } from "../format.ts";
import { records, requireColumns, type Rows } from "../rows.ts";
import type { Shown } from "./show.ts";
import { unitOf, type YearlyValue, yearsTable } from "./years_table.ts";

type Share = SupplierShare & { year: string };
type Rate = DutyRate & { year: string };

export interface SuppliersTableOptions {
  naics: string;
  /** What is set side by side: the share (unless told), dollars, or the place among the listed countries. */
  measure?: "share" | "dollars" | "rank";
  /** Codes of the suppliers in the table; all that are listed unless told. */
  partners?: string[];
}

/**
 * Suppliers in the first and the last year that can be compared, largest first, the rest and the world
 * below: `await show(suppliersTable(shares, { naics: "334" }))`. A last year that is not whole has a
 * column of its own and no change.
 *
 * @param shares of one industry by `year`, as `supplierShares` gives them with the rest.
 * @throws RangeError when there are no rows.
 */
export function suppliersTable(
  shares: Rows<Share>,
  { naics, measure = "share", partners = [] }: SuppliersTableOptions,
): Shown {
  requireColumns(shares, ["year", "partner_code", "share", "value_usd"], "suppliersTable");
  const rows = records(shares);
  const places = new Map(
    ranked(rows, ["year"]).filter(({ value_usd }) => value_usd > 0)
      .map(({ year, partner_code, rank }) => [`${year} ${partner_code}`, rank]),
  );
  const all = rows.flatMap((row) => row.partner_code === OTHER ? [row, worldOf(row)] : [row]);
  const valueOf = (row: Share): number | null =>
    measure === "share"
      ? row.share
      : measure === "dollars"
      ? row.value_usd
      : places.get(`${row.year} ${row.partner_code}`) ?? null;
  const values = all.map((row): YearlyValue => ({
    ...row,
    value: valueOf(row),
    beside: measure === "share" ? row.value_usd : row.share,
  }));
  const usd = unitOf(all.map(({ value_usd }) => value_usd));
  const goods = `U.S. imports of ${industry(naics)} (${industryCode(naics)})`;
  const shareBeside = { label: "Share", write: (share: number) => percent(share) };
  const looks = {
    share: {
      what: `Suppliers’ shares of ${goods}`,
      more: IN_POINTS,
      write: (share: number) => percent(share),
      change: (change: number) => points(change),
      beside: { label: usd.head, write: usd.write },
    },
    dollars: {
      what: `${goods} by supplier, ${usd.name}`,
      write: usd.write,
      change: (change: number) => signed(change / usd.usd, 1),
      beside: shareBeside,
    },
    rank: {
      what: `Places of the listed countries in ${goods}`,
      write: (rank: number) => number(rank),
      beside: shareBeside,
    },
  };
  return yearsTable(values, { ...looks[measure], partners });
}

const IN_POINTS = "the change in percentage points";

/** The whole that the rest is a part of. */
const worldOf = (rest: Share): Share => ({
  ...rest,
  partner_code: WORLD,
  value_usd: rest.total_usd,
  share: 1,
});

/**
 * Effective duty rates of an industry's suppliers in the first and the last year that can be compared:
 * `await show(dutyRatesTable(rates, { naics: "334" }))`.
 *
 * @param rates of one industry by `year`, from `effectiveDutyRates`.
 * @throws RangeError when there are no rows.
 */
export function dutyRatesTable(
  rates: Rows<Rate>,
  { naics, partners = [] }: Omit<SuppliersTableOptions, "measure">,
): Shown {
  requireColumns(rates, ["year", "partner_code", "rate", "value_usd"], "dutyRatesTable");
  const rows = records(rates);
  const usd = unitOf(rows.map(({ value_usd }) => value_usd));
  const goods = `U.S. imports of ${industry(naics)} (${industryCode(naics)})`;
  return yearsTable(
    rows.map((row): YearlyValue => ({ ...row, value: row.rate, beside: row.value_usd })),
    {
      partners,
      what: `Effective duty rates on ${goods}: calculated duty in percent of the customs value`,
      more: IN_POINTS,
      write: (rate) => percent(rate, 2),
      change: (change) => points(change, 2),
      beside: { label: usd.head, write: usd.write },
    },
  );
}
