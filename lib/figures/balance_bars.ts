/** Balances of the ATP groups as bars on one scale, one or two periods beside each other. */
import * as Plot from "@observablehq/plot";
import type { GroupBalance } from "../analysis/mod.ts";
import { atpGroupName } from "../codes/mod.ts";
import { number, percent } from "../format.ts";
import { keyMarks } from "./bar_marks.ts";
import type { Layout } from "./frame.ts";
import { tone } from "./palette.ts";
import { wrap } from "./text.ts";

/** The ten groups of one period, in the order of the figure, and their total. */
export interface BalancePeriod {
  name: string;
  /** Its short name, which ends in its year: `Jan–Mar 2024`. */
  head: string;
  groups: GroupBalance[];
  total: GroupBalance;
}

const HEAD = 58;
const BOTTOM = 8;
/** Room for a value at the end of a bar. */
const VALUE = 36;

export const inBillions = (usd: number): string => number(usd / 1e9, 1);

/** The last period stands out, an earlier one beside it is lighter: bars, and words of the period. */
const colours = (place: number, count: number) =>
  place === count - 1
    ? { fill: tone("later"), ink: tone("ink") }
    : { fill: tone("earlier"), ink: tone("muted") };

/**
 * @param periods one, or two that share the groups' order and the scale.
 * @param marked codes of the groups whose names are bold.
 */
export function balanceBars(layout: Layout, periods: BalancePeriod[], marked: string[]): Element {
  const size = layout.label;
  const count = periods.length;
  const names = periods[0].groups.map(({ atp_group }) => atp_group);
  /** A narrow page has the names above the bars. */
  const left = layout.pick(186, 0);
  const above = layout.pick(0, 20);
  const column = layout.pick(70, 56);
  const right = column * count + 4;
  const bar = 12;
  const row = above + bar * count + layout.pick(6, 12);
  const values = periods.flatMap(({ groups }) => groups.map(({ balance_usd }) => balance_usd));
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const pixels = layout.width - left - right - 2 * VALUE;
  const pad = VALUE * (high - low || 1) / pixels;
  const rows = [...names, "total"];
  /** Places of the bars of a row, in px from its middle. */
  const offset = (place: number) => above / 2 + (place - (count - 1) / 2) * bar;
  const weight = (code: string) => code === "total" || marked.includes(code) ? 600 : 400;
  const text = (code: string, place: Plot.TextOptions) =>
    Plot.text([code], { y: (each: string) => each, fontWeight: weight(code), ...place });
  const columnEnd = (place: number) => right - column * (count - 1 - place);
  return layout.plot({
    height: HEAD + rows.length * row + BOTTOM,
    marginTop: HEAD,
    marginBottom: BOTTOM,
    marginLeft: left,
    marginRight: right,
    x: { domain: [low - pad, high + pad] },
    y: { domain: rows, axis: null, padding: 0 },
    marks: [
      Plot.gridX({ ticks: layout.pick(6, 3), stroke: tone("grid"), strokeOpacity: 1 }),
      Plot.axisX({
        anchor: "top",
        ticks: layout.pick(6, 3),
        tickSize: 0,
        label: null,
        fill: tone("muted"),
        tickFormat: (usd: number) => number(usd / 1e9),
      }),
      Plot.ruleY(["total"], {
        y: (each: string) => each,
        dy: -row / 2,
        insetLeft: -left,
        insetRight: -right,
        stroke: tone("axis"),
      }),
      ...rows.map((code) =>
        text(code, {
          text: () =>
            wrap(atpGroupName(code), layout.pick(left - 8, layout.width), size, 600).join("\n"),
          dy: layout.pick(0, -(row - above) / 2),
          fill: tone("ink"),
          stroke: tone("paper"),
          strokeWidth: 5,
          frameAnchor: "left",
          textAnchor: "start",
          dx: -left,
        })
      ),
      ...periods.flatMap(({ head, groups, total }, place) => {
        const { fill, ink } = colours(place, count);
        return [
          Plot.text([head.split(" ").at(-1)], {
            frameAnchor: "top-right",
            textAnchor: "end",
            lineAnchor: "bottom",
            dx: columnEnd(place),
            dy: -6,
            fill: ink,
            fontWeight: 600,
          }),
          Plot.barX(groups, {
            x1: 0,
            x2: "balance_usd",
            y: "atp_group",
            insetTop: above + 6 + place * bar,
            insetBottom: 6 + (count - 1 - place) * bar + 1,
            fill,
          }),
          ...groups.map((group) =>
            text(group.atp_group, {
              x: group.balance_usd,
              text: () => inBillions(group.balance_usd),
              textAnchor: group.balance_usd < 0 ? "end" : "start",
              dx: group.balance_usd < 0 ? -4 : 4,
              dy: offset(place),
              fill: ink,
              fontSize: layout.small,
            })
          ),
          text("total", {
            text: () => inBillions(total.balance_usd),
            x: 0,
            textAnchor: total.balance_usd < 0 ? "end" : "start",
            dx: total.balance_usd < 0 ? -4 : 4,
            dy: offset(place),
            fill: ink,
            fontSize: layout.small,
          }),
          ...[...groups, total].map((group) =>
            text(group.atp_group, {
              text: () => percent(group.share_of_balance),
              frameAnchor: "right",
              textAnchor: "end",
              dx: columnEnd(place),
              dy: above / 2,
              fill: ink,
            })
          ),
        ];
      }),
      Plot.ruleX([0], { stroke: tone("axis") }),
      ...keyMarks(
        periods.map(({ head }, place) => ({ text: head, colour: colours(place, count).fill })),
        size,
        left,
        HEAD,
      ),
      Plot.text([layout.pick("Share of the total", "Share of total")], {
        frameAnchor: "top-right",
        textAnchor: "end",
        lineAnchor: "bottom",
        dx: right,
        dy: -8 - size * 1.15,
        fill: tone("muted"),
      }),
    ],
  });
}
