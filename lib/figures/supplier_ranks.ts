/** Ranks of suppliers over the years: lines that cross where one passes another. */
import { CANADA, isCountry, MEXICO } from "../codes/mod.ts";
import { basisName, list, ordinal, percent, periodName } from "../format.ts";
import { records, requireColumns, type Rows } from "../rows.ts";
import { drawnTable, fractionOf, taken } from "./drawn.ts";
import type { Figure } from "./figure.ts";
import { figure, type Layout } from "./frame.ts";
import { lookOf, supplierLabel } from "./looks.ts";
import { tone } from "./palette.ts";
import { partsBars } from "./parts_bars.ts";
import { rankLines, type YearlyRank } from "./rank_lines.ts";
import type { SuppliersOptions } from "./supplier_shares.ts";
import { namedSuppliers } from "./supplier_selection.ts";
import { headline, industry, industryCode, kicker, source } from "./words.ts";
import { yearNames, type YearSpan, yearSpan } from "./year_span.ts";

/** How many suppliers have a strong line, and the lowest place that is drawn. */
const NAMED = 6;
const LOWEST_RANK = 15;
/** How many suppliers the alternative text names. */
const SAID = 7;

/**
 * Lines of ranks by year, a few of them strong; Mexico and Canada have one wherever they rank, down to
 * the 15th place. All places are taken: the other countries have thin lines. Suppliers that are chosen
 * have the strong lines instead, whatever their place.
 *
 * @param ranked yearly shares of one industry, from `rankSuppliers(shares, ["year"])`.
 * @throws RangeError when the frame is empty.
 */
export function supplierRanks(
  ranked: Rows<YearlyRank>,
  { naics, partners = [], id = `supplier-ranks-${naics}` }: SuppliersOptions,
): Figure {
  requireColumns(ranked, ["year", "partner_code", "rank", "value_usd"], "supplierRanks");
  const rows = records<YearlyRank>(ranked).filter((row) =>
    isCountry(row.partner_code) && row.value_usd > 0
  );
  if (rows.length === 0) throw new RangeError("supplierRanks: no rows");
  const years = [...new Set(rows.map(({ year }) => year))].sort();
  const of = (year: string) =>
    rows.filter((row) => row.year === year).sort((a, b) => a.rank - b.rank);
  const [first, last] = [of(years[0]), of(years.at(-1)!)];
  const span = yearSpan(rows);
  const chosen = namedSuppliers(years.map(of), { most: 0, always: partners });
  const lowestDrawn = chosen.length > 0 ? Infinity : LOWEST_RANK;
  const named = (chosen.length > 0 ? chosen : namedSuppliers([first, last], { most: NAMED }))
    .filter((code) => rows.some((row) => row.partner_code === code && row.rank <= lowestDrawn));
  const lowest = Math.max(
    ...rows.filter((row) => named.includes(row.partner_code) && row.rank <= lowestDrawn)
      .map(({ rank }) => rank),
  );
  const placed = [...first, ...last].filter(({ rank }) => rank <= lowest);
  const codes = [...new Set([...named, ...placed.map((row) => row.partner_code)])];
  const faint = codes.filter((code) => !named.includes(code));
  const shown = years.flatMap(of)
    .filter((row) => codes.includes(row.partner_code) && row.rank <= lowest);
  const isOneYear = years.length === 1;
  const said = chosen.length > 0 ? named : [MEXICO, CANADA];
  const isBroken = shown.length < codes.length * years.length;
  return figure({
    id,
    title: headline(
      ...titles(of(span.first), of(span.last), span).map((said) => `${kicker(naics)}: ${said}`),
    ),
    subtitle: mexicoWay(of(span.first), of(span.last), span) +
      `Rank of suppliers by U.S. imports of ${industry(naics)} (${industryCode(naics)}), ` +
      `${basisName(last[0].basis)}, ${span.words}` +
      (isOneYear ? "; the bars are shares" : ""),
    notes: [
      "Among the countries that the data list." +
      (faint.length && !isOneYear
        ? ` Thin lines: the other countries of the first ${lowest} places in ` +
          `${list([...new Set([first, last].map(nameOf))])}.`
        : "") +
      (isBroken ? ` A line breaks where its country is below the ${ordinal(lowest)} place.` : ""),
    ],
    source: source(rows),
    alt:
      `${isOneYear ? "Bars" : "Lines"} of supplier ranks in U.S. imports of ${
        industry(naics)
      }, ${span.words}. ` +
      [...new Set([span.first, span.last, years.at(-1)!])].map((year) =>
        `Order in ${nameOf(of(year))}: ${order(of(year))}.`
      ).join(" ") + ` ${list(said.flatMap((code) => place(last, code)))}.`,
    data: drawnTable({
      rows: shown.map((row) => ({
        ...taken(row, "year", "period_start", "period_end"),
        naics,
        partner_code: row.partner_code,
        role: "part",
        ...(isOneYear ? taken(row, "share") : {}),
        ...taken(row, "rank", "basis", "vintage"),
      })),
      units: {
        rank: "place among the listed countries",
        ...(isOneYear ? { share: fractionOf("the industry's imports") } : {}),
      },
      tables: ["naics3_imports_by_partner_monthly"],
    }),
    draw: (layout) =>
      isOneYear ? rankBars(layout, shown, named) : rankLines(layout, {
        rows: shown,
        years,
        faint,
        lastName: span.part?.short ?? years.at(-1)!,
        nameOf: yearNames(rows),
      }),
  });
}

