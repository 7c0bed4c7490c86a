/** Supplier shares in the imports of one industry over the years, as labelled lines. */
import type { SupplierShare } from "../analysis/mod.ts";
import { CANADA, MEXICO, OTHER, USMCA } from "../codes/mod.ts";
import { basisName, list, moved, percent, periodName, shortPeriodName } from "../format.ts";
import { type Frame, records, requireColumns } from "../frame.ts";
import { yearName, yearTicks } from "./axes.ts";
import type { Figure } from "./figure.ts";
import { figure, type Layout } from "./frame.ts";
import { lineChart } from "./line_chart.ts";
import { labelsOf, looksOf, othersNote, supplierLabel } from "./looks.ts";
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
  const folded = [...new Set(rows.map(({ partner_code }) => partner_code))]
    .filter((code) => code !== USMCA && !named.includes(code));
  const label = labelsOf(folded);
  const [[start], [last]] = [byYear[0], byYear.at(-1)!];
  const whole = last.period_end.endsWith("-12");
  const lastName = shortPeriodName(last.period_start, last.period_end);
  const span = years.length > 1 ? `${years[0]}–${years.at(-1)}` : years[0];
  return figure({
    id,
    ...texts(points, {
      named,
      naics,
      label,
      times: [start, last].map((row) => periodName(row.period_start, row.period_end)),
    }),
    subtitle: `Share of U.S. ${basisName(rows[0].basis)}, ${industryCode(naics)}, ${span}` +
      (whole ? "" : ` (last year: ${lastName})`),
    notes: ["USMCA: Canada and Mexico together.", ...othersNote(folded, "a line")],
    source: source(rows),
    data: shares,
    draw: (layout) => lines(layout, points, label, whole ? null : lastName),
  });
}

interface Words {
  named: string[];
  naics: string;
  label: (code: string) => string;
  /** Names of the first and the last year. */
  times: string[];
}

function texts(points: Point[], { named, naics, label, times: [then, now] }: Words) {
  const of = (code: string) => points.filter((point) => point.code === code);
  const ends = (code: string) => [of(code)[0].share, of(code).at(-1)!.share] as const;
  const change = (code: string) => Math.abs(ends(code)[1] - ends(code)[0]);
  const mover = named.toSorted((a, b) => change(b) - change(a))[0];
  const second = [MEXICO, CANADA].find((code) => code !== mover && named.includes(code));
  const goods = `U.S. imports of ${industry(naics)}`;
  const whose = `${possessive(supplierLabel(mover))} share of ${goods}`;
  const [lead, also] = then === now
    ? [
      `was ${headline(ends(mover)[1])} in ${now}`,
      (code: string) => `was ${headline(ends(code)[1])}`,
    ]
    : [
      moved(...ends(mover), headline, [then, now]),
      (code: string) => moved(...ends(code), headline),
    ];
  return {
    title: `${whose} ${lead}` +
      (second ? `; ${possessive(supplierLabel(second))} ${also(second)}` : ""),
    alt: `Lines of supplier shares in ${goods}, ${then} to ${now}. ` +
      list(
        [...named, USMCA, OTHER].map((code) => `${label(code)} ${moved(...ends(code), percent)}`),
      ) + ".",
  };
}

function lines(
  layout: Layout,
  points: Point[],
  name: (code: string) => string,
  partName: string | null,
): Element {
  const codes = [...new Set(points.map(({ code }) => code))];
  const years = [...new Set(points.map(({ year }) => year))];
  const last = years.at(-1)!;
  const look = looksOf(codes);
  const series = codes.toSorted((a, b) => look(a).strokeWidth - look(b).strokeWidth).map((code) => {
    const of = points.filter((point) => point.code === code);
    return {
      label: `${name(code)} ${percent(of.at(-1)!.share)}`,
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
