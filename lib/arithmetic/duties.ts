/**
 * Effective duty rates: what the calculated duty comes to of the imports it is charged on.
 *
 * Calculated duty is the Census Bureau's estimate from the rates in force on entry; later refunds
 * and drawbacks are not in it. Its base is imports for consumption, never general imports.
 */
import { isCountry, OTHER, WORLD } from "../codes/mod.ts";
import { taken } from "../rows.ts";
import { grouped, sortedBy } from "./groups.ts";
import type { SupplierSum } from "./shares.ts";

/** Imports for consumption from one partner over one period, and the duty on them, US dollars. */
export interface DutySum extends SupplierSum {
  duty_usd: number;
}

export interface DutyRate extends DutySum {
  /** duty_usd ÷ value_usd; null where nothing was imported. */
  rate: number | null;
  /** Part of the world's imports, and of the world's duty (null where no duty was charged). */
  import_share: number;
  duty_share: number | null;
}

/** The basis that duty is charged on. */
export const DUTY_BASIS = "imports_for_consumption";

const ratio = (part: number, whole: number): number | null => whole === 0 ? null : part / whole;

/**
 * Effective duty rate by partner: calculated duty ÷ imports for consumption, in the same period.
 *
 * @param sums one row for each partner within `by`, the world among them.
 * @returns `by`, vintage, basis, period_start, period_end, partner_code (`other`: the world less the
 * countries), value_usd, duty_usd, rate, import_share, duty_share; sorted by `by`, then partner code.
 * @throws RangeError as `withRest` does.
 */
export function ratesOf<By extends string>(
  sums: (DutySum & Record<By, string>)[],
  { by }: { by: By[] },
): (DutyRate & Record<By, string>)[] {
  const rows = grouped(withRest(sums, by, "effectiveDutyRates"), by).flatMap((group) => {
    const world = group.find(({ partner_code }) => partner_code === WORLD)!;
    const shared = {
      ...taken(world, ...by),
      ...taken<DutySum, keyof DutySum>(world, "vintage", "basis", "period_start", "period_end"),
    };
    return group.map(({ partner_code, value_usd, duty_usd }) => ({
      ...shared,
      ...{ partner_code, value_usd, duty_usd },
      rate: ratio(duty_usd, value_usd),
      import_share: ratio(value_usd, world.value_usd),
      duty_share: ratio(duty_usd, world.duty_usd),
    }));
  });
  return sortedBy(rows as (DutyRate & Record<By, string>)[], [...by, "partner_code"]);
}

/**
 * The sums, and within `by` a row `other`: what the countries leave of the world, imports and duty.
 *
 * @throws RangeError on any other basis than imports for consumption, on a missing world row, an empty
 * selection, and countries that exceed the world.
 */
export function withRest<Row extends DutySum>(sums: Row[], by: string[], caller: string): Row[] {
  if (sums.length === 0) throw new RangeError(`${caller}: no imports in this selection`);
  const other = sums.find(({ basis }) => basis !== DUTY_BASIS)?.basis;
  if (other) throw new RangeError(`${caller}: duty is charged on ${DUTY_BASIS}, not on ${other}`);
  return grouped(sums, by).flatMap((group) => {
    const world = group.find(({ partner_code }) => partner_code === WORLD);
    if (!world) {
      throw new RangeError(
        `${caller}: the world row (${WORLD}) is missing in part of the selection`,
      );
    }
    const left = (name: "value_usd" | "duty_usd") =>
      group.filter(({ partner_code }) => isCountry(partner_code))
        .reduce((rest, row) => rest - row[name], world[name]);
    const rest = { ...world, partner_code: OTHER };
    [rest.value_usd, rest.duty_usd] = [left("value_usd"), left("duty_usd")];
    if (rest.value_usd < 0) {
      throw new RangeError("duties: the countries exceed the world; is a group among them?");
    }
    return [...group, rest];
  });
}
