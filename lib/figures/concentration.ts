/** Concentration of suppliers over the years: as many equal suppliers would be as concentrated. */
import { basisName, hhiPoints, list, percent, periodName } from "../format.ts";
import { records, requireColumns, type Rows } from "../rows.ts";
import {
  concentrationLine,
  equal,
  isOpen,
  type Said,
  type YearlyConcentration,
} from "./concentration_line.ts";
import { drawnTable, fractionOf, taken } from "./drawn.ts";
import type { Figure } from "./figure.ts";
import { figure } from "./frame.ts";
import { industry, industryCode, kicker, source } from "./words.ts";
import { type YearSpan, yearSpan } from "./year_span.ts";

type Row = YearlyConcentration;

/** A turn between the first and the last year is said from this part of their distance on. */
const TURN = 0.1;

/** On the scale to 10,000 that is usual for the index. */
const POINTS_OF_ONE = 10_000;

/**
 * The effective number of suppliers (10,000 ÷ Herfindahl–Hirschman index) by year: a line of its lower
 * bound, and the band up to the upper one that the rest (countries not listed) leaves.
 *
 * @param index of one industry by `year`, from `concentration`.
 * @throws RangeError when the frame is empty.
 */
export function concentrationOverTime(
  index: Rows<Row>,
  { naics, id = `concentration-${naics}` }: { naics: string; id?: string },
): Figure {
  requireColumns(index, ["year", "hhi_low", "hhi_high"], "concentrationOverTime");
  const rows = records<Row>(index).sort((a, b) => a.year < b.year ? -1 : 1);
  if (rows.length === 0) throw new RangeError("concentrationOverTime: no rows");
  const span = yearSpan(rows);
  const said = saidRows(rows, span);
  const most = Math.max(...rows.map(({ rest_share }) => rest_share));
  const widest = Math.max(
    ...rows.map((row) => row.equal_suppliers_high - row.equal_suppliers_low),
  );
  return figure({
    id,
    title: title(said, span, naics),
    subtitle: "Effective number of suppliers: as many equal ones would be as concentrated. U.S. " +
      `imports of ${industry(naics)} (${industryCode(naics)}), ${basisName(rows[0].basis)}, ` +
      span.words,
    notes: [
      "10,000 divided by the Herfindahl–Hirschman index, which was " +
      `${list(unique([said.first, said.turn, said.last]).map(indexIn))}.`,
      `Above the line, a band: the rest (countries not listed, at most ${percent(most)} of ` +
      `imports) could add up to ${equal(widest)}.`,
    ],
    source: source(rows),
    alt: `Line of the effective number of suppliers of ${industry(naics)}, ${span.words}: ` +
      `${
        list(
          unique([rows[0], said.turn, rows.at(-1)!]).map((row) =>
            `${equal(row.equal_suppliers_low)} in ${nameOf(row)}`
          ),
        )
      }.`,
    data: drawnTable({
      rows: rows.map((row) => ({
        ...taken(row, "year", "period_start", "period_end"),
        naics,
        role: "total",
        ...taken(row, "equal_suppliers_low", "equal_suppliers_high"),
        hhi_low_points: row.hhi_low * POINTS_OF_ONE,
        hhi_high_points: row.hhi_high * POINTS_OF_ONE,
        ...taken(row, "rest_share", "basis", "vintage"),
      })),
      units: {
        equal_suppliers_low: "equal suppliers",
        equal_suppliers_high: "equal suppliers",
        hhi_low_points: "points, 0 to 10,000",
        hhi_high_points: "points, 0 to 10,000",
        rest_share: fractionOf("the industry's imports"),
      },
      tables: ["naics3_imports_by_partner_monthly"],
    }),
    draw: (layout) => concentrationLine(layout, rows, said, span),
  });
}

const nameOf = (row: Row): string => periodName(row.period_start, row.period_end);
const unique = (rows: (Row | undefined)[]): Row[] => [...new Set(rows.filter((row) => !!row))];

/** The index in words: `2,388 to 2,395 in 2013`. */
function indexIn(row: Row): string {
  const bounds = new Set([row.hhi_low, row.hhi_high].map(hhiPoints));
  return `${[...bounds].join(" to ")} in ${nameOf(row)}`;
}

const apart = (a: Row, b: Row): boolean =>
  (a.hhi_high < b.hhi_low || a.hhi_low > b.hhi_high) &&
  equal(a.equal_suppliers_low) !== equal(b.equal_suppliers_low);

/** A turn is one only where the bounds do not meet and it is no small part of the whole way. */
function saidRows(rows: Row[], span: YearSpan): Said {
  const at = (year: string) => rows.find((row) => row.year === year)!;
  const [first, last] = [at(span.first), at(span.last)];
  const compared = rows.filter(({ year }) => year >= span.first && year <= span.last)
    .sort((a, b) => a.hhi_high - b.hhi_high);
  const size = (a: Row, b: Row) => Math.abs(a.equal_suppliers_low - b.equal_suppliers_low);
  const turn = [compared[0], compared.at(-1)!].find((row) =>
    [first, last].every((end) => apart(row, end) && size(row, end) > TURN * size(first, last))
  );
  return { first, last, turn };
}

/** A change is said only where the bounds do not meet. */
function title({ first, last }: Said, span: YearSpan, naics: string): string {
  const least = isOpen(last) ? "at least " : "";
  const now = `${kicker(naics)}: ${least}${equal(last.equal_suppliers_low)} effective suppliers`;
  if (first === last) return `${now} in ${span.names[1]}`;
  if (!apart(first, last)) return `${now}, about as in ${first.year}`;
  const way = last.hhi_high < first.hhi_low ? "up from" : "down from";
  const before = `${equal(first.equal_suppliers_low)} in ${first.year}`;
  return `${now}, ${isOpen(last) ? "after" : way} ${before}`;
}
