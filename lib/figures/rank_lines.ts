/** Lines of ranks over years: smooth steps, numbered ends, names beside them. */
import * as Plot from "@observablehq/plot";
import type { SupplierShare } from "../analysis/mod.ts";
import { yearAxis, yearName, yearTicks } from "./axes.ts";
import type { Layout } from "./frame.ts";
import { looksOf, supplierLabel } from "./looks.ts";
import { tone } from "./palette.ts";
import { textWidth } from "./text.ts";

export type YearlyRank = SupplierShare & { year: string; rank: number };

/** The lowest place that is drawn: Mexico and Canada may rank far below the others. */
export const LOWEST_RANK = 15;

/**
 * @param rows of the suppliers that have a line, all years.
 * @param years in order; the last one is written as `lastName`.
 */
export function rankLines(
  layout: Layout,
  rows: YearlyRank[],
  years: string[],
  lastName: string,
): Element {
  const [firstYear, lastYear] = [Number(years[0]), Number(years.at(-1))];
  const lowest = Math.max(...rows.map(({ rank }) => rank).filter((each) => each <= LOWEST_RANK));
  const rank = (each: YearlyRank) => each.rank <= LOWEST_RANK ? each.rank : NaN;
  const codes = [...new Set(rows.map((row) => row.partner_code))];
  const look = looksOf(codes);
  const widest = Math.max(
    ...codes.map((code) => textWidth(supplierLabel(code), layout.label, look(code).fontWeight)),
  );
  const row = layout.pick(26, 24);
  const year = (each: YearlyRank) => Number(each.year);
  const ends = rows.filter((each) =>
    (each.year === years[0] || each.year === years.at(-1)) && each.rank <= LOWEST_RANK
  );
  const lost = codes.flatMap((code) => {
    const drawn = rows.filter((each) => each.partner_code === code && each.rank <= LOWEST_RANK);
    const end = drawn.toSorted((a, b) => a.year < b.year ? -1 : 1).at(-1);
    return end && end.year !== years.at(-1) ? [end] : [];
  });
  return layout.plot({
    height: lowest * row + 50,
    marginTop: 10,
    marginBottom: 36,
    marginLeft: layout.pick(widest + 22, 14),
    marginRight: widest + 24,
    x: { domain: [firstYear, Math.max(lastYear, firstYear + 1)] },
    y: { domain: [lowest + 0.4, 0.6], axis: null },
    marks: [
      yearAxis(
        yearTicks(firstYear, lastYear, layout.pick(7, 4)),
        yearName(lastYear, lastName),
      ),
      ...codes.toSorted((a, b) => look(a).strokeWidth - look(b).strokeWidth).map((code) =>
        Plot.line(rows.filter((each) => each.partner_code === code), {
          x: year,
          y: rank,
          curve: "bump-x",
          stroke: look(code).colour,
          strokeWidth: look(code).strokeWidth + 0.75,
          strokeDasharray: look(code).dash,
          strokeLinecap: "butt",
        })
      ),
      Plot.dot(ends, {
        x: year,
        y: rank,
        r: 9,
        fill: (each: YearlyRank) => look(each.partner_code).colour,
      }),
      Plot.text(ends, {
        x: year,
        y: rank,
        text: (each: YearlyRank) => String(each.rank),
        fill: tone("onMark"),
        fontSize: layout.label - 1,
        fontWeight: 600,
      }),
      ...lost.map((each) =>
        Plot.text([each], {
          x: year,
          y: rank,
          text: () => supplierLabel(each.partner_code),
          dy: 12,
          fill: look(each.partner_code).colour,
          fontWeight: look(each.partner_code).fontWeight,
          stroke: tone("paper"),
          strokeWidth: 3,
        })
      ),
      ...ends.filter((each) => each.year === years.at(-1) || !layout.narrow).map((each) => {
        const right = each.year === years.at(-1);
        return Plot.text([each], {
          x: year,
          y: rank,
          text: () => supplierLabel(each.partner_code),
          textAnchor: right ? "start" : "end",
          dx: right ? 15 : -15,
          fill: look(each.partner_code).colour,
          fontWeight: look(each.partner_code).fontWeight,
        });
      }),
    ],
  });
}
