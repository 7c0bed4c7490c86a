/** The two panels of the ATP balance over the years: the ratio of the flows, and dollars. */
import * as Plot from "@observablehq/plot";
import type { AnnualBalance } from "../analysis/mod.ts";
import { billions, number, percent } from "../format.ts";
import { valueAxis, yearAxis } from "./axes.ts";
import type { Layout } from "./frame.ts";
import { spread } from "./labels.ts";
import { tone } from "./palette.ts";

export const whole = (share: number): string => percent(share, 0);

const yearOf = (row: AnnualBalance) => Number(row.year);

/** Years below: the ends, and round ones between them. */
function yearTicks(layout: Layout, rows: AnnualBalance[]): number[] {
  const [first, last] = [yearOf(rows[0]), yearOf(rows.at(-1)!)];
  const step = layout.pick(5, 10);
  const between = rows.map(yearOf).filter((each) =>
    each % step === 0 && each > first + 1 && each < last - 1
  );
  return [...new Set([first, ...between, last])];
}

/** Exports as a percentage of imports, over a rule at 100%. */
export function ratioPanel(layout: Layout, rows: AnnualBalance[]): Element {
  const [first, last] = [rows[0], rows.at(-1)!];
  const most = Math.max(1, ...rows.map((row) => row.export_import_ratio));
  return layout.plot({
    height: layout.pick(190, 180),
    marginTop: 22,
    marginBottom: 26,
    marginLeft: 44,
    marginRight: 62,
    x: { domain: [yearOf(first) - 0.5, yearOf(last) + 0.5] },
    y: { domain: [0, most * 1.06] },
    marks: [
      ...valueAxis(4, whole),
      yearAxis(yearTicks(layout, rows)),
      Plot.text(["Exports as a percentage of imports"], {
        frameAnchor: "top-left",
        textAnchor: "start",
        lineAnchor: "bottom",
        dx: -40,
        dy: -8,
        fontWeight: 600,
      }),
      Plot.ruleY([0, 1], { stroke: tone("axis") }),
      Plot.line(rows, {
        x: yearOf,
        y: "export_import_ratio",
        stroke: tone("taiwan"),
        strokeWidth: 2.5,
      }),
      Plot.text([last], {
        x: yearOf,
        y: "export_import_ratio",
        text: (row: AnnualBalance) => whole(row.export_import_ratio),
        dx: 10,
        textAnchor: "start",
        fill: tone("taiwan"),
        fontWeight: 600,
      }),
    ],
  });
}

/** Lines of exports and imports over bars of the balance; the last year with a surplus is marked. */
export function dollarsPanel(
  layout: Layout,
  rows: AnnualBalance[],
  surplus?: AnnualBalance,
): Element {
  const year = yearOf;
  const [first, last] = [rows[0], rows.at(-1)!];
  const values = rows.flatMap((row) => [row.exports_usd, row.imports_usd, row.balance_usd, 0]);
  const [low, high] = [Math.min(...values) * 1.03, Math.max(...values) * 1.03];
  const size = { height: layout.pick(330, 310), marginTop: 30, marginBottom: 26 };
  const pixels = size.height - size.marginTop - size.marginBottom;
  const toPixel = (usd: number) => (high - usd) / (high - low) * pixels;
  const lines = [
    { name: "Imports", usd: last.imports_usd, colour: tone("ink") },
    { name: "Exports", usd: last.exports_usd, colour: tone("taiwan") },
    { name: "Balance", usd: last.balance_usd, colour: tone("muted") },
  ];
  const places = spread(
    lines.map(({ usd }) => toPixel(usd)),
    layout.label * 2.4,
    layout.label,
    pixels - layout.label,
  );
  const line = { x: year, strokeWidth: 2.5 };
  return layout.plot({
    ...size,
    marginLeft: 44,
    marginRight: 62,
    x: { domain: [year(first) - 0.5, year(last) + 0.5] },
    y: { domain: [low, high] },
    marks: [
      Plot.text(["Billion dollars"], {
        frameAnchor: "top-left",
        textAnchor: "start",
        lineAnchor: "bottom",
        dx: -40,
        dy: -8,
        fontWeight: 600,
      }),
      ...valueAxis(6, (usd) => number(usd / 1e9)),
      yearAxis(yearTicks(layout, rows)),
      Plot.rectY(rows, {
        x1: (row: AnnualBalance) => year(row) - 0.36,
        x2: (row: AnnualBalance) => year(row) + 0.36,
        y: "balance_usd",
        fill: (row: AnnualBalance) => tone(row.balance_usd > 0 ? "taiwan" : "rest"),
      }),
      Plot.ruleY([0], { stroke: tone("axis") }),
      Plot.line(rows, { ...line, y: "imports_usd", stroke: tone("ink") }),
      Plot.line(rows, {
        ...line,
        y: "exports_usd",
        stroke: tone("taiwan"),
        strokeDasharray: "6,2",
      }),
      ...lines.map(({ name, usd, colour }, index) =>
        Plot.text([name], {
          x: () => year(last),
          y: () => high - places[index] / pixels * (high - low),
          text: () => `${name}\n${number(usd / 1e9, 1)}`,
          dx: 10,
          textAnchor: "start",
          lineHeight: 1.15,
          fill: colour,
          fontWeight: 600,
        })
      ),
      ...(surplus && surplus !== last
        ? [
          Plot.ruleX([year(surplus) + 0.5], { stroke: tone("muted"), strokeDasharray: "2,3" }),
          Plot.text([surplus], {
            x: year(surplus) + 0.5,
            frameAnchor: "top",
            text: () => `last surplus: ${surplus.year},\n${billions(surplus.balance_usd)}`,
            textAnchor: year(surplus) < (year(first) + year(last)) / 2 ? "start" : "end",
            dx: year(surplus) < (year(first) + year(last)) / 2 ? 6 : -6,
            lineAnchor: "top",
            lineHeight: 1.2,
            fill: tone("muted"),
          }),
        ]
        : []),
    ],
  });
}
