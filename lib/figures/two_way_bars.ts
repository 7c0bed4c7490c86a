/** Two bars a row, exports hollow over imports full, with a column for an index. */
import * as Plot from "@observablehq/plot";
import type { TwoWayTrade } from "../analysis/mod.ts";
import { partnerName } from "../codes/mod.ts";
import { number } from "../format.ts";
import type { Layout } from "./frame.ts";
import { lookOf } from "./looks.ts";
import { tone } from "./palette.ts";
import { textWidth } from "./text.ts";

const HEAD = 26;
const BAR = 12;
const ROW = 2 * BAR + 10;
const INDEX = 50;

export function twoWayBars(layout: Layout, rows: TwoWayTrade[]): Element {
  const size = layout.label;
  const name = (row: TwoWayTrade) => partnerName(row.partner_code);
  const look = (row: TwoWayTrade) => lookOf(row.partner_code);
  const weight = (row: TwoWayTrade) => look(row).fontWeight;
  const ink = (row: TwoWayTrade) => weight(row) === 600 ? look(row).colour : tone("ink");
  const left = Math.ceil(Math.max(...rows.map((row) => textWidth(name(row), size, 600)))) + 10;
  const most = Math.max(...rows.flatMap((row) => [row.exports_usd, row.imports_usd]));
  const right = Math.ceil(textWidth(number(most / 1e9, 1), size, 600)) + 8 + INDEX;
  const flows = [
    { key: "exports_usd", dy: -BAR / 2, top: 5, bottom: 5 + BAR },
    { key: "imports_usd", dy: BAR / 2, top: 5 + BAR, bottom: 5 },
  ] as const;
  const head = (text: string, place: Plot.TextOptions) =>
    Plot.text([text], { lineAnchor: "bottom", dy: -6, fill: tone("muted"), ...place });
  const cell = (row: TwoWayTrade, place: Plot.TextOptions) =>
    Plot.text([row], { y: name, fill: ink(row), fontWeight: weight(row), ...place });
  return layout.plot({
    height: HEAD + rows.length * ROW + 6,
    marginTop: HEAD,
    marginBottom: 6,
    marginLeft: left,
    marginRight: right,
    x: { domain: [0, most], axis: null },
    y: { domain: rows.map(name), axis: null, padding: 0 },
    marks: [
      head("Exports hollow, imports full", { frameAnchor: "top-left", textAnchor: "start" }),
      head("Index", { frameAnchor: "top-right", textAnchor: "end", dx: right }),
      ...rows.flatMap((row) => [
        ...flows.flatMap(({ key, dy, top, bottom }) => [
          Plot.barX([row], {
            x: key,
            y: name,
            insetTop: top,
            insetBottom: bottom + 1,
            fill: key === "imports_usd" ? look(row).colour : tone("paper"),
            stroke: look(row).colour,
            strokeWidth: 1.25,
          }),
          cell(row, {
            x: key,
            text: () => number(row[key] / 1e9, 1),
            textAnchor: "start",
            dx: 6,
            dy,
            fontSize: layout.small,
          }),
        ]),
        cell(row, { text: name, frameAnchor: "left", textAnchor: "start", dx: -left }),
        cell(row, {
          text: () => number(row.grubel_lloyd, 2),
          frameAnchor: "right",
          textAnchor: "end",
          dx: right,
        }),
      ]),
      Plot.ruleX([0], { stroke: tone("axis") }),
    ],
  });
}
