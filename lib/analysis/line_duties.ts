/** Effective duty rates of some tariff lines together, by supplier and year. */
import pl from "nodejs-polars";
import { WORLD } from "../codes/mod.ts";
import { collect, type Frame, type Frameish, lazy, literal, requireColumns } from "../frame.ts";
import { DUTY_BASIS, type DutyRate } from "./duties.ts";
import type { LineOfPartner } from "./import_lines.ts";

export type DutyOfYear =
  & Pick<
    DutyRate,
    | "vintage"
    | "basis"
    | "period_start"
    | "period_end"
    | "partner_code"
    | "value_usd"
    | "duty_usd"
    | "rate"
  >
  & { year: string };

/**
 * Calculated duty ÷ imports for consumption of some lines, from each supplier and from all, in each calendar
 * year that the lines cover.
 *
 * @param lines of `import_lines`, e.g. from `linesUnder`: a frame or a lazy scan.
 * @returns year, vintage, basis, period_start, period_end, partner_code (the world `-` included), value_usd,
 * duty_usd, rate (null where nothing entered into consumption); sorted by year and partner.
 */
export function dutiesByYear(
  lines: Frameish<LineOfPartner & { duty_usd: number }>,
): Frame<DutyOfYear> {
  const keys = ["year", "vintage", "basis", "period_start", "period_end"];
  requireColumns(
    lines,
    ["vintage", "period_start", "period_end", "partner_code", `${DUTY_BASIS}_usd`, "duty_usd"],
    "dutiesByYear",
  );
  const sums = [pl.col("value_usd").sum(), pl.col("duty_usd").sum()];
  const suppliers = collect(
    lazy(lines).withColumns(
      pl.col("period_start").str.slice(0, 4).alias("year"),
      literal(DUTY_BASIS).alias("basis"),
      pl.col(`${DUTY_BASIS}_usd`).alias("value_usd"),
    ).groupBy([...keys, "partner_code"]).agg(...sums),
    lines,
  );
  const world = suppliers.groupBy(keys).agg(...sums)
    .withColumn(literal(WORLD).alias("partner_code")).select(...suppliers.columns);
  const [value, duty] = ["value_usd", "duty_usd"].map((name) => pl.col(name).cast(pl.Float64));
  return pl.concat([suppliers, world]).withColumn(
    pl.when(value.gt(literal(0))).then(duty.div(value)).otherwise(literal(null)).alias("rate"),
  ).sort(["year", "partner_code"]) as Frame<DutyOfYear>;
}
