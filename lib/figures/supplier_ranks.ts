/** Ranks of suppliers over the years: lines that cross where one passes another. */
import { CANADA, isCountry, MEXICO } from "../codes/mod.ts";
import { basisName, list, ordinal, periodName, shortPeriodName } from "../format.ts";
import { type Frame, records, requireColumns } from "../frame.ts";
import type { Figure } from "./figure.ts";
import { figure } from "./frame.ts";
import { supplierLabel } from "./looks.ts";
import { LOWEST_RANK, rankLines, type YearlyRank } from "./rank_lines.ts";
import { industry, industryCode, source } from "./words.ts";

export interface RanksOptions {
  naics: string;
  /** Suppliers of these first places, in the first or the last year, have a line. */
  places?: number;
  id?: string;
}

/**
 * Lines of ranks by year; Mexico and Canada have one wherever they rank, down to the 15th place.
 *
 * @param ranked yearly shares of one industry, from `rankSuppliers(shares, ["year"])`.
 * @throws RangeError when the frame is empty.
 */
export function supplierRanks(
  ranked: Frame<YearlyRank>,
  { naics, places = 7, id = `supplier-ranks-${naics}` }: RanksOptions,
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
  const codes = [
    ...new Set([
      ...[...last.slice(0, places), ...first.slice(0, places)].map((row) => row.partner_code),
      ...[MEXICO, CANADA].filter((code) => rows.some((row) => row.partner_code === code)),
    ]),
  ];
  const shown = rows.filter((row) => codes.includes(row.partner_code));
  const [{ period_start, period_end, basis }] = last;
  const lastName = shortPeriodName(period_start, period_end);
  const late = codes.some((code) =>
    !first.some((row) => row.partner_code === code && row.rank <= LOWEST_RANK)
  );
  return figure({
    id,
    title: title(first, last, naics),
    subtitle:
      `Rank of suppliers by U.S. ${basisName(basis)}, ${industryCode(naics)}, ${years[0]} to ` +
      lastName,
    notes: [
      `Among the countries that the figures name. Places below the ${
        ordinal(LOWEST_RANK)
      } are not drawn.` +
      (late ? ` A line starts where a country enters the first ${LOWEST_RANK}.` : ""),
    ],
    source: source(rows),
    alt: `Lines of supplier ranks in U.S. imports of ${industry(naics)}, ${years[0]} to ` +
      `${lastName}. Order in ${years[0]}: ${order(first, places)}; in ${lastName}: ` +
      `${order(last, places)}. ` + list([MEXICO, CANADA].flatMap((code) => place(last, code))) +
      ".",
    data: ranked,
    draw: (layout) => rankLines(layout, shown, years, lastName),
  });
}

const order = (rows: YearlyRank[], places: number): string =>
  list(rows.slice(0, places).map((row) => supplierLabel(row.partner_code)));

function place(rows: YearlyRank[], code: string): string[] {
  const row = rows.find((each) => each.partner_code === code);
  return row ? [`${supplierLabel(code)} is ${ordinal(row.rank)}`] : [];
}

function title(first: YearlyRank[], last: YearlyRank[], naics: string): string {
  const [then, now] = [first[0], last[0]].map((row) => supplierLabel(row.partner_code));
  const goods = industry(naics);
  const [firstYear, lastYear] = [first, last].map(([row]) =>
    periodName(row.period_start, row.period_end)
  );
  const lead = `${now} led the suppliers of ${goods} in ${lastYear}` +
    (firstYear === lastYear
      ? ""
      : then === now
      ? `, as in ${firstYear}`
      : `; in ${firstYear} it was ${then}`);
  if (now === supplierLabel(MEXICO)) return lead;
  const [before, after] = [first, last].map((rows) =>
    rows.find((row) => row.partner_code === MEXICO)?.rank
  );
  if (after === undefined) return lead;
  const moved = before === undefined || firstYear === lastYear
    ? ""
    : before === after
    ? " in both years"
    : `, ${before > after ? "up" : "down"} from ${ordinal(before)}`;
  return `${lead}. Mexico was ${ordinal(after)}${moved}`;
}
