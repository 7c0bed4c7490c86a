/** A value of an industry's suppliers over the years: who has a line, and which values are said. */
import { CANADA, CHINA, MEXICO } from "../codes/mod.ts";
import type { ValueAxis } from "./axes.ts";
import type { Look } from "./looks.ts";
import { namedSuppliers } from "./supplier_selection.ts";
import type { YearSpan } from "./year_span.ts";

export interface Course {
  naics: string;
  basis: string;
  /** Of each supplier that is drawn and of the sums that are said; null where there is no value. */
  points: { code: string; year: string; value: number | null }[];
  /** Suppliers with a name at their line, and those in the background. */
  named: string[];
  faint: string[];
  label: (code: string) => string;
  /** Which years may be compared. */
  span: YearSpan;
  /** The period of a year in words. */
  nameOf: (year: number) => string;
  /** A value in words. */
  write: (value: number) => string;
  /** The same with its unit, where it stands alone; as `write` unless told. */
  say?: (value: number) => string;
  /** The axis up to the highest value. */
  axis: (highest: number) => ValueAxis;
  /** Whose values the title says; the one that moved most unless told. */
  told?: string;
  /** How a line looks, where not as its supplier does. */
  look?: (code: string) => Look;
}

/** How many suppliers have a line with a name, how many that were chosen, how many a line at all. */
const NAMED = 6;
const CHOSEN = 8;
const DRAWN = 12;
/** Drawn whoever is chosen. */
const ALWAYS = [MEXICO, CANADA, CHINA];

/**
 * Who has a line with a name, and who a thin one. Those that were chosen have the names, as many as
 * labels find room for; where none of them supplies anything, the figure chooses.
 *
 * @param byYear shares of each year, in order of time.
 */
export function linesOf(
  byYear: { partner_code: string; share: number }[][],
  partners: string[],
): { drawn: string[]; named: string[]; faint: string[] } {
  const chosen = namedSuppliers(byYear, { most: 0, always: partners });
  const named = chosen.length > 0
    ? chosen.slice(0, CHOSEN)
    : namedSuppliers(byYear, { most: NAMED });
  const drawn = namedSuppliers(byYear, { most: DRAWN, always: [...ALWAYS, ...chosen] });
  return { drawn, named, faint: drawn.filter((code) => !named.includes(code)) };
}

export const valueIn = ({ points }: Course, code: string, year: string): number | null =>
  points.find((point) => point.code === code && point.year === year)!.value;

/** At the two ends of what can be compared. */
export const endsOf = (course: Course, code: string) =>
  [valueIn(course, code, course.span.first), valueIn(course, code, course.span.last)] as const;

/** The supplier whose value changed most, or that has most where there is one year. */
export function mover(course: Course): string {
  const size = (code: string) => {
    const [from, to] = endsOf(course, code).map((value) => value ?? 0);
    return isAlone(course) ? to : Math.abs(to - from);
  };
  return course.told ?? course.named.toSorted((a, b) => size(b) - size(a))[0];
}

export const isAlone = ({ span }: Course): boolean => span.first === span.last;

/** One year is no course: it is drawn as bars. */
export const isOneYear = ({ points }: Pick<Course, "points">): boolean =>
  points.every(({ year }) => year === points[0].year);

/** What stands for a supplier. */
export const markOf = (course: Pick<Course, "points">): "line" | "bar" =>
  isOneYear(course) ? "bar" : "line";
