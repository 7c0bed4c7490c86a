/** What this report says of itself. How it is cited stands in CITATION.cff. */
import type { About } from "../../../about.ts";

export const REPORT: About = {
  title: "{{title}}",
  subtitle: "Who supplies the computers and electronics that the United States buys",
  file: "{{file}}",
  lead:
    "What official U.S. data say about the suppliers of computers and electronics. Every number " +
    "is computed in the notebooks from published figures of the U.S. Census Bureau.",
  claimant: "this report",
  // A text whose claims are checked: its name, address, day and language. about.ts says more.
  follows: undefined,
  preview: "The lead figure of the report: shares of suppliers in U.S. imports, year by year",
  countries: ["United States", "Vietnam"],
  year: 2024,
  isNamedInLibrary: false,
};
