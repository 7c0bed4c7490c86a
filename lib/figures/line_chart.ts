/** Lines over time, each named at its end with its last value; the frame of several figures. */
import * as Plot from "@observablehq/plot";
import { valueAxis, yearAxis } from "./axes.ts";
import { type EndLabel, endLabelMarks, endLabelRoom } from "./end_labels.ts";
import { type Event, eventMarks } from "./events.ts";
import type { Layout } from "./frame.ts";
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
  /** Marks below the lines, and above them. */
  below?: Plot.Markish[];
  over?: Plot.Markish[];
  /** Room for the labels at the right, in px, where several charts share their axis. */
  labels?: number;
  /** Room for the values at the left, in px, where several charts share their edge. */
  left?: number;
  /** Above the chart, where a figure has several. */
  heading?: string;
  /** Dotted rules with a label above the lines. */
  events?: Event[];
}

const TOP = 10;
const BOTTOM = 36;
const HEADING = 22;

/** The chart as one plot: axes, marks below, events, lines, labels at their ends. */
export function lineChart(layout: Layout, chart: LineChart): Element {
  const { series, y, x, partial = false, dots = true, below = [], over = [] } = chart;
  const { events = [], heading } = chart;
  const [low, high] = y.domain;
  const all = series.flatMap(({ points }) => points.map((point) => point.x));
  const [firstX, lastX] = [Math.min(...all), Math.max(Math.max(...all), Math.min(...all) + 1)];
  const labels = series.flatMap(({ label, look, labelColour, points }): EndLabel[] => {
    const end = points.findLast((point) => point.y !== null);
    const { fontWeight } = look;
    const colour = labelColour ?? look.colour;
    return end ? [{ text: label, x: end.x, y: end.y as number, colour, fontWeight }] : [];
  });
  const marginRight = endLabelRoom(layout, labels, chart.labels);
  const left = Math.max(chart.left ?? 0, Math.ceil(textWidth(y.format(high), layout.label)) + 8);
  const perPixel = (lastX - firstX) / (layout.width - left - marginRight);
  const above = eventMarks(layout, events, {
    toPixel: (place) => (place - firstX) / perPixel,
    end: (lastX - firstX) / perPixel + marginRight,
  });
  const marginTop = above.marginTop + (heading ? HEADING : 0);
  return layout.plot({
    height: chart.height + marginTop - TOP,
    marginTop,
    marginBottom: BOTTOM,
    marginLeft: left,
    marginRight,
    x: { domain: [firstX, lastX] },
    y: { domain: y.domain },
    marks: [
      ...valueAxis(y.ticks ?? 5, y.format),
      yearAxis(x.ticks, x.format),
      Plot.ruleY([low <= 0 ? 0 : low], { stroke: tone("axis") }),
      ...(heading ? [headingMark(heading, left, marginTop)] : []),
      ...below,
      ...above.marks,
      ...series.flatMap((one) => lineMarks(one, partial, dots)),
      ...over,
      ...endLabelMarks(layout, labels, {
        domain: y.domain,
        pixels: chart.height - TOP - BOTTOM,
        lastX,
        perPixel,
        from: dots ? 5 : 2,
      }),
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
