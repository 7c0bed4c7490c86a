/** The answer about suppliers in sentences: Mexico and Canada or those that were chosen, then the leader. */
import type { DutyRate } from "../../arithmetic/mod.ts";
import { CANADA, isCountry, MEXICO, partnerName, WORLD } from "../../codes/mod.ts";
import { industry, possessive } from "../../figures/words.ts";
import { type YearSpan, yearSpan } from "../../figures/year_span.ts";
import { dollars, list, moved, ordinal, percent } from "../../format.ts";
import type { SuppliersView } from "../view.ts";

/** All that a year says of a supplier, of the rest and of the world. */
export type Yearly = DutyRate & { year: string; share: number; rank: number | null };

/** How many suppliers have a sentence of their own. */
const TOLD = 2;

/** Values of the ends of what can be compared, and of a last year that is not whole. */
interface Ends {
  from: number | null;
  to: number | null;
  part: number | null;
}

/** One to three sentences. Chosen partners from which nothing is listed are named first. */
export function suppliersSaid(view: SuppliersView, rows: Yearly[]): string[] {
  const span = yearSpan(rows.filter((row) => row.partner_code === WORLD));
  const supplies = (code: string) =>
    rows.some((row) => row.partner_code === code && row.value_usd > 0);
  const chosen = view.partners.filter(supplies);
  const absent = view.partners.filter((code) => !supplies(code));
  const told = chosen.length > 0 ? chosen : [MEXICO, CANADA].filter(supplies);
  return [
    ...(absent.length > 0 ? [absentSaid(absent)] : []),
    ...told.slice(0, absent.length > 0 ? 1 : TOLD).map((code, place) =>
      partnerSaid(view, rows, span, code, place === 0)
    ),
    leaderSaid(view, rows, span),
  ];
}

const absentSaid = (codes: string[]): string =>
  `${list(codes.map(partnerName))} ${
    codes.length > 1 ? "are" : "is"
  } not among the suppliers that ` +
  "are listed for this industry in these years.";

const rowIn = (rows: Yearly[], code: string, year: string): Yearly | undefined =>
  rows.find((row) => row.year === year && row.partner_code === code);

function endsOf(
  rows: Yearly[],
  code: string,
  { first, last, part }: YearSpan,
  of: (row: Yearly) => number | null,
): Ends {
  const value = (year: string) => {
    const row = rowIn(rows, code, year);
    return row ? of(row) : null;
  };
  return { from: value(first), to: value(last), part: part ? value(part.year) : null };
}

/** `rose from 14.5% in 2013 to 17.7% in 2024 (January–November 2025: 20.4%)`. */
function course(ends: Ends, span: YearSpan, write: (value: number) => string): string {
  const [then, now] = span.names;
  const { from, to, part } = ends;
  const beside = span.part && part !== null ? ` (${span.part.name}: ${write(part)})` : "";
  if (to === null) return `has no value in ${now}, when nothing came${beside}`;
  if (span.first === span.last || from === null) return `was ${write(to)} in ${now}${beside}`;
  return `${moved(from, to, write, [then, now])}${beside}`;
}

/** What came of one supplier; the goods are named once. */
function partnerSaid(
  { naics, measure }: SuppliersView,
  rows: Yearly[],
  span: YearSpan,
  code: string,
  isFirst: boolean,
): string {
  const name = partnerName(code);
  const goods = `U.S. imports of ${industry(naics)}`;
  const of = (value: (row: Yearly) => number | null) => endsOf(rows, code, span, value);
  switch (measure) {
    case "share": {
      const share = of(({ share }) => share);
      const what = isFirst ? `share of ${goods}` : "share";
      return `${possessive(name)} ${what} ${course(zeroed(share), span, percent)}.`;
    }
    case "dollars": {
      const usd = zeroed(of(({ value_usd }) => value_usd));
      const what = isFirst ? `${goods} from ${name}` : `Imports from ${name}`;
      return `The value of ${what} ${course(usd, span, dollars)}.`.replace(
        "of Imports",
        "of imports",
      );
    }
    case "rank":
      return placesSaid(of(({ rank }) => rank), span, name, isFirst ? `In ${goods} ` : "");
    case "duty": {
      const rate = of((row) => row.rate);
      const what = isFirst ? `duty rate on ${goods} from ${name}` : `rate on imports from ${name}`;
      return `The ${what} ${course(rate, span, (value) => percent(value, 2))}.`;
    }
  }
}

/** Who is in a year's figures by others only has sold nothing. */
const zeroed = ({ from, to, part }: Ends) => ({ from: from ?? 0, to: to ?? 0, part: part ?? 0 });

function placesSaid({ from, to, part }: Ends, span: YearSpan, name: string, goods: string): string {
  const [then, now] = span.names;
  const place = (rank: number | null) => rank === null ? "not among the suppliers" : ordinal(rank);
  const before = span.first === span.last ? "" : `${place(from)} in ${then} and `;
  const beside = span.part ? ` (${span.part.name}: ${place(part)})` : "";
  return `${goods}${name} was ${before}${place(to)} in ${now}${beside}.`;
}

/** Who supplied most; of duties, the average. */
function leaderSaid({ naics, measure }: SuppliersView, rows: Yearly[], span: YearSpan): string {
  if (measure === "duty") {
    const rate = endsOf(rows, WORLD, span, (row) => row.rate);
    return `The average rate on all imports of ${industry(naics)} ${
      course(rate, span, (value) => percent(value, 2))
    }.`;
  }
  const leaderOf = (year: string) =>
    rows.filter((row) => row.year === year && isCountry(row.partner_code))
      .toSorted((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity))[0];
  const [leader, next] = [leaderOf(span.last), span.part && leaderOf(span.part.year)];
  if (!leader) return "No listed country supplied any of it.";
  const share = (row: Yearly) => percent(row.share);
  const then = next
    ? next.partner_code === leader.partner_code
      ? `, and ${share(next)} in ${span.part!.name}`
      : `; in ${span.part!.name} it was ${partnerName(next.partner_code)}, with ${share(next)}`
    : "";
  return `Of the listed countries ${partnerName(leader.partner_code)} supplied most in ` +
    `${span.names[1]}: ${share(leader)} of these imports${then}.`;
}
