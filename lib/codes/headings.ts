/**
 * Chapters and headings of the tariff schedule in everyday words, for readers who search by words: the
 * first two and the first four digits of a tariff line (HTS-10).
 */
import { requireCode } from "../given.ts";
import { HEADINGS_01_49 } from "./headings_01_49.ts";
import { HEADINGS_50_99 } from "./headings_50_99.ts";

/**
 * Names of chapters (2 digits) and headings (4 digits), by code: `8471` → `Computers and their units`.
 *
 * The names are ours; what they stand for is the Harmonized System of 2022 of the World Customs
 * Organization, as UN Comtrade lists it (data set `harmonized-system`, public domain). Chapters 98 and
 * 99 are of the Harmonized Tariff Schedule of the United States: the headings that `import_lines` has.
 * A name says what most of a heading is, not all of it.
 */
export const HEADINGS: Readonly<Record<string, string>> = { ...HEADINGS_01_49, ...HEADINGS_50_99 };

/**
 * Name of a chapter (`"84"`) or of a heading (`"8471"`); of one without a name, its code: `HTS 8550`.
 *
 * @throws TypeError for a code that is no text, RangeError for one of neither two nor four digits.
 */
export function headingName(code: string): string {
  requireCode(code, "a heading");
  if (!/^(\d{2}|\d{4})$/.test(code)) {
    throw new RangeError(
      `"${code}" is no heading: a chapter has two digits ("84"), a heading has four ("8471")`,
    );
  }
  return HEADINGS[code] ?? `HTS ${code}`;
}
