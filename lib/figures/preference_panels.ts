/** The two panels of preference over time: faint months with their means, and shares of all imports. */
import * as Plot from "@observablehq/plot";
import { MEXICO } from "../codes/mod.ts";
import { monthName, percent, shortPeriodName } from "../format.ts";
import { monthPlace, yearTicks } from "./axes.ts";
import type { Event } from "./events.ts";
import type { Layout } from "./frame.ts";
import { lineChart } from "./line_chart.ts";
import { lookOf, supplierLabel } from "./looks.ts";
import { tone } from "./palette.ts";
import { endOfDuties, exemption } from "./preference_words.ts";
import type { PreferenceMonth } from "./preference.ts";
import { textWidth } from "./text.ts";

/** The preference share of a partner over some months together. */
export interface Mean {
  code: string;
  from: string;
  to: string;
  share: number;
}

type Measure = "preference_share" | "share_of_imports";

export function preferencePanels(
  layout: Layout,
  rows: PreferenceMonth[],
  codes: string[],
  means: Mean[],
): Element[] {
  const last = rows.at(-1)!.month;
  const common = {
    x: {
      ticks: yearTicks(
        Math.ceil(monthPlace(rows[0].month)),
        Math.floor(monthPlace(last)),
        layout.pick(7, 4),
      ),
      format: String,
    },
    dots: false,
    left: Math.ceil(textWidth("100%", layout.label)) + 8,
    labels: textWidth("Canada 88.8%", layout.label, 600),
  };
  const monthly = codes.toReversed().map((code) => ({
    label: labelOf(rows, code, "share_of_imports"),
    look: { ...lookOf(code), strokeWidth: code === MEXICO ? 1.5 : 1.25 },
    points: pointsOf(rows, code, "share_of_imports"),
  }));
  const top = Math.max(...rows.map((row) => row.share_of_imports));
  return [
    lineChart(layout, {
      ...common,
      series: codes.toReversed().map((code) => preferenceSeriesOf(rows, code, means)),
      height: layout.pick(290, 270),
      y: { domain: [0, 1], ticks: 5, format: (share) => percent(share, 0) },
      events: events(layout, rows),
      below: means.length ? codes.map((code) => monthlyLine(rows, code)) : [],
      over: means.filter(({ to }) => to < last).flatMap((mean) => meanLabel(layout, mean, means)),
      heading: layout.pick(
        "Entered under the agreement, share of imports from the partner",
        "Entered under the agreement",
      ),
    }),
    lineChart(layout, {
      ...common,
      series: monthly,
      height: layout.pick(170, 160),
      y: { domain: [0, top * 1.05], ticks: 3, format: (share) => percent(share, 0) },
      heading: layout.pick(
        `Share of all U.S. imports; at the right ${monthName(last)}`,
        `Share of all U.S. imports, ${shortPeriodName(last, last)}`,
      ),
    }),
  ];
}

const ofCode = (rows: PreferenceMonth[], code: string) =>
  rows.filter((row) => row.partner_code === code);
const pointsOf = (rows: PreferenceMonth[], code: string, measure: Measure) =>
  ofCode(rows, code).map((row) => ({ x: monthPlace(row.month), y: row[measure] }));
const labelOf = (rows: PreferenceMonth[], code: string, measure: Measure) =>
  `${supplierLabel(code)} ${percent(ofCode(rows, code).at(-1)![measure])}`;

/** The means as thick pieces over the months, or the months themselves where there are no means. */
function preferenceSeriesOf(rows: PreferenceMonth[], code: string, means: Mean[]) {
  const own = means.filter((mean) => mean.code === code);
  if (own.length === 0) {
    return {
      label: labelOf(rows, code, "preference_share"),
      look: { ...lookOf(code), strokeWidth: 1.5 },
      points: pointsOf(rows, code, "preference_share"),
    };
  }
  const { dash: _, ...look } = lookOf(code);
  return {
    label: `${supplierLabel(code)} ${percent(own.at(-1)!.share)}`,
    look: { ...look, strokeWidth: 4 },
    points: ofCode(rows, code).map(({ month }) => ({
      x: monthPlace(month),
      y: own.find(({ from, to }) => from <= month && month <= to)?.share ?? null,
    })),
  };
}

const monthlyLine = (rows: PreferenceMonth[], code: string): Plot.Markish =>
  Plot.line(pointsOf(rows, code, "preference_share"), {
    ...{ x: "x", y: "y", stroke: lookOf(code).colour },
    strokeWidth: code === MEXICO ? 1.25 : 1,
    strokeDasharray: lookOf(code).dash && "4,1.5",
  });

/** The earlier mean in figures, clear of the lines: above the higher one, below the lower one. */
function meanLabel(layout: Layout, mean: Mean, means: Mean[]): Plot.Markish[] {
  const rivals = means.filter(({ from, code }) => from === mean.from && code !== mean.code);
  const isUpper = rivals.every(({ share }) => share <= mean.share);
  const at = (monthPlace(mean.from) + monthPlace(mean.to)) / 2;
  const place = mean.share + (isUpper ? 0.19 : -0.15);
  const colour = lookOf(mean.code).colour;
  return [
    Plot.link([0], {
      ...{ x1: at, x2: at, y1: mean.share + (isUpper ? 0.02 : -0.02) },
      y2: place + (isUpper ? -0.035 : 0.035),
      stroke: colour,
      strokeWidth: 0.75,
    }),
    Plot.text([`${mean.from.slice(0, 4)}: ${percent(mean.share)}`], {
      ...{ x: () => at, y: () => place, textAnchor: "end", dx: layout.pick(10, 2) },
      ...{ stroke: tone("paper"), strokeWidth: 4 },
      fill: colour,
      fontWeight: 600,
    }),
  ];
}

function events(layout: Layout, rows: PreferenceMonth[]): Event[] {
  const firstWhere = (holds: (row: PreferenceMonth) => boolean) =>
    rows.some((row) => !holds(row)) ? rows.find(holds)?.month : undefined;
  const marked = [
    {
      month: firstWhere(({ denominator_basis }) => denominator_basis !== rows[0].denominator_basis),
      what: "denominator changes",
    },
    { month: firstWhere(({ agreement }) => agreement === "USMCA"), what: "USMCA" },
  ];
  return [
    ...marked.flatMap(({ month, what }) =>
      month ? [{ x: monthPlace(month), label: `${what}, ${shortPeriodName(month, month)}` }] : []
    ),
    ...exemption(
      rows[0].month,
      rows.at(-1)!.month,
      layout.pick("exempt from new duties, Mar 2025", "exempt, Mar 2025"),
    ),
    ...endOfDuties(
      rows[0].month,
      rows.at(-1)!.month,
      layout.pick("these duties ended, Feb 2026", "duties ended, Feb 2026"),
    ),
  ];
}
