/** Concentration of suppliers over the years, as a band between its bounds. */
import * as Plot from "@observablehq/plot";
import type { Concentration } from "../analysis/mod.ts";
import { basisName, number, percent, shortPeriodName } from "../format.ts";
import { type Frame, records, requireColumns } from "../frame.ts";
import type { Figure } from "./figure.ts";
import { figure, type Layout } from "./frame.ts";
import { lineChart, yearTicks } from "./line_chart.ts";
import { tone } from "./palette.ts";
import { capital, industry, industryCode, source } from "./words.ts";

type Row = Concentration & { year: string };

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
  const most = Math.max(...rows.map(({ remainder_share }) => remainder_share));
  return figure({
    id,
    title: title(first, last, naics),
    subtitle: "Herfindahl–Hirschman index of supplier shares (0 to 10,000), U.S. " +
      `${basisName(first.basis)}, ${industryCode(naics)}, ${first.year} to ${lastName}`,
    notes: [
      "The band holds every value that the suppliers not named one by one, at most " +
      `${percent(most)} of imports, can give the index.`,
    ],
    source: source(rows),
    alt:
      `Band of the concentration index of suppliers of ${industry(naics)}: ${bounds(first)} in ` +
      `${first.year}, ${bounds(last)} in ${lastName}.`,
    data: index,
    draw: (layout) => draw(layout, rows, whole ? null : lastName),
  });
}

function title(first: Row, last: Row, naics: string): string {
  const goods = industry(naics);
  const equal = (row: Row) => number(1 / ((row.hhi_low + row.hhi_high) / 2), 1);
  const [before, after] = [equal(first), equal(last)];
  if (last.hhi_high < first.hhi_low) {
    return `Suppliers of ${goods} are less concentrated than in ${first.year}: as if ${after} ` +
      `equal ones, after ${before}`;
  }
  if (last.hhi_low > first.hhi_high) {
    return `Suppliers of ${goods} are more concentrated than in ${first.year}: as if ${after} ` +
      `equal ones, after ${before}`;
  }
  return `${capital(goods)}: suppliers about as concentrated as in ${first.year}, as if ${after} ` +
    "equal ones";
}

function draw(layout: Layout, rows: Row[], partName: string | null): Element {
  const years = rows.map(({ year }) => Number(year));
  const last = years.at(-1)!;
  const look = { colour: tone("ink"), strokeWidth: 1.25, fontWeight: 400 as const };
  const bound = (name: "hhi_low" | "hhi_high", word: string) => ({
    label: `${word} ${points(rows.at(-1)![name])}`,
    look,
    points: rows.map((row) => ({ x: Number(row.year), y: row[name] })),
  });
  const top = Math.max(...rows.map(({ hhi_high }) => hhi_high)) * 1.08;
  return lineChart(layout, {
    series: [bound("hhi_low", "at least"), bound("hhi_high", "at most")],
    height: layout.pick(320, 300),
    partial: partName !== null,
    y: { domain: [0, top], format: points },
    x: {
      ticks: yearTicks(years[0], last, layout.pick(2, 4)),
      format: (year) => year === last && partName ? partName.replace(" ", "\n") : String(year),
    },
    below: [
      Plot.areaY(rows, {
        x: ({ year }: Row) => Number(year),
        y1: "hhi_low",
        y2: "hhi_high",
        fill: tone("rest"),
      }),
    ],
  });
}
