/**
 * Tariff lines summed to classes of goods: all goods, the NAICS-3 industries, the ATP groups and all
 * of them. The classes overlap: ATP is a list of products, NAICS one of industries.
 */
import pl from "nodejs-polars";
import { ALL_ATP, ALL_GOODS, NOT_ATP } from "../codes/mod.ts";
import { type Frame, literal, requireColumns } from "../frame.ts";
import type { LineClass } from "./import_lines.ts";

/** What is asked of a line here: its ATP group and its NAICS-6 industry. */
export type GoodsOfLine = Omit<LineClass, "atp_method">;

/** hts10, atp_group and naics3 of each line, to be joined to lines. */
export function lineClasses(classes: Frame<GoodsOfLine>): pl.DataFrame {
  requireColumns(classes, ["hts10", "atp_group", "naics6"], "lineClasses");
  return classes.select("hts10", "atp_group", pl.col("naics6").str.slice(0, 3).alias("naics3"));
}

/**
 * Rows with atp_group and naics3, summed to every class by `by`.
 *
 * @param values columns to sum.
 * @returns `by`, classification, code and the sums; sorted by them.
 */
export function sumByClass(rows: pl.DataFrame, by: string[], values: string[]): pl.DataFrame {
  const sums = (of: pl.DataFrame, classification: string, code: pl.Expr) =>
    of.withColumns(literal(classification).alias("classification"), code.alias("code"))
      .groupBy(...by, "classification", "code").agg(...values.map((name) => pl.col(name).sum()))
      .select(...by, "classification", "code", ...values);
  const atp = rows.filter(pl.col("atp_group").eq(literal(NOT_ATP)).not());
  return pl.concat([
    sums(rows, "all_goods", literal(ALL_GOODS.code)),
    sums(rows, "naics3", pl.col("naics3")),
    sums(atp, "atp_group", pl.col("atp_group")),
    sums(atp, "atp_group", literal(ALL_ATP.code)),
  ]).sort([...by, "classification", "code"]);
}
