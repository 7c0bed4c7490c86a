/** The lines of supplier shares: a few by name, the others thin. */
import { percent } from "../format.ts";
import { percentAxis, yearName, yearTicks } from "./axes.ts";
import type { Layout } from "./frame.ts";
import { lineChart, plotHeight } from "./line_chart.ts";
import { hasRoomBelow, type MarkedValue, valueMarks } from "./value_marks.ts";
import { looksOf } from "./looks.ts";
import { type Course, endsOf, isAlone, mover } from "./supplier_course.ts";

/** The lines as one plot; the two values that the title compares stand at their places. */
export function supplierLines(layout: Layout, course: Course): Element {
  const { points, named, faint, span, label } = course;
  const codes = [...named, ...faint];
  const years = [...new Set(points.map(({ year }) => Number(year)))];
  const last = years.at(-1)!;
  const look = looksOf(codes, faint);
  const series = codes.toSorted((a, b) => look(a).strokeWidth - look(b).strokeWidth).map((code) => {
    const of = points.filter((point) => point.code === code);
    return {
      name: label(code),
      label: named.includes(code) ? `${label(code)} ${percent(of.at(-1)!.share)}` : undefined,
      look: look(code),
      points: of.map(({ year, share }) => ({ x: Number(year), y: share })),
    };
  });
  const most = mover(course);
  const drawn = points.filter(({ code }) => codes.includes(code)).map(({ share }) => share);
  const axis = percentAxis(Math.max(0.05, ...drawn));
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
    y: { ...axis, write: (share) => percent(share) },
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
  const value = (year: string, share: number, side: MarkedValue["side"]) => ({
    ...{ ...line, side, text: percent(share) },
    ...{ x: Number(year), y: share },
  });
  const [before, after] = to < from ? ["above", "below"] as const : ["below", "above"] as const;
  return [
    { ...value(first, from, before), anchor: "start" },
    ...(part ? [{ ...value(last, to, after), anchor: "end" as const }] : []),
  ];
}
