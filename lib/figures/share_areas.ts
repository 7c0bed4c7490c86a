/** Shares of a whole over time as stacked areas, named at their right ends. */
import * as Plot from "@observablehq/plot";
import { CHINA, OTHER } from "../codes/mod.ts";
import { percent, periodName, shortPeriodName } from "../format.ts";
import { monthPlace, valueAxis, wholePercent, yearAxis, yearTicks } from "./axes.ts";
import { endLabelMarks, endLabelRoom } from "./end_labels.ts";
import type { Layout } from "./frame.ts";
import { looksOf } from "./looks.ts";
import { tone } from "./palette.ts";
import { readable } from "./readings.ts";
import { textWidth } from "./text.ts";

/** The share of a supplier over some months, and where it lies in the stack. */
export interface Layer {
  code: string;
  start: string;
  end: string;
  share: number;
  low: number;
  high: number;
}

/** The largest or the smallest share of a supplier, and its last one. */
export interface Turn {
  then: Layer;
  now: Layer;
  isPeak: boolean;
}

export interface ShareAreas {
  /** Codes from the foot to the top. */
  stack: string[];
  label: (code: string) => string;
  /** Written into its area. */
  turn: Turn;
}

const place = ({ end }: Layer): number => monthPlace(end);

/** The areas as one plot, from zero to all. */
export function shareAreas(
  layout: Layout,
  layers: Layer[],
  { stack, label, turn }: ShareAreas,
): Element {
  const look = looksOf(stack);
  const [firstX, lastX] = [place(layers[0]), place(layers.at(-1)!)];
  const ofCode = (code: string) => layers.filter((each) => each.code === code);
  const labels = stack.map((code) => {
    const { share, low, high } = ofCode(code).at(-1)!;
    return {
      name: label(code),
      text: `${label(code)} ${percent(share)}`,
      x: lastX,
      y: (low + high) / 2,
      colour: code === OTHER ? tone("muted") : look(code).colour,
      fontWeight: look(code).fontWeight,
    };
  });
  const fill = (code: string) =>
    code === CHINA ? tone("chinaArea") : code === OTHER ? tone("faint") : look(code).colour;
  const size = { height: layout.pick(380, 340), marginTop: 10, marginBottom: 26, marginLeft: 40 };
  const marginRight = endLabelRoom(layout, labels);
  const pixels = size.height - size.marginTop - size.marginBottom;
  const perPixel = (lastX - firstX) / (layout.width - size.marginLeft - marginRight);
  const plot = layout.plot({
    ...size,
    marginRight,
    x: { domain: [firstX, lastX] },
    y: { domain: wholePercent.domain },
    marks: [
      ...valueAxis(wholePercent.ticks, wholePercent.format, false),
      yearAxis(yearTicks(Math.ceil(firstX), Math.floor(lastX), layout.pick(7, 4))),
      ...stack.map((code) =>
        Plot.areaY(ofCode(code), {
          x: place,
          y1: "low",
          y2: "high",
          fill: fill(code),
          stroke: tone("paper"),
          ariaDescription: label(code),
        })
      ),
      ...(turn.then === turn.now ? [] : [
        turnMark(layout, ofCode(turn.now.code), turn, {
          name: label(turn.now.code),
          perPixel,
          pixels,
        }),
      ]),
      ...endLabelMarks(layout, labels, {
        domain: [0, 1],
        pixels,
        lastX,
        perPixel,
        from: 2,
      }),
    ],
  });
  const times = ofCode(stack[0]);
  return readable(plot, {
    places: times.map((each) => ({ x: place(each), name: periodName(each.start, each.end) })),
    series: stack.toReversed().map((code) => ({
      name: label(code),
      colour: fill(code),
      y: ofCode(code).map(({ low, high }) => (low + high) / 2),
      values: ofCode(code).map(({ share }) => percent(share)),
    })),
  });
}

/** The largest or smallest share: inside its area where that is high enough, else in ink over it. */
function turnMark(
  layout: Layout,
  own: Layer[],
  { then, isPeak }: Turn,
  { name, perPixel, pixels }: { name: string; perPixel: number; pixels: number },
): Plot.Markish {
  const text = `${isPeak ? "Peak" : "Lowest"}: ${percent(then.share)}, ${
    shortPeriodName(then.end, then.end)
  }`;
  const half = (textWidth(text, layout.label, 600) / 2 + 4) * perPixel;
  const x = Math.min(Math.max(place(then), place(own[0]) + half), place(own.at(-1)!) - half);
  const under = own.filter((each) => Math.abs(place(each) - x) <= half);
  const [low, high] = [
    Math.max(...under.map((each) => each.low)),
    Math.min(...under.map((each) => each.high)),
  ];
  const ink = (high - low) * pixels > layout.label * 1.4
    ? { fill: tone("onMark") }
    : { fill: tone("ink"), stroke: tone("paper"), strokeWidth: 4 };
  return Plot.text([text], {
    ...{ x: () => x, y: () => (low + high) / 2, fontWeight: 600, ...ink },
    ariaDescription: name,
  });
}
