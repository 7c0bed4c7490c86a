/** What a report says of itself, and the words that follow from it. Each report's own stand in `report.ts`. */
import { capitalized } from "./format.ts";
import { REPORT } from "./report.ts";

export interface About {
  /** The name of the site and of the PDFs. CITATION.cff has it as well. */
  title: string;
  /** What stands below it on the first page of the PDFs. */
  subtitle: string;
  /** What the PDFs are called: `trade` makes `trade.pdf`, `trade-a4.pdf`, `trade-teaching.pdf`. */
  file: string;
  /** What the report is, in one paragraph. */
  lead: string;
  /** Whose claims are judged: `the note` gives *The note's claims*. */
  claimant: string;
  /** The text that makes the claims, where there is one. */
  follows?: {
    name: string;
    address: string;
    /** The day in words. */
    published: string;
    /** Codes of the language and the country of its name: `es`, `MX`. */
    language: string;
    region: string;
  };
  /** What the lead figure shows, for those who hear a preview. */
  preview: string;
  /** The countries that it is about, in full. */
  countries: string[];
  /** The year that it is about: a refresh brings its figures until they are there. */
  year: number;
  /**
   * Whether chapters and claims that the library names by number (docstrings, words, assumptions) are this
   * report's; if not, they are left unsaid.
   */
  isNamedInLibrary: boolean;
}

/** *The note's claims*, or *The note's 11 claims*. */
export const claimsInWords = (count?: number): string => {
  const many = count === undefined ? "" : `${count} `;
  return `${capitalized(REPORT.claimant)}'s ${many}claims`;
};

/** What the library says in the report whose chapters and claims it names, and in any other. */
export const named = (here: string, elsewhere: string): string =>
  REPORT.isNamedInLibrary ? here : elsewhere;
