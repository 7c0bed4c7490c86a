/** How the breaks of a series move with the shortest stretch that is allowed. */
import pl from "nodejs-polars";
import { type Frame, frameOf, records } from "../frame.ts";
import { type Break, BREAK_SCHEMA, type BreakOptions, levelBreaks } from "./breaks.ts";

/** A break that is found when a stretch has at least `shortest` months. */
export type BreakAt = Break & { shortest: number };

/**
 * The breaks of a series for several shortest stretches. A month that stays in the list as the
 * stretch grows does not rest on a choice of ours; one that moves has no exact date.
 *
 * @param options as of `levelBreaks`, but `shortest` holds several lengths in months.
 * @returns shortest, then the columns of `levelBreaks`; in the order of the lengths given. A length
 * at which nothing breaks has no row.
 * @throws RangeError as `levelBreaks` does.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { effectiveDutyRates, keep, readTable, WORLD } from "../mod.ts";
 * const imports = keep(await readTable("naics3_imports_by_partner_monthly"), { naics: "334" });
 * const rates = keep(effectiveDutyRates(imports, { by: ["month"] }), { partner_code: WORLD });
 * const tried = breakSensitivity(rates, { value: "rate", shortest: [2, 6, 12] });
 * assertEquals(tried.columns[0], "shortest");
 * ```
 */
export function breakSensitivity(
  series: Frame<unknown>,
  { shortest, ...options }: Omit<BreakOptions, "shortest"> & { shortest: number[] },
): Frame<BreakAt> {
  const rows = shortest.flatMap((months) =>
    records(levelBreaks(series, { ...options, shortest: months }))
      .map((each) => ({ shortest: months, ...each }))
  );
  return frameOf<BreakAt>(rows, { shortest: pl.Int64, ...BREAK_SCHEMA });
}
