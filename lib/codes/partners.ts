/**
 * Trading partners by Census Schedule C code, and groups of partners.
 * Groups overlap countries: never add a group to its members.
 */

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
/** Our code of the remainder: the world less the partners that are listed. Not a Schedule C code. */
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

/** Names of partners in running text, by code. */
export const PARTNERS: Readonly<Record<string, string>> = {
  [WORLD]: "World",
  [OTHER]: "Rest (not named)",
  [EUROPEAN_UNION]: "EU27 (block)",
  [USMCA]: "USMCA (Canada and Mexico)",
  [CANADA]: "Canada",
  [MEXICO]: "Mexico",
  "2050": "Guatemala",
  "2110": "El Salvador",
  "2150": "Honduras",
  "2190": "Nicaragua",
  "2230": "Costa Rica",
  "2470": "Dominican Republic",
  "2740": "Trinidad and Tobago",
  "3010": "Colombia",
  "3070": "Venezuela",
  "3310": "Ecuador",
  "3330": "Peru",
  "3370": "Chile",
  "3510": "Brazil",
  "3570": "Argentina",
  "4010": "Sweden",
  "4039": "Norway",
  "4050": "Finland",
  "4099": "Denmark",
  "4120": "United Kingdom",
  "4190": "Ireland",
  "4210": "Netherlands",
  "4231": "Belgium",
  "4239": "Luxembourg",
  "4279": "France",
  "4280": "Germany",
  "4330": "Austria",
  "4351": "Czech Republic",
  "4359": "Slovakia",
  "4370": "Hungary",
  "4419": "Switzerland",
  "4470": "Estonia",
  "4490": "Latvia",
  "4510": "Lithuania",
  "4550": "Poland",
  "4621": "Russia",
  "4700": "Spain",
  "4710": "Portugal",
  "4730": "Malta",
  "4759": "Italy",
  "4791": "Croatia",
  "4792": "Slovenia",
  "4840": "Greece",
  "4850": "Romania",
  "4870": "Bulgaria",
  "4890": "Turkey",
  "4910": "Cyprus",
  "5050": "Iraq",
  "5081": "Israel",
  "5130": "Kuwait",
  "5170": "Saudi Arabia",
  "5200": "United Arab Emirates",
  "5330": "India",
  "5350": "Pakistan",
  "5380": "Bangladesh",
  "5420": "Sri Lanka",
  "5490": "Thailand",
  [VIETNAM]: "Vietnam",
  "5550": "Cambodia",
  "5570": "Malaysia",
  "5590": "Singapore",
  "5600": "Indonesia",
  "5650": "Philippines",
  [CHINA]: "China",
  "5800": "South Korea",
  "5820": "Hong Kong",
  [TAIWAN]: "Taiwan",
  "5880": "Japan",
  "6021": "Australia",
  "6141": "New Zealand",
  "7210": "Algeria",
  "7290": "Egypt",
  "7530": "Nigeria",
  "7910": "South Africa",
};

/** Name of a partner in running text. Throws on an unknown code. */
export function partnerName(code: string): string {
  const name = PARTNERS[code];
  if (name === undefined) {
    throw new RangeError(`unknown partner ${code}: not a Schedule C code here`);
  }
  return name;
}

/** True for a country (four digits, 1000–7999), false for the world, a group or the remainder. */
export function isCountry(code: string): boolean {
  return /^[1-7]\d{3}$/.test(code);
}
