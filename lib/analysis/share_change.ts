/**
 * Changes of supplier shares between two periods.
 *
 * A share is value, not volume: it may change with prices alone, and its change is no cause.
 */
import pl from "nodejs-polars";
import { OTHER } from "../codes/mod.ts";
import { grouped } from "../arithmetic/groups.ts";
import { changesOf, type ShareChange } from "../arithmetic/mod.ts";
import { taken } from "../rows.ts";
import { type Frame, frameBy, type Frameish, records } from "../frame.ts";
import { COMPARED_SCHEMA, comparedPeriods, type Comparison, sides } from "./comparison.ts";
import { supplierShares } from "./shares.ts";

export type { ShareChange } from "../arithmetic/mod.ts";

/** Change options: the comparison, and columns within which shares are taken. */
export type ChangeOptions<By extends string = string> = Comparison & { by?: By[] };

/**
 * Change of each supplier's share in imports between two periods, the rest as `other`.
 *
 * change = imports from it ÷ imports from the world, after less before. Over all rows of a group of
 * `by` the changes add to zero. A supplier that is in one period only has a share of 0 in the other.
 *
 * @param imports monthly imports of one basis with the world row, e.g. one or more industries.
 * @returns `by`, vintage, basis, from_start … to_end, partner_code, from_usd, to_usd, from_share,
 * to_share, change, from_rank, to_rank; largest gain first within `by`.
 * @throws RangeError as `supplierShares` and `sides` do.
 * @formula Change of a share
 * \Delta s_p = s_{p,1} - s_{p,0}, \qquad \sum_p \Delta s_p = 0
 * @where $s_{p,0}$ and $s_{p,1}$ are the shares of supplier $p$ before and after, the rest among
 * them: a fraction, read in percentage points. What some gain is what others lose.
 * @assumes same-months, listed-suppliers
 * @taught 5, 7
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { CHINA, comparableYears, keep, readTable, rowOf } from "../mod.ts";
 * const imports = keep(await readTable("naics3_imports_by_partner_monthly"), { naics: "334" });
 * const changes = shareChanges(imports, comparableYears(imports, "2017", "2024"));
 * assertEquals(rowOf(changes, { partner_code: CHINA }).change < 0, true);
 * ```
 */
export function shareChanges<Row, By extends string = never>(
  imports: Frameish<Row>,
  { from, to, by = [] }: ChangeOptions<By>,
): Frame<ShareChange & Record<By, string>> {
  const shares = supplierShares(sides(imports, { from, to }, by), {
    by: [...by, "side"],
    denominator: "world",
  });
  const rows = grouped(records(shares), by).flatMap((group) => {
    const of = (side: string) => group.filter((row) => row.side === side);
    const changes = changesOf(of("from"), of("to"));
    const compared = comparedPeriods({ from, to });
    return changes.map((row) => ({ ...taken(group[0], ...by), ...row, ...compared }));
  });
  return frameBy<ShareChange, By>(rows as (ShareChange & Record<By, string>)[], by, SCHEMA);
}

const SCHEMA: Record<keyof ShareChange, pl.DataType> = {
  vintage: pl.String,
  basis: pl.String,
  ...COMPARED_SCHEMA,
  partner_code: pl.String,
  from_usd: pl.Int64,
  to_usd: pl.Int64,
  from_share: pl.Float64,
  to_share: pl.Float64,
  change: pl.Float64,
  from_rank: pl.Int64,
  to_rank: pl.Int64,
};

/** The supplier that lost most, the rest aside; undefined when none lost. */
export function largestLoser(changes: Frame<ShareChange>): string | undefined {
  const losers = records(changes).filter((row) => row.partner_code !== OTHER && row.change < 0);
  return losers.sort((a, b) => a.change - b.change || (a.partner_code < b.partner_code ? -1 : 1))[0]
    ?.partner_code;
}
