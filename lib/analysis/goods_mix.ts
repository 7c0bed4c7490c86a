/** What one supplier sends: its part of the imports of a selection, by heading of the tariff. */
import pl from "nodejs-polars";
import { type Frame, literal, records, requireColumns } from "../frame.ts";
import type { AtpLine, OnBasis } from "./import_lines.ts";
import { periodsOf } from "./periods.ts";

export interface MixPart {
  vintage: string;
  basis: string;
  period_start: string;
  period_end: string;
  partner_code: string;
  /** First four digits of the tariff line. */
  heading: string;
  value_usd: number;
  /** Part of what the supplier sends of the selection. */
  share: number;
}

/**
 * Imports from one supplier by heading, largest first.
 *
 * @param lines of one basis and one period, e.g. those of one ATP group, from `onBasis`.
 * @throws RangeError when the supplier has no imports, or more than one period is there.
 * @formula Part of a heading in what a supplier sends
 * a_h = \frac{M_{p,h}}{\sum_k M_{p,k}}
 * @where $M_{p,h}$ are imports from supplier $p$ in heading $h$, the first four digits of the
 * tariff line, in US dollars; the fractions $a_h$ add to one over the headings.
 * @taught 4
 */
export function goodsMix(lines: Frame<OnBasis<AtpLine>>, partner_code: string): Frame<MixPart> {
  requireColumns(lines, ["hts10", "partner_code", "basis", "value_usd"], "goodsMix");
  const periods = periodsOf(lines);
  if (periods.length > 1) {
    throw new RangeError(`goodsMix: ${periods.length} periods, not one; choose with ofPeriod`);
  }
  const own = lines.filter(pl.col("partner_code").eq(literal(partner_code)));
  if (own.height === 0) throw new RangeError(`goodsMix: nothing from supplier ${partner_code}`);
  const keys = ["vintage", "basis", "period_start", "period_end", "partner_code", "heading"];
  const value = pl.col("value_usd").cast(pl.Float64);
  return own.withColumn(pl.col("hts10").str.slice(0, 4).alias("heading"))
    .groupBy(keys).agg(pl.col("value_usd").sum())
    .withColumn(value.div(value.sum()).alias("share"))
    .sort({ by: ["value_usd", "heading"], descending: [true, false] }) as Frame<MixPart>;
}

/** Part of some headings in what a supplier sends. */
export const shareOfHeadings = (mix: Frame<MixPart>, headings: readonly string[]): number =>
  records(mix).filter(({ heading }) => headings.includes(heading))
    .reduce((sum, { share }) => sum + share, 0);
