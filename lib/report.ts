/** What this report says of itself. How it is cited stands in CITATION.cff. */
import type { About } from "./about.ts";

export const REPORT: About = {
  title: "Technology frontier",
  subtitle: "U.S. trade in advanced technology, and the part that Mexico and Canada have in it",
  file: "technology-frontier",
  lead: "What official U.S. data say about trade in advanced technology, and about the part that " +
    "Mexico and Canada have in it. The report follows a note by the think tank México, ¿cómo vamos? " +
    "of 13 March 2025, checks each of its claims and goes beyond it. Every number is computed in the " +
    "notebooks from published figures of the U.S. Census Bureau.",
  claimant: "the note",
  follows: {
    name: "México, ¿cómo vamos?",
    address: "https://mexicocomovamos.mx",
    published: "13 March 2025",
    language: "es",
    region: "MX",
  },
  preview:
    "The lead figure of the report: the part of Mexico and Canada in U.S. technology imports",
  countries: ["United States", "Mexico", "Canada"],
  year: 2024,
  isNamedInLibrary: true,
};
