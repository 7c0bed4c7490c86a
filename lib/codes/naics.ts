/**
 * Industries: the 32 three-digit codes under which the Census Bureau publishes imports, and the sum of
 * all of them (`00`). Of the 32, 28 are industries of the North American Industry Classification System
 * and 4 are residual classes.
 */

import { requireCode } from "../given.ts";

/** The sum of all industries: all goods. */
export const ALL_INDUSTRIES = "00";

/** Industry titles by NAICS-3 code, after the Census Bureau's import classification. */
export const NAICS3: Readonly<Record<string, string>> = {
  "111": "Agricultural products",
  "112": "Livestock and livestock products",
  "113": "Forestry products",
  "114": "Fish and other marine products",
  "115": "Products supporting agriculture and forestry",
  "211": "Oil and gas",
  "212": "Minerals and ores",
  "311": "Food and kindred products",
  "312": "Beverages and tobacco products",
  "313": "Textiles and fabrics",
  "314": "Textile mill products",
  "315": "Apparel and accessories",
  "316": "Leather and allied products",
  "321": "Wood products",
  "322": "Paper",
  "323": "Printed matter and related products",
  "324": "Petroleum and coal products",
  "325": "Chemicals",
  "326": "Plastics and rubber products",
  "327": "Nonmetallic mineral products",
  "331": "Primary metals",
  "332": "Fabricated metal products",
  "333": "Machinery, except electrical",
  "334": "Computer and electronic products",
  "335": "Electrical equipment, appliances and components",
  "336": "Transportation equipment",
  "337": "Furniture and fixtures",
  "339": "Miscellaneous manufactured commodities",
  "910": "Waste and scrap",
  "930": "Used or second-hand merchandise",
  "980": "Goods returned",
  "990": "Other special classification provisions",
};

/** Classes that are no industry: waste, used goods, goods returned, and what is classed by itself. */
export const RESIDUAL_CLASSES: readonly string[] = ["910", "930", "980", "990"];

/** The 32 codes in order, industries and residual classes. */
export const NAICS3_CODES = Object.keys(NAICS3).sort();

const TITLES: Readonly<Record<string, string>> = { ...NAICS3, [ALL_INDUSTRIES]: "All goods" };

/**
 * Title of an industry, or "All goods" for `00`.
 *
 * @throws TypeError for a code that is no text, RangeError for an unknown one, with all that are known.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(naicsTitle("334"), "Computer and electronic products");
 * ```
 */
export function naicsTitle(code: string): string {
  requireCode(code, "a NAICS code");
  const title = TITLES[code];
  if (title !== undefined) return title;
  throw new RangeError(`unknown NAICS-3 industry ${code}; there are:\n${industriesListed()}`);
}

/** Codes with their titles, a line for each: all of them unless some are named. */
export const industriesListed = (codes: string[] = [ALL_INDUSTRIES, ...NAICS3_CODES]): string =>
  codes.map((code) => `  ${code.padEnd(3)}  ${TITLES[code] ?? ""}`).join("\n");
