/**
 * Where one supplier stands among all whose shares changed: how many gained, how many gained more.
 * And the change in money: shares hide that a market grew.
 */
import pl from "nodejs-polars";
import { isCountry, MEXICO } from "../codes/mod.ts";
import { type Frame, records, requireColumns } from "../frame.ts";
import type { ShareChange } from "./share_change.ts";

export interface Standing {
  /** Change of the supplier's share: a fraction, read in percentage points. */
  change: number;
  /** Change of imports from it, US dollars. */
  change_usd: number;
  /** Suppliers that the table lists one by one; the rest is not among them. */
  listed: number;
  /** How many of them gained share. */
  gained: number;
  /** How many gained share, and more than this one. */
  ahead: number;
  /** How many gained more dollars than this one, and gained. */
  ahead_usd: number;
}

/**
 * How a supplier stands among the listed ones between two periods.
 *
 * Only a gain can be larger than a gain: a supplier that lost less than this one is not ahead of it, so
 * that what is counted is `change > max(0, change of the supplier)`.
 *
 * @param changes of one industry or selection, from `shareChanges`.
 * @throws RangeError when the supplier has no row.
 * @formula Suppliers that gained more
 * \left|\{\, q : \Delta s_q > \max(0, \Delta s_p) \,\}\right|
 * @where $\Delta s_q$ are the changes of the listed suppliers' shares: only a gain can be larger
 * than a gain. A count.
 * @assumes listed-suppliers
 * @taught 7
 */
export function suppliersAhead(changes: Frame<ShareChange>, partner = MEXICO): Standing {
  requireColumns(changes, ["partner_code", "change", "from_usd", "to_usd"], "suppliersAhead");
  return standingAmong(records(changes), partner);
}

/** The same of plain rows: where many comparisons are made, a frame of each would take its time. */
export function standingAmong(
  changes: Pick<ShareChange, "partner_code" | "change" | "from_usd" | "to_usd">[],
  partner: string,
): Standing {
  const rows = changes.filter((row) => isCountry(row.partner_code));
  const own = rows.find((row) => row.partner_code === partner);
  if (!own) throw new RangeError(`suppliersAhead: supplier ${partner} has no row`);
  const dollars = (row: typeof rows[0]) => row.to_usd - row.from_usd;
  const more = (of: (row: typeof rows[0]) => number) =>
    rows.filter((row) => of(row) > Math.max(0, of(own))).length;
  return {
    change: own.change,
    change_usd: dollars(own),
    listed: rows.length,
    gained: rows.filter((row) => row.change > 0).length,
    ahead: more((row) => row.change),
    ahead_usd: more(dollars),
  };
}

export type DollarChange = ShareChange & {
  /** Imports after less imports before, US dollars. */
  change_usd: number;
  /** What the change of the share is worth at the imports of the later period, US dollars. */
  points_usd: number;
};

/**
 * The changes in money, in two readings that differ where the market grew.
 *
 * change_usd = to_usd − from_usd, what the supplier sold more. points_usd = change × all imports of the
 * later period: how much more it sold than with its old share. Over all rows points_usd adds to zero.
 *
 * @param changes of one industry or selection, all suppliers and the rest, from `shareChanges`.
 * @formula A change in money, in two readings
 * \Delta M_p = M_{p,1} - M_{p,0}, \qquad \Delta s_p \, M_1
 * @where $M_{p,0}$ and $M_{p,1}$ are imports from supplier $p$ before and after and $M_1$ all
 * imports after, in US dollars. The second is how much more it sold than with its old share; over
 * all suppliers it adds to zero.
 * @taught 7
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { comparableYears, keep, MEXICO, readTable, rowOf, shareChanges } from "../mod.ts";
 * const imports = keep(await readTable("naics3_imports_by_partner_monthly"), { naics: "335" });
 * const changes = shareChanges(imports, comparableYears(imports, "2017", "2024"));
 * assertEquals(rowOf(withDollars(changes), { partner_code: MEXICO }).change_usd > 0, true);
 * ```
 */
export function withDollars(changes: Frame<ShareChange>): Frame<DollarChange> {
  requireColumns(changes, ["change", "from_usd", "to_usd"], "withDollars");
  return changes.withColumns(
    pl.col("to_usd").minus(pl.col("from_usd")).alias("change_usd"),
    pl.col("change").mul(pl.col("to_usd").cast(pl.Float64).sum()).alias("points_usd"),
  ) as Frame<DollarChange>;
}
