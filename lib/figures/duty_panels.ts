/** The two panels of the duty rates: all suppliers together with their levels, and by supplier. */
import type { Break } from "../analysis/mod.ts";
import { WORLD } from "../codes/mod.ts";
import { monthName, percent, shortPeriodName } from "../format.ts";
import { monthAt, monthPlace, percentAxis, yearTicks } from "./axes.ts";
import { levelLabels, type Place, stepMarks, stepsOf } from "./duty_levels.ts";
import { type Dated, endsOf } from "./duty_words.ts";
import type { Layout } from "./frame.ts";
import { lineChart, type LineSeries, plotHeight } from "./line_chart.ts";
import { hasRoomBelow, type MarkedValue, valueMarks } from "./value_marks.ts";
import { looksOf, supplierLabel } from "./looks.ts";
import { tone } from "./palette.ts";
import { textWidth } from "./text.ts";

export interface DutyPanels {
  /** Rates of the months that are drawn, in order. */
  rows: { month: string; partner_code: string; rate: number | null }[];
  /** Who has a line in the second panel. */
  suppliers: string[];
  /** Breaks of the average rate. */
  breaks: Break[];
  /** The average rate where there is one: two of these months are in the title. */
  dated: Dated[];
  /** Marked by name in their month. */
  events: { name: string; month: string }[];
}

/** A supplier, or all of them. */
export const nameOf = (code: string): string =>
  code === WORLD ? "All suppliers" : supplierLabel(code);

/** The average above, the suppliers below, on one axis of months and with one left and right edge. */
export function dutyPanels(
  layout: Layout,
  { rows, suppliers, breaks, events, dated }: DutyPanels,
): Element[] {
  const months = [...new Set(rows.map(({ month }) => month))].sort();
  const ends: [number, number] = [monthPlace(months[0]), monthPlace(months.at(-1)!)];
  const look = looksOf(suppliers);
  const lineOf = (code: string): LineSeries & { label: string } => {
    const of = rows.filter((row) => row.partner_code === code);
    const rates = new Map(of.map((row) => [row.month, row.rate]));
    const end = of.findLast(({ rate }) => rate !== null);
    const thin = { ...look(code), strokeWidth: Math.min(2, look(code).strokeWidth) };
    return {
      name: nameOf(code),
      label: `${nameOf(code)} ${end?.rate == null ? "" : percent(end.rate)}`.trim(),
      look: code === WORLD
        ? { colour: tone("muted"), strokeWidth: 1.25, fontWeight: 600 as const }
        : thin,
      labelColour: code === WORLD ? tone("ink") : undefined,
      points: months.map((month) => ({ x: monthPlace(month), y: rates.get(month) ?? null })),
    };
  };
  const average = lineOf(WORLD);
  const others = suppliers.map(lineOf);
  const steps = stepsOf(breaks, ends);
  const highest = (lines: LineSeries[]) =>
    Math.max(0.01, ...lines.flatMap(({ points }) => points.map(({ y }) => y ?? 0)));
  const values = [
    percentAxis(Math.max(highest([average]), ...steps.map(({ level }) => level)), 4),
    percentAxis(highest(others), 4),
  ].map((axis) => ({ ...axis, write: (rate: number) => percent(rate) }));
  const room = (texts: string[], weight: 400 | 600 = 400) =>
    Math.max(...texts.map((text) => Math.ceil(textWidth(text, layout.label, weight))));
  const left = room(values.map(({ format, domain }) => format(domain[1]))) + 8;
  const labels = room([average, ...others].map(({ label }) => label), 600);
  const shared = {
    left,
    labels,
    dots: false,
    x: {
      ticks: yearTicks(Math.ceil(ends[0]), Math.floor(ends[1]), layout.pick(9, 5)),
      format: String,
      name: (place: number) => monthName(monthAt(place)),
    },
  };
  const height = layout.pick(210, 200);
  const place = {
    x: ends,
    top: values[0].domain[1],
    width: layout.width - left - labels - 18,
    height: plotHeight(height),
    line: average.points,
  };
  const said = yearBefore(average, dated, place);
  return [
    lineChart(layout, {
      ...shared,
      heading: "All suppliers together",
      series: [average],
      height,
      y: values[0],
      below: [stepMarks(steps, average.name)],
      over: [...levelLabels(layout, steps, place, said), ...valueMarks(said)],
      events: events.map(({ name, month }) => ({
        x: monthPlace(month),
        label: layout.pick(`${name}, ${shortPeriodName(month, month)}`, name),
      })),
    }),
    ...(others.length
      ? [lineChart(layout, {
        ...shared,
        heading: "By supplier",
        series: others.toReversed().sort((a, b) => a.look.strokeWidth - b.look.strokeWidth),
        height: layout.pick(240, 230),
        y: values[1],
      })]
      : []),
  ];
}

/** The rate that the title sets the last one against, on the average line. */
function yearBefore({ name, points }: LineSeries, dated: Dated[], place: Place): MarkedValue[] {
  if (dated.length === 0) return [];
  const [before, last] = endsOf(dated);
  const x = monthPlace(before.month);
  if (before === last || x < points[0].x) return [];
  const text = percent(before.rate);
  const side = hasRoomBelow(before.rate, place) ? "below" : "above";
  return [{ name, colour: tone("ink"), x, y: before.rate, text, side }];
}
