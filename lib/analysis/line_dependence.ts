/**
 * Dependence by tariff line: for which goods do most imports come from Mexico and Canada? A small share
 * of all technology can be nearly the whole of one good.
 */
import pl from "nodejs-polars";
import { dependenceOf, type LineDependence, type LineImports } from "../arithmetic/mod.ts";
import { CANADA, MEXICO } from "../codes/mod.ts";
import { type Frame, frameOf, literal, records, requireColumns } from "../frame.ts";
import type { AtpLine, OnBasis } from "./import_lines.ts";
import { periodsOf } from "./periods.ts";

export type { LineDependence } from "../arithmetic/mod.ts";

/**
 * Share of Mexico and Canada in the imports of each line.
 *
 * @param lines of one basis and one period, from `onBasis`.
 * @returns a row for each line that was imported, the largest first.
 * @throws RangeError when more than one period is there.
 * @formula Dependence of a tariff line
 * d_l = \frac{M_{l}^{\text{Mexico}} + M_{l}^{\text{Canada}}}{M_l}
 * @where $M_l$ are imports of line $l$ from all countries, in US dollars, and those above from the
 * two; $d_l$ is a fraction from 0 to 1. A line depends on the two when it is above one half.
 * @assumes dependence-bar, groups-of-2022
 * @taught 4
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { atpLines, calendarYear, ofPeriod, onBasis, readTable, scanTable } from "../mod.ts";
 * const lines = atpLines(await scanTable("import_lines"), await readTable("import_line_classes"));
 * const in2024 = ofPeriod(onBasis(lines, "general_imports"), calendarYear("2024"));
 * const dependence = lineDependence(in2024);
 * assertEquals(dependenceAbove(dependence, [0.5]).height, 1);
 * ```
 */
export function lineDependence(lines: Frame<OnBasis<AtpLine>>): Frame<LineDependence> {
  requireColumns(lines, ["hts10", "atp_group", "basis", "value_usd"], "lineDependence");
  const periods = periodsOf(lines);
  if (periods.length !== 1) {
    throw new RangeError(
      `lineDependence: ${periods.length} periods, not one; choose with ofPeriod`,
    );
  }
  const from = (code: string) =>
    pl.when(pl.col("partner_code").eq(literal(code))).then(pl.col("value_usd"))
      .otherwise(literal(0)).sum();
  const keys = ["vintage", "basis", "period_start", "period_end", "hts10", "atp_group"];
  const sums = lines.groupBy(keys).agg(
    pl.col("value_usd").sum(),
    from(MEXICO).cast(pl.Int64).alias("mexico_usd"),
    from(CANADA).cast(pl.Int64).alias("canada_usd"),
  ) as Frame<LineImports>;
  return frameOf(dependenceOf(records(sums)), LINE_SCHEMA);
}

const LINE_SCHEMA: Record<keyof LineDependence, pl.DataType> = {
  vintage: pl.String,
  basis: pl.String,
  period_start: pl.String,
  period_end: pl.String,
  hts10: pl.String,
  atp_group: pl.String,
  value_usd: pl.Int64,
  mexico_usd: pl.Int64,
  canada_usd: pl.Int64,
  mexico_share: pl.Float64,
  canada_share: pl.Float64,
  share: pl.Float64,
};

export interface DependenceAtBar {
  vintage: string;
  basis: string;
  period_start: string;
  period_end: string;
  /** A line depends on the two when their share is above this. */
  bar: number;
  /** How many lines do, of how many. */
  lines: number;
  of_lines: number;
  /** Imports of these lines from all countries, and their part of the imports of all lines. */
  value_usd: number;
  share_of_imports: number;
  /** Imports of these lines from the two, and their part of all that the two supply. */
  partners_usd: number;
  share_of_partners: number;
}

/**
 * How many lines depend on Mexico and Canada, and what they amount to, for each bar.
 *
 * @param lines of one basis and period, from `lineDependence`.
 * @param bars shares above which a line is said to depend, e.g. `[0.5]`.
 * @throws RangeError when there are no lines.
 * @formula What depends, above a bar
 * L_b = \{\, l : d_l > b \,\}, \qquad \frac{\sum_{l \in L_b} M_l}{\sum_l M_l}, \qquad \frac{\sum_{l \in L_b} d_l M_l}{\sum_l d_l M_l}
 * @where $b$ is the bar and $L_b$ the lines above it; the first ratio is their part of the imports
 * of all lines, the second their part of all that the two supply. Both are fractions.
 * @assumes dependence-bar
 * @taught 4
 */
export function dependenceAbove(
  lines: Frame<LineDependence>,
  bars: number[],
): Frame<DependenceAtBar> {
  const rows = records(lines);
  if (rows.length === 0) throw new RangeError("dependenceAbove: no lines");
  const { vintage, basis, period_start, period_end } = rows[0];
  const imports = (of: LineDependence[]) => of.reduce((sum, row) => sum + row.value_usd, 0);
  const supplied = (of: LineDependence[]) =>
    of.reduce((sum, row) => sum + row.mexico_usd + row.canada_usd, 0);
  const [all, two] = [imports(rows), supplied(rows)];
  return frameOf<DependenceAtBar>(
    bars.map((bar) => {
      const above = rows.filter((row) => row.share > bar);
      return {
        ...{ vintage, basis, period_start, period_end, bar },
        ...{ lines: above.length, of_lines: rows.length },
        value_usd: imports(above),
        share_of_imports: imports(above) / all,
        partners_usd: supplied(above),
        share_of_partners: two === 0 ? 0 : supplied(above) / two,
      };
    }),
    SCHEMA,
  );
}

const SCHEMA: Record<keyof DependenceAtBar, pl.DataType> = {
  vintage: pl.String,
  basis: pl.String,
  period_start: pl.String,
  period_end: pl.String,
  bar: pl.Float64,
  lines: pl.Int64,
  of_lines: pl.Int64,
  value_usd: pl.Int64,
  share_of_imports: pl.Float64,
  partners_usd: pl.Int64,
  share_of_partners: pl.Float64,
};
