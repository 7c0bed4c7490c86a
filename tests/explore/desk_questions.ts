/**
 * Ten questions as a trade desk asks them, written down before the page was made: what a reader does
 * who follows only what the page says, the address of the view that this leads to, and what must then
 * stand there. What must stand there is worked from the tables, by queries of their own.
 */
import type { View } from "../../lib/explore/view.ts";
import {
  dependent,
  dutyOfLines,
  industryDuty,
  industryShares,
  ofGroup,
  ofTechnology,
  ranking,
  shareChanges,
  shareOfLines,
  underAgreement,
  underCode,
} from "./desk_answers.ts";

/**
 * What a reader does: types words into the search field, takes what it offers, follows the name of a
 * question, picks an option of a choice by its label, or types into a field of the form.
 */
export type Step =
  | { type: string }
  | { take: string }
  | { follow: string }
  | { pick: string; of: string }
  | { write: string; into: string };

export interface DeskQuestion {
  asked: string;
  /** The view that answers it, and its address. */
  view: View;
  address: string;
  /** From the page as it opens. */
  steps: Step[];
  /** Texts that the answer's words, figure or table must show, worked from `data/`. */
  shows: () => string[];
}

const MEXICO = "2010";
const CANADA = "1220";
const CHINA = "5700";
const TAIWAN = "5830";
/** Names as the Bureau writes them, for the countries that can come first here. */
const NAMES: Record<string, string> = {
  [MEXICO]: "Mexico",
  [CANADA]: "Canada",
  [CHINA]: "China",
  [TAIWAN]: "Taiwan",
  "5520": "Vietnam",
  "4279": "France",
};
const SERVERS = "8471500150";
const LAPTOPS = "8471300100";

