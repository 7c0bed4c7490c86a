/**
 * Tariff lines in readable words: the Bureau's texts are abbreviated. Lines are ten-digit codes of the
 * Harmonized Tariff Schedule of the United States (HTS-10); its headings are the first four digits.
 */
import { headingName } from "./headings.ts";

/** Engines and parts among the headings of aerospace: gas turbines and their parts, parts of aircraft. */
export const ENGINES_AND_PARTS: readonly string[] = ["8411", "8807"];
/** Finished airplanes, helicopters and spacecraft. */
export const FINISHED_AIRCRAFT: readonly string[] = ["8802"];
/**
 * Processing units without a display: servers. Customs and Border Protection classifies rack servers
 * here (ruling N360000 of 3 April 2026).
 */
export const SERVERS = "8471500150";
/** Trucks of at most 2.5 metric tons with a spark-ignition engine and an electric motor. */
export const HYBRID_PICKUPS = "8704510020";

const NAMES: Readonly<Record<string, string>> = {
  [SERVERS]: "Servers and other processing units",
  "8471300100": "Laptops and tablets",
  "8471410150": "Desktop and other computers",
  "8471490000": "Computers as systems",
  "8471704065": "Other hard disk drives",
  "8471709000": "Other data storage units",
  "8471801000": "Control and adapter units",
  "8471804000": "Units to be built into computers",
  "8411114000": "Turbojets up to 25 kN",
  "8411214000": "Turboprop engines up to 1,100 kW",
  "8473301180": "Other parts of computers",
  "8517130000": "Smartphones",
  "8517690000": "Other communications apparatus",
  "8528726460": "Televisions over 113 cm",
  "8528727260": "Televisions of 34 to 113 cm",
  "8537109150": "Panel and distribution boards",
  "8544700000": "Optical fiber cable",
  "8703600070": "Plug-in hybrid cars over 3,000 cc",
  "8703800020": "Electric cars, new, range to 250 miles",
  "8703800060": "Electric cars, new, over 250 miles",
  "8704510040": "Hybrid trucks of 2.5 to 5 tons",
  [HYBRID_PICKUPS]: "Hybrid pickups up to 2.5 tons",
  "8704600000": "Electric trucks",
  "8802120140": "Helicopters over 2,000 kg, new",
  "8802400140": "Large passenger airplanes, new",
  "8805290000": "Flight simulators and parts",
  "8807200030": "Landing gear of civil aircraft",
  "8807200060": "Landing gear of military aircraft",
  "2844430028": "Other radioactive isotopes",
};

/**
 * Name of a tariff line: ours where the line is one that figures name, else the Bureau's text in
 * sentence case, else the code.
 *
 * @param description the text of the Bureau's list, where it has the line.
 */
export function lineName(hts10: string, description?: string): string {
  const own = NAMES[hts10];
  if (own !== undefined) return own;
  if (!description) return `HTS ${lineCode(hts10)}`;
  const lower = description.toLowerCase().replace(/,(?=\S)/g, ", ");
  return lower[0].toUpperCase() + lower.slice(1);
}

/** Whether a name is that of just these goods: of a line that has a text, of a heading, of a chapter. */
const isNamed = (code: string, description?: string): boolean =>
  code in NAMES || Boolean(description) || code.length <= 4;

/**
 * Name of the goods under an HTS code of any length: a line's own or the Bureau's (`lineName`), that of a
 * chapter or heading; where a line or subheading has none, that of the heading which it is part of.
 *
 * @param description the text of the Bureau's list, where it has the line.
 */
export const goodsName = (code: string, description?: string): string =>
  code.length > 4 && isNamed(code, description)
    ? lineName(code, description)
    : headingName(code.slice(0, 4));

/**
 * The goods within a sentence: `laptops and tablets (HTS 8471.30.0100)`; `goods of HTS 8471.50 (part of
 * computers and their units)`.
 */
export function goodsInWords(code: string, description?: string): string {
  const name = uncapitalized(goodsName(code, description));
  const hts = `HTS ${lineCode(code)}`;
  return isNamed(code, description) ? `${name} (${hts})` : `goods of ${hts} (part of ${name})`;
}

/**
 * The same as few words as a title bears: `laptops and tablets`, `HTS 8471.50`.
 *
 * @returns names from the fullest to the shortest.
 */
export function goodsInTitle(code: string, description?: string): string[] {
  const name = uncapitalized(goodsName(code, description));
  return [
    ...(isNamed(code, description) ? [name] : []),
    ...(code in NAMES ? [name.split(/ and |,/)[0]] : []),
    `HTS ${lineCode(code)}`,
  ];
}

/** A name within a sentence; one that begins with capitals keeps them. */
const uncapitalized = (name: string): string =>
  /^[A-Z][^A-Z.]/.test(name) ? name[0].toLowerCase() + name.slice(1) : name;

/** A code as the schedule prints it: `8471500150` → `8471.50.0150`, `847150` → `8471.50`, `84` → `84`. */
export const lineCode = (hts: string): string =>
  [hts.slice(0, 4), hts.slice(4, 6), hts.slice(6)].filter(Boolean).join(".");
