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
  [USMCA]: ["ink", 1.25, 400, "1.5,2.5"],
  [OTHER]: ["rest", 1.25, 400, "3,3"],
};
const COUNTRY_DASHES = [undefined, "5,2", "2,2", "8,2,2,2"];

/**
 * Look of a supplier.
 *
 * @param place among the suppliers without a look of their own: neighbours differ in their dash.
 */
export function lookOf(code: string, place = 0): Look {
  const [name, strokeWidth, fontWeight, dash] = NAMED[code] ??
    ["country", 1.25, 400, COUNTRY_DASHES[place % COUNTRY_DASHES.length]];
  return { colour: tone(name), strokeWidth, fontWeight, dash };
}

/** Short name of a supplier for a label. */
export function supplierLabel(code: string): string {
  if (code === OTHER) return "All others";
  if (code === USMCA) return "USMCA";
  return partnerName(code);
}
