/** Origin is not preference: what part of imports from Mexico and Canada enters under the agreement. */
import type { PreferenceShare } from "../analysis/mod.ts";
import { CANADA, MEXICO } from "../codes/mod.ts";
import { basisName, list, monthName, percent, shortPeriodName } from "../format.ts";
import { type Frame, records, requireColumns } from "../frame.ts";
import { monthPlace, yearTicks } from "./axes.ts";
import type { Figure } from "./figure.ts";
import { figure, type Layout } from "./frame.ts";
import { lineChart } from "./line_chart.ts";
import { lookOf, supplierLabel } from "./looks.ts";
import { textWidth } from "./text.ts";
import { source } from "./words.ts";

type Measure = "preference_share" | "share_of_imports";
type Row = PreferenceShare & { month: string };

/** Marked in every figure of preference, if the months reach it. */
const MARKED_YEAR = "2025";

/**
 * Two panels of monthly lines: the share of imports from each partner that enters under NAFTA or
 * USMCA, and the partner's share of all U.S. imports. Marked are the first month under the USMCA,
 * January 2025, and the month in which the basis of the denominator changes.
 *
 * @param shares monthly, from `preferenceShares` or `preferenceSeries`.
 * @throws RangeError when neither partner has a row.
 */
export function preferenceOverTime(
  shares: Frame<PreferenceShare>,
  { id = "preference" }: { id?: string } = {},
): Figure {
  requireColumns(
    shares,
    ["period_start", "partner_code", "preference_share"],
    "preferenceOverTime",
  );
  const rows: Row[] = records(shares)
    .filter(({ partner_code }) => [MEXICO, CANADA].includes(partner_code))
    .map((row) => ({ ...row, month: row.period_start }))
    .sort((a, b) => a.month < b.month ? -1 : 1);
  if (rows.length === 0) throw new RangeError("preferenceOverTime: no rows of Mexico or Canada");
  const codes = [MEXICO, CANADA].filter((code) => rows.some((row) => row.partner_code === code));
  const lastOf = (code: string) => rows.findLast((row) => row.partner_code === code)!;
  const [first, last] = [rows[0], rows.at(-1)!];
  const bases = [...new Set(rows.map(({ denominator_basis }) => denominator_basis))];
  const now = codes.map((code) =>
    `${percent(lastOf(code).preference_share)} of imports from ${supplierLabel(code)}`
  );
  return figure({
    id,
    title: title(rows, codes),
    subtitle: "U.S. imports entering under NAFTA or the USMCA as a share of all imports from " +
      "the partner, and the partner’s share of all U.S. imports; all goods, monthly, " +
      `${monthName(first.month)}–${monthName(last.month)}`,
    notes: bases.length > 1
      ? [
        `Denominator: ${
          bases.map((basis) =>
            `${basisName(basis)} from ${
              monthName(
                rows.find((row) => row.denominator_basis === basis)!.month,
              )
            }`
          ).join(", ")
        }; the agreement’s imports are imports for consumption throughout.`,
      ]
      : [],
    source: source([
      ...rows.map(({ vintage }) => ({ vintage })),
      ...rows.map((row) => ({ basis: row.denominator_basis, vintage: row.denominator_vintage })),
    ]),
    alt: `Lines by month, ${monthName(first.month)} to ${monthName(last.month)}. Under the ` +
      `agreement entered ${list(now)} in ${monthName(last.month)}. Their shares of all U.S. ` +
      `imports: ${
        list(
          codes.map((code) => `${supplierLabel(code)} ${percent(lastOf(code).share_of_imports)}`),
        )
      }.`,
    data: shares,
    draw: (layout) => [
      panel(layout, rows, codes, "preference_share", events(rows)),
      panel(layout, rows, codes, "share_of_imports", []),
    ],
  });
}

/** The last full year, or the last month where no year is whole. */
function title(rows: Row[], codes: string[]): string {
  const months = (code: string, year: string) =>
    rows.filter((row) => row.partner_code === code && row.month.startsWith(year));
  const years = [...new Set(rows.map(({ month }) => month.slice(0, 4)))];
  const whole = years.findLast((year) => codes.every((code) => months(code, year).length === 12));
  const when = whole ?? rows.at(-1)!.month;
  const sum = (of: Row[], usd: (row: Row) => number) => of.reduce((all, row) => all + usd(row), 0);
  const parts = codes.filter((code) => months(code, when).length > 0).map((code, place) => {
    const of = months(code, when);
    const share = sum(of, (row) => row.agreement_usd) / sum(of, (row) => row.imports_usd);
    return `${percent(share)} of ${place ? "those" : "imports"} from ${supplierLabel(code)}`;
  });
  const agreements = new Set(
    codes.flatMap((code) => months(code, when).map((row) => row.agreement)),
  );
  return `In ${whole ?? monthName(when)}, ${list(parts)} entered under ` +
    list([...agreements].map((name) => name === "USMCA" ? "the USMCA" : name));
}

function events(rows: Row[]) {
  const firstWhere = (holds: (row: Row) => boolean) =>
    rows.some((row) => !holds(row)) ? rows.find(holds)?.month : undefined;
  const marked = [
    {
      month: firstWhere(({ denominator_basis }) => denominator_basis !== rows[0].denominator_basis),
      what: "denominator changes, ",
    },
    { month: firstWhere(({ agreement }) => agreement === "USMCA"), what: "USMCA, " },
    { month: firstWhere(({ month }) => month >= MARKED_YEAR), what: "" },
  ];
  return marked.flatMap(({ month, what }) =>
    month
      ? [{ x: monthPlace(month), label: what ? what + shortPeriodName(month, month) : MARKED_YEAR }]
      : []
  );
}

function panel(
  layout: Layout,
  rows: Row[],
  codes: string[],
  measure: Measure,
  marked: { x: number; label: string }[],
): Element {
  const top = Math.max(...rows.map((row) => row[measure]));
  const [first, last] = [monthPlace(rows[0].month), monthPlace(rows.at(-1)!.month)];
  return lineChart(layout, {
    series: codes.toReversed().map((code) => {
      const of = rows.filter((row) => row.partner_code === code);
      const { dash: _, ...look } = lookOf(code);
      return {
        label: `${supplierLabel(code)} ${percent(of.at(-1)![measure])}`,
        look: { ...look, strokeWidth: code === MEXICO ? 2 : 1.25 },
        points: of.map((row) => ({ x: monthPlace(row.month), y: row[measure] })),
      };
    }),
    height: measure === "preference_share" ? layout.pick(270, 250) : layout.pick(170, 160),
    dots: false,
    y: {
      domain: [0, top * 1.05],
      ticks: measure === "preference_share" ? 5 : 3,
      format: (share) => percent(share, 0),
    },
    x: { ticks: yearTicks(Math.ceil(first), Math.floor(last), layout.pick(7, 4)), format: String },
    events: marked,
    labels: textWidth("Canada 88.8%", layout.label, 600),
    heading: measure === "preference_share"
      ? layout.pick(
        "Entered under the agreement, share of imports from the partner",
        "Entered under the agreement",
      )
      : "Share of all U.S. imports",
  });
}