const percent = (share: number, decimals = 1) => `${(share * 100).toFixed(decimals)}%`;
/** A line's code as the schedule prints it. */
const dotted = (code: string) => `${code.slice(0, 4)}.${code.slice(4, 6)}.${code.slice(6)}`;
const nameOf = (code: string): string => {
  if (!(code in NAMES)) throw new RangeError(`desk_questions: add the name of partner ${code}`);
  return NAMES[code];
};
const ORDINALS = ["", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"];

export const DESK_QUESTIONS: DeskQuestion[] = [
  {
    asked: "What share of imported servers came from Mexico in 2025?",
    view: { ask: "goods", hts: SERVERS, basis: "general_imports", year: "2025" },
    address: "#hts=8471.50.0150",
    steps: [{ type: "servers" }, { take: "Servers and other processing units" }],
    shows: () => {
      const share = (basis: "general_imports" | "imports_for_consumption") =>
        percent(shareOfLines(underCode(SERVERS), basis, "2025", MEXICO));
      return [
        "Mexico’s share of imports of servers",
        `${share("general_imports")} (${share("imports_for_consumption")}) in 2025`,
      ];
    },
  },
  {
    asked: "How much of Mexico's laptops entered under the USMCA in February 2026?",
    view: { ask: "goods", hts: LAPTOPS, basis: "general_imports", year: "2025" },
    address: "#hts=8471.30.0100",
    steps: [{ type: "laptops" }, { take: "Laptops and tablets" }],
    shows: () => [
      `In February 2026, ${
        percent(underAgreement(LAPTOPS, "2026-02", MEXICO))
      } of imports from Mexico`,
    ],
  },
  {
    asked: "What duty did auto parts from Mexico pay in 2024, and what in 2025, of their value?",
    view: { ask: "goods", hts: "8708", basis: "imports_for_consumption", year: "2025" },
    address: "#hts=8708&basis=imports_for_consumption",
    steps: [
      { follow: "Goods by tariff code" },
      { write: "8708", into: "Tariff code (2 to 10 digits)" },
      { pick: "Imports for consumption", of: "Basis" },
    ],
    shows: () => [
      "Duty rate, 2024",
      percent(dutyOfLines(underCode("8708"), "2024", MEXICO)),
      `in 2025; of those from Mexico ${percent(dutyOfLines(underCode("8708"), "2025", MEXICO))}`,
    ],
  },
  {
    asked: "Which country gained most in electronics imports between 2017 and 2024?",
    view: { ask: "changes", naics: "334", from: "2017", to: "2024" },
    address: "#changes=334&from=2017",
    steps: [
      { follow: "Who gained, who lost" },
      { pick: "334 Computer and electronic products", of: "Industry" },
      { pick: "2017", of: "From" },
    ],
    shows: () => {
      const [[code, change]] = shareChanges("334", "2017", "2024");
      return [`${nameOf(code)} gained ${(change * 100).toFixed(1)} points`];
    },
  },
  {
    asked: "Who lost most of all U.S. imports between 2017 and 2024?",
    view: { ask: "changes", naics: "00", from: "2017", to: "2024" },
    address: "#changes=00&from=2017",
    steps: [
      { follow: "Who gained, who lost" },
      { pick: "All goods", of: "Industry" },
      { pick: "2017", of: "From" },
    ],
    shows: () => {
      const [code, change] = shareChanges("00", "2017", "2024").at(-1)!;
      return [`${nameOf(code)} lost ${(-change * 100).toFixed(1)} points`];
    },
  },
  {
    asked: "How far did China's share of electronics imports fall from 2017 to 2024?",
    view: {
      ask: "suppliers",
      naics: "334",
      measure: "share",
      partners: [CHINA],
      from: "2017",
      to: "2024",
    },
    address: "#naics=334&partners=5700&from=2017",
    steps: [
      { type: "electronic products" },
      { take: "Computer and electronic products" },
      { pick: "2017", of: "From" },
      { write: "China", into: "Partners" },
      { take: "China" },
    ],
    shows: () => {
      const of = (year: string) => `${percent(industryShares("334", year).get(CHINA)!)} in ${year}`;
      return [`fell from ${of("2017")} to ${of("2024")}`];
    },
  },
  {
    asked: "What was the effective duty rate on electrical equipment from China in 2024?",
    view: {
      ask: "suppliers",
      naics: "335",
      measure: "duty",
      partners: [CHINA],
      from: "2017",
      to: "2024",
    },
    address: "#naics=335&partners=5700&show=duty&from=2017",
    steps: [
      { type: "electrical equipment" },
      { take: "Electrical equipment, appliances and components" },
      { pick: "Effective duty rate", of: "Show" },
      { pick: "2017", of: "From" },
      { write: "China", into: "Partners" },
      { take: "China" },
    ],
    shows: () => [`${percent(industryDuty("335", "2024", CHINA), 2)} in 2024`],
  },
  {
    asked: "Who supplied most aerospace products in 2025, and where did Mexico stand?",
    view: { ask: "groups", group: "08", basis: "general_imports", year: "2025" },
    address: "#group=08",
    steps: [{ type: "aerospace" }, { take: "Aerospace" }],
    shows: () => {
      const places = ranking(ofGroup("08"), "general_imports", "2025");
      const share = shareOfLines(ofGroup("08"), "general_imports", "2025", places[0]);
      const mexico = ORDINALS[places.indexOf(MEXICO) + 1];
      return [`${nameOf(places[0])} came first`, `Mexico ${mexico}`, percent(share)];
    },
  },
  {
    asked: "What part of ICT entering into consumption came from Taiwan in 2024?",
    view: { ask: "groups", group: "04", basis: "imports_for_consumption", year: "2024" },
    address: "#group=04&basis=imports_for_consumption&year=2024",
    steps: [
      { follow: "Advanced technology" },
      { pick: "04 Information and Communications", of: "Group" },
      { pick: "Imports for consumption", of: "Basis" },
      { pick: "2024", of: "Year" },
    ],
    shows: () => [
      `Taiwan (${percent(shareOfLines(ofGroup("04"), "imports_for_consumption", "2024", TAIWAN))})`,
    ],
  },
  {
    asked:
      "How many technology goods come mostly from Mexico and Canada, and which is the largest?",
    view: { ask: "dependence", lines: "atp", basis: "general_imports", year: "2025" },
    address: "#depends=atp",
    steps: [{ follow: "Dependence on Mexico and Canada" }],
    shows: () => {
      const all = dependent(ofTechnology, "general_imports", "2025");
      const above = all.filter(({ share }) => share > 0.5);
      const [{ hts10, share }] = above;
      return [`${above.length} of ${all.length}`, `(${dotted(hts10)}): ${percent(share)}`];
    },
  },
];
