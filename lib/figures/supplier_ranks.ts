/** Ranks of suppliers over the years: lines that cross where one passes another. */
import { CANADA, isCountry, MEXICO } from "../codes/mod.ts";
import { basisName, list, ordinal, periodName } from "../format.ts";
import { type Frame, records, requireColumns } from "../frame.ts";
import { drawnFrame, taken } from "./drawn.ts";
import type { Figure } from "./figure.ts";
import { figure } from "./frame.ts";
import { supplierLabel } from "./looks.ts";
import { LOWEST_RANK, rankLines, type YearlyRank } from "./rank_lines.ts";
import { industry, industryCode, kicker, source } from "./words.ts";
import { type YearSpan, yearSpan } from "./year_span.ts";

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
  const span = yearSpan(rows);
  const codes = [
    ...new Set([
      ...[...last.slice(0, places), ...first.slice(0, places)].map((row) => row.partner_code),
      ...[MEXICO, CANADA].filter((code) => rows.some((row) => row.partner_code === code)),
    ]),
  ];
  const shown = rows.filter((row) => codes.includes(row.partner_code));
  const late = codes.some((code) =>
    !first.some((row) => row.partner_code === code && row.rank <= LOWEST_RANK)
  );
  return figure({
    id,
    title: title(of(span.first), of(span.last), { naics, span }),
    subtitle: `Rank of suppliers by U.S. imports of ${industry(naics)} (${industryCode(naics)}), ` +
      `${basisName(last[0].basis)}, ${span.words}`,
    notes: [
      `Among the countries that the data list. Places below the ${
        ordinal(LOWEST_RANK)
      } are not drawn.` +
      (late ? ` A line starts where a country enters the first ${LOWEST_RANK}.` : ""),
    ],
    source: source(rows),
    alt: `Lines of supplier ranks in U.S. imports of ${industry(naics)}, ${span.words}. ` +
      [...new Set([span.first, span.last, years.at(-1)!])].map((year) =>
        `Order in ${nameOf(of(year))}: ${order(of(year), places)}.`
      ).join(" ") + ` ${list([MEXICO, CANADA].flatMap((code) => place(last, code)))}.`,
    data: drawnFrame({
      rows: shown.filter(({ rank }) => rank <= LOWEST_RANK).map((row) => ({
        ...taken(row, "year", "period_start", "period_end"),
        naics,
        partner_code: row.partner_code,
        role: "part",
        ...taken(row, "rank", "basis", "vintage"),
      })),
      units: { rank: "place among the listed countries" },
      tables: ["naics3_imports_by_partner_monthly"],
    }),
    draw: (layout) => rankLines(layout, shown, years, span.part?.short ?? years.at(-1)!),
  });
}

const order = (rows: YearlyRank[], places: number): string =>
  list(rows.slice(0, places).map((row) => supplierLabel(row.partner_code)));

function place(rows: YearlyRank[], code: string): string[] {
  const row = rows.find((each) => each.partner_code === code);
  return row ? [`${supplierLabel(code)} is ${ordinal(row.rank)}`] : [];
}

const nameOf = ([row]: YearlyRank[]): string => periodName(row.period_start, row.period_end);

interface Words {
  naics: string;
  span: YearSpan;
}

/** Who led, and where Mexico was; over years that can be compared. */
function title(first: YearlyRank[], last: YearlyRank[], { naics, span }: Words): string {
  const [then, now] = [first[0], last[0]].map((row) => supplierLabel(row.partner_code));
  const alone = span.first === span.last;
  const lead = `${kicker(naics)}: ${now} led in ${span.names[1]}` +
    (alone ? "" : then === now ? `, as in ${span.first}` : `, ${then} in ${span.first}`);
  if (now === supplierLabel(MEXICO)) return lead;
  const [before, after] = [first, last].map((rows) =>
    rows.find((row) => row.partner_code === MEXICO)?.rank
  );
  if (after === undefined) return lead;
  const moved = before === undefined || alone
    ? ""
    : before === after
    ? " in both"
    : `, ${before > after ? "up" : "down"} from ${ordinal(before)}`;
  return `${lead}; Mexico ${ordinal(after)}${moved}`;
}
