/** Share of one ATP group in the balance, in the published parts of years. */
import * as Plot from "@observablehq/plot";
import type { GroupBalance, Period } from "../analysis/mod.ts";
import { ATP_TOTAL } from "../codes/mod.ts";
import { balanceInWords, list, monthName, number, percent, periodName } from "../format.ts";
import { records, requireColumns, type Rows } from "../rows.ts";
import { valueAxis } from "./axes.ts";
import { BOTH_FLOWS, drawnTable, fractionOf, ROUNDED_USD, taken } from "./drawn.ts";
import type { Figure } from "./figure.ts";
import { figure, type Layout } from "./frame.ts";
import { tone } from "./palette.ts";
import { source } from "./words.ts";

const ICT = "04";

interface Bar extends Period {
  year: string;
  share: number;
  total_usd: number;
  vintage: string;
}

const keyOf = ({ period_start, period_end }: Period) => `${period_start} ${period_end}`;
const nameOf = ({ period_start, period_end }: Period) => periodName(period_start, period_end);
/** Months without their year: the same in the two years of a pair. */
const monthsOf = ({ period_start, period_end }: Period) =>
  [period_start, period_end].map((month) => monthName(month).split(" ")[0]).join("–");

/**
 * A bar for each published part of a year, those of the same months beside each other. Their lengths
 * differ, so that no line joins them.
 *
 * @param balances from `balanceByGroup`.
 * @param options.parts the parts of years, from `partsOfYears`.
 * @throws RangeError when no part of a year is published.
 */
export function ictShareByPartYear(
  balances: Rows<GroupBalance>,
  { parts, id = "ict-share-by-part-year" }: { parts: Period[]; id?: string },
): Figure {
  requireColumns(balances, ["atp_group", "balance_usd", "share_of_balance"], "ictShareByPartYear");
  const wanted = new Set(parts.map(keyOf));
  const rows = records(balances).filter((row) => wanted.has(keyOf(row)));
  const bars = rows.filter(({ atp_group }) => atp_group === ICT).map((row): Bar => ({
    period_start: row.period_start,
    period_end: row.period_end,
    year: row.period_start.slice(0, 4),
    share: row.share_of_balance,
    total_usd: rows.find((each) => each.atp_group === ATP_TOTAL && keyOf(each) === keyOf(row))!
      .balance_usd,
    vintage: row.vintage,
  }));
  if (bars.length === 0) throw new RangeError("ictShareByPartYear: no part of a year");
  const shares = bars.map(({ share }) => share);
  const [low, high] = [Math.min(...shares), Math.max(...shares)];
  const vintages = [...new Set(rows.map(({ vintage }) => vintage))];
  const runs = runsOf(bars);
  const side = bars.every(({ total_usd }) => total_usd < 0) ? "deficit" : "balance";
  return figure({
    id,
    title: bars.length === 1
      ? `ICT made ${percent(low)} of the ATP ${side} in ${nameOf(bars[0])}`
      : `ICT made between ${percent(low)} and ${percent(high)} of the ATP ${side}`,
    subtitle: "Balance of Information and Communications (ICT) as a percentage of that of all " +
      "advanced technology products (ATP) in the published parts of years; below the year: the " +
      `ATP ${side}, billion dollars`,
    notes: [
      (runs.length > 1
        ? `The parts have different lengths (${
          list(runs.map(([first]) => monthsOf(first)))
        }): compare ` +
          "bars of the same months only. "
        : "") +
      "A share above 100% means that all other groups together had a " +
      "surplus.",
    ],
    source: source(vintages.flatMap((vintage) => [
      { basis: "total_exports", vintage },
      { basis: "general_imports", vintage },
    ])),
    alt: "Bars of the share of ICT in the ATP balance: " +
      list(
        bars.map((bar) =>
          `${nameOf(bar)} ${percent(bar.share)} of ${balanceInWords(bar.total_usd)}`
        ),
      ) + ".",
    data: drawnTable({
      rows: bars.map((bar) => ({
        ...taken(bar, "year", "period_start", "period_end"),
        atp_group: ICT,
        role: "part",
        share_of_balance: bar.share,
        total_balance_usd: bar.total_usd,
        basis: BOTH_FLOWS,
        vintage: bar.vintage,
      })),
      units: {
        share_of_balance: fractionOf("the balance of all ATP"),
        total_balance_usd: ROUNDED_USD,
      },
      tables: ["atp_by_group"],
    }),
    draw: (layout) => draw(layout, runs, side),
  });
}

/** Bars of the same months stand together, in the order of their years. */
const runsOf = (bars: Bar[]): Bar[][] => [...Map.groupBy(bars, monthsOf).values()];

function draw(layout: Layout, runs: Bar[][], side: string): Element {
  const gap = 0.6;
  let place = 0;
  const placed = runs.map((run) => {
    const bars = run.map((bar, index) => ({ ...bar, x: place + index }));
    place += run.length + gap;
    return bars;
  });
  const bars = placed.flat();
  const most = Math.max(1, ...bars.map(({ share }) => share));
  const middle = (run: typeof bars) => (run[0].x + run.at(-1)!.x) / 2;
  const isLater = (bar: typeof bars[0]) => placed.some((run) => run.at(-1) === bar);
  const text = (place: Plot.TextOptions) => Plot.text(bars, { x: "x", ...place });
  return layout.plot({
    height: layout.pick(314, 296),
    marginTop: 20,
    marginBottom: 66,
    marginLeft: 44,
    marginRight: 4,
    x: { domain: [-0.55, place - gap - 0.45], axis: null },
    y: {
      domain: [Math.min(0, ...bars.map(({ share }) => share < 0 ? share - 0.08 : 0)), most * 1.02],
    },
    marks: [
      ...valueAxis(5, (share) => percent(share, 0)),
      Plot.rectY(bars, {
        x1: (bar: typeof bars[0]) => bar.x - 0.42,
        x2: (bar: typeof bars[0]) => bar.x + 0.42,
        y: "share",
        fill: (bar: typeof bars[0]) => tone(isLater(bar) ? "later" : "earlier"),
      }),
      Plot.ruleY([0], { stroke: tone("axis") }),
      ...bars.map((bar) =>
        Plot.text([bar], {
          x: "x",
          y: "share",
          text: () => percent(bar.share),
          dy: bar.share < 0 ? 9 : -8,
          fontWeight: 600,
        })
      ),
      text({ frameAnchor: "bottom", text: (bar: Bar) => bar.year, dy: 16 }),
      text({
        frameAnchor: "bottom",
        text: (bar: Bar) => `of ${number((side === "deficit" ? -1 : 1) * bar.total_usd / 1e9)}`,
        dy: 31,
        fill: tone("muted"),
        fontSize: layout.small,
      }),
      ...placed.map((run) =>
        Plot.text([run], {
          x: middle(run),
          frameAnchor: "bottom",
          text: () =>
            layout.narrow
              ? monthsOf(run[0]).replace(/[A-Z][a-z]+/g, (name) => name.slice(0, 3))
              : monthsOf(run[0]),
          dy: 52,
          fontWeight: 600,
        })
      ),
    ],
  });
}
