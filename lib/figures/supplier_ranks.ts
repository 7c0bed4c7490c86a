/** Ranks of suppliers over the years: lines that cross where one passes another. */
import * as Plot from "@observablehq/plot";
import type { SupplierShare } from "../analysis/mod.ts";
import { CANADA, isCountry, MEXICO } from "../codes/mod.ts";
import { basisName, list, ordinal, shortPeriodName } from "../format.ts";
import { type Frame, records, requireColumns } from "../frame.ts";
import type { Figure } from "./figure.ts";
import { figure, type Layout } from "./frame.ts";
import { yearTicks } from "./line_chart.ts";
import { looksOf, supplierLabel } from "./looks.ts";
import { tone } from "./palette.ts";
import { textWidth } from "./text.ts";
import { industry, industryCode, source } from "./words.ts";

type Row = SupplierShare & { year: string; rank: number };

export interface RanksOptions {
  naics: string;
  /** Suppliers of these first places, in the first or the last year, have a line. */
  places?: number;
  id?: string;
}

/** The lowest place that is drawn: Mexico and Canada may rank far below the others. */
const LOWEST = 15;

/**
 * Lines of ranks by year; Mexico and Canada have one wherever they rank, down to the 15th place.
 *
 * @param ranked yearly shares of one industry, from `rankSuppliers(shares, ["year"])`.
 * @throws RangeError when the frame is empty.
 */
export function supplierRanks(
  ranked: Frame<Row>,
  { naics, places = 7, id = `supplier-ranks-${naics}` }: RanksOptions,
): Figure {
  requireColumns(ranked, ["year", "partner_code", "rank", "value_usd"], "supplierRanks");
  const rows = records<Row>(ranked).filter((row) =>
    isCountry(row.partner_code) && row.value_usd > 0
  );
  if (rows.length === 0) throw new RangeError("supplierRanks: no rows");
  const years = [...new Set(rows.map(({ year }) => year))].sort();
  const of = (year: string) =>
    rows.filter((row) => row.year === year).sort((a, b) => a.rank - b.rank);
  const [first, last] = [of(years[0]), of(years.at(-1)!)];
  const codes = [
    ...new Set([
      ...[...last.slice(0, places), ...first.slice(0, places)].map((row) => row.partner_code),
      ...[MEXICO, CANADA].filter((code) => rows.some((row) => row.partner_code === code)),
    ]),
  ];
  const shown = rows.filter((row) => codes.includes(row.partner_code));
  const [{ period_start, period_end, basis }] = last;
  const lastName = shortPeriodName(period_start, period_end);
  return figure({
    id,
    title: title(first, last, naics),
    subtitle:
      `Rank of suppliers by U.S. ${basisName(basis)}, ${industryCode(naics)}, ${years[0]} to ` +
      lastName,
    notes: [
      `Among the countries that the figures name. Places below the ${
        ordinal(LOWEST)
      } are not drawn.`,
    ],
    source: source(rows),
    alt: `Lines of supplier ranks in U.S. imports of ${industry(naics)}, ${years[0]} to ` +
      `${lastName}. Order in ${years[0]}: ${order(first, places)}; in ${lastName}: ` +
      `${order(last, places)}. ` + list([MEXICO, CANADA].flatMap((code) => place(last, code))) +
      ".",
    data: ranked,
    draw: (layout) => draw(layout, shown, years, lastName),
  });
}

const order = (rows: Row[], places: number): string =>
  list(rows.slice(0, places).map((row) => supplierLabel(row.partner_code)));

function place(rows: Row[], code: string): string[] {
  const row = rows.find((each) => each.partner_code === code);
  return row ? [`${supplierLabel(code)} is ${ordinal(row.rank)}`] : [];
}

