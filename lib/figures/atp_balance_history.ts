/** Exports, imports and balance of all ATP, year by year. */
import * as Plot from "@observablehq/plot";
import type { AnnualBalance } from "../analysis/mod.ts";
import { billions, moved, number } from "../format.ts";
import { type Frame, records, requireColumns } from "../frame.ts";
import { valueAxis, yearAxis } from "./axes.ts";
import type { Figure } from "./figure.ts";
import { figure, type Layout } from "./frame.ts";
import { spread } from "./labels.ts";
import { tone } from "./palette.ts";
import { source } from "./words.ts";

/**
 * Lines of exports and imports over bars of the balance. Years without all twelve months are left
 * out and named in a note; the last year with a surplus is marked.
 *
 * @param balances from `annualBalance`.
 * @throws RangeError when no year is whole.
 */
export function atpBalanceHistory(
  balances: Frame<AnnualBalance>,
  { id = "atp-balance-history" }: { id?: string } = {},
): Figure {
  requireColumns(balances, ["year", "months", "exports_usd", "imports_usd"], "atpBalanceHistory");
  const all = records(balances);
  const rows = all.filter(({ months }) => months === 12);
  if (rows.length === 0) throw new RangeError("atpBalanceHistory: no year has twelve months");
  const [first, last] = [rows[0], rows.at(-1)!];
  const surplus = rows.findLast(({ balance_usd }) => balance_usd > 0);
  const part = all.filter(({ months }) => months < 12);
  const vintages = [...new Set(rows.map(({ vintage }) => vintage))];
  return figure({
    id,
    title: title(rows, surplus),
    subtitle: "U.S. exports, imports and balance of advanced technology products (ATP), billion " +
      `dollars, ${first.year}–${last.year}`,
    notes: part.map(({ year, months }) =>
      `${year} is left out: ${months} of 12 months are published.`
    ),
    source: source(vintages.flatMap((vintage) => [
      { basis: "total_exports", vintage },
      { basis: "general_imports", vintage },
    ])),
    alt:
      `Lines of ATP exports and imports and bars of the balance, ${first.year} to ${last.year}. ` +
      `Exports ${moved(first.exports_usd, last.exports_usd, billions)}, imports ` +
      `${moved(first.imports_usd, last.imports_usd, billions)}, the balance ` +
      `${moved(first.balance_usd, last.balance_usd, billions)}. ` +
      (surplus ? `The last year with a surplus is ${surplus.year}.` : "No year has a surplus."),
    data: balances,
    draw: (layout) => draw(layout, rows, surplus),
  });
}

function title(rows: AnnualBalance[], surplus?: AnnualBalance): string {
  const last = rows.at(-1)!;
  const size = billions(Math.abs(last.balance_usd), 0);
  if (surplus === last) {
    return `The United States had an ATP surplus of ${size} in ${last.year}`;
  }
  const now = `in ${last.year} the deficit was ${size}`;
  if (!surplus) return `The ATP balance has been in deficit every year; ${now}`;
  return `The United States last had an ATP surplus in ${surplus.year}; ${now}`;
}

function draw(layout: Layout, rows: AnnualBalance[], surplus?: AnnualBalance): Element {
  const year = (row: AnnualBalance) => Number(row.year);
  const [first, last] = [rows[0], rows.at(-1)!];
  const values = rows.flatMap((row) => [row.exports_usd, row.imports_usd, row.balance_usd, 0]);
  const [low, high] = [Math.min(...values) * 1.03, Math.max(...values) * 1.03];
  const size = { height: layout.pick(360, 330), marginTop: 12, marginBottom: 26 };
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
  const step = layout.pick(5, 10);
  const ticks = rows.map(year).filter((each) =>
    each % step === 0 && each > year(first) + 1 && each < year(last) - 1
  );
  return layout.plot({
    ...size,
    marginLeft: 38,
    marginRight: 62,
    x: { domain: [year(first) - 0.5, year(last) + 0.5] },
    y: { domain: [low, high] },
    marks: [
      ...valueAxis(6, (usd) => number(usd / 1e9)),
      yearAxis([year(first), ...ticks, year(last)]),
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
