/** Imports and duty rate of each supplier in two periods: what the decompositions are made of. */
import { grouped, sortedBy } from "../arithmetic/groups.ts";
import { DUTY_BASIS, type DutySum, withRest } from "../arithmetic/mod.ts";
import { WORLD } from "../codes/mod.ts";
import type { Frameish } from "../frame.ts";
import { taken } from "../rows.ts";
import { dutySums } from "./duties.ts";

/** A supplier, or the remainder, in both periods; the rate is null where it sent nothing. */
export interface DutyCell {
  partner_code: string;
  vintage: string;
  basis: string;
  from_usd: number;
  to_usd: number;
  from_rate: number | null;
  to_rate: number | null;
}

/** Imports of all cells in one of the periods. */
export const usdOf = (cells: DutyCell[], side: "from" | "to"): number =>
  cells.reduce((sum, cell) => sum + cell[`${side}_usd`], 0);

/** Imports and rate of each supplier and of the remainder, within `by`, in both `sides`; sorted. */
export function dutyCells(sided: Frameish<unknown>, by: string[], caller: string): DutyCell[] {
  const group = [...by, "side"];
  const sums = dutySums(sided, group, [WORLD], caller);
  const suppliers = withRest(sums, group, caller)
    .filter(({ partner_code }) => partner_code !== WORLD);
  const vintage = sums.map((row) => row.vintage).sort().at(-1)!;
  const cells = grouped(suppliers, [...by, "partner_code"]).map((rows): DutyCell => {
    const [from, to] = ["from", "to"].map((side) => rows.find((row) => row.side === side));
    return {
      ...taken(rows[0], ...by as (keyof typeof rows[0])[]),
      ...{ partner_code: rows[0].partner_code, vintage, basis: DUTY_BASIS },
      ...{ from_usd: from?.value_usd ?? 0, to_usd: to?.value_usd ?? 0 },
      ...{ from_rate: rateOf(from), to_rate: rateOf(to) },
    };
  });
  return sortedBy(cells.filter((cell) => cell.from_usd + cell.to_usd > 0), [...by, "partner_code"]);
}

const rateOf = (sum?: DutySum): number | null =>
  sum && sum.value_usd > 0 ? sum.duty_usd / sum.value_usd : null;
