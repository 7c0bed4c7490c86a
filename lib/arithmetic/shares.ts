/**
 * Supplier shares in U.S. imports, and the ranking of suppliers.
 *
 * share of a supplier = imports from it ÷ imports from all suppliers, same goods, basis and period.
 */
import { isCountry, OTHER, WORLD } from "../codes/mod.ts";
import { taken } from "../rows.ts";
import { grouped, largestFirst, sortedBy } from "./groups.ts";

/** Imports from one partner over one period, US dollars. */
export interface SupplierSum {
  vintage: string;
  basis: string;
  period_start: string;
  period_end: string;
  /** A country, a group, or the world (`-`). */
  partner_code: string;
  value_usd: number;
}

export interface SupplierShare extends SupplierSum {
  /** The denominator: imports from the world, or from all suppliers that are listed. */
  total_usd: number;
  share: number;
}

export interface ShareOptions<By extends string = string> {
  /** Columns within which shares are taken, e.g. `["year"]` or `["atp_group"]`. */
  by: By[];
  /** `world`: the published row `-`, the rest shown as `other`. `listed`: the suppliers. */
  denominator: "world" | "listed";
  /** Groups that stand for their unlisted members and so count as one supplier, e.g. `["0003"]`. */
  blocks?: string[];
}

/**
 * Share of each supplier in imports.
 *
 * @param sums one row for each partner within `by`.
 * @returns `by`, vintage, basis, period_start, period_end, partner_code, value_usd, total_usd, share,
 * sorted by `by`, then largest first; `other` (world less the suppliers) last.
 * @throws RangeError when two bases are mixed, no row is left, the world row is missing, or the
 * suppliers exceed the world.
 */
export function sharesOf<By extends string>(
  sums: (SupplierSum & Record<By, string>)[],
  { by, denominator, blocks = [] }: ShareOptions<By>,
): (SupplierShare & Record<By, string>)[] {
  const ofWorld = denominator === "world";
  const isSupplier = ({ partner_code }: SupplierSum) =>
    isCountry(partner_code) || blocks.includes(partner_code);
  const isWorld = ({ partner_code }: SupplierSum) => partner_code === WORLD;
  const wanted = sums.filter((row) => isSupplier(row) || ofWorld && isWorld(row));
  const groups = grouped(sortedBy(wanted, by), by);
  if (groups.length === 0) throw new RangeError("supplierShares: no imports in this selection");
  if (groups.some((rows) => rows.some(({ basis }) => basis !== rows[0].basis))) {
    throw new RangeError("supplierShares: general imports and imports for consumption are mixed");
  }
  const without = groups.filter((rows) => !rows.some(isWorld)).length;
  if (ofWorld && without > 0) {
    throw new RangeError(
      `supplierShares: ${without} of ${groups.length} selections have no world row (${WORLD})`,
    );
  }
  return groups.flatMap((rows) => {
    const suppliers = rows.filter(isSupplier).toSorted(largestFirst);
    const whole = ofWorld ? rows.filter(isWorld) : suppliers;
    const shared = { ...taken(rows[0], ...by), ...periodOf(whole) };
    const total_usd = usd(whole);
    const row = (partner_code: string, value_usd: number) => ({
      ...shared,
      ...{ partner_code, value_usd, total_usd, share: value_usd / total_usd },
    });
    return [
      ...suppliers.map(({ partner_code, value_usd }) => row(partner_code, value_usd)),
      ...(ofWorld ? [row(OTHER, restOf(total_usd, suppliers))] : []),
    ];
  }) as (SupplierShare & Record<By, string>)[];
}

const usd = (rows: SupplierSum[]): number => rows.reduce((sum, row) => sum + row.value_usd, 0);

function restOf(total: number, suppliers: SupplierSum[]): number {
  const rest = total - usd(suppliers);
  if (rest >= 0) return rest;
  throw new RangeError("supplierShares: the suppliers exceed the world; is a group among them?");
}

/** What the figures of a denominator are: their last vintage, basis, and the months that they span. */
function periodOf(rows: SupplierSum[]) {
  const values = (name: "vintage" | "period_start" | "period_end") =>
    rows.map((row) => row[name]).sort();
  return {
    vintage: values("vintage").at(-1)!,
    basis: rows[0].basis,
    period_start: values("period_start")[0],
    period_end: values("period_end").at(-1)!,
  };
}

/**
 * Rank of each supplier, 1 for the largest, within `by`. The rest (`other`) has no rank; equal values are
 * ordered by partner code, so that the order of rows never matters.
 *
 * @returns the rows without `other`, sorted, with `rank`.
 */
export function ranked<Row extends { partner_code: string; value_usd: number }>(
  rows: Row[],
  by: string[],
): (Row & { rank: number })[] {
  const suppliers = rows.filter(({ partner_code }) => partner_code !== OTHER);
  const ordered = grouped(sortedBy(suppliers.toSorted(largestFirst), by), by);
  return ordered.flatMap((group) => group.map((row, place) => ({ ...row, rank: place + 1 })));
}
