/** The panel of ATP exports, imports and balance in dollars over the years. */
import * as Plot from "@observablehq/plot";
import type { AnnualBalance } from "../analysis/mod.ts";
import { billions, number } from "../format.ts";
import { axisFromZero, valueAxis, yearAxis } from "./axes.ts";
import type { Layout } from "./frame.ts";
import {
  headingMark,
  type Line,
  MARGINS,
  readings,
  yearOf,
  yearsOf,
  yearTicks,
} from "./history_panels.ts";
import { spread } from "./labels.ts";
import { tone } from "./palette.ts";
import { readable } from "./readings.ts";

const inBillions = (usd: number): string => number(usd / 1e9, 1);

const FLOWS: Line[] = [
  { name: "Imports", colour: tone("imports"), of: (row) => row.imports_usd, write: billions },
  { name: "Exports", colour: tone("exports"), of: (row) => row.exports_usd, write: billions },
  { name: "Balance", colour: tone("muted"), of: (row) => row.balance_usd, write: billions },
];

/** Lines of exports and imports over bars of the balance; the last year with a surplus is marked. */
export function dollarsPanel(
  layout: Layout,
  rows: AnnualBalance[],
  surplus?: AnnualBalance,
): Element {
  const heading = "Billion dollars";
  const last = rows.at(-1)!;
  const values = rows.flatMap((row) => FLOWS.map(({ of }) => of(row)));
  const { ticks, domain: [low, high] } = billionsAxis(Math.min(0, ...values), Math.max(...values));
  const size = { height: layout.pick(330, 310), marginTop: 34 };
  const pixels = size.height - size.marginTop - MARGINS.marginBottom;
  const toPixel = (usd: number) => (high - usd) / (high - low) * pixels;
  const places = spread(
    FLOWS.map(({ of }) => toPixel(of(last))),
    layout.label * 2.4,
    layout.label,
    pixels - layout.label,
  );
  const [imports, exports, balance] = FLOWS;
  const line = ({ name, colour, of }: Line, strokeDasharray?: string) =>
    Plot.line(rows, {
      ...{ x: yearOf, y: of, stroke: colour, strokeWidth: 2.5, strokeDasharray },
      ariaDescription: name,
    });
  const plot = layout.plot({
    ...size,
    ...MARGINS,
    x: yearsOf(rows),
    y: { domain: [low, high] },
    marks: [
      headingMark(heading),
      ...valueAxis(ticks, (usd) => number(usd / 1e9)),
      yearAxis(yearTicks(layout, rows)),
      Plot.rectY(rows, {
        x1: (row: AnnualBalance) => yearOf(row) - 0.36,
        x2: (row: AnnualBalance) => yearOf(row) + 0.36,
        y: balance.of,
        fill: (row: AnnualBalance) => tone(balance.of(row) > 0 ? "exports" : "imports"),
        ariaDescription: balance.name,
      }),
      Plot.ruleY([0], { stroke: tone("axis") }),
      line(imports),
      line(exports, "6,2"),
      ...FLOWS.map(({ name, of, colour }, index) =>
        Plot.text([name], {
          x: () => yearOf(last),
          y: () => high - places[index] / pixels * (high - low),
          text: () => `${name}\n${inBillions(of(last))}`,
          dx: 10,
          textAnchor: "start",
          lineHeight: 1.15,
          fill: colour,
          fontWeight: 600,
          ariaDescription: name,
        })
      ),
      ...(surplus && surplus !== last ? surplusMarks(rows, surplus) : []),
    ],
  });
  return readable(plot, readings(heading, rows, FLOWS));
}

/** Round ends below and above what is drawn. */
function billionsAxis(lowest: number, highest: number): { domain: number[]; ticks: number[] } {
  const step = axisFromZero(highest - lowest, number, { most: 8, unit: 1e9 }).ticks[1];
  const [from, to] = [Math.floor(lowest / step), Math.ceil(highest / step)];
  const ticks = Array.from({ length: to - from + 1 }, (_, place) => (from + place) * step);
  return { domain: [ticks[0], ticks.at(-1)!], ticks };
}

/** A rule after the last year with a surplus, and what it was. */
function surplusMarks(rows: AnnualBalance[], surplus: AnnualBalance): Plot.Markish[] {
  const isEarly = yearOf(surplus) < (yearOf(rows[0]) + yearOf(rows.at(-1)!)) / 2;
  return [
    Plot.ruleX([yearOf(surplus) + 0.5], { stroke: tone("muted"), strokeDasharray: "2,3" }),
    Plot.text([surplus], {
      x: yearOf(surplus) + 0.5,
      frameAnchor: "top",
      text: () => `last surplus: ${surplus.year},\n${billions(surplus.balance_usd)}`,
      textAnchor: isEarly ? "start" : "end",
      dx: isEarly ? 6 : -6,
      lineAnchor: "top",
      lineHeight: 1.2,
      fill: tone("muted"),
    }),
  ];
}
