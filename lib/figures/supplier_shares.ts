/** Supplier shares in the imports of one industry over the years, as labelled lines. */
import type { SupplierShare } from "../analysis/mod.ts";
import { CANADA, MEXICO, OTHER, USMCA } from "../codes/mod.ts";
import { basisName, list, moved, percent, shortPeriodName } from "../format.ts";
import { type Frame, records, requireColumns } from "../frame.ts";
import { yearName, yearTicks } from "./axes.ts";
import type { Figure } from "./figure.ts";
import { figure, type Layout } from "./frame.ts";
import { lineChart } from "./line_chart.ts";
import { looksOf, supplierLabel } from "./looks.ts";
import { tone } from "./palette.ts";
import { namedAndOthers, namedSuppliers } from "./supplier_selection.ts";
import { headline, industry, industryCode, possessive, source } from "./words.ts";

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
    subtitle: `Share of U.S. ${basisName(rows[0].basis)}, ${industryCode(naics)}, ${span}` +
      (whole ? "" : ` (last year: ${lastName})`),
    notes: ["USMCA: Canada and Mexico together."],
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
  const last = years.at(-1)!;
  const look = looksOf(codes);
  const series = codes.toSorted((a, b) => look(a).strokeWidth - look(b).strokeWidth).map((code) => {
    const of = points.filter((point) => point.code === code);
    return {
      label: `${supplierLabel(code)} ${percent(of.at(-1)!.share)}`,
      look: look(code),
      labelColour: code === OTHER ? tone("muted") : undefined,
      points: of.map(({ year, share }) => ({ x: year, y: share })),
    };
  });
  return lineChart(layout, {
    series,
    height: layout.pick(380, 340),
    partial: partName !== null,
    y: {
      domain: [0, Math.max(0.05, ...points.map(({ share }) => share)) * 1.04],
      format: (share) => percent(share, 0),
    },
    x: {
      ticks: yearTicks(years[0], last, layout.pick(7, 4)),
      format: yearName(last, partName),
    },
  });
}
