/** C10: the USMCA as a foundation: what part of technology imports enters under it, then and since. */
import {
  type ClassPreference,
  monthsThatHold,
  preferenceByClass,
  type PreferenceInMonths,
  preferenceInMonths,
} from "../analysis/mod.ts";
import {
  ALL_ATP,
  CANADA,
  classCode,
  className,
  type GoodsClass,
  MEXICO,
  ofNaics,
  partnerName,
  USMCA,
} from "../codes/mod.ts";
import { basisName, list, percent, periodName } from "../format.ts";
import { type Frame, rowOf } from "../frame.ts";
import type { Claim, Figures, Judgment, Measure, Verdict } from "./claim.ts";

/** Technology as the note draws it: its two industries, and its list of products. */
const ELECTRONICS = ofNaics("334");
const TECHNOLOGY: GoodsClass[] = [ELECTRONICS, ofNaics("335"), ALL_ATP];
/** The last whole months before the note of 13 March 2025: January and February. */
const NOTE_MONTHS = ["01", "02"];
const NOTE_YEAR_OF_MONTHS = 2025;
/** What counts as a foundation: half of the imports. */
const HALF = 0.5;
/** The bars at which the verdict is tried. */
const BARS = [0.25, HALF, 0.75];

/** The rule of C10, on the shares of the classes in the note's time and in the latest same months. */
export function verdictOnUse(then: number[], now: number[], bar = HALF): Verdict {
  if (then.every((share) => share >= bar)) return "confirmed";
  const some = then.some((share) => share >= bar) || now.every((share) => share >= bar);
  return some ? "confirmed in part" : "not confirmed";
}

/** Preference by class and month, for the claim and for whoever shows it. */
export async function preferenceUseOf({ read, scan }: Figures): Promise<Frame<ClassPreference>> {
  return preferenceByClass(
    await scan("preference_lines"),
    await read("import_line_classes"),
    await read("agreement_imports_monthly"),
  );
}

/**
 * The note's months, and the same months of the last year in which all of them hold.
 *
 * @throws RangeError when the note's own months do not hold.
 */
export function noteMonthsThenAndNow(use: Frame<ClassPreference>): [string[], string[]] {
  const held = monthsThatHold(use);
  const years = [...new Set(held.map((month) => month.slice(0, 4)))]
    .filter((year) => NOTE_MONTHS.every((month) => held.includes(`${year}-${month}`)));
  const of = (year: string | number) => NOTE_MONTHS.map((month) => `${year}-${month}`);
  if (!years.includes(String(NOTE_YEAR_OF_MONTHS))) {
    throw new RangeError(`C10: ${list(of(NOTE_YEAR_OF_MONTHS))} cannot be used by class`);
  }
  return [of(NOTE_YEAR_OF_MONTHS), of(years.at(-1)!)];
}

/** Both times of one class and partner. */
type Pair = [PreferenceInMonths, PreferenceInMonths];

const isLater = ([then, now]: Pair) => then.period_start < now.period_start;

/** The class in a sentence: `computer and electronic products (NAICS 334)`. */
const inWords = (of: GoodsClass) =>
  `${of === ALL_ATP ? "advanced technology products" : className(of).toLowerCase()} (${
    shortName(of)
  })`;
const shortName = (of: GoodsClass) => of === ALL_ATP ? "ATP" : classCode(of);
const period = (row: PreferenceInMonths) => periodName(row.period_start, row.period_end);

/** C10 on preference by class. */
export function judgeUse(use: Frame<ClassPreference>): Judgment {
  const [before, after] = noteMonthsThenAndNow(use).map((months) =>
    preferenceInMonths(use, months)
  );
  const pairOf = (of: GoodsClass, partner_code = USMCA): Pair => [
    rowOf(before, { ...of, partner_code }),
    rowOf(after, { ...of, partner_code }),
  ];
  const pairs = TECHNOLOGY.map((of) => pairOf(of));
  const [then, now] = [0, 1].map((time) => pairs.map((pair) => pair[time].preference_share!));
  const verdict = verdictOnUse(then, now);
  const measured: Pair[] = [...pairs, pairOf(ELECTRONICS, MEXICO), pairOf(ELECTRONICS, CANADA)];
  return {
    verdict,
    finding: finding(pairs),
    // Until the note's months come again, both times are the same.
    evidence: measured.flatMap((pair) => (isLater(pair) ? pair : pair.slice(1)).map(measure)),
    sensitivity: sensitivity(then, now),
  };
}

function measure(row: PreferenceInMonths): Measure {
  const of = TECHNOLOGY.find(({ code }) => code === row.code)!;
  return {
    measure: `share of imports of ${shortName(of)} that entered under the USMCA`,
    value: row.preference_share!,
    unit: "share",
    period: period(row),
    basis: basisName("imports_for_consumption"),
    vintage: row.vintage,
    partner: row.partner_code === USMCA ? "Mexico and Canada" : partnerName(row.partner_code),
  };
}

function finding(pairs: Pair[]): string {
  const [[then, now], ...others] = pairs;
  const rest = others.map(([before, after], place) =>
    `for ${inWords(TECHNOLOGY[place + 1])} it was ${percent(before.preference_share!)}` +
    (isLater([before, after]) ? `, then ${percent(after.preference_share!)}` : "")
  );
  const since = isLater([then, now])
    ? `; in ${period(now)} it was ${percent(now.preference_share!)}`
    : "";
  return `In ${period(then)}, the last months before the note, ` +
    `${percent(then.preference_share!)} of U.S. imports of ${
      inWords(ELECTRONICS)
    } from Mexico and ` +
    `Canada entered under the USMCA${since}. In the same months, ${list(rest)}.`;
}

function sensitivity(then: number[], now: number[]): string {
  const tried = BARS.map((bar) => `${percent(bar, 0)} ${verdictOnUse(then, now, bar)}`);
  const least = Math.min(...then);
  const most = Math.max(...then, Math.min(...now));
  return `With other bars than half: ${list(tried)}. It is confirmed in part with any bar above ` +
    `${percent(least)} and up to ${percent(most)}.`;
}

export const foundation: Claim = {
  id: "C10",
  claim: "The USMCA provides the foundation for a North American technological frontier",
  rule:
    "What a foundation is remains a judgment; what can be measured is what part of technology " +
    "imports from Mexico and Canada enters under the agreement. Confirmed when at least half did " +
    "in each of NAICS 334, NAICS 335 and ATP in the last two months before the note; confirmed in " +
    "part when half did in some of them, or in each of them in the same months of the latest " +
    "year; otherwise not confirmed.",
  judge: async (figures) => judgeUse(await preferenceUseOf(figures)),
};
