/**
 * Goods that enter free from everybody: why an importer may have had no use for the agreement.
 *
 * The tariff's own rate is not in the data. A line counts as free for everybody in a year in which
 * suppliers that have no agreement with the United States paid no duty on it: less than 1% of what
 * they sent was dutiable. The yardstick is the European Union of 27, which sends nearly every line,
 * has no free-trade agreement with the United States, and was not under the duties on China.
 */
import pl from "nodejs-polars";
import { CANADA, EU27_MEMBERS, type GoodsClass, MEXICO } from "../codes/mod.ts";
import { collect, type Frame, type Frameish, lazy, literal, requireColumns } from "../frame.ts";
import { type GoodsOfLine, lineClasses, sumByClass } from "./goods_classes.ts";
import type { Period } from "./periods.ts";

/** Imports for consumption by tariff line and partner, with their dutiable part and the duty. */
export interface DutiableLine {
  vintage: string;
  period_start: string;
  period_end: string;
  hts10: string;
  partner_code: string;
  imports_for_consumption_usd: number;
  dutiable_usd: number;
  duty_usd: number;
}

export type FreeForAll = Period & GoodsClass & {
  vintage: string;
  partner_code: string;
  /** Imports for consumption from the partner. */
  value_usd: number;
  /** Of these: dutiable when entered; the duty on it. */
  dutiable_usd: number;
  duty_usd: number;
  /** Of these: in lines that were free for everybody, and in lines that the yardstick sent at all. */
  free_usd: number;
  known_usd: number;
  /** dutiable_usd ÷ value_usd, duty_usd ÷ value_usd, free_usd ÷ value_usd. */
  dutiable_share: number;
  duty_rate: number;
  free_share: number;
};

/** Below this part of its value a line counts as free. */
const DUTIABLE_FROM = 0.01;
const VALUES = ["value_usd", "dutiable_usd", "duty_usd"];

/**
 * For Mexico and Canada, by class and year: what was dutiable, what was paid, and what lay in lines
 * that were free for everybody.
 *
 * @param lines `scanTable("import_lines")`, or a frame of its columns.
 * @param classes `readTable("import_line_classes")`.
 * @returns the columns of FreeForAll; sorted by period, partner and class.
 * @formula Part of imports in lines that are free for everybody
 * f = \frac{\sum_{l \in F} M_l}{\sum_l M_l}, \qquad F = \left\{\, l : \frac{U_l^{\text{dutiable}}}{U_l} < 0.01 \,\right\}
 * @where $M_l$ are imports for consumption of line $l$ from the partner and $U_l$ those from the
 * European Union, with their dutiable part, in the same year, in US dollars; $f$ is a fraction.
 * @assumes free-for-everybody
 * @taught 10
 */
export function freeForAll(
  lines: Frameish<DutiableLine>,
  classes: Frame<GoodsOfLine>,
  { yardstick = EU27_MEMBERS }: { yardstick?: readonly string[] } = {},
): Frame<FreeForAll> {
  const line: string[] = ["period_start", "period_end", "hts10"];
  requireColumns(
    lines,
    [...line, "vintage", "partner_code", "imports_for_consumption_usd", "dutiable_usd", "duty_usd"],
    "freeForAll",
  );
  const partner = pl.col("partner_code");
  const own = collect(
    lazy(lines).filter(partner.isIn([CANADA, MEXICO])).select(
      ...[...line, "vintage", "partner_code", "dutiable_usd", "duty_usd"].map((name) =>
        pl.col(name)
      ),
      pl.col("imports_for_consumption_usd").alias("value_usd"),
    ),
    lines,
  );
  const others = collect(
    lazy(lines).filter(partner.isIn([...yardstick])).groupBy(line).agg(
      pl.col("imports_for_consumption_usd").sum().alias("yardstick_usd"),
      pl.col("dutiable_usd").sum().alias("yardstick_dutiable"),
    ),
    lines,
  ).filter(pl.col("yardstick_usd").gt(literal(0)));
  const part = pl.col("yardstick_dutiable").cast(pl.Float64)
    .div(pl.col("yardstick_usd").cast(pl.Float64));
  const valueWhere = (holds: pl.Expr, name: string) =>
    pl.when(holds).then(pl.col("value_usd")).otherwise(literal(0)).alias(name);
  const known = pl.col("yardstick_usd").isNotNull();
  const marked = own.join(others, { on: line, how: "left" })
    .join(lineClasses(classes), { on: "hts10", how: "inner" })
    .withColumns(
      valueWhere(known, "known_usd"),
      valueWhere(known.and(part.lt(literal(DUTIABLE_FROM))), "free_usd"),
    );
  const by = ["vintage", "period_start", "period_end", "partner_code"];
  const sums = [...VALUES, "free_usd", "known_usd"];
  const ratio = (of: string, name: string) =>
    pl.col(of).cast(pl.Float64).div(pl.col("value_usd").cast(pl.Float64)).alias(name);
  return sumByClass(marked, by, sums)
    .filter(pl.col("value_usd").gt(literal(0)))
    .withColumns(
      ratio("dutiable_usd", "dutiable_share"),
      ratio("duty_usd", "duty_rate"),
      ratio("free_usd", "free_share"),
    ) as Frame<FreeForAll>;
}
