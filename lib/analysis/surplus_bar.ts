/** For which bars on the size of a surplus one group alone clears it, period by period. */
import pl from "nodejs-polars";
import { ATP_TOTAL } from "../codes/mod.ts";
import { type Frame, frameOf, records } from "../frame.ts";
import type { GroupBalance } from "./balance.ts";
import type { Period } from "./periods.ts";

export interface SurplusBar extends Period {
  vintage: string;
  /** Surplus of the group as a part of the total deficit; 0 or less when it has none. */
  share: number;
  /** The next largest surplus of another group, likewise; 0 when there is none. */
  next_share: number;
  /** Code of that group; empty when there is none. */
  next_group: string;
}

/**
 * Surplus of one group beside the next largest surplus, each ÷ |total balance|. With any bar above
 * `next_share` and up to `share` the group alone has a surplus that clears it.
 *
 * @param balances from `balanceByGroup`, of one or more periods.
 * @returns vintage, period_start, period_end, share, next_share, next_group; sorted by period.
 * @formula Bars for which one group alone has a significant surplus
 * \frac{B_h}{|B|} < b \le \frac{B_g}{|B|}
 * @where $B_g$ is the surplus of the group, $B_h$ the next largest surplus of another, $B$ the
 * balance of all groups, and $b$ the bar, as a fraction of the total deficit.
 * @assumes significant-surplus
 * @taught 3
 */
export function surplusBars(balances: Frame<GroupBalance>, group: string): Frame<SurplusBar> {
  const periods = new Map<string, GroupBalance[]>();
  for (const row of records(balances)) {
    const key = `${row.period_start} ${row.period_end} ${row.vintage}`;
    periods.set(key, [...periods.get(key) ?? [], row]);
  }
  const bars = [...periods.values()].map((rows) => {
    const [{ vintage, period_start, period_end }] = rows;
    const total = rows.find(({ atp_group }) => atp_group === ATP_TOTAL)!;
    const shareOf = (row: GroupBalance) => row.balance_usd / Math.abs(total.balance_usd);
    const [next] = rows.filter((row) => row.atp_group !== ATP_TOTAL && row.atp_group !== group)
      .filter((row) => row.balance_usd > 0).sort((a, b) => b.balance_usd - a.balance_usd);
    const own = rows.find(({ atp_group }) => atp_group === group);
    if (!own) throw new RangeError(`surplusBars: no group ${group} in ${period_start}`);
    return {
      vintage,
      period_start,
      period_end,
      share: shareOf(own),
      next_share: next ? shareOf(next) : 0,
      next_group: next?.atp_group ?? "",
    };
  });
  return frameOf<SurplusBar>(bars, {
    vintage: pl.String,
    period_start: pl.String,
    period_end: pl.String,
    share: pl.Float64,
    next_share: pl.Float64,
    next_group: pl.String,
  }).sort(["period_start", "period_end"]);
}

/** Whether the group alone has a surplus of at least `bar` of the total deficit. */
export const aloneAbove = ({ share, next_share }: SurplusBar, bar: number): boolean =>
  share >= bar && next_share < bar;
