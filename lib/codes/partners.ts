/**
 * Trading partners by Census Schedule C code, and groups of partners.
 * Groups overlap countries: never add a group to its members.
 */
import { requireCode } from "../given.ts";
import { SCHEDULE_C } from "./schedule_c.ts";

/** All countries together. */
export const WORLD = "-";
/** The same in the table of goods by partner, not seasonally adjusted. */
export const WORLD_IN_COUNTRY_FILE = "0015";
export const CANADA = "1220";
export const MEXICO = "2010";
export const CHINA = "5700";
export const TAIWAN = "5830";
export const VIETNAM = "5520";
/** Canada and Mexico together: the partners of the United States in the USMCA (before 2020: NAFTA). */
export const USMCA = "0020";
/** The European Union of 27 as one block. */
export const EUROPEAN_UNION = "0003";
/**
 * The rest: the world less the partners that a table lists one by one. Our code, not one of Schedule C.
 * A figure that folds listed suppliers and the rest into one calls them "All others": see `looks.ts`.
 */
export const OTHER = "other";

/** Schedule C codes of the members of the European Union of 27 (since February 2020). */
export const EU27_MEMBERS: readonly string[] = [
  "4010", // Sweden
  "4050", // Finland
  "4099", // Denmark
  "4190", // Ireland
  "4210", // Netherlands
  "4231", // Belgium
  "4239", // Luxembourg
  "4279", // France
  "4280", // Germany
  "4330", // Austria
  "4351", // Czech Republic
  "4359", // Slovakia
  "4370", // Hungary
  "4470", // Estonia
  "4490", // Latvia
  "4510", // Lithuania
  "4550", // Poland
  "4700", // Spain
  "4710", // Portugal
  "4730", // Malta
  "4759", // Italy
  "4791", // Croatia
  "4792", // Slovenia
  "4840", // Greece
  "4850", // Romania
  "4870", // Bulgaria
  "4910", // Cyprus
];

/** Names of the world, of groups of countries and of our own code for the rest. */
const GROUPS: Readonly<Record<string, string>> = {
  [WORLD]: "World",
  [WORLD_IN_COUNTRY_FILE]: "World",
  "0004": "World (seasonally adjusted)",
  [OTHER]: "Rest (not listed)",
  [EUROPEAN_UNION]: "EU27 (block)",
  [USMCA]: "USMCA (Canada and Mexico)",
  "0009": "South and Central America",
  "0010": "North America",
  "0012": "Europe",
  "0013": "Africa",
  "0014": "Pacific Rim",
  "0016": "Asia",
  "0017": "CAFTA-DR",
  "0018": "Australia and Oceania",
  "0019": "Sub-Saharan Africa",
};

/** Names of partners in running text, by code: Schedule C, the groups and the rest. */
export const PARTNERS: Readonly<Record<string, string>> = { ...SCHEDULE_C, ...GROUPS };

/**
 * Name of a partner in running text. Throws on a code that no table of the report has.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(partnerName("2010"), "Mexico");
 * ```
 */
export function partnerName(code: string): string {
  requireCode(code, "a partner's code");
  const name = PARTNERS[code];
  if (name === undefined) {
    throw new RangeError(
      `partner ${code}: no name known here; add the one that its table gives to lib/codes/schedule_c.ts`,
    );
  }
  return name;
}

/**
 * True for a country (four digits, 1000–7999); false for the world, a group, the rest, and for the two
 * codes of Schedule C that are no country: 8220 (unidentified) and 8500 (international organizations).
 */
export function isCountry(code: string): boolean {
  return /^[1-7]\d{3}$/.test(code);
}

/**
 * True for what counts in the sums over partners: a country, or a code of Schedule C that is none (8000–8999:
 * unidentified countries, international organizations). False for the world, a group and the rest.
 */
export function isPartner(code: string): boolean {
  return /^[1-8]\d{3}$/.test(code);
}
