/**
 * The ten technology groups of the Census Bureau's Advanced Technology Products (ATP) list.
 * ATP is a list of products (about 500 of 22,000 codes), revised from year to year.
 */
import { requireCode } from "../given.ts";

/** Code of an ATP technology group, as in the Census Bureau's HITECH classification. */
export type AtpGroup = "01" | "02" | "03" | "04" | "05" | "06" | "07" | "08" | "09" | "10";

/** Code of goods that are not advanced technology. */
export const NOT_ATP = "00";

/** Code of the sum of all ten groups. */
export const ATP_TOTAL = "total";

/** Names of the ten groups by code, as the Census Bureau writes them in Exhibit 16a of the FT-900. */
export const ATP_GROUPS: Readonly<Record<AtpGroup, string>> = {
  "01": "Biotechnology",
  "02": "Life Science",
  "03": "Opto-Electronics",
  "04": "Information and Communications",
  "05": "Electronics",
  "06": "Flexible Manufacturing",
  "07": "Advanced Materials",
  "08": "Aerospace",
  "09": "Weapons",
  "10": "Nuclear Technology",
};

/** The ten codes in order. */
export const ATP_GROUP_CODES = Object.keys(ATP_GROUPS).sort() as AtpGroup[];

/**
 * Name of a group, or "All ATP" for the total. Throws on an unknown code.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(atpGroupName("08"), "Aerospace");
 * ```
 */
export function atpGroupName(code: string): string {
  requireCode(code, "the code of an ATP group");
  if (code === ATP_TOTAL) return "All ATP";
  const name = ATP_GROUPS[code as AtpGroup];
  if (name === undefined) {
    throw new RangeError(`unknown ATP group ${code}; known: ${ATP_GROUP_CODES.join(", ")}, total`);
  }
  return name;
}

/** The products of a group within a sentence: `aerospace products (ATP group 08)`. Throws on an unknown code. */
export const atpInWords = (code: string): string =>
  code === ATP_TOTAL
    ? "advanced technology products (ATP)"
    : `${atpGroupName(code).toLowerCase()} products (ATP group ${code})`;
