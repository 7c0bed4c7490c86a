/**
 * Effective duty rates: what the calculated duty comes to of the imports it is charged on.
 *
 * Calculated duty is the Census Bureau's estimate from the rates in force on entry; later refunds
 * and drawbacks are not in it. Its base is imports for consumption, never general imports.
 */
import pl from "nodejs-polars";
import { OTHER, USMCA, WORLD } from "../codes/mod.ts";
import { collect, type Frame, type Frameish, lazy, literal, requireColumns } from "../frame.ts";
import type { Period } from "./periods.ts";

export type DutyRate = Period & {
  vintage: string;
  basis: string;
  /** The world, a country, a group that was asked for, or `other`: the world less the countries. */
  partner_code: string;
  value_usd: number;
  duty_usd: number;
  /** duty_usd ÷ value_usd; null where nothing was imported. */
  rate: number | null;
  /** Part of the world's imports, and of the world's duty (null where no duty was charged). */
  import_share: number;
  duty_share: number | null;
};

export interface DutyOptions<By extends string = string> {
  /** Columns within which rates are taken, e.g. `["naics", "month"]` or `["naics", "year"]`. */
  by: By[];
  /** Groups of partners whose published rows are kept beside the countries; the USMCA unless told. */
  groups?: string[];
}

const COUNTRY = "^[1-7][0-9]{3}$";
export const DUTY_BASIS = "imports_for_consumption";

/**
 * Effective duty rate by partner: calculated duty ÷ imports for consumption, in the same period.
 *
 * @param imports monthly imports for consumption with duty_usd and the world row; frame or scan.
 * @returns `by`, vintage, basis, period_start, period_end, partner_code, value_usd, duty_usd, rate,
 * import_share, duty_share; sorted by `by`, then partner code.
 * @throws RangeError on any other basis, on a missing world row, or an empty selection.
 */
export function effectiveDutyRates<Row, By extends string>(
  imports: Frameish<Row>,
  { by, groups = [USMCA] }: DutyOptions<By>,
): Frame<DutyRate & Record<By, string>> {
  const sums = dutySums(imports, by, [WORLD, ...groups], "effectiveDutyRates");
  const period: string[] = ["vintage", "basis", "period_start", "period_end"];
  const world = sums.filter(pl.col("partner_code").eq(literal(WORLD))).select(
    ...[...by, ...period],
    pl.col("value_usd").alias("world_usd"),
    pl.col("duty_usd").alias("world_duty_usd"),
  );
  const ratio = (part: string, whole: string) =>
    pl.when(pl.col(whole).eq(literal(0))).then(literal(null))
      .otherwise(pl.col(part).cast(pl.Float64).div(pl.col(whole).cast(pl.Float64)));
  const rows = pl.concat([
    sums.select(...by, "partner_code", "value_usd", "duty_usd"),
    remainder(sums, by),
  ]);
  const joined = by.length
    ? rows.join(world, { on: by, how: "inner" })
    : rows.join(world, { how: "cross" });
  return joined.withColumns(
    ratio("duty_usd", "value_usd").alias("rate"),
    ratio("value_usd", "world_usd").alias("import_share"),
    ratio("duty_usd", "world_duty_usd").alias("duty_share"),
  ).sort([...by, "partner_code"]).select(
    ...by,
    ...[...period, "partner_code", "value_usd", "duty_usd", "rate", "import_share", "duty_share"],
  ) as Frame<DutyRate & Record<By, string>>;
}

/**
 * Imports and duties summed by partner: the world, countries, and the groups that are kept.
 *
 * @throws RangeError as `effectiveDutyRates` does.
 */
export function dutySums(
  imports: Frameish<unknown>,
  by: string[],
  kept: string[],
  caller: string,
): pl.DataFrame {
  const needed = ["partner_code", "month", "value_usd", "duty_usd", "basis", "vintage"];
  requireColumns(imports, [...by, ...needed], caller);
  const country = pl.col("partner_code").str.contains(COUNTRY);
  const query = lazy(imports).filter(country.or(pl.col("partner_code").isIn(kept)))
    .groupBy([...by, "partner_code"]).agg(
      pl.col("value_usd").sum(),
      pl.col("duty_usd").sum(),
      pl.col("vintage").max(),
      pl.col("basis").min(),
      pl.col("basis").max().alias("last_basis"),
      pl.col("month").min().alias("period_start"),
      pl.col("month").max().alias("period_end"),
    );
  const sums = collect(query, imports);
  if (sums.height === 0) throw new RangeError(`${caller}: no imports in this selection`);
  const bases = new Set(["basis", "last_basis"].flatMap((name) => sums.getColumn(name).toArray()));
  const other = [...bases].find((basis) => basis !== DUTY_BASIS);
  if (other) throw new RangeError(`${caller}: duty is charged on ${DUTY_BASIS}, not on ${other}`);
  const world = sums.filter(pl.col("partner_code").eq(literal(WORLD)));
  const wanted = by.length ? sums.select(...by).unique().height : 1;
  if (world.height !== wanted) {
    throw new RangeError(`${caller}: the world row (${WORLD}) is missing in part of the selection`);
  }
  return sums.drop("last_basis");
}

/** What the countries leave of the world, imports and duty. */
export function remainder(sums: pl.DataFrame, by: string[]): pl.DataFrame {
  const code = pl.col("partner_code");
  const left = (name: string) =>
    pl.when(code.eq(literal(WORLD))).then(pl.col(name))
      .when(code.str.contains(COUNTRY)).then(literal(0).cast(pl.Int64).minus(pl.col(name)))
      .otherwise(literal(0).cast(pl.Int64)).sum().alias(name);
  const rest = sums.withColumn(literal(0).alias("one")).groupBy("one", ...by)
    .agg(left("value_usd"), left("duty_usd")).drop("one")
    .withColumn(literal(OTHER).alias("partner_code"));
  if (rest.filter(pl.col("value_usd").lt(literal(0))).height > 0) {
    throw new RangeError("duties: the countries exceed the world; is a group among them?");
  }
  return rest.select(...by, "partner_code", "value_usd", "duty_usd");
}
