/** One period's panel of the ATP balance by group: dots, bars and a small table in one. */
import * as Plot from "@observablehq/plot";
import type { GroupBalance } from "../analysis/mod.ts";
import { atpGroupName } from "../codes/mod.ts";
import { number, percent } from "../format.ts";
import type { Layout } from "./frame.ts";
import { tone } from "./palette.ts";
import { wrap } from "./text.ts";

/** The ten groups of one period, in the order of the figure, and their total. */
export interface BalancePanel {
  name: string;
  groups: GroupBalance[];
  total: GroupBalance;
}

/** Width of the two columns of figures at the right. */
const COLUMNS = 112;
const ROW = 27;
const HEAD = 46;
const BOTTOM = 14;

export const inBillions = (usd: number): string => number(usd / 1e9, 1);

/**
 * @param most the largest flow of all panels, in US dollars: they share one scale.
 * @param names whether the groups' names stand at the left.
 */
export function balancePanel(
  layout: Layout,
  panel: BalancePanel,
  { most, names, width }: { most: number; names: boolean; width: number },
): Element {
  const rows = [...panel.groups, panel.total];
  const [first] = panel.groups;
  const left = names ? namesWidth(layout) : 14;
  const colour = (row: GroupBalance) =>
    row === first ? tone("china") : tone(row.balance_usd > 0 ? "taiwan" : "rest");
  const weight = (row: GroupBalance) => row === first || row === panel.total ? 600 : 400;
  const y = "atp_group";
  const flow = (name: "exports" | "imports") => ({ x: `${name}_usd`, y });
  const rule = {
    y,
    dy: -ROW / 2,
    insetLeft: names ? -left : 0,
    insetRight: -COLUMNS,
  };
  const cell = (text: (row: GroupBalance) => string, dx: number) =>
    rows.map((row) =>
      Plot.text([row], {
        y,
        text: (each: GroupBalance) => text(each),
        frameAnchor: "right",
        textAnchor: "end",
        dx,
        fontWeight: weight(row),
      })
    );
  const head = (text: string, dx: number, dy: number, anchor: "start" | "end", bold = false) =>
    Plot.text([text], {
      frameAnchor: anchor === "start" ? "top-left" : "top-right",
      textAnchor: anchor,
      lineAnchor: "bottom",
      dx,
      dy,
      fontWeight: bold ? 600 : 400,
      fill: tone(bold ? "ink" : "muted"),
    });
  const lower = first.exports_usd <= first.imports_usd ? "exports" : "imports";
  const apart = Math.abs(first.balance_usd) / most * (width - left - COLUMNS);
  const inwards = Math.min(10, apart / 2 - 3);
  return layout.plot({
    width,
    height: HEAD + rows.length * ROW + BOTTOM,
    marginTop: HEAD,
    marginBottom: BOTTOM,
    marginLeft: left,
    marginRight: COLUMNS,
    x: { domain: [0, most], axis: null },
    y: { domain: rows.map((row) => row.atp_group), axis: null, padding: 0 },
    marks: [
      head(panel.name, layout.narrow ? -left : 0, -20, "start", true),
      head("Balance", 54, -20, "end"),
      head("Share", COLUMNS, -20, "end"),
      Plot.ruleY(panel.groups.slice(1), { ...rule, stroke: tone("grid") }),
      Plot.ruleY([panel.total], { ...rule, stroke: tone("axis") }),
      ...(names
        ? rows.map((row) =>
          Plot.text([row], {
            y,
            text: (each: GroupBalance) =>
              wrap(atpGroupName(each.atp_group), left - 8, layout.label, 600).join("\n"),
            frameAnchor: "left",
            textAnchor: "start",
            dx: -left,
            fontWeight: weight(row),
          })
        )
        : []),
      Plot.link(panel.groups, {
        x1: "exports_usd",
        x2: "imports_usd",
        y,
        stroke: colour,
        strokeWidth: 5,
      }),
      Plot.dot(panel.groups, { ...flow("imports"), r: 4, fill: colour }),
      Plot.dot(panel.groups, {
        ...flow("exports"),
        r: 3.5,
        fill: tone("paper"),
        stroke: colour,
        strokeWidth: 1.75,
      }),
      ...(["exports", "imports"] as const).map((name) =>
        Plot.text([first], {
          ...flow(name),
          text: () => name,
          textAnchor: name === lower ? "end" : "start",
          dx: name === lower ? inwards : -inwards,
          dy: -13,
          fill: tone("muted"),
          fontSize: layout.label - 1,
        })
      ),
      Plot.text([panel.total], {
        y,
        text: (row: GroupBalance) =>
          `exports ${inBillions(row.exports_usd)}\nimports ${inBillions(row.imports_usd)}`,
        frameAnchor: "left",
        textAnchor: "start",
        fontSize: layout.label - 1,
        lineHeight: 1.15,
      }),
      ...cell((row) => inBillions(row.balance_usd), 54),
      ...cell((row) => percent(row.share_of_balance), COLUMNS),
    ],
  });
}

/** Room for the names of the groups. */
export const namesWidth = (layout: Layout): number => layout.pick(150, 112);
export { COLUMNS as COLUMNS_WIDTH };