/** The places of one year alone: bars of the shares. */
const rankBars = (layout: Layout, rows: YearlyRank[], named: string[]): Element =>
  partsBars(layout, {
    heads: [{ text: "Place" }],
    rows: rows.map(({ partner_code, share, rank }) => {
      const { colour, fontWeight } = lookOf(partner_code);
      const isStrong = fontWeight === 600 || named.includes(partner_code);
      return {
        label: supplierLabel(partner_code),
        parts: [{ value: share, fill: colour }],
        value: percent(share),
        cells: [String(rank)],
        bold: isStrong,
        colour: isStrong ? colour : tone("ink"),
      };
    }),
  });

const order = (rows: YearlyRank[]): string =>
  list(rows.slice(0, SAID).map((row) => supplierLabel(row.partner_code)));

function place(rows: YearlyRank[], code: string): string[] {
  const row = rows.find((each) => each.partner_code === code);
  return row ? [`${supplierLabel(code)} is ${ordinal(row.rank)}`] : [];
}

const nameOf = ([row]: YearlyRank[]): string => periodName(row.period_start, row.period_end);

const rankOf = (rows: YearlyRank[], code: string): number | undefined =>
  rows.find((row) => row.partner_code === code)?.rank;

/**
 * Who leads, and where the former leader went; over years that can be compared. Years cut to the same
 * months are named with them, where a title has the room.
 */
function titles(first: YearlyRank[], last: YearlyRank[], span: YearSpan): string[] {
  const [then, now] = [first[0].partner_code, last[0].partner_code];
  const leader = supplierLabel(now);
  if (span.first === span.last) return [`${leader} led in ${span.names[1]}`];
  if (then === now) return [`${leader} led in ${span.names[0]} and in ${span.names[1]}`];
  const after = rankOf(last, then);
  const said = `${leader} leads, ${supplierLabel(then)} fell from first` +
    (after === undefined ? "" : ` to ${ordinal(after)}`);
  const isCut = span.names[1] !== span.last;
  return [...(isCut ? [`${said}, ${span.words}`] : []), `${said}, ${span.first}–${span.last}`];
}

/** Mexico's way between the same years, unless it leads or has none. */
function mexicoWay(first: YearlyRank[], last: YearlyRank[], span: YearSpan): string {
  const [before, after] = [first, last].map((rows) => rankOf(rows, MEXICO));
  if (after === undefined || after === 1) return "";
  if (before === undefined || span.first === span.last) return `Mexico was ${ordinal(after)}. `;
  if (before === after) return `Mexico was ${ordinal(after)} in both. `;
  return `Mexico ${before > after ? "rose" : "fell"} from ${ordinal(before)} to ${
    ordinal(after)
  }. `;
}
