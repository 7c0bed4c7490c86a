/** Suppliers in one year alone: bars, where over several years there are lines. */
import type { Layout } from "./frame.ts";
import { looksOf } from "./looks.ts";
import { tone } from "./palette.ts";
import { partsBars } from "./parts_bars.ts";
import type { Course } from "./supplier_course.ts";

/** A bar of each supplier that would have a line, the largest value first, those without any left out. */
export function supplierBars(layout: Layout, course: Course): Element {
  const { points, named, faint, label, write } = course;
  const look = course.look ?? looksOf([...named, ...faint]);
  const bars = points.filter((point) => [...named, ...faint].includes(point.code))
    .flatMap(({ code, value }) => value === null ? [] : [{ code, value }])
    .toSorted((a, b) => b.value - a.value || (a.code < b.code ? -1 : 1));
  return partsBars(layout, {
    heads: [],
    rows: bars.map(({ code, value }) => {
      const { colour, fontWeight } = look(code);
      const isStrong = fontWeight === 600;
      return {
        label: label(code),
        parts: [{ value, fill: colour }],
        value: write(value),
        bold: isStrong,
        colour: isStrong ? colour : tone("ink"),
      };
    }),
  });
}
