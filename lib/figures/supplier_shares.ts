/** Supplier shares in the imports of one industry over the years, as labelled lines. */
import type { SupplierShare } from "../analysis/mod.ts";
import { CANADA, MEXICO, OTHER, USMCA } from "../codes/mod.ts";
import { basisName, list, moved, percent } from "../format.ts";
import { type Frame, records, requireColumns } from "../frame.ts";
import { yearName, yearTicks } from "./axes.ts";
import { drawnFrame, fractionOf, labelled, taken } from "./drawn.ts";
import type { Figure } from "./figure.ts";
import { figure, type Layout } from "./frame.ts";
import { lineChart } from "./line_chart.ts";
import { labelsOf, looksOf, othersNote, supplierLabel } from "./looks.ts";
import { tone } from "./palette.ts";
import { namedAndOthers, namedSuppliers } from "./supplier_selection.ts";
import { industry, industryCode, kicker, possessive, source } from "./words.ts";
import { type YearSpan, yearSpan } from "./year_span.ts";

type Row = SupplierShare & { year: string };
interface Point {
  code: string;
  year: string;
  share: number;
}

/** How many suppliers are drawn strongly, and how many have a line and a name at all. */
const STRONG = 5;
const NAMED = 8;

/**
 * Lines of supplier shares by year; a last year that is not whole is dotted and named with its months.
 *
 * @param shares of one industry by `year`, as `supplierShares` gives them with the rest.
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
  const named = namedSuppliers(byYear, { most: NAMED });
  const strong = namedSuppliers(byYear, { most: STRONG });
  const points: Point[] = byYear.flatMap((ofYear, index) => {
    const year = years[index];
    const lines = namedAndOthers(ofYear, named)
      .map(({ partner_code, share }) => ({ code: partner_code, year, share }));
    const of = (code: string) => lines.find((line) => line.code === code)?.share ?? 0;
    return [...lines, { code: USMCA, year, share: of(CANADA) + of(MEXICO) }];
  });
  const folded = [...new Set(rows.map(({ partner_code }) => partner_code))]
    .filter((code) => code !== USMCA && !named.includes(code));
  const label = labelsOf(folded);
  const span = yearSpan(rows);
  return figure({
    id,
    ...texts(points, { named, naics, label, span }),
    subtitle: `Share of U.S. imports of ${industry(naics)} (${industryCode(naics)}), ` +
      `${basisName(rows[0].basis)}, ${span.words}`,
    notes: [
      "USMCA: Canada and Mexico together, already counted in their own lines.",
      ...othersNote(folded, "a line"),
      ...(span.part ? [`Dotted, with an open circle: ${span.part.name}, not a whole year.`] : []),
    ],
    source: source(rows),
    data: drawnFrame({
      rows: points.map(({ code, year, share }) => ({
        ...taken(rows.find((row) => row.year === year)!, ...OF_YEAR),
        naics,
        ...labelled(code, label),
        role: code === USMCA ? "subtotal" : "part",
        share,
      })),
      units: { share: fractionOf("the industry's imports") },
      tables: ["naics3_imports_by_partner_monthly"],
    }),
    draw: (layout) =>
      lines(layout, points, {
        label,
        partName: span.part?.short ?? null,
        faint: named.filter((code) => !strong.includes(code)),
      }),
  });
}

const OF_YEAR = ["year", "period_start", "period_end", "basis", "vintage"] as const;

interface Words {
  named: string[];
  naics: string;
  label: (code: string) => string;
  span: YearSpan;
}

/** The title compares whole years; the part of one is said by itself. */
function texts(points: Point[], { named, naics, label, span }: Words) {
  const at = (code: string, year: string) =>
    points.find((point) => point.code === code && point.year === year)!.share;
  const ends = (code: string) => [at(code, span.first), at(code, span.last)] as const;
  const change = (code: string) => Math.abs(ends(code)[1] - ends(code)[0]);
  const alone = span.first === span.last;
  const size = (code: string) => alone ? ends(code)[1] : change(code);
  const mover = named.toSorted((a, b) => size(b) - size(a))[0];
  const second = [MEXICO, CANADA].find((code) => code !== mover && named.includes(code));
  const whose = `${possessive(supplierLabel(mover))} share`;
  const said = (code: string) =>
    (alone ? percent(ends(code)[1]) : moved(...ends(code), percent)) +
    (span.part ? ` (${percent(at(code, span.part.year))})` : "");
  return {
    title: `${kicker(naics)}, ${alone ? span.names[1] : `${span.first}–${span.last}`}: ${whose} ` +
      (alone ? `was ${percent(ends(mover)[1])}` : moved(...ends(mover))) +
      (second ? `, ${possessive(supplierLabel(second))} ${ended(...ends(second), alone)}` : ""),
    alt: `Lines of supplier shares in U.S. imports of ${industry(naics)}, ` +
      (alone ? span.names[1] : span.names.join(" to ")) +
      (span.part ? ` (in brackets: ${span.part.name})` : "") + ". " +
      list([...named, OTHER].map((code) => `${label(code)} ${said(code)}`)) + ". " +
      `${label(USMCA)}, already counted in the lines of Canada and Mexico: ${said(USMCA)}.`,
  };
}

/** Where a second share went: `rose to 17.7%`, `held at 24.0%`; the value where there is one year. */
function ended(from: number, to: number, alone: boolean): string {
  const [before, after] = [percent(from), percent(to)];
  if (alone) return after;
  return before === after ? `held at ${after}` : `${to > from ? "rose" : "fell"} to ${after}`;
}

interface Drawn {
  label: (code: string) => string;
  /** Months of a last year that is not whole. */
  partName: string | null;
  /** Suppliers in the background. */
  faint: string[];
}

function lines(layout: Layout, points: Point[], { label, partName, faint }: Drawn): Element {
  const codes = [...new Set(points.map(({ code }) => code))];
  const years = [...new Set(points.map(({ year }) => Number(year)))];
  const last = years.at(-1)!;
  const look = looksOf(codes, faint);
  const muted = [OTHER, ...faint];
  const series = codes.toSorted((a, b) => look(a).strokeWidth - look(b).strokeWidth).map((code) => {
    const of = points.filter((point) => point.code === code);
    return {
      label: `${label(code)} ${percent(of.at(-1)!.share)}`,
      look: look(code),
      labelColour: muted.includes(code) ? tone("muted") : undefined,
      points: of.map(({ year, share }) => ({ x: Number(year), y: share })),
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
