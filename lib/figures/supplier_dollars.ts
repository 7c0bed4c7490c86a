/** Imports of one industry from its suppliers over the years, in dollars, as labelled lines. */
import type { SupplierShare } from "../analysis/mod.ts";
import { CANADA, MEXICO, OTHER, USMCA, WORLD } from "../codes/mod.ts";
import { basisName, dollarUnit, inUnit, list, moved, number } from "../format.ts";
import { records, requireColumns, type Rows } from "../rows.ts";
import { axisFromZero } from "./axes.ts";
import { drawnTable, labelled, taken, USD } from "./drawn.ts";
import type { Figure } from "./figure.ts";
import { figure } from "./frame.ts";
import { supplierLabel } from "./looks.ts";
import { thinLines } from "./share_words.ts";
import {
  type Course,
  endsOf,
  isAlone,
  isOneYear,
  linesOf,
  markOf,
  mover,
  valueIn,
} from "./supplier_course.ts";
import { supplierLines } from "./supplier_lines.ts";
import type { SuppliersOptions } from "./supplier_shares.ts";
import { headline, industry, industryCode, kicker, source } from "./words.ts";
import { yearNames, yearSpan } from "./year_span.ts";

type Row = SupplierShare & { year: string };

/** The highest value is written as ten units at least. */
const LEAST_OF_HIGHEST = 10;

/**
 * Lines of imports by supplier and year in dollars: a few by name, the next largest in the background.
 * A last year that is not whole is pale and named with its months: its sum is of fewer months.
 *
 * @param shares of one industry by `year`, as `supplierShares` gives them with the rest.
 * @throws RangeError when there are no rows.
 */
export function supplierDollarsOverTime(
  shares: Rows<Row>,
  { naics, partners = [], id = `supplier-dollars-${naics}` }: SuppliersOptions,
): Figure {
  const columns = ["year", "partner_code", "share", "value_usd", "total_usd", "period_end"];
  requireColumns(shares, columns, "supplierDollarsOverTime");
  const rows = records<Row>(shares);
  if (rows.length === 0) throw new RangeError("supplierDollarsOverTime: no rows");
  const years = [...new Set(rows.map(({ year }) => year))].sort();
  const byYear = years.map((year) => rows.filter((row) => row.year === year));
  const { drawn, named, faint } = linesOf(byYear, partners);
  const points = byYear.flatMap((ofYear) => {
    const [{ year, total_usd }] = ofYear;
    const of = (code: string) => ofYear.find((row) => row.partner_code === code)?.value_usd ?? 0;
    const values = drawn.map((code) => ({ code, year, value: of(code) }));
    const others = values.reduce((left, { value }) => left - value, total_usd);
    return [
      ...values,
      { code: OTHER, year, value: others },
      { code: USMCA, year, value: of(CANADA) + of(MEXICO) },
      { code: WORLD, year, value: total_usd },
    ];
  });
  const highest = points.filter(({ code }) => drawn.includes(code)).map(({ value }) => value);
  const unit = dollarUnit(Math.max(...highest) / LEAST_OF_HIGHEST);
  const course: Course = {
    ...{ naics, basis: rows[0].basis, points, named, faint, label: supplierLabel },
    ...{ span: yearSpan(rows), nameOf: yearNames(rows), write: (usd) => inUnit(usd, unit) },
    say: (usd) => `${inUnit(usd, unit)} ${unit.name}`,
    axis: (highest) =>
      axisFromZero(highest, (usd, decimals) => number(usd / unit.usd, decimals), {
        unit: unit.usd,
      }),
  };
  return figure({
    id,
    ...texts(course, unit.name),
    notes: notes(course, unit.name),
    source: source(rows),
    data: drawnTable({
      rows: points.map(({ code, year, value }) => ({
        ...taken(rows.find((row) => row.year === year)!, ...OF_YEAR),
        naics,
        ...(code === WORLD ? { partner_code: WORLD } : labelled(code, supplierLabel)),
        role: code === WORLD ? "total" : code === USMCA ? "subtotal" : "part",
        imports_usd: value,
      })),
      units: { imports_usd: USD },
      tables: ["naics3_imports_by_partner_monthly"],
    }),
    draw: (layout) => supplierLines(layout, course),
  });
}

const OF_YEAR = ["year", "period_start", "period_end", "basis", "vintage"] as const;

function texts(course: Course, unit: string) {
  const { naics, named, faint, span, label, write } = course;
  const most = mover(course);
  const alone = isAlone(course);
  const ends = (code: string) => endsOf(course, code) as [number, number];
  const dollars = (code: string) =>
    alone ? `were ${write(ends(code)[1])}` : moved(...ends(code), write);
  const said = (code: string) =>
    (alone ? write(ends(code)[1]) : dollars(code)) +
    (span.part ? ` (${write(valueIn(course, code, span.part.year)!)})` : "");
  const second = [MEXICO, CANADA].find((code) => code !== most && named.includes(code));
  const time = alone ? ` in ${span.names[1]}` : `, ${span.first}–${span.last}`;
  const finding = `${dollars(most)} ${unit}`;
  return {
    title: headline(
      `${kicker(naics)}: imports from ${label(most)} ${finding}${time}`,
      `${kicker(naics)}: imports from ${label(most)} ${finding.replace(" dollars", "")}${time}`,
      `Imports from ${label(most)} ${finding}${time}`,
    ),
    subtitle: (second ? `Those from ${label(second)} ${dollars(second)}. ` : "") +
      `U.S. imports of ${industry(naics)} (${industryCode(naics)}) by supplier, ${unit}, ` +
      `${basisName(course.basis)}, ${span.words}`,
    alt:
      `${isOneYear(course) ? "Bars" : "Lines"} of U.S. imports of ${
        industry(naics)
      } by supplier in ${unit}, ` +
      (alone ? span.names[1] : span.names.join(" to ")) +
      (span.part ? ` (in brackets: ${span.part.name})` : "") + ": " +
      list([...named, ...faint, OTHER].map((code) => `${label(code)} ${said(code)}`)) + ". " +
      `${label(USMCA)}, already counted in the ${markOf(course)}s of Canada and Mexico: ${
        said(USMCA)
      }.`,
  };
}

/** What has no line: all others, and the whole. */
function notes(course: Course, unit: string): string[] {
  const { span, points, write } = course;
  const last = points.at(-1)!.year;
  const now = span.part?.name ?? span.names[1];
  const of = (code: string) => write(valueIn(course, code, last)!);
  return [
    ...thinLines(course),
    `All others, listed or not, without a ${markOf(course)}: ${of(OTHER)} of ${
      of(WORLD)
    } ${unit} ` +
    `in ${now}.`,
    ...(span.part
      ? [`Pale, with an open circle: ${span.part.name}, not a whole year: sums of fewer months.`]
      : []),
  ];
}
