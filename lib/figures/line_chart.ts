/** Lines over time, each named at its end with its last value; the frame of several figures. */
import * as Plot from "@observablehq/plot";
import { type Event, eventMarks } from "./events.ts";
import type { Layout } from "./frame.ts";
import { spread } from "./labels.ts";
import type { Look } from "./looks.ts";
import { tone } from "./palette.ts";
import { textWidth } from "./text.ts";

export interface LinePoint {
  /** Years, months as fractions of them (`monthPlace`). */
  x: number;
  /** A gap where there is none. */
  y: number | null;
}

export interface LineSeries {
  /** At the end of the line, e.g. `Mexico 20.4%`. */
  label: string;
  look: Look;
  points: LinePoint[];
  /** Colour of the label, if not that of the line. */
  labelColour?: string;
}

export interface LineChart {
  /** In drawing order: what comes last lies on top. */
  series: LineSeries[];
  y: { domain: [number, number]; ticks?: number; format: (value: number) => string };
  x: { ticks: number[]; format: (value: number) => string };
  height: number;
  /** The last step of each line is of a period that is not whole: dotted, its end hollow. */
  partial?: boolean;
  /** Dots at the ends of the lines; yes unless told. */
  dots?: boolean;
  /** Marks below the lines. */
  below?: Plot.Markish[];
  /** Room for the labels at the right, in px, where several charts share their axis. */
  labels?: number;
  /** Above the chart, where a figure has several. */
  heading?: string;
  /** Dotted rules with a label above the lines. */
  events?: Event[];
}

const BOTTOM = 36;
const HEADING = 22;
/** From the end of a line to its label. */
const REACH = 16;

/** A month on an axis of years: `2024-07` → 2024.5. */
export const monthPlace = (month: string): number =>
  Number(month.slice(0, 4)) + (Number(month.slice(5)) - 1) / 12;

/** Years that end an axis at its last one, at equal steps, `most` of them at the utmost. */
export const yearTicks = (first: number, last: number, most: number): number[] => {
  const ticks = [];
  const step = Math.max(1, Math.ceil((last - first) / (most - 1)));
  for (let year = last; year >= first; year -= step) ticks.unshift(year);
  return ticks;
};

export function lineChart(layout: Layout, chart: LineChart): Element {
  const { series, y, x, partial = false, dots = true, below = [], events = [], heading } = chart;
  const [low, high] = y.domain;
  const all = series.flatMap(({ points }) => points.map((point) => point.x));
  const [firstX, lastX] = [Math.min(...all), Math.max(Math.max(...all), Math.min(...all) + 1)];
  const ends = series.flatMap((one) => {
    const end = one.points.findLast((point) => point.y !== null);
    return end ? [{ ...one, x: end.x, y: end.y as number }] : [];
  });
  const widest = Math.max(
    ...ends.map(({ label, look }) => textWidth(label, layout.label, look.fontWeight)),
  );
  const marginRight = Math.ceil(Math.max(widest, chart.labels ?? 0)) + REACH + 2;
  const left = Math.ceil(textWidth(y.format(high), layout.label)) + 8;
  const perPixel = (lastX - firstX) / (layout.width - left - marginRight);
  const above = eventMarks(layout, events, {
    toPixel: (place) => (place - firstX) / perPixel,
    end: (lastX - firstX) / perPixel + marginRight,
  });
  const marginTop = above.marginTop + (heading ? HEADING : 0);
  const height = chart.height + marginTop - 10;
  const pixels = chart.height - 10 - BOTTOM;
  const toPixel = (value: number) => (high - value) / (high - low) * pixels;
  const fromPixel = (place: number) => high - place / pixels * (high - low);
  const places = spread(ends.map((end) => toPixel(end.y)), layout.label * 1.2, 4, pixels - 2);
  const labelled = ends.map((end, index) => ({ ...end, place: fromPixel(places[index]) }));
  return layout.plot({
    height,
    marginTop,
    marginBottom: BOTTOM,
    marginLeft: left,
    marginRight,
    x: { domain: [firstX, lastX] },
    y: { domain: y.domain },
    marks: [
      Plot.gridY({ ticks: y.ticks ?? 5, stroke: tone("grid"), strokeOpacity: 1 }),
      Plot.axisY({
        ticks: y.ticks ?? 5,
        tickSize: 0,
        label: null,
        dx: 3,
        fill: tone("muted"),
        tickFormat: y.format,
      }),
      Plot.axisX(x.ticks, {
        anchor: "bottom",
        tickSize: 4,
        stroke: tone("axis"),
        fill: tone("muted"),
        label: null,
        lineHeight: 1.15,
        tickFormat: x.format,
      }),
      Plot.ruleY([low <= 0 ? 0 : low], { stroke: tone("axis") }),
      ...(heading ? [headingMark(heading, left, marginTop)] : []),
      ...below,
      ...above.marks,
      ...series.flatMap((one) => lineMarks(one, partial, dots)),
      Plot.link(labelled, {
        x1: (end) => end.x + (dots ? 5 : 2) * perPixel,
        x2: lastX + (REACH - 3) * perPixel,
        y1: "y",
        y2: "place",
        stroke: tone("axis"),
        strokeWidth: 0.75,
      }),
      ...labelled.map((end) =>
        Plot.text([end], {
          x: () => lastX,
          y: "place",
          text: "label",
          dx: REACH,
          textAnchor: "start",
          fill: end.labelColour ?? end.look.colour,
          fontWeight: end.look.fontWeight,
        })
      ),
    ],
  });
}

function lineMarks({ points, look }: LineSeries, partial: boolean, dots: boolean): Plot.Markish[] {
  const { colour, strokeWidth, dash } = look;
  const line = { x: "x", y: "y", stroke: colour, strokeWidth };
  const whole = partial ? points.slice(0, -1) : points;
  return [
    Plot.line(whole, { ...line, strokeDasharray: dash, strokeLinecap: dash ? "butt" : "round" }),
    Plot.line(partial ? points.slice(-2) : [], { ...line, strokeDasharray: "1,4" }),
    Plot.dot(dots ? points.slice(-1) : [], {
      x: "x",
      y: "y",
      r: strokeWidth > 2 ? 3.5 : 2.5,
      fill: partial ? tone("paper") : colour,
      stroke: colour,
      strokeWidth: 1.5,
    }),
  ];
}

const headingMark = (heading: string, left: number, marginTop: number): Plot.Markish =>
  Plot.text([heading], {
    frameAnchor: "top-left",
    textAnchor: "start",
    lineAnchor: "top",
    dx: -left,
    dy: 2 - marginTop,
    fontWeight: 600,
  });
