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
  industryRank,
  industryShares,
  ofGroup,
  ofTechnology,
  ranking,
  shareChanges,
  shareOfLines,
  underAgreement,
  underCode,
} from "./desk_answers.ts";

/** What a reader does: types words into the search, takes what it offers, or sets a choice. */
export type Step =
  | { type: string }
  | { choose: string }
  | { set: string; to: string };

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
    steps: [{ type: "servers" }, { choose: "Servers and other processing units" }],
    shows: () => [
      "Mexico",
      percent(shareOfLines(underCode(SERVERS), "general_imports", "2025", MEXICO)),
      percent(shareOfLines(underCode(SERVERS), "imports_for_consumption", "2025", MEXICO)),
    ],
  },
  {
    asked: "How much of Mexico's laptops entered under the USMCA in February 2026?",
    view: { ask: "goods", hts: LAPTOPS, basis: "general_imports", year: "2025" },
    address: "#hts=8471.30.0100",
    steps: [{ type: "laptops" }, { choose: "Laptops and tablets" }],
    shows: () => ["February 2026", percent(underAgreement(LAPTOPS, "2026-02", MEXICO))],
  },
  {
    asked:
      "What duty did auto parts from Mexico pay in 2024 and in 2025, as a part of their value?",
    view: { ask: "goods", hts: "8708", basis: "general_imports", year: "2025" },
    address: "#hts=8708",
    steps: [{ type: "8708" }, { choose: "8708" }],
    shows: () =>
      ["2024", "2025"].flatMap((year) => [
        year,
        percent(dutyOfLines(underCode("8708"), year, MEXICO)),
      ]),
  },
  {
    asked: "Which country gained most in electronics imports between 2017 and 2024?",
    view: { ask: "changes", naics: "334", from: "2017", to: "2024" },
    address: "#ask=changes&naics=334&from=2017&to=2024",
    steps: [
      { choose: "Who gained and who lost" },
      { set: "Industry", to: "Computer and electronic products" },
      { set: "From", to: "2017" },
      { set: "To", to: "2024" },
    ],
    shows: () => {
      const [[code, change]] = shareChanges("334", "2017", "2024");
      return [nameOf(code), (change * 100).toFixed(1)];
    },
  },
  {
    asked: "Who lost most of all U.S. imports between 2017 and 2024?",
    view: { ask: "changes", naics: "00", from: "2017", to: "2024" },
    address: "#ask=changes&naics=00&from=2017&to=2024",
    steps: [
      { choose: "Who gained and who lost" },
      { set: "Industry", to: "All goods" },
      { set: "From", to: "2017" },
      { set: "To", to: "2024" },
    ],
    shows: () => {
      const [code, change] = shareChanges("00", "2017", "2024").at(-1)!;
      return [nameOf(code), (-change * 100).toFixed(1)];
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
    address: "#naics=334&partners=5700&from=2017&to=2024",
    steps: [
      { choose: "Suppliers of an industry" },
      { set: "Industry", to: "Computer and electronic products" },
      { set: "Partners", to: "China" },
      { set: "From", to: "2017" },
      { set: "To", to: "2024" },
    ],
    shows: () =>
      ["2017", "2024"].flatMap((year) => [year, percent(industryShares("334", year).get(CHINA)!)]),
  },
  {
    asked: "Where does Mexico rank among the suppliers of electrical equipment in 2024?",
    view: {
      ask: "suppliers",
      naics: "335",
      measure: "rank",
      partners: [MEXICO],
      from: "2017",
      to: "2024",
    },
    address: "#naics=335&measure=rank&partners=2010&from=2017&to=2024",
    steps: [
      { choose: "Suppliers of an industry" },
      { set: "Industry", to: "Electrical equipment, appliances and components" },
      { set: "Measure", to: "Rank" },
      { set: "Partners", to: "Mexico" },
      { set: "From", to: "2017" },
      { set: "To", to: "2024" },
    ],
    shows: () => ["Mexico", ORDINALS[industryRank("335", "2024", MEXICO)]],
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
    address: "#naics=335&measure=duty&partners=5700&from=2017&to=2024",
    steps: [
      { choose: "Suppliers of an industry" },
      { set: "Industry", to: "Electrical equipment, appliances and components" },
      { set: "Measure", to: "Duty rate" },
      { set: "Partners", to: "China" },
      { set: "From", to: "2017" },
      { set: "To", to: "2024" },
    ],
    shows: () => ["China", percent(industryDuty("335", "2024", CHINA))],
  },
  {
    asked: "Who supplied most aerospace products in 2025, and where did Mexico stand?",
    view: { ask: "groups", group: "08", basis: "general_imports", year: "2025" },
    address: "#atp=08",
    steps: [{ type: "aerospace" }, { choose: "Aerospace" }],
    shows: () => {
      const places = ranking(ofGroup("08"), "general_imports", "2025");
      const share = shareOfLines(ofGroup("08"), "general_imports", "2025", places[0]);
      return [nameOf(places[0]), percent(share), ORDINALS[places.indexOf(MEXICO) + 1]];
    },
  },
  {
    asked:
      "How many technology goods come mostly from Mexico and Canada, and which is the largest?",
    view: { ask: "dependence", lines: "atp", basis: "general_imports", year: "2025" },
    address: "#ask=dependence",
    steps: [{ choose: "Dependence on Mexico and Canada" }],
    shows: () => {
      const all = dependent(ofTechnology, "general_imports", "2025");
      const above = all.filter(({ share }) => share > 0.5);
      return [
        `${above.length} of ${all.length}`,
        dotted(above[0].hts10),
        percent(above[0].share),
      ];
    },
  },
];
