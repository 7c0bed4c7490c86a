/** Tariff lines and what part of each comes from Mexico and Canada, as a table. */
import type { LineDependence } from "../analysis/mod.ts";
import { goodsName, lineCode } from "../codes/mod.ts";
import { basisName, capitalized, number, percent, periodName, sourceLine } from "../format.ts";
import { records, type Rows } from "../rows.ts";
import type { Shown } from "./show.ts";
import { type Column, table } from "./table.ts";

export interface DependenceTableOptions {
  /** What the lines have in common, within a sentence: `technology lines`, `lines of HTS 8471`. */
  what: string;
  /** The same lines in another year: one column more. */
  beside?: Rows<LineDependence>;
  /** The Bureau's texts, by code, of the lines that have one. */
  descriptions?: Map<string, string>;
  /** How many lines are shown, the largest. */
  most?: number;
}

/**
 * A table of tariff lines, the largest imports first, with the shares of Mexico, of Canada and of both.
 *
 * @param lines of one basis and period, from `lineDependence`.
 */
export function dependenceTable(
  lines: Rows<LineDependence>,
  { what, beside = [], descriptions = new Map(), most = 100 }: DependenceTableOptions,
): Shown {
  const rows = records(lines);
  const others = records(beside);
  const shown = rows.slice(0, most);
  const period = ({ period_start, period_end }: LineDependence) =>
    periodName(period_start, period_end);
  const then = new Map(others.map((row) => [row.hts10, row.share]));
  const numbers = (
    label: string,
    value: (row: LineDependence) => string,
  ): Column<LineDependence> => ({ label, align: "right", value });
  return table(shown, {
    caption: `${capitalized(what)}: imports from all countries and what part ` +
      `came from Mexico and Canada, ${basisName(rows[0].basis)}, ${period(rows[0])}` +
      (shown.length < rows.length
        ? `; the ${shown.length} largest of ${number(rows.length)} lines`
        : ""),
    source: sourceLine(rows),
    columns: [
      { label: "HTS-10", value: ({ hts10 }) => lineCode(hts10) },
      { label: "Goods", value: ({ hts10 }) => goodsName(hts10, descriptions.get(hts10)) },
      numbers("Million dollars", ({ value_usd }) => number(value_usd / 1e6, 1)),
      numbers("Mexico", ({ mexico_share }) => percent(mexico_share)),
      numbers("Canada", ({ canada_share }) => percent(canada_share)),
      numbers("Both", ({ share }) => percent(share)),
      ...(others.length === 0 ? [] : [
        numbers(
          `Both, ${period(others[0])}`,
          ({ hts10 }) => then.has(hts10) ? percent(then.get(hts10)!) : "–",
        ),
      ]),
    ],
  });
}
