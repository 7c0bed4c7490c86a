/** Bars of a share in several classes over the share that measures them: few rows, in large type. */
import * as Plot from "@observablehq/plot";
import { keyMarks } from "./bar_marks.ts";
import type { Layout } from "./frame.ts";
import { tone } from "./palette.ts";
import { textWidth } from "./text.ts";

export interface RelianceBar {
  label: string;
  /** In grey beside the label: how large the class is. */
  size: string;
  parts: { name: string; share: number; said: string; fill: string }[];
  /** Of all parts, at the end of the bar. */
  value: string;
  /** After the value: the first of these for which there is room. */
  notes: string[];
  bold?: boolean;
  /** A part of the class above it. */
  inset?: boolean;
  /** A rule above it: another kind of row begins. */
  ruled?: boolean;
}

const KEY = 26;
const BAR = 24;
const GAP = 8;

interface Placed extends RelianceBar {
  /** From the top of the picture to the middle of the bar, in px. */
  middle: number;
  share: number;
}

/**
 * The rows as one plot. A wide page has the labels at the left, a narrow one above the bars.
 *
 * @param measure a share that the others are measured by: a gray ground below each bar.
 */
export function relianceBars(layout: Layout, bars: RelianceBar[], measure: number): Element {
  const size = layout.label + 1.5;
  const indent = layout.pick(14, 12);
  const weight = (bar: RelianceBar) => bar.bold ? 600 as const : 400 as const;
  const left = layout.pick(
    Math.ceil(Math.max(
      ...bars.map((bar) =>
        Math.max(textWidth(bar.label, size, weight(bar)), textWidth(bar.size, layout.small)) +
        (bar.inset ? indent : 0)
      ),
    )) + 14,
    0,
  );
  const row = layout.pick(44, 54);
  /** From the top of a row to the middle of its bar. */
  const above = layout.pick(row / 2, 22 + BAR / 2);
  const ruleGap = layout.pick(8, 6);
  let y = KEY;
  const placed = bars.map((bar): Placed => {
    if (bar.ruled) y += ruleGap;
    const middle = y + above;
    y += row;
    return { ...bar, middle, share: bar.parts.reduce((sum, { share }) => sum + share, 0) };
  });
  const most = placed.reduce((one, other) => other.share > one.share ? other : one);
  const pixels = layout.width - left - GAP - Math.ceil(textWidth(most.value, size + 1, 600)) - 2;
  const perUnit = pixels / most.share;
  return layout.plot({
    height: y + 4,
    margin: 0,
    x: { domain: [0, most.share], range: [left, left + pixels], axis: null },
    y: { domain: [0, y + 4], range: [0, y + 4], axis: null },
    marks: [
      ...keyMarks(
        bars[0].parts.map(({ name, fill }) => ({ text: name, colour: fill })),
        size,
        0,
        0,
      ),
      Plot.ruleY(placed.filter(({ ruled }) => ruled), {
        y: ({ middle }: Placed) => middle - above - ruleGap / 2,
        stroke: tone("grid"),
      }),
      Plot.rect(placed, { ...barAt, x1: 0, x2: measure, fill: tone("grid") }),
      ...placed.flatMap((bar) => pieceMarks(bar, perUnit, layout.label)),
      ...placed.flatMap((bar) => {
        const dx = bar.inset ? indent - left : -left;
        const own = { fontSize: size, fontWeight: weight(bar) };
        const gray = { fill: tone("muted"), fontSize: layout.small };
        const beside = dx + textWidth(bar.label, size, weight(bar)) + GAP;
        const end = Math.max(bar.share, measure);
        const afterValue = 2 * GAP + textWidth(bar.value, size + 1, 600);
        const note = bar.notes.find((said) =>
          left + end * perUnit + afterValue + textWidth(said, layout.label) <= layout.width
        );
        return [
          text(bar, bar.label, 0, { ...own, dx, dy: layout.pick(-7, -BAR / 2 - 9) }),
          text(
            bar,
            bar.size,
            0,
            layout.pick({ ...gray, dx, dy: 9 }, { ...gray, dx: beside, dy: -BAR / 2 - 9 }),
          ),
          text(bar, bar.value, end, { dx: GAP, fontSize: size + 1, fontWeight: 600 }),
          ...note ? [text(bar, note, end, { dx: afterValue, fill: tone("muted") })] : [],
        ];
      }),
    ],
  });
}

const barAt = {
  y1: ({ middle }: Placed) => middle - BAR / 2,
  y2: ({ middle }: Placed) => middle + BAR / 2,
};

const text = (bar: Placed, said: string, x: number, place: Plot.TextOptions): Plot.Markish =>
  Plot.text([bar], {
    x: () => x,
    y: "middle",
    text: () => said,
    textAnchor: "start",
    fill: tone("ink"),
    ...place,
  });

/** The parts of a bar, each with its name and share where there is room, or its share alone. */
function pieceMarks(bar: Placed, perUnit: number, size: number): Plot.Markish[] {
  let from = 0;
  return bar.parts.flatMap(({ name, share, said, fill }) => {
    const [x1, x2] = [from, from += share];
    const fits = (text: string) => textWidth(text, size, 600) + 6 <= share * perUnit;
    const inside = [`${name} ${said}`, said].find(fits);
    return [
      Plot.rect([bar], { ...barAt, x1: () => x1, x2: () => x2, fill }),
      ...inside === undefined ? [] : [
        text(bar, inside, (x1 + x2) / 2, {
          textAnchor: "middle",
          fill: tone("onMark"),
          fontWeight: 600,
        }),
      ],
    ];
  });
}
