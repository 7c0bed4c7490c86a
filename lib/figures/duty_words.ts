/** What the title of a duty rate says: the last month, against the same month a year before. */
import { monthName, moved, percent } from "../format.ts";
import { kicker } from "./words.ts";

/** A month with its rate. */
export interface Dated {
  month: string;
  rate: number;
}

/** The same month a year before the last, or the first where that is not there; and the last. */
export function endsOf(dated: Dated[]): [Dated, Dated] {
  const last = dated.at(-1)!;
  const [year, month] = last.month.split("-");
  const before = dated.find((row) => row.month === `${Number(year) - 1}-${month}`) ?? dated[0];
  return [before, last];
}

/** Whether they are the same month of two years. */
const isYear = ([before, last]: [Dated, Dated]): boolean =>
  before.month.slice(5) === last.month.slice(5) && before !== last;

/** `Electrical equipment: duties rose from 4.5% to 18.6% in a year`. */
export function dutyTitle(dated: Dated[], naics: string): string {
  const what = `${kicker(naics)}: duties`;
  if (dated.length === 0) return `${what} are not defined: nothing was imported`;
  const [before, last] = endsOf(dated);
  if (before === last) return `${what} were ${percent(last.rate)} in ${monthName(last.month)}`;
  if (isYear([before, last])) return `${what} ${moved(before.rate, last.rate)} in a year`;
  const times = [monthName(before.month), monthName(last.month)] as const;
  return `${what} ${moved(before.rate, last.rate, percent, times)}`;
}

/** Which year the title means. */
export function comparedMonths(dated: Dated[]): string {
  if (dated.length === 0 || !isYear(endsOf(dated))) return "";
  const [before, last] = endsOf(dated).map(({ month }) => monthName(month));
  return `; the title compares ${last} with ${before}`;
}
