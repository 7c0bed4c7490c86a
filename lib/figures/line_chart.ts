/** Lines over time, each named at its end with its last value; the frame of several figures. */
import * as Plot from "@observablehq/plot";
import { type ValueAxis, valueAxis, yearAxis } from "./axes.ts";
import { type EndLabel, endLabelMarks, endLabelRoom } from "./end_labels.ts";
import { type Event, eventMarks } from "./events.ts";
import type { Layout } from "./frame.ts";
import type { Look } from "./looks.ts";
import { tone } from "./palette.ts";
import { type PlotReadings, readable } from "./readings.ts";
import { textWidth } from "./text.ts";

export interface LinePoint {
  /** Years, months as fractions of them (`monthPlace`). */
  x: number;
  /** A gap where there is none. */
  y: number | null;
}

export interface LineSeries {
  /** As it is read: `Mexico`. */
  name: string;
  /** At the end of the line, e.g. `Mexico 20.4%`; none in the background. */
  label?: string;
  look: Look;
  points: LinePoint[];
  /** Colour of the label, if not that of the line. */
  labelColour?: string;
  /** Height that the label belongs to, if not that of the last point. */
  labelY?: number;
}

export interface LineChart {
  /** In drawing order: what comes last lies on top. */
  series: LineSeries[];
  y: ValueAxis & {
    /** A value in words, for a pointer. */
    write: (value: number) => string;
  };
  x: {
    ticks: number[];
    format: (place: number) => string;
    /** A period in words, for a pointer. */
    name: (place: number) => string;
  };
  height: number;
  /** The last step of each line is of a period that is not whole: pale, its end hollow. */
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

/** How high the lines of a chart can be, in px. */
export const plotHeight = (height: number): number => height - TOP - BOTTOM;

/** The chart as one plot: axes, marks below, events, lines, labels at their ends. */
export function lineChart(layout: Layout, chart: LineChart): Element {
  const { series, y, x, partial = false, dots = true, below = [], over = [] } = chart;
  const { events = [], heading } = chart;
  const [low, high] = y.domain;
  const all = series.flatMap(({ points }) => points.map((point) => point.x));
  const [firstX, lastX] = [Math.min(...all), Math.max(Math.max(...all), Math.min(...all) + 1)];
  const labels = series.flatMap(endLabel);
  const marginRight = endLabelRoom(layout, labels, chart.labels);
  const left = Math.max(chart.left ?? 0, Math.ceil(textWidth(y.format(high), layout.label)) + 8);
  const perPixel = (lastX - firstX) / (layout.width - left - marginRight);
  const above = eventMarks(layout, events, {
    toPixel: (place) => (place - firstX) / perPixel,
    end: (lastX - firstX) / perPixel + marginRight,
  });
  const marginTop = above.marginTop + (heading ? HEADING : 0);
  const plot = layout.plot({
    height: chart.height + marginTop - TOP,
    marginTop,
    marginBottom: BOTTOM,
    marginLeft: left,
    marginRight,
    x: { domain: [firstX, lastX] },
    y: { domain: y.domain },
    marks: [
      ...valueAxis(y.ticks, y.format),
      yearAxis(x.ticks, x.format),
      Plot.ruleY([low <= 0 ? 0 : low], { stroke: tone("axis") }),
      ...(heading ? [headingMark(heading, left, marginTop)] : []),
      ...below,
      ...above.marks,
      ...series.flatMap((one) => lineMarks(one, partial, dots && one.label !== undefined)),
      ...over,
      ...endLabelMarks(layout, labels, {
        domain: y.domain,
        pixels: plotHeight(chart.height),
        lastX,
        perPixel,
        from: dots ? 5 : 2,
      }),
    ],
  });
  return readable(plot, readingsOf(chart));
}

/** Lines with a label from the highest end to the lowest, then those in the background. */
function readingsOf({ heading, series, x, y }: LineChart): PlotReadings {
  const places = [...new Set(series.flatMap(({ points }) => points.map((point) => point.x)))]
    .sort((a, b) => a - b);
  const end = ({ points }: LineSeries) => points.findLast((point) => point.y !== null)?.y ?? -1;
  const isNamed = ({ label }: LineSeries) => label === undefined ? 0 : 1;
  return {
    heading,
    places: places.map((place) => ({ x: place, name: x.name(place) })),
    series: series.toSorted((a, b) => isNamed(b) - isNamed(a) || end(b) - end(a)).map((one) => {
      const heights = new Map(one.points.map((point) => [point.x, point.y]));
      const values = places.map((place) => heights.get(place) ?? null);
      return {
        name: one.name,
        colour: one.look.colour,
        y: values,
        values: values.map((value) => value === null ? null : y.write(value)),
      };
    }),
  };
}

function endLabel({ name, label, look, labelColour, labelY, points }: LineSeries): EndLabel[] {
  const end = points.findLast((point) => point.y !== null);
  if (!end || label === undefined) return [];
  const { colour, fontWeight } = look;
  const y = labelY ?? end.y as number;
  return [{ name, text: label, x: end.x, y, colour: labelColour ?? colour, fontWeight }];
}

function lineMarks({ name, points, look }: LineSeries, partial: boolean, dots: boolean) {
  const { colour, strokeWidth, dash } = look;
  const line = {
    ...{ x: "x", y: "y", stroke: colour, strokeWidth, strokeDasharray: dash },
    ...{ strokeLinecap: dash ? "butt" : "round", ariaDescription: name } as const,
  };
  return [
    Plot.line(partial ? points.slice(0, -1) : points, line),
    Plot.line(partial ? points.slice(-2) : [], {
      ...line,
      strokeWidth: Math.max(1, strokeWidth / 2),
      strokeOpacity: 0.6,
    }),
    Plot.dot(dots ? points.slice(-1) : [], {
      x: "x",
      y: "y",
      r: strokeWidth > 2 ? 3.5 : 2.5,
      fill: partial ? tone("paper") : colour,
      stroke: colour,
      strokeWidth: 1.5,
      ariaDescription: name,
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
