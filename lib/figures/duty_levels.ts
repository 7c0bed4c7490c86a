/** The levels of a monthly rate as steps, each with its height, for the chart of the average rate. */
import * as Plot from "@observablehq/plot";
import type { Break } from "../analysis/mod.ts";
import { percent } from "../format.ts";
import { monthPlace } from "./axes.ts";
import type { Layout } from "./frame.ts";
import { type MarkedValue, OFFSET } from "./value_marks.ts";
import { tone } from "./palette.ts";
import { textWidth } from "./text.ts";

/** A stretch of months at one level. */
interface Step {
  from: number;
  to: number;
  level: number;
}

/** Where the plot lies: the ends of its axes, how many px they have, and the line of the months. */
export interface Place {
  x: [number, number];
  top: number;
  width: number;
  height: number;
  line: { x: number; y: number | null }[];
}

/** The stretches between breaks, from the first month shown to the last. */
export function stepsOf(breaks: Break[], [first, last]: [number, number]): Step[] {
  const starts = breaks.map(({ month }) => monthPlace(month));
  const levels = breaks.length
    ? [breaks[0].level_before, ...breaks.map(({ level_after }) => level_after)]
    : [];
  return levels.map((level, index) => ({
    from: Math.max(first, starts[index - 1] ?? first),
    to: Math.min(last, starts[index] ?? last),
    level,
  })).filter(({ from, to }) => to > from);
}

/** The steps as thick lines. */
export const stepMarks = (steps: Step[], name: string): Plot.Markish =>
  Plot.link(steps, {
    x1: "from",
    x2: "to",
    y1: "level",
    y2: "level",
    stroke: tone("ink"),
    strokeWidth: 2.5,
    ariaDescription: name,
  });

/**
 * Their heights: above a stretch that is wide enough, and above the line of the months, at the left of
 * a stretch that is not; none where it would lie on another, on a value that is said, or at the left on
 * the line.
 */
export function levelLabels(
  layout: Layout,
  steps: Step[],
  place: Place,
  said: MarkedValue[],
): Plot.Markish[] {
  const size = layout.label;
  const [first, last] = place.x;
  const toX = (at: number) => (at - first) / (last - first) * place.width;
  const toY = (level: number) => (1 - level / place.top) * place.height;
  const taken = said.map(({ x, y, text, side = "above" }) => {
    const half = textWidth(text, size, 600) / 2;
    return { left: toX(x) - half, right: toX(x) + half, y: toY(y) + OFFSET[side] };
  });
  return steps.flatMap((step, index) => {
    const text = percent(step.level);
    const width = textWidth(text, size, 600) + 2;
    const [left, right, y] = [toX(step.from), toX(step.to), toY(step.level)];
    const above = right - left >= width;
    const under = place.line.filter(({ x }) => toX(x) >= left && toX(x) <= left + width)
      .map((point) => toY(point.y ?? 0));
    const box = above
      ? { left, right: left + width, y: Math.min(y, ...under) - size * 0.7 }
      : { left: left - width - 4, right: left - 4, y };
    const free = taken.every((each) =>
      each.right < box.left || each.left > box.right || Math.abs(each.y - box.y) > size * 1.1
    );
    const crossed = !above &&
      place.line.some((point) =>
        point.y !== null && toX(point.x) >= box.left && toX(point.x) <= box.right &&
        Math.abs(toY(point.y) - y) < size
      );
    const rises = index > 0 && step.level > steps[index - 1].level;
    if (!(above || rises) || !free || crossed || box.left < 0 || box.y < size) return [];
    taken.push(box);
    return [
      Plot.text([text], {
        x: () => step.from,
        y: () => step.level,
        textAnchor: above ? "start" : "end",
        lineAnchor: above ? "bottom" : "middle",
        dx: above ? 2 : -5,
        dy: above ? Math.min(0, ...under.map((each) => each - y)) - 5 : 0,
        fontWeight: 600,
        fill: tone("ink"),
        stroke: tone("paper"),
        strokeWidth: 3,
      }),
    ];
  });
}
