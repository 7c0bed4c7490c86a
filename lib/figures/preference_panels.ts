/** The two panels of preference over time: faint months with their means, and shares of all imports. */
import * as Plot from "@observablehq/plot";
import { MEXICO } from "../codes/mod.ts";
import { monthName, percent, shortPeriodName } from "../format.ts";
import { monthAt, monthPlace, percentAxis, wholePercent, yearTicks } from "./axes.ts";
import type { Event } from "./events.ts";
import type { Layout } from "./frame.ts";
import { lineChart, type LineSeries } from "./line_chart.ts";
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
      name: (place: number) => monthName(monthAt(place)),
    },
    dots: false,
    left: Math.ceil(textWidth("100%", layout.label)) + 8,
    labels: textWidth("Canada 88.8%", layout.label, 600),
  };
  const top = Math.max(...rows.map((row) => row.share_of_imports));
  return [
    lineChart(layout, {
      ...common,
      series: seriesOf(rows, codes, "preference_share", means),
      height: layout.pick(290, 270),
      y: { ...wholePercent, write },
      events: events(layout, rows),
      over: [
        ...means.map(meanMark),
        ...means.filter(({ to }) => to < last).flatMap((mean) =>
          meanLabel(layout, mean, {
            means,
            middle: (monthPlace(rows[0].month) + monthPlace(last)) / 2,
          })
        ),
      ],
      heading: layout.pick(
        "Entered under the agreement, share of imports from the partner",
        "Entered under the agreement",
      ),
    }),
    lineChart(layout, {
      ...common,
      series: seriesOf(rows, codes, "share_of_imports"),
      height: layout.pick(170, 160),
      y: { ...percentAxis(top), write },
      heading: layout.pick(
        `Share of all U.S. imports; at the right ${monthName(last)}`,
        `Share of all U.S. imports, ${shortPeriodName(last, last)}`,
      ),
    }),
  ];
}

const write = (share: number): string => percent(share);

/** The months of each partner; at the right their last value, or the last mean where there is one. */
function seriesOf(
  rows: PreferenceMonth[],
  codes: string[],
  measure: Measure,
  means: Mean[] = [],
): LineSeries[] {
  return codes.toReversed().map((code) => {
    const own = rows.filter((row) => row.partner_code === code);
    const mean = means.findLast((each) => each.code === code);
    const end = mean?.share ?? own.at(-1)![measure];
    return {
      name: supplierLabel(code),
      label: `${supplierLabel(code)} ${percent(end)}`,
      labelY: end,
      look: { ...lookOf(code), strokeWidth: code === MEXICO ? 1.4 : 1.15 },
      points: own.map((row) => ({ x: monthPlace(row.month), y: row[measure] })),
    };
  });
}

/** A mean as a thick piece over its months. */
const meanMark = ({ code, from, to, share }: Mean): Plot.Markish =>
  Plot.link([0], {
    ...{ x1: monthPlace(from), x2: monthPlace(to), y1: share, y2: share },
    stroke: lookOf(code).colour,
    strokeWidth: 4,
    ariaDescription: supplierLabel(code),
  });

/**
 * The earlier mean in figures, clear of the lines: above the higher one, below the lower one, and towards
 * the middle of the axis.
 */
function meanLabel(
  layout: Layout,
  mean: Mean,
  { means, middle }: { means: Mean[]; middle: number },
): Plot.Markish[] {
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
      ariaDescription: supplierLabel(mean.code),
    }),
    Plot.text([`${mean.from.slice(0, 4)}: ${percent(mean.share)}`], {
      ...{ x: () => at, y: () => place },
      ...at < middle
        ? { textAnchor: "start", dx: -2 }
        : { textAnchor: "end", dx: layout.pick(10, 2) },
      ...{ stroke: tone("paper"), strokeWidth: 4 },
      fill: colour,
      fontWeight: 600,
      ariaDescription: supplierLabel(mean.code),
    }),
  ];
}

function events(layout: Layout, rows: PreferenceMonth[]): Event[] {
  const firstWhere = (holds: (row: PreferenceMonth) => boolean) =>
    rows.some((row) => !holds(row)) ? rows.find(holds)?.month : undefined;
  const marked = [
    {
      month: firstWhere(({ denominator_basis }) => denominator_basis !== rows[0].denominator_basis),
      what: layout.pick("denominator changes", "new denominator"),
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
