/** The panel of the ratio of ATP exports to imports over the years, and what both panels share. */
import * as Plot from "@observablehq/plot";
import type { AnnualBalance } from "../analysis/mod.ts";
import { percent } from "../format.ts";
import { percentAxis, valueAxis, yearAxis } from "./axes.ts";
import type { Layout } from "./frame.ts";
import { valueMarks } from "./value_marks.ts";
import { tone } from "./palette.ts";
import { type PlotReadings, readable } from "./readings.ts";

export const whole = (share: number): string => percent(share, 0);

export const yearOf = (row: AnnualBalance) => Number(row.year);

/** Above the highest ratio, for the value over it. */
const ROOM = 1.08;

/** What both panels share: edges, the axis of years, and where their headings stand. */
export const MARGINS = { marginBottom: 26, marginLeft: 44, marginRight: 62 };

export const headingMark = (heading: string): Plot.Markish =>
  Plot.text([heading], {
    frameAnchor: "top-left",
    textAnchor: "start",
    lineAnchor: "bottom",
    dx: -MARGINS.marginLeft,
    dy: -14,
    fontWeight: 600,
  });

export const yearsOf = (rows: AnnualBalance[]) => ({
  domain: [yearOf(rows[0]) - 0.5, yearOf(rows.at(-1)!) + 0.5],
});

/** Years below: the ends, and round ones between them. */
export function yearTicks(layout: Layout, rows: AnnualBalance[]): number[] {
  const [first, last] = [yearOf(rows[0]), yearOf(rows.at(-1)!)];
  const step = layout.pick(5, 10);
  const between = rows.map(yearOf).filter((each) =>
    each % step === 0 && each - first > step / 2 && last - each > step / 2
  );
  return [...new Set([first, ...between, last])];
}

/** A line: how it is read, and how its values are written. */
export interface Line {
  name: string;
  colour: string;
  of: (row: AnnualBalance) => number;
  write: (value: number) => string;
}

export const readings = (heading: string, rows: AnnualBalance[], lines: Line[]): PlotReadings => ({
  heading,
  places: rows.map((row) => ({ x: yearOf(row), name: row.year })),
  series: lines.map(({ name, colour, of, write }) => ({
    ...{ name, colour },
    y: rows.map(of),
    values: rows.map((row) => write(of(row))),
  })),
});

/** Exports as a percentage of imports, over a rule at 100%. */
export function ratioPanel(layout: Layout, rows: AnnualBalance[]): Element {
  const [first, last] = [rows[0], rows.at(-1)!];
  const heading = "Exports as a percentage of imports";
  const of = (row: AnnualBalance) => row.export_import_ratio;
  const line: Line = { name: "Exports ÷ imports", colour: tone("ink"), of, write: whole };
  const axis = percentAxis(Math.max(1, ...rows.map(of)) * ROOM, 4);
  const own = { x: yearOf, y: of, ariaDescription: line.name };
  const plot = layout.plot({
    ...MARGINS,
    height: layout.pick(190, 180),
    marginTop: 32,
    x: yearsOf(rows),
    y: { domain: axis.domain },
    marks: [
      ...valueAxis(axis.ticks, axis.format),
      yearAxis(yearTicks(layout, rows)),
      headingMark(heading),
      Plot.ruleY([0, 1], { stroke: tone("axis") }),
      Plot.line(rows, { ...own, stroke: line.colour, strokeWidth: 2.5 }),
      ...(first === last ? [] : valueMarks([{
        ...{ name: line.name, colour: line.colour, x: yearOf(first), y: of(first) },
        ...{ text: whole(of(first)), anchor: "start" },
      }])),
      Plot.text([last], {
        ...own,
        text: (row: AnnualBalance) => whole(of(row)),
        dx: 10,
        textAnchor: "start",
        fill: line.colour,
        fontWeight: 600,
      }),
    ],
  });
  return readable(plot, readings(heading, rows, [line]));
}
