/** Supplier shares in the imports of one industry over the years, as labelled lines. */
import * as Plot from "@observablehq/plot";
import type { SupplierShare } from "../analysis/mod.ts";
import { CANADA, MEXICO, OTHER, USMCA } from "../codes/mod.ts";
import { basisName, list, moved, percent, shortPeriodName } from "../format.ts";
import { type Frame, records, requireColumns } from "../frame.ts";
import type { Figure } from "./figure.ts";
import { figure, type Layout } from "./frame.ts";
import { spread } from "./labels.ts";
import { lookOf, supplierLabel } from "./looks.ts";
import { tone } from "./palette.ts";
import { namedAndOthers, namedSuppliers } from "./supplier_selection.ts";
import { textWidth } from "./text.ts";
import { headline, industry, possessive, source } from "./words.ts";

type Row = SupplierShare & { year: string };
interface Point {
  code: string;
  year: number;
  share: number;
}

/**
 * Lines of supplier shares by year; a last year that is not whole is dotted and named with its months.
 *
 * @param shares of one industry by `year`, as `supplierShares` gives them with the remainder.
 * @throws RangeError when the frame is empty.
 */
export function supplierSharesOverTime(
  shares: Frame<Row>,
  { naics, id = `supplier-shares-${naics}` }: { naics: string; id?: string },
): Figure {
  requireColumns(shares, ["year", "partner_code", "share", "period_end"], "supplierSharesOverTime");
  const rows = records<Row>(shares);
  if (rows.length === 0) throw new RangeError("supplierSharesOverTime: no rows");
  const years = [...new Set(rows.map(({ year }) => year))].sort();
  const byYear = years.map((year) => rows.filter((row) => row.year === year));
  const named = namedSuppliers(byYear, { most: 8 });
  const points: Point[] = byYear.flatMap((ofYear, index) => {
    const year = Number(years[index]);
    const lines = namedAndOthers(ofYear, named)
      .map(({ partner_code, share }) => ({ code: partner_code, year, share }));
    const of = (code: string) => lines.find((line) => line.code === code)?.share ?? 0;
    return [...lines, { code: USMCA, year, share: of(CANADA) + of(MEXICO) }];
  });
  const last = rows.find(({ year }) => year === years.at(-1))!;
  const whole = last.period_end.endsWith("-12");
  const lastName = shortPeriodName(last.period_start, last.period_end);
  const span = years.length > 1 ? `${years[0]}–${years.at(-1)}` : years[0];
  return figure({
    id,
    ...texts(points, named, naics, lastName),
    subtitle: `Share of U.S. ${basisName(rows[0].basis)}, NAICS ${naics}, ${span}` +
      (whole ? "" : ` (last year: ${lastName})`),
    source: source(rows),
    data: shares,
    draw: (layout) => lines(layout, points, whole ? null : lastName),
  });
}

function texts(points: Point[], named: string[], naics: string, lastName: string) {
  const of = (code: string) => points.filter((point) => point.code === code);
  const ends = (code: string) => [of(code)[0].share, of(code).at(-1)!.share] as const;
  const change = (code: string) => Math.abs(ends(code)[1] - ends(code)[0]);
  const mover = named.toSorted((a, b) => change(b) - change(a))[0];
  const first = of(mover)[0].year;
  const sentence = (code: string, write = headline) => moved(...ends(code), write);
  const second = [MEXICO, CANADA].find((code) => code !== mover && named.includes(code));
  const also = second ? `; ${possessive(supplierLabel(second))} ${sentence(second)}` : "";
  const goods = `U.S. imports of ${industry(naics)}`;
  return {
    title: `${possessive(supplierLabel(mover))} share of ${goods} ${sentence(mover)}${also}`,
    alt: `Lines of supplier shares in ${goods}, ${first} to ${lastName}. ` +
      list(
        [...named, USMCA, OTHER].map((code) => `${supplierLabel(code)} ${sentence(code, percent)}`),
      ) + ".",
  };
}

