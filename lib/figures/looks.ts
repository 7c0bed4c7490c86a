/** How each supplier looks, the same in every figure: colour, weight and dash. */
import { CANADA, CHINA, MEXICO, OTHER, partnerName, TAIWAN, USMCA, VIETNAM } from "../codes/mod.ts";
import { tone, type ToneName } from "./palette.ts";

export interface Look {
  colour: string;
  strokeWidth: number;
  /** SVG dash pattern; absent for a whole line. */
  dash?: string;
  /** Of its label. */
  fontWeight: 400 | 600;
}

const NAMED: Record<string, [ToneName, number, 400 | 600, string?]> = {
  [MEXICO]: ["mexico", 3, 600],
  [CANADA]: ["canada", 3, 600, "7,2"],
  [CHINA]: ["china", 2.5, 400],
  [TAIWAN]: ["taiwan", 1.75, 400],
  [VIETNAM]: ["vietnam", 1.75, 400, "6,2"],
  [USMCA]: ["ink", 1.25, 400],
  [OTHER]: ["rest", 1.25, 400],
};
/** Dashes, not dots: a dotted rule is an event. */
const COUNTRY_DASHES = [undefined, "5,2", "8,2,2,2", "3,1.5"];

/** Look of one supplier alone. */
export const lookOf = (code: string): Look => looksOf([code])(code);

/** Of a supplier that is drawn for comparison only. */
const FAINT: Look = { colour: tone("faint"), strokeWidth: 1, fontWeight: 400 };

/**
 * Looks of the suppliers of one figure: those without one of their own differ in their dash.
 *
 * @param faint suppliers that stay in the background.
 */
export function looksOf(codes: string[], faint: string[] = []): (code: string) => Look {
  const others = codes.filter((code) => !(code in NAMED) && !faint.includes(code));
  return (code) => {
    if (faint.includes(code)) return FAINT;
    const dash = COUNTRY_DASHES[Math.max(0, others.indexOf(code)) % COUNTRY_DASHES.length];
    const [name, strokeWidth, fontWeight, own] = NAMED[code] ?? ["country", 1.25, 400, dash];
    return { colour: tone(name), strokeWidth, fontWeight, dash: own };
  };
}

/*
 * Two names for two things, the same in every figure and text:
 * - the rest: imports from countries that the table does not list one by one (`partnerName(OTHER)`);
 * - all others: the listed suppliers that a figure does not draw by name, and the rest.
 */

/** Labels of a figure that folds suppliers into one: the rest where nothing else is folded. */
export function labelsOf(folded: string[]): (code: string) => string {
  const alone = folded.length > 0 && folded.every((code) => code === OTHER);
  return (code) => code === OTHER && alone ? partnerName(OTHER) : supplierLabel(code);
}

/** What `All others` holds, where it folds listed suppliers; `own` is what each of the others has. */
export const othersNote = (folded: string[], own: string): string[] =>
  folded.some((code) => code !== OTHER)
    ? [`All others: the listed suppliers without ${own}, and the rest (countries not listed).`]
    : [];

/** Short name of a supplier for a label. */
export function supplierLabel(code: string): string {
  if (code === OTHER) return "All others";
  if (code === USMCA) return "USMCA";
  return partnerName(code);
}