function title(first: Row[], last: Row[], naics: string): string {
  const [then, now] = [first[0], last[0]].map((row) => supplierLabel(row.partner_code));
  const goods = industry(naics);
  const year = first[0].year;
  const lead = then === now
    ? `${now} leads the suppliers of ${goods}, as in ${year}`
    : `${now} leads the suppliers of ${goods}; in ${year} it was ${then}`;
  if (now === supplierLabel(MEXICO)) return lead;
  const [before, after] = [first, last].map((rows) =>
    rows.find((row) => row.partner_code === MEXICO)?.rank
  );
  if (after === undefined) return lead;
  const moved = before === undefined
    ? ""
    : before === after
    ? " in both years"
    : `, ${before > after ? "up" : "down"} from ${ordinal(before)}`;
  return `${lead}. Mexico is ${ordinal(after)}${moved}`;
}

function draw(layout: Layout, rows: Row[], years: string[], lastName: string): Element {
  const [firstYear, lastYear] = [Number(years[0]), Number(years.at(-1))];
  const lowest = Math.max(...rows.map(({ rank }) => rank).filter((each) => each <= LOWEST));
  const rank = (each: Row) => each.rank <= LOWEST ? each.rank : NaN;
  const codes = [...new Set(rows.map((row) => row.partner_code))];
  const look = looksOf(codes);
  const widest = Math.max(
    ...codes.map((code) => textWidth(supplierLabel(code), layout.label, look(code).fontWeight)),
  );
  const row = layout.pick(26, 24);
  const year = (each: Row) => Number(each.year);
  const ends = rows.filter((each) =>
    (each.year === years[0] || each.year === years.at(-1)) && each.rank <= LOWEST
  );
  const lost = codes.flatMap((code) => {
    const drawn = rows.filter((each) => each.partner_code === code && each.rank <= LOWEST);
    const end = drawn.toSorted((a, b) => a.year < b.year ? -1 : 1).at(-1);
    return end && end.year !== years.at(-1) ? [end] : [];
  });
  return layout.plot({
    height: lowest * row + 50,
    marginTop: 10,
    marginBottom: 36,
    marginLeft: layout.pick(widest + 22, 14),
    marginRight: widest + 24,
    x: { domain: [firstYear, Math.max(lastYear, firstYear + 1)] },
    y: { domain: [lowest + 0.4, 0.6], axis: null },
    marks: [
      Plot.axisX(yearTicks(firstYear, lastYear, layout.pick(7, 4)), {
        tickSize: 4,
        stroke: tone("axis"),
        fill: tone("muted"),
        label: null,
        lineHeight: 1.15,
        tickFormat: (each: number) =>
          each === lastYear ? lastName.replace(" ", "\n") : String(each),
      }),
      ...codes.toSorted((a, b) => look(a).strokeWidth - look(b).strokeWidth).map((code) =>
        Plot.line(rows.filter((each) => each.partner_code === code), {
          x: year,
          y: rank,
          curve: "bump-x",
          stroke: look(code).colour,
          strokeWidth: look(code).strokeWidth + 0.75,
          strokeDasharray: look(code).dash,
          strokeLinecap: "butt",
        })
      ),
      Plot.dot(ends, {
        x: year,
        y: rank,
        r: 9,
        fill: (each: Row) => look(each.partner_code).colour,
      }),
      Plot.text(ends, {
        x: year,
        y: rank,
        text: (each: Row) => String(each.rank),
        fill: tone("onMark"),
        fontSize: layout.label - 1,
        fontWeight: 600,
      }),
      ...lost.map((each) =>
        Plot.text([each], {
          x: year,
          y: rank,
          text: () => supplierLabel(each.partner_code),
          dy: 12,
          fill: look(each.partner_code).colour,
          fontWeight: look(each.partner_code).fontWeight,
          stroke: tone("paper"),
          strokeWidth: 3,
        })
      ),
      ...ends.filter((each) => each.year === years.at(-1) || !layout.narrow).map((each) => {
        const right = each.year === years.at(-1);
        return Plot.text([each], {
          x: year,
          y: rank,
          text: () => supplierLabel(each.partner_code),
          textAnchor: right ? "start" : "end",
          dx: right ? 15 : -15,
          fill: look(each.partner_code).colour,
          fontWeight: look(each.partner_code).fontWeight,
        });
      }),
    ],
  });
}