function lines(layout: Layout, points: Point[], partName: string | null): Element {
  const codes = [...new Set(points.map(({ code }) => code))];
  const years = [...new Set(points.map(({ year }) => year))];
  const lastYear = years.at(-1)!;
  const top = Math.max(0.05, ...points.map(({ share }) => share)) * 1.04;
  const ends = points.filter(({ year }) => year === lastYear);
  const label = ({ code, share }: Point) => `${supplierLabel(code)} ${percent(share)}`;
  const size = { height: layout.pick(380, 340), marginTop: 10, marginBottom: 38, marginLeft: 34 };
  const pixels = size.height - size.marginTop - size.marginBottom;
  const toPixel = (share: number) => (1 - share / top) * pixels;
  const places = spread(ends.map(({ share }) => toPixel(share)), layout.label * 1.2, 0, pixels);
  const labels = ends.map((end, index) => ({ ...end, place: (1 - places[index] / pixels) * top }));
  const marginRight = 18 +
    Math.max(
      ...ends.map((end) => textWidth(label(end), layout.label, lookOf(end.code).fontWeight)),
    );
  const lastX = Math.max(lastYear, years[0] + 1);
  const perPixel = (lastX - years[0]) / (layout.width - size.marginLeft - marginRight);
  const bare = codes.filter((code) => lookOf(code).colour === tone("country"));
  const look = (code: string) => lookOf(code, bare.indexOf(code));
  const drawn = ["rest", "country", "ink"].map((name) => tone(name as "ink"));
  const inOrder = codes.toSorted((a, b) =>
    drawn.indexOf(look(b).colour) - drawn.indexOf(look(a).colour)
  ).reverse();
  const ticks = years.filter((year) => (lastYear - year) % layout.pick(2, 4) === 0);
  return layout.plot({
    ...size,
    marginRight,
    x: { domain: [years[0], lastX] },
    y: { domain: [0, top] },
    marks: [
      Plot.gridY({ ticks: 5, stroke: tone("grid"), strokeOpacity: 1 }),
      Plot.axisY({
        ticks: 5,
        tickSize: 0,
        label: null,
        fill: tone("muted"),
        tickFormat: (share: number) => percent(share, 0),
      }),
      Plot.axisX(ticks, {
        tickSize: 4,
        stroke: tone("axis"),
        fill: tone("muted"),
        label: null,
        tickFormat: (year: number) =>
          year === lastYear && partName ? partName.replace(" ", "\n") : String(year),
      }),
      Plot.ruleY([0], { stroke: tone("axis") }),
      ...inOrder.flatMap((code) => {
        const { colour, strokeWidth, dash } = look(code);
        const of = points.filter((point) => point.code === code);
        const line = { x: "year", y: "share", stroke: colour, strokeWidth };
        const isWhole = ({ year }: Point) => year < lastYear || !partName;
        return [
          Plot.line(of.filter(isWhole), {
            ...line,
            strokeDasharray: dash,
            strokeLinecap: dash && "butt",
          }),
          Plot.line(partName ? of.slice(-2) : [], { ...line, strokeDasharray: "1,4" }),
          Plot.dot(of.slice(-1), {
            x: "year",
            y: "share",
            r: strokeWidth > 2 ? 3.5 : 2.5,
            fill: partName ? tone("paper") : colour,
            stroke: colour,
            strokeWidth: 1.5,
          }),
        ];
      }),
      Plot.link(labels, {
        x1: lastYear + 5 * perPixel,
        x2: lastYear + 13 * perPixel,
        y1: "share",
        y2: "place",
        stroke: tone("axis"),
        strokeWidth: 0.75,
      }),
      ...labels.map((end) =>
        Plot.text([end], {
          x: "year",
          y: "place",
          text: label,
          dx: 16,
          textAnchor: "start",
          fill: end.code === OTHER ? tone("muted") : look(end.code).colour,
          fontWeight: look(end.code).fontWeight,
        })
      ),
    ],
  });
}
