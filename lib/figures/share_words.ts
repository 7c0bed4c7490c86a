/** What is said of the shares of an industry's suppliers over the years. */
import { CANADA, MEXICO, OTHER, USMCA } from "../codes/mod.ts";
import { basisName, list, moved, percent } from "../format.ts";
import { supplierLabel } from "./looks.ts";
import {
  type Course,
  endsOf,
  isAlone,
  isOneYear,
  markOf,
  mover,
  valueIn,
} from "./supplier_course.ts";
import { industry, industryCode, kicker, possessive } from "./words.ts";

const shareIn = (course: Course, code: string, year: string): number =>
  valueIn(course, code, year)!;

/** The title compares whole years; the part of one is said by itself. */
export function shareTexts(course: Course) {
  const { naics, named, faint, span, label } = course;
  const most = mover(course);
  const alone = isAlone(course);
  const second = [MEXICO, CANADA].find((code) => code !== most && named.includes(code));
  const ends = (code: string) => endsOf(course, code) as readonly [number, number];
  const share = (code: string) => alone ? `was ${percent(ends(code)[1])}` : moved(...ends(code));
  const said = (code: string) =>
    (alone ? percent(ends(code)[1]) : share(code)) +
    (span.part ? ` (${percent(shareIn(course, code, span.part.year))})` : "");
  return {
    title: `${kicker(naics)}: ${possessive(supplierLabel(most))} share ${share(most)}` +
      (alone ? ` in ${span.names[1]}` : `, ${span.first}–${span.last}`),
    subtitle: (second ? `${possessive(supplierLabel(second))} share ${share(second)}. ` : "") +
      `Share of U.S. imports of ${industry(naics)} (${industryCode(naics)}), ` +
      `${basisName(course.basis)}, ${span.words}`,
    alt:
      `${isOneYear(course) ? "Bars" : "Lines"} of supplier shares in U.S. imports of ${
        industry(naics)
      }, ` +
      (alone ? span.names[1] : span.names.join(" to ")) +
      (span.part ? ` (in brackets: ${span.part.name})` : "") + ". " +
      list([...named, ...faint, OTHER].map((code) => `${label(code)} ${said(code)}`)) + ". " +
      `${label(USMCA)}, already counted in the ${markOf(course)}s of Canada and Mexico: ${
        said(USMCA)
      }.`,
  };
}

/** What has no label: the two partners together, the thin lines, and who has no line at all. */
export function shareNotes(course: Course): string[] {
  const { span, label, points } = course;
  const last = points.at(-1)!.year;
  const now = span.part?.name ?? span.names[1];
  const years = [...new Set([span.first, span.last])].map((year, place) => ({
    year,
    name: isAlone(course) ? span.names[1] : span.names[place],
  }));
  const both = [...years, ...(span.part ? [span.part] : [])]
    .map(({ year, name }) => `${percent(shareIn(course, USMCA, year))} in ${name}`);
  const others = shareIn(course, OTHER, last);
  const who = label(OTHER) === supplierLabel(OTHER) ? "All others, listed or not," : label(OTHER);
  return [
    `Canada and Mexico together (${label(USMCA)}): ${list(both)}.`,
    ...thinLines(course),
    ...(others > 0 ? [`${who} without a ${markOf(course)}: ${percent(others)} in ${now}.`] : []),
    ...paleEnds(course),
  ];
}

/** Who has a thin line. */
export const thinLines = (course: Course): string[] =>
  course.faint.length && !isOneYear(course)
    ? [`Thin lines: ${list(course.faint.map(course.label).sort())}.`]
    : [];

/** What the pale ends are. */
export const paleEnds = ({ span }: Course): string[] =>
  span.part ? [`Pale, with an open circle: ${span.part.name}, not a whole year.`] : [];
