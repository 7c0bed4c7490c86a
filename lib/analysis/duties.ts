/**
 * Effective duty rates: what the calculated duty comes to of the imports it is charged on.
 *
 * Calculated duty is the Census Bureau's estimate from the rates in force on entry; later refunds
 * and drawbacks are not in it. Its base is imports for consumption, never general imports.
 */
import pl from "nodejs-polars";
import { type DutyRate, type DutySum, ratesOf } from "../arithmetic/mod.ts";
import { USMCA, WORLD } from "../codes/mod.ts";
import {
  collect,
  type Frame,
  frameBy,
  type Frameish,
  isCountryCode,
  lazy,
  records,
  requireColumns,
} from "../frame.ts";

export { DUTY_BASIS, type DutyRate } from "../arithmetic/mod.ts";

export interface DutyOptions<By extends string = string> {
  /** Columns within which rates are taken, e.g. `["naics", "month"]` or `["naics", "year"]`. */
  by: By[];
  /** Groups of partners whose published rows are kept beside the countries; the USMCA unless told. */
  groups?: string[];
}

/**
 * Effective duty rate by partner: calculated duty ÷ imports for consumption, in the same period.
 *
 * @param imports monthly imports for consumption with duty_usd and the world row; frame or scan.
 * @returns `by`, vintage, basis, period_start, period_end, partner_code, value_usd, duty_usd, rate,
 * import_share, duty_share; sorted by `by`, then partner code.
 * @throws RangeError on any other basis, on a missing world row, or an empty selection.
 * @formula Effective duty rate
 * t_p = \frac{D_p}{M_p}
 * @where $D_p$ is the calculated duty on imports for consumption from supplier $p$ and $M_p$ these
 * imports at customs value, same goods and period, in US dollars; a fraction, read in percent. Of
 * the world it is the average rate $R = \sum_p m_p t_p$, with $m_p$ the share of $p$ in imports.
 * @assumes calculated-duty
 * @taught 8
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { keep, readTable, rowOf, withYear, WORLD } from "../mod.ts";
 * const imports = keep(await readTable("naics3_imports_by_partner_monthly"), { naics: "334" });
 * const rates = effectiveDutyRates(withYear(imports), { by: ["year"] });
 * assertEquals(rowOf(rates, { year: "2024", partner_code: WORLD }).rate! < 0.1, true);
 * ```
 */
export function effectiveDutyRates<Row, By extends string>(
  imports: Frameish<Row>,
  { by, groups = [USMCA] }: DutyOptions<By>,
): Frame<DutyRate & Record<By, string>> {
  const sums = dutySums<By>(imports, by, [WORLD, ...groups], "effectiveDutyRates");
  return frameBy<DutyRate, By>(ratesOf(sums, { by }), by, DUTY_SCHEMA);
}

/** Types of the columns of duty rates. */
export const DUTY_SCHEMA: Record<keyof DutyRate, pl.DataType> = {
  vintage: pl.String,
  basis: pl.String,
  period_start: pl.String,
  period_end: pl.String,
  partner_code: pl.String,
  value_usd: pl.Int64,
  duty_usd: pl.Int64,
  rate: pl.Float64,
  import_share: pl.Float64,
  duty_share: pl.Float64,
};

/** Imports and duties summed by partner and basis: the world, countries, and the groups that are kept. */
export function dutySums<By extends string>(
  imports: Frameish<unknown>,
  by: By[],
  kept: string[],
  caller: string,
): (DutySum & Record<By, string>)[] {
  const needed = ["partner_code", "month", "value_usd", "duty_usd", "basis", "vintage"];
  requireColumns(imports, [...by, ...needed], caller);
  const query = lazy(imports).filter(isCountryCode.or(pl.col("partner_code").isIn(kept)))
    .groupBy([...by, "partner_code", "basis"]).agg(
      pl.col("value_usd").sum(),
      pl.col("duty_usd").sum(),
      pl.col("vintage").max(),
      pl.col("month").min().alias("period_start"),
      pl.col("month").max().alias("period_end"),
    );
  return records(collect(query, imports) as Frame<DutySum & Record<By, string>>);
}
