/** Concentration of suppliers over the years, as a band between its bounds. */
import * as Plot from "@observablehq/plot";
import type { Concentration } from "../analysis/mod.ts";
import { basisName, number, percent, periodName } from "../format.ts";
import { type Frame, records, requireColumns } from "../frame.ts";
import { yearName, yearTicks } from "./axes.ts";
import { drawnFrame, fractionOf, taken } from "./drawn.ts";
import type { Figure } from "./figure.ts";
import { figure, type Layout } from "./frame.ts";
import { lineChart } from "./line_chart.ts";
import { tone } from "./palette.ts";
import { industry, industryCode, kicker, source } from "./words.ts";
import { type YearSpan, yearSpan } from "./year_span.ts";

type Row = Concentration & { year: string };

/** A band below this part of the height is hidden by the line of its middle. */
const THIN = 0.015;

/** A turn between the first and the last year is said from this part of their distance on. */
const TURN = 0.1;

/** On the scale to 10,000 that is usual for the index. */
const POINTS_OF_ONE = 10_000;
const points = (hhi: number): string => number(hhi * POINTS_OF_ONE);

/**
 * Band of the Herfindahl–Hirschman index between the lower and the upper bound that the rest (countries
 * not listed) leaves.
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
  const span = yearSpan(rows);
  const bounds = (row: Row) => `${points(row.hhi_low)} to ${points(row.hhi_high)}`;
  const most = Math.max(...rows.map(({ rest_share }) => rest_share));
  const widest = Math.max(...rows.map(({ hhi_low, hhi_high }) => hhi_high - hhi_low));
  return figure({
    id,
    title: title(rows, span, naics),
    subtitle: "Herfindahl–Hirschman index of supplier shares (0 to 10,000), U.S. " +
      `imports of ${industry(naics)} (${industryCode(naics)}), ${
        basisName(first.basis)
      }, ${span.words}`,
    notes: [
      "The band holds every value that the rest (countries not listed), at most " +
      `${percent(most)} of imports, can give the index.`,
      ...(widest / topOf(rows) < THIN
        ? [
          "The line is a band, here too thin to see: lower and upper bound are at most " +
          `${points(widest)} points apart.`,
        ]
        : []),
    ],
    source: source(rows),
    alt: `Band of the concentration index of suppliers of ${industry(naics)}, ${span.words}: ` +
      `${bounds(first)} in ${first.year}, ${bounds(last)} in ` +
      `${periodName(last.period_start, last.period_end)}.`,
    data: drawnFrame({
      rows: rows.map((row) => ({
        ...taken(row, "year", "period_start", "period_end"),
        naics,
        role: "total",
        hhi_low_points: row.hhi_low * POINTS_OF_ONE,
        hhi_high_points: row.hhi_high * POINTS_OF_ONE,
        equal_suppliers: row.equal_suppliers_low,
        ...taken(row, "rest_share", "basis", "vintage"),
      })),
      units: {
        hhi_low_points: "points, 0 to 10,000",
        hhi_high_points: "points, 0 to 10,000",
        equal_suppliers: "equal suppliers that give the lower bound",
        rest_share: fractionOf("the industry's imports"),
      },
      tables: ["naics3_imports_by_partner_monthly"],
    }),
    draw: (layout) => draw(layout, rows, span.part?.short ?? null),
  });
}

/** Upper end of the axis. */
const topOf = (rows: Row[]): number => Math.max(...rows.map(({ hhi_high }) => hhi_high)) * 1.08;

/**
 * As many equal suppliers at the first and the last of the years that can be compared, and between
 * them where they were most or fewest; a change is said only where the bounds do not meet.
 */
function title(rows: Row[], span: YearSpan, naics: string): string {
  const equal = (row: Row) => number(row.equal_suppliers_low, 1);
  const at = (year: string) => rows.find((row) => row.year === year)!;
  const [first, last] = [at(span.first), at(span.last)];
  const compared = rows.filter(({ year }) => year >= span.first && year <= span.last);
  const apart = (a: Row, b: Row) =>
    (a.hhi_high < b.hhi_low || a.hhi_low > b.hhi_high) && equal(a) !== equal(b);
  const beyond = (sign: number) => (a: Row, b: Row) => sign * (a.hhi_high - b.hhi_high);
  const size = (a: Row, b: Row) => Math.abs(a.equal_suppliers_low - b.equal_suppliers_low);
  const turn = [compared.toSorted(beyond(1))[0], compared.toSorted(beyond(-1))[0]]
    .find((row) =>
      [first, last].every((end) => apart(row, end) && size(row, end) > TURN * size(first, last))
    );
  const spread = `${kicker(naics)}: spread as over`;
  if (turn) {
    return `${spread} ${equal(first)} equal suppliers in ${first.year}, ${equal(turn)} in ` +
      `${turn.year}, ${equal(last)} in ${span.names[1]}`;
  }
  const before = apart(first, last)
    ? `, ${last.hhi_high < first.hhi_low ? "up" : "down"} from ${equal(first)} in ${first.year}`
    : `, about as in ${first.year}`;
  return `${spread} ${equal(last)} equal suppliers in ${span.names[1]}` +
    (first === last ? "" : before);
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
