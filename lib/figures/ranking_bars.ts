/** Bars of a ranking, largest first: names, values at their ends, shares in a column. */
import * as Plot from "@observablehq/plot";
import { EUROPEAN_UNION, OTHER } from "../codes/mod.ts";
import { type DollarUnit, inUnit, percent } from "../format.ts";
import type { Layout } from "./frame.ts";
import { HATCHED, hatchPattern } from "./hatch.ts";
import { lookOf } from "./looks.ts";
import { tone } from "./palette.ts";
import { textWidth } from "./text.ts";

const HEAD = 22;
/** Width of the column of shares at the right. */
const SHARES = 56;

export interface RankingBar {
  code: string;
  label: string;
  value_usd: number;
  share: number;
}

/** The EU27 among the bars is hatched: a block of countries, drawn as one. */
export function rankingBars(layout: Layout, bars: RankingBar[], unit: DollarUnit): Element {
  const label = (bar: RankingBar) => bar.label;
  const value = (bar: RankingBar) => inUnit(bar.value_usd, unit);
  const weight = (bar: RankingBar) => lookOf(bar.code).fontWeight;
  const widest = (text: (bar: RankingBar) => string) =>
    Math.max(...bars.map((bar) => textWidth(text(bar), layout.label, 600)));
  const left = Math.ceil(widest(label)) + 10;
  const right = Math.ceil(widest(value)) + 8 + SHARES;
  const colour = (bar: RankingBar) => lookOf(bar.code).colour;
  const textColour = (bar: RankingBar) =>
    weight(bar) === 600 ? colour(bar) : tone(bar.code === OTHER ? "muted" : "ink");
  const isBlock = (bar: RankingBar) => bar.code === EUROPEAN_UNION;
  const bar = { x: "value_usd", y: label };
  const cell = (of: RankingBar, text: (bar: RankingBar) => string, place: Plot.TextOptions) =>
    Plot.text([of], {
      y: label,
      text,
      fontWeight: weight(of),
      fill: textColour(of),
      ...place,
    });
  const head = (text: string, place: Plot.TextOptions) =>
    Plot.text([text], { lineAnchor: "bottom", dy: -5, fill: tone("muted"), ...place });
  return layout.plot({
    height: HEAD + bars.length * layout.pick(26, 25) + 10,
    marginTop: HEAD,
    marginBottom: 10,
    marginLeft: left,
    marginRight: right,
    x: { domain: [0, Math.max(...bars.map((each) => each.value_usd))], axis: null },
    y: { domain: bars.map(label), axis: null, padding: 0.28 },
    marks: [
      hatchPattern("country"),
      head(`${unit.name[0].toUpperCase()}${unit.name.slice(1)}`, {
        frameAnchor: "top-left",
        textAnchor: "start",
      }),
      head("Share", { frameAnchor: "top-right", textAnchor: "end", dx: right }),
      Plot.barX(bars.filter((each) => !isBlock(each)), { ...bar, fill: colour }),
      Plot.barX(bars.filter(isBlock), {
        ...bar,
        fill: HATCHED,
        stroke: tone("country"),
        inset: 0.5,
      }),
      ...bars.flatMap((each) => [
        cell(each, label, { frameAnchor: "left", textAnchor: "start", dx: -left }),
        cell(each, value, { x: "value_usd", textAnchor: "start", dx: 6 }),
        cell(each, ({ share }) => percent(share), {
          frameAnchor: "right",
          textAnchor: "end",
          dx: right,
        }),
      ]),
      Plot.ruleX([0], { stroke: tone("axis") }),
    ],
  });
}
