/** Concentration of suppliers over the years, as a band between its bounds. */
import * as Plot from "@observablehq/plot";
import type { Concentration } from "../analysis/mod.ts";
import { basisName, number, percent, periodName, shortPeriodName } from "../format.ts";
import { type Frame, records, requireColumns } from "../frame.ts";
import { yearName, yearTicks } from "./axes.ts";
import type { Figure } from "./figure.ts";
import { figure, type Layout } from "./frame.ts";
import { lineChart } from "./line_chart.ts";
import { tone } from "./palette.ts";
import { industry, industryCode, source } from "./words.ts";

type Row = Concentration & { year: string };

/** A band below this part of the height is hidden by the line of its middle. */
const THIN = 0.015;

/** On the scale to 10,000 that is usual for the index. */
const points = (hhi: number): string => number(hhi * 10_000);

/**
 * Band of the Herfindahl–Hirschman index between the lower and the upper bound that the unlisted
 * remainder leaves.
 *
 * @param index of one industry by `year`, from `concentration`.
 * @throws RangeError when the frame is empty.
 */
export function concentrationOverTime(
  index: Frame<Row>,
  { naics, id = `concentration-${naics}` }: { naics: string; id?: string },
): Figure {
  requireColumns(index, ["year", "hhi_low", "hhi_high"], "concentrationOverTime");
  const rows = records<Row>(index).sort((a, b) => a.year < b.year ? -1 : 1);
  if (rows.length === 0) throw new RangeError("concentrationOverTime: no rows");
  const [first, last] = [rows[0], rows.at(-1)!];
  const whole = last.period_end.endsWith("-12");
  const lastName = shortPeriodName(last.period_start, last.period_end);
  const bounds = (row: Row) => `${points(row.hhi_low)} to ${points(row.hhi_high)}`;
  const most = Math.max(...rows.map(({ rest_share }) => rest_share));
  const widest = Math.max(...rows.map(({ hhi_low, hhi_high }) => hhi_high - hhi_low));
  return figure({
    id,
    title: title(first, last, naics),
    subtitle: "Herfindahl–Hirschman index of supplier shares (0 to 10,000), U.S. " +
      `${basisName(first.basis)}, ${industryCode(naics)}, ${first.year} to ${lastName}`,
    notes: [
      "The band holds every value that the suppliers not named one by one, at most " +
      `${percent(most)} of imports, can give the index.`,
      ...(widest / topOf(rows) < THIN
        ? [
          "The line is a band, here too thin to see: lower and upper bound are at most " +
          `${points(widest)} points apart.`,
        ]
        : []),
    ],
    source: source(rows),
    alt:
      `Band of the concentration index of suppliers of ${industry(naics)}: ${bounds(first)} in ` +
      `${first.year}, ${bounds(last)} in ${lastName}.`,
    data: index,
    draw: (layout) => draw(layout, rows, whole ? null : lastName),
  });
}

/** Upper end of the axis. */
const topOf = (rows: Row[]): number => Math.max(...rows.map(({ hhi_high }) => hhi_high)) * 1.08;

/** The change is said only where the bounds of the two years do not meet. */
function title(first: Row, last: Row, naics: string): string {
  const equal = (row: Row) => number(2 / (row.hhi_low + row.hhi_high), 1);
  const apart = last.hhi_high < first.hhi_low || last.hhi_low > first.hhi_high;
  const change = last.hhi_high < first.hhi_low ? "up from" : "down from";
  const before = apart && equal(first) !== equal(last)
    ? `${change} ${equal(first)} in ${first.year}`
    : `about as in ${first.year}`;
  const spread = `In ${periodName(last.period_start, last.period_end)} U.S. imports of ` +
    `${industry(naics)} were spread as if over ${equal(last)} equal suppliers`;
  return first === last ? spread : `${spread}, ${before}`;
}

function draw(layout: Layout, rows: Row[], partName: string | null): Element {
  const years = rows.map(({ year }) => Number(year));
  const last = rows.at(-1)!;
  return lineChart(layout, {
    series: [{
      label: `${points(last.hhi_low)}–${points(last.hhi_high)}`,
      look: { colour: tone("country"), strokeWidth: 2, fontWeight: 600 },
      labelColour: tone("ink"),
      points: rows.map((row) => ({ x: Number(row.year), y: (row.hhi_low + row.hhi_high) / 2 })),
    }],
    height: layout.pick(320, 300),
    partial: partName !== null,
    y: { domain: [0, topOf(rows)], format: points },
    x: {
      ticks: yearTicks(years[0], years.at(-1)!, layout.pick(7, 4)),
      format: yearName(years.at(-1)!, partName),
    },
    below: [
      Plot.areaY(partName ? rows.slice(-2) : [], {
        x: ({ year }: Row) => Number(year),
        y1: "hhi_low",
        y2: "hhi_high",
        fill: tone("grid"),
      }),
      Plot.areaY(partName ? rows.slice(0, -1) : rows, {
        x: ({ year }: Row) => Number(year),
        y1: "hhi_low",
        y2: "hhi_high",
        fill: tone("country"),
      }),
    ],
  });
}
