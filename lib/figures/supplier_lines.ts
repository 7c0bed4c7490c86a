/** The lines of suppliers over the years: a few by name, the others thin. */
import { yearName, yearTicks } from "./axes.ts";
import type { Layout } from "./frame.ts";
import { lineChart, plotHeight } from "./line_chart.ts";
import { hasRoomBelow, type MarkedValue, valueMarks } from "./value_marks.ts";
import { looksOf } from "./looks.ts";
import { supplierBars } from "./supplier_bars.ts";
import { type Course, endsOf, isAlone, isOneYear, mover } from "./supplier_course.ts";

/**
 * The lines as one plot, bars where there is one year alone; the two values that the title compares stand
 * at their places.
 */
export function supplierLines(layout: Layout, course: Course): Element {
  if (isOneYear(course)) return supplierBars(layout, course);
  const { points, named, faint, span, label, write, say = write } = course;
  const codes = [...named, ...faint];
  const years = [...new Set(points.map(({ year }) => Number(year)))];
  const last = years.at(-1)!;
  const look = course.look ?? looksOf(codes, faint);
  const series = codes.toSorted((a, b) => look(a).strokeWidth - look(b).strokeWidth).map((code) => {
    const of = points.filter((point) => point.code === code);
    const end = of.at(-1)!.value;
    const text = end === null ? label(code) : `${label(code)} ${write(end)}`;
    return {
      name: label(code),
      label: named.includes(code) ? text : undefined,
      look: look(code),
      points: of.map(({ year, value }) => ({ x: Number(year), y: value })),
    };
  });
  const most = mover(course);
  const drawn = points.filter(({ code }) => codes.includes(code)).map(({ value }) => value ?? 0);
  const axis = course.axis(Math.max(...drawn));
  const height = 340;
  const values = titleValues(course, most, { name: label(most), colour: look(most).colour })
    .map((value) =>
      hasRoomBelow(value.y, { top: axis.domain[1], height: plotHeight(height) })
        ? value
        : { ...value, side: "above" as const }
    );
  return lineChart(layout, {
    series,
    height,
    partial: span.part !== null,
    y: { ...axis, write: say },
    x: {
      ticks: yearTicks(years[0], last, layout.pick(7, 4)),
      format: yearName(last, span.part?.short ?? null),
      name: course.nameOf,
    },
    over: isAlone(course) ? [] : valueMarks(values),
  });
}

/**
 * The two values of the title, but for one that stands at the end of the line: on the side that the
 * line leaves free, and away from the labels at the right.
 */
function titleValues(
  course: Course,
  code: string,
  line: Pick<MarkedValue, "name" | "colour">,
): MarkedValue[] {
  const { first, last, part } = course.span;
  const [from, to] = endsOf(course, code);
  const value = (year: string, y: number | null, side: MarkedValue["side"]): MarkedValue[] =>
    y === null ? [] : [{ ...line, side, text: course.write(y), x: Number(year), y }];
  const [before, after] = (to ?? 0) < (from ?? 0)
    ? ["above", "below"] as const
    : ["below", "above"] as const;
  return [
    ...value(first, from, before).map((each) => ({ ...each, anchor: "start" as const })),
    ...(part ? value(last, to, after).map((each) => ({ ...each, anchor: "end" as const })) : []),
  ];
}
