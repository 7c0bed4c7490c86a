/** The shares of an industry's suppliers over the years, and what is said of them. */
import { CANADA, MEXICO, OTHER, USMCA } from "../codes/mod.ts";
import { basisName, list, moved, percent } from "../format.ts";
import { supplierLabel } from "./looks.ts";
import { industry, industryCode, kicker, possessive } from "./words.ts";
import type { YearSpan } from "./year_span.ts";

export interface Course {
  naics: string;
  basis: string;
  /** Of each supplier that is drawn, of all others, and of the USMCA. */
  points: { code: string; year: string; share: number }[];
  /** Suppliers with a name at their line, and those in the background. */
  named: string[];
  faint: string[];
  label: (code: string) => string;
  /** Which years may be compared. */
  span: YearSpan;
  /** The period of a year in words. */
  nameOf: (year: number) => string;
}

const shareIn = ({ points }: Course, code: string, year: string): number =>
  points.find((point) => point.code === code && point.year === year)!.share;

/** At the two ends of what can be compared. */
export const endsOf = (course: Course, code: string) =>
  [shareIn(course, code, course.span.first), shareIn(course, code, course.span.last)] as const;

/** The supplier whose share changed most, or that has most where there is one year. */
export function mover(course: Course): string {
  const size = (code: string) => {
    const [from, to] = endsOf(course, code);
    return isAlone(course) ? to : Math.abs(to - from);
  };
  return course.named.toSorted((a, b) => size(b) - size(a))[0];
}

export const isAlone = ({ span }: Course): boolean => span.first === span.last;

/** The title compares whole years; the part of one is said by itself. */
export function courseTexts(course: Course) {
  const { naics, named, faint, span, label } = course;
  const most = mover(course);
  const alone = isAlone(course);
  const second = [MEXICO, CANADA].find((code) => code !== most && named.includes(code));
  const share = (code: string) =>
    alone ? `was ${percent(endsOf(course, code)[1])}` : moved(...endsOf(course, code));
  const said = (code: string) =>
    (alone ? percent(endsOf(course, code)[1]) : share(code)) +
    (span.part ? ` (${percent(shareIn(course, code, span.part.year))})` : "");
  return {
    title: `${kicker(naics)}: ${possessive(supplierLabel(most))} share ${share(most)}` +
      (alone ? ` in ${span.names[1]}` : `, ${span.first}–${span.last}`),
    subtitle: (second ? `${possessive(supplierLabel(second))} share ${share(second)}. ` : "") +
      `Share of U.S. imports of ${industry(naics)} (${industryCode(naics)}), ` +
      `${basisName(course.basis)}, ${span.words}`,
    alt: `Lines of supplier shares in U.S. imports of ${industry(naics)}, ` +
      (alone ? span.names[1] : span.names.join(" to ")) +
      (span.part ? ` (in brackets: ${span.part.name})` : "") + ". " +
      list([...named, ...faint, OTHER].map((code) => `${label(code)} ${said(code)}`)) + ". " +
      `${label(USMCA)}, already counted in the lines of Canada and Mexico: ${said(USMCA)}.`,
  };
}

/** What has no label: the two partners together, the thin lines, and who has no line at all. */
export function courseNotes(course: Course): string[] {
  const { span, faint, label, points } = course;
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
    ...(faint.length ? [`Thin lines: ${list(faint.map(label).sort())}.`] : []),
    ...(others > 0 ? [`${who} without a line: ${percent(others)} in ${now}.`] : []),
    ...(span.part ? [`Pale, with an open circle: ${span.part.name}, not a whole year.`] : []),
  ];
}
