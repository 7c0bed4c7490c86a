/** Lines of ranks over years: smooth steps, numbered ends, names beside them. */
import * as Plot from "@observablehq/plot";
import type { SupplierShare } from "../analysis/mod.ts";
import { ordinal } from "../format.ts";
import { yearAxis, yearName, yearTicks } from "./axes.ts";
import type { Layout } from "./frame.ts";
import { looksOf, supplierLabel } from "./looks.ts";
import { tone } from "./palette.ts";
import { type PlotReadings, readable } from "./readings.ts";
import { textWidth } from "./text.ts";

export type YearlyRank = SupplierShare & { year: string; rank: number };

export interface RankLines {
  /** Of all who have a line, places that are not drawn left out. */
  rows: YearlyRank[];
  years: string[];
  /** Suppliers in the background. */
  faint: string[];
  /** How the axis writes the last year. */
  lastName: string;
  /** A year in words, for a pointer. */
  nameOf: (year: number) => string;
}

const year = (each: YearlyRank) => Number(each.year);
const name = (each: YearlyRank) => supplierLabel(each.partner_code);

/** The lines as one plot, the first place at the top. */
export function rankLines(layout: Layout, lines: RankLines): Element {
  const { rows, years, faint, lastName } = lines;
  const [firstYear, lastYear] = [Number(years[0]), Number(years.at(-1))];
  const lowest = Math.max(...rows.map(({ rank }) => rank));
  const codes = [...new Set(rows.map((row) => row.partner_code))];
  const look = looksOf(codes, faint);
  const ofCode = (code: string) => rows.filter((row) => row.partner_code === code);
  const weight = (each: YearlyRank) => look(each.partner_code).fontWeight;
  const widest = Math.max(
    ...rows.map((each) => textWidth(name(each), layout.label, weight(each))),
  );
  const isFaint = (each: YearlyRank) => faint.includes(each.partner_code);
  const ink = (each: YearlyRank) => isFaint(each) ? tone("muted") : look(each.partner_code).colour;
  const ends = rows.filter((each) => each.year === years[0] || each.year === years.at(-1));
  const lost = codes.filter((code) => !faint.includes(code)).map((code) => ofCode(code).at(-1)!)
    .filter((end) => end.year !== years.at(-1));
  const isNamed = (each: YearlyRank) => each.year === years.at(-1) || !layout.narrow;
  const plot = layout.plot({
    height: lowest * layout.pick(26, 24) + 50,
    marginTop: 10,
    marginBottom: 36,
    marginLeft: layout.pick(widest + 22, 14),
    marginRight: widest + 24,
    x: { domain: [firstYear, Math.max(lastYear, firstYear + 1)] },
    y: { domain: [lowest + 0.4, 0.6], axis: null },
    marks: [
      yearAxis(
        yearTicks(firstYear, lastYear, layout.pick(7, 4)),
        yearName(lastYear, lastName),
      ),
      ...codes.toSorted((a, b) => look(a).strokeWidth - look(b).strokeWidth).map((code) =>
        Plot.line(withGaps(ofCode(code), years), {
          x: "x",
          y: "rank",
          curve: "bump-x",
          stroke: look(code).colour,
          strokeWidth: look(code).strokeWidth + (faint.includes(code) ? 0 : 0.75),
          strokeDasharray: look(code).dash,
          strokeLinecap: "butt",
          ariaDescription: supplierLabel(code),
        })
      ),
      ...ends.flatMap((each) => [
        Plot.dot([each], {
          x: year,
          y: "rank",
          r: 9,
          fill: isFaint(each) ? tone("paper") : look(each.partner_code).colour,
          ariaDescription: name(each),
        }),
        Plot.text([each], {
          x: year,
          y: "rank",
          text: () => String(each.rank),
          fill: isFaint(each) ? tone("muted") : tone("onMark"),
          fontSize: layout.label - 1,
          fontWeight: isFaint(each) ? 400 : 600,
          ariaDescription: name(each),
        }),
      ]),
      ...lost.map((each) =>
        Plot.text([each], {
          x: year,
          y: "rank",
          text: name,
          dy: 12,
          fill: ink(each),
          fontWeight: weight(each),
          stroke: tone("paper"),
          strokeWidth: 3,
          ariaDescription: name(each),
        })
      ),
      ...ends.filter(isNamed).map((each) => {
        const right = each.year === years.at(-1);
        return Plot.text([each], {
          x: year,
          y: "rank",
          text: name,
          textAnchor: right ? "start" : "end",
          dx: right ? 15 : -15,
          fill: ink(each),
          fontWeight: weight(each),
          ariaDescription: name(each),
        });
      }),
    ],
  });
  return readable(plot, readingsOf(lines, look));
}

/** One point a year: a gap where the supplier has no place that is drawn. */
function withGaps(rows: YearlyRank[], years: string[]): { x: number; rank: number | null }[] {
  const ranks = new Map(rows.map((row) => [row.year, row.rank]));
  return years.map((each) => ({ x: Number(each), rank: ranks.get(each) ?? null }));
}

/** Named lines before those in the background, each by its last place. */
function readingsOf(
  { rows, years, faint, nameOf }: RankLines,
  look: ReturnType<typeof looksOf>,
): PlotReadings {
  const codes = [...new Set(rows.map((row) => row.partner_code))].map((code) => ({
    code,
    ranks: withGaps(rows.filter((row) => row.partner_code === code), years)
      .map(({ rank }) => rank),
    isFaint: faint.includes(code),
  })).sort((a, b) =>
    Number(a.isFaint) - Number(b.isFaint) ||
    (a.ranks.at(-1) ?? Infinity) - (b.ranks.at(-1) ?? Infinity)
  );
  return {
    places: years.map((each) => ({ x: Number(each), name: nameOf(Number(each)) })),
    series: codes.map(({ code, ranks }) => ({
      name: supplierLabel(code),
      colour: look(code).colour,
      y: ranks,
      values: ranks.map((rank) => rank === null ? null : ordinal(rank)),
    })),
  };
}
