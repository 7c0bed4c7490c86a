/** The line of the effective number of suppliers, over the band that the rest leaves open. */
import * as Plot from "@observablehq/plot";
import type { Concentration } from "../analysis/mod.ts";
import { number } from "../format.ts";
import { axisFromZero, yearName, yearTicks } from "./axes.ts";
import type { Layout } from "./frame.ts";
import { lineChart } from "./line_chart.ts";
import { tone } from "./palette.ts";
import { type MarkedValue, valueMarks } from "./value_marks.ts";
import { yearNames, type YearSpan } from "./year_span.ts";

export type YearlyConcentration = Concentration & { year: string };
type Row = YearlyConcentration;

/** Whether the rest leaves much open: a lower bound is then no more than that. */
export const isOpen = (row: Row): boolean =>
  row.equal_suppliers_high / row.equal_suppliers_low > 1.05;

/** A number of suppliers. */
export const equal = (suppliers: number): string => number(suppliers, 1);

/** The first and the last of the years that can be compared, and one between them beyond both. */
export interface Said {
  first: Row;
  last: Row;
  turn?: Row;
}

/** The line as one plot, with the values that are said. */
export function concentrationLine(
  layout: Layout,
  rows: Row[],
  { first, last, turn }: Said,
  span: YearSpan,
): Element {
  const years = rows.map(({ year }) => Number(year));
  const name = "Effective suppliers";
  const colour = tone("ink");
  const end = rows.at(-1)!;
  const highest = Math.max(...rows.map((row) => row.equal_suppliers_high));
  const mark = (row: Row, own: Partial<MarkedValue> = {}): MarkedValue[] =>
    row === end ? [] : [{
      ...{ name, colour, x: Number(row.year), y: row.equal_suppliers_low },
      text: equal(row.equal_suppliers_low),
      side: isOpen(row) ? "below" : "above",
      ...own,
    }];
  const peak = turn && turn.equal_suppliers_low > first.equal_suppliers_low;
  return lineChart(layout, {
    series: [{
      name,
      label: equal(end.equal_suppliers_low),
      look: { colour, strokeWidth: 2.5, fontWeight: 600 },
      points: rows.map((row) => ({ x: Number(row.year), y: row.equal_suppliers_low })),
    }],
    height: layout.pick(320, 300),
    partial: span.part !== null,
    y: { ...axisFromZero(highest, number), write: equal },
    x: {
      ticks: yearTicks(years[0], years.at(-1)!, layout.pick(7, 4)),
      format: yearName(years.at(-1)!, span.part?.short ?? null),
      name: yearNames(rows),
    },
    below: [
      Plot.areaY(rows, {
        x: ({ year }: Row) => Number(year),
        y1: "equal_suppliers_low",
        y2: "equal_suppliers_high",
        fill: tone("faint"),
      }),
    ],
    over: valueMarks([
      ...mark(first, { anchor: "start" }),
      ...(turn ? mark(turn, { side: peak ? "above" : "below" }) : []),
      ...(last === first ? [] : mark(last)),
    ]),
  });
}
