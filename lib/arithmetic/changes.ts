/**
 * Changes of supplier shares between two periods.
 *
 * A share is value, not volume: it may change with prices alone, and its change is no cause.
 */
import { ranked, type SupplierShare } from "./shares.ts";

/** The two periods of a comparison, as columns of a row. */
export interface Compared {
  from_start: string;
  from_end: string;
  to_start: string;
  to_end: string;
}

export interface ShareChange extends Compared {
  vintage: string;
  basis: string;
  partner_code: string;
  from_usd: number;
  to_usd: number;
  from_share: number;
  to_share: number;
  /** to_share − from_share: a fraction, read in percentage points. */
  change: number;
  /** Place among the listed suppliers; null for the rest and where nothing was imported. */
  from_rank: number | null;
  to_rank: number | null;
}

/**
 * Change of each supplier's share between two periods, the rest as `other`.
 *
 * The changes add to zero. A supplier that is in one period only has a share of 0 in the other.
 *
 * @param from shares of one selection and period, from `sharesOf`; @param to those of the later one.
 * @returns one row for each supplier of either, largest gain first.
 */
export function changesOf(from: SupplierShare[], to: SupplierShare[]): ShareChange[] {
  const [before, after] = [from, to].map(byPartner);
  const compared = { ...inColumns("from", from), ...inColumns("to", to) } as unknown as Compared;
  return [...new Set([...before.keys(), ...after.keys()])].map((partner_code): ShareChange => {
    const [then, now] = [before, after].map((rows) => rows.get(partner_code));
    const last = now ?? then!;
    return {
      ...{ vintage: last.vintage, basis: last.basis },
      ...compared,
      partner_code,
      ...{ from_usd: then?.value_usd ?? 0, to_usd: now?.value_usd ?? 0 },
      ...{ from_share: then?.share ?? 0, to_share: now?.share ?? 0 },
      change: (now?.share ?? 0) - (then?.share ?? 0),
      ...{ from_rank: then?.rank ?? null, to_rank: now?.rank ?? null },
    };
  }).sort((a, b) => b.change - a.change || (a.partner_code < b.partner_code ? -1 : 1));
}

type Placed = SupplierShare & { rank: number | null };

/** Shares by partner, each with its place; none where nothing was imported. */
function byPartner(shares: SupplierShare[]): Map<string, Placed> {
  const places = new Map(ranked(shares, []).map((row) => [row.partner_code, row.rank]));
  return new Map(shares.map((row) => {
    const rank = row.value_usd > 0 ? places.get(row.partner_code) ?? null : null;
    return [row.partner_code, { ...row, rank }];
  }));
}

const inColumns = (side: string, [{ period_start, period_end }]: SupplierShare[]) => ({
  [`${side}_start`]: period_start,
  [`${side}_end`]: period_end,
});
