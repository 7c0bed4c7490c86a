/**
 * The words of the field, as the chapters use them. Chapter 2, the methods page and the appendix of the PDFs
 * show these, and the first use of a word in a chapter leads to its meaning.
 */

import { named } from "../about.ts";

export interface Term {
  term: string;
  /** What is recognized in prose, plurals too; a small first letter stands for a capital one as well. */
  recognized: string[];
  meaning: string;
  /** The chapter that explains or uses it most. */
  chapter: number;
}

/** The page and the appendix that explain the words. */
export const METHODS = "methods";

/** Where a word is explained there: `term-customs-value`. */
export const termAnchor = ({ term }: Pick<Term, "term">): string =>
  `term-${term.replace(/\s*\(.*\)$/, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-")}`;

/** In the order of the alphabet. */
export const GLOSSARY: readonly Term[] = [
  {
    term: "advanced technology products (ATP)",
    recognized: ["advanced technology products", "ATP"],
    meaning:
      "a list of product codes in ten technology groups, revised from year to year. The Bureau describes it as about 500 of some 22,000 codes; the import list of 2022 that is used here has 644",
    chapter: 2,
  },
  {
    term: "all others",
    recognized: [],
    meaning: "in a figure: the listed suppliers without a line of their own, and the rest",
    chapter: 5,
  },
  {
    term: "anchor",
    recognized: ["anchor", "anchors"],
    meaning:
      "a period for which a value is published beside a monthly series that moves with it; the ratio of the two carries the value to other periods",
    chapter: 3,
  },
  {
    term: "balance",
    recognized: ["trade balance", "trade balances"],
    meaning: "exports less imports; below zero it is a deficit, above zero a surplus",
    chapter: 3,
  },
  {
    term: "basis",
    recognized: ["import basis", "import bases", "both bases"],
    meaning:
      "what is counted and how it is valued: general imports, imports for consumption, or total exports. Two bases are never mixed in one number",
    chapter: 2,
  },
  {
    term: "bounds",
    recognized: [],
    meaning:
      "the least and the most that a quantity can be, given sums that are known (Fréchet); they need no assumption on what is not known",
    chapter: 7,
  },
  {
    term: "break",
    recognized: ["breaks"],
    meaning:
      "the first month of a new level of a monthly series; it comes without a confidence interval",
    chapter: 8,
  },
  {
    term: "calculated duty",
    recognized: ["calculated duty"],
    meaning:
      "duty worked out from the rates and values of each entry; refunds that come later are not in it",
    chapter: 8,
  },
  {
    term: "China",
    recognized: [],
    meaning:
      "Schedule C code 5700, without Hong Kong and Macao, which are partners of their own, as they are in the Bureau's data",
    chapter: 2,
  },
  {
    term: "concordance",
    recognized: ["concordance", "concordances"],
    meaning: "the Bureau's list that gives each product code its technology group and its industry",
    chapter: 2,
  },
  {
    term: "core of ICT exports",
    recognized: [],
    meaning:
      "monthly exports of computers, telecommunications equipment and semiconductors by end use, less semiconductors; they move with the exports of ICT",
    chapter: 3,
  },
  {
    term: "cross term",
    recognized: ["cross term"],
    meaning: "the part of a change that two causes make together, and neither alone",
    chapter: 7,
  },
  {
    term: "customs value",
    recognized: ["customs value"],
    meaning:
      "the price paid for goods when they are sold for export to the United States, without duties, freight and insurance: how all imports are valued here",
    chapter: 2,
  },
  {
    term: "dependence",
    recognized: [],
    meaning:
      "of a tariff line: the share of Mexico and Canada in its imports. A line depends on the two when it is more than half",
    chapter: 4,
  },
  {
    term: "dutiable",
    recognized: ["dutiable"],
    meaning: "of goods: charged with a duty when they enter",
    chapter: 10,
  },
  {
    term: "effective duty rate",
    recognized: ["effective duty rate", "effective duty rates", "duty rate", "duty rates"],
    meaning:
      "calculated duty divided by imports for consumption of the same goods: an average over goods that pay and goods that enter free",
    chapter: 8,
  },
  {
    term: "effective suppliers",
    recognized: ["equal-sized suppliers", "equal suppliers"],
    meaning:
      "one divided by the Herfindahl–Hirschman index: as many suppliers of equal size would give the same index",
    chapter: 7,
  },
  {
    term: "end use",
    recognized: ["end use", "end uses"],
    meaning:
      "the Bureau's sorting of goods by what they are for, such as computers or semiconductors; published every month",
    chapter: 3,
  },
  {
    term: "estimate",
    recognized: ["estimate"],
    meaning:
      "a value that is not published and is worked out from others; it has a range, is called an estimate everywhere, and gives way when the figure is published",
    chapter: 3,
  },
  {
    term: "foreign-trade zone, bonded warehouse",
    recognized: ["foreign-trade zone", "bonded warehouse"],
    meaning:
      "places where goods may lie before they enter the market: they count as general imports on arrival, as imports for consumption on release",
    chapter: 4,
  },
  {
    term: "free alongside ship (f.a.s.)",
    recognized: ["free alongside ship"],
    meaning:
      "the value of exports at the U.S. port, with the cost of the way to it and without that of loading and of the way beyond",
    chapter: 3,
  },
  {
    term: "general imports",
    recognized: ["general imports"],
    meaning:
      "all goods that arrive, at customs value, when they arrive; also those that go to a bonded warehouse or a foreign-trade zone",
    chapter: 2,
  },
  {
    term: "Grubel–Lloyd index",
    recognized: [
      "index of Grubel and Lloyd",
      "Grubel–Lloyd index",
      "two-way trade",
      "two-way",
    ],
    meaning:
      "how much of the trade with a partner is matched by trade the other way: 0 when trade goes one way only, 1 when exports equal imports",
    chapter: 3,
  },
  {
    term: "heading",
    recognized: [],
    meaning:
      "the first four digits of a tariff line, such as 8471, computers and their units; with eight digits, the finest detail that carries a rate of duty",
    chapter: 4,
  },
  {
    term: "Herfindahl–Hirschman index (HHI)",
    recognized: ["Herfindahl–Hirschman index", "HHI"],
    meaning:
      "the sum of the squared shares of suppliers: 1 for a single one, 1/n for n equal ones; often written times 10,000",
    chapter: 7,
  },
  {
    term: "ICT",
    recognized: [
      "information and communications technology",
      "Information and Communications",
      "ICT",
    ],
    meaning: "Information and Communications, group 04 of the ten ATP technology groups",
    chapter: 3,
  },
  {
    term: "imports for consumption",
    recognized: ["imports for consumption"],
    meaning:
      "goods that enter the market, at customs value, when they enter it; the base of duties",
    chapter: 2,
  },
  {
    term: "midpoint",
    recognized: ["midpoint", "midpoints"],
    meaning:
      "the mean of two periods, used as the weight of a change between them (Bennet), so that the parts add up and turn their sign when the periods change places",
    chapter: 7,
  },
  {
    term: "mix",
    recognized: [],
    meaning:
      "the part of a change of an average that comes from other weights (other goods, industries or suppliers), not from a change within them",
    chapter: 7,
  },
  {
    term: "NAFTA",
    recognized: ["NAFTA"],
    meaning: "the North American Free Trade Agreement, which the USMCA replaced in July 2020",
    chapter: 10,
  },
  {
    term: "NAICS",
    recognized: ["NAICS"],
    meaning:
      "the North American Industry Classification System. NAICS 334 is the industry of computer and electronic products, 335 that of electrical equipment, appliances and components. Industries overlap ATP and are not comparable with it",
    chapter: 2,
  },
  {
    term: "origin",
    recognized: ["origin"],
    meaning:
      "the country of the last substantial transformation of a good; it says nothing of content or ownership",
    chapter: 2,
  },
  {
    term: "percentage point",
    recognized: ["percentage point", "percentage points"],
    meaning: "the unit of a change of a share: from 14% to 17% are 3 percentage points",
    chapter: 7,
  },
  {
    term: "preference claim",
    recognized: ["claims the preference", "claim the preference"],
    meaning:
      "what an importer declares to enter goods under the agreement; recorded as special program S or S+",
    chapter: 10,
  },
  {
    term: "preference share",
    recognized: ["preference share", "preference shares"],
    meaning:
      "what entered under the agreement divided by all imports for consumption of the same goods from the partner, in the same months",
    chapter: 10,
  },
  {
    term: "reconciliation",
    recognized: ["reconciliation", "reconciliations"],
    meaning: "a sum in the data that must agree with another, with the largest gap that was found",
    chapter: 2,
  },
  {
    term: "relative share",
    recognized: ["relative share", "relative shares"],
    meaning:
      "a supplier's share in a class of goods divided by its share in all goods: above one, the class leans on it more than imports as a whole do",
    chapter: 4,
  },
  {
    term: "the rest",
    recognized: [],
    meaning:
      "what the table of industries leaves unnamed: the world less the 30 countries that it lists; it has no rank",
    chapter: 5,
  },
  {
    term: "restatement",
    recognized: ["restated", "restatement"],
    meaning:
      "of a month: its total was published again and departs from the sum of its lines, which are then not used",
    chapter: 10,
  },
  {
    term: "revision",
    recognized: ["revision", "revisions", "revised"],
    meaning:
      "what the publisher changed in a figure between two vintages: months at each release, recent years again each June",
    chapter: 2,
  },
  {
    term: "rules of origin",
    recognized: ["rules of origin"],
    meaning: "what goods must meet to count as made in the member countries of an agreement",
    chapter: 10,
  },
  {
    term: "segmentation",
    recognized: ["segmentation"],
    meaning:
      "the division of a monthly series into stretches of one level each, found from the figures alone; it is no test",
    chapter: 8,
  },
  {
    term: "share of a net total",
    recognized: ["net total"],
    meaning:
      "a group's balance divided by the total balance: it can go below 0% and above 100%, and is no slice of a pie",
    chapter: 3,
  },
  {
    term: "shift-share decomposition",
    recognized: ["shift-share decomposition", "shift-share"],
    meaning:
      "the change of a supplier's share in all imports, taken apart into its own share rising within industries and the mix of industries",
    chapter: 7,
  },
  {
    term: "significant",
    recognized: [],
    meaning: `of a surplus: at least a stated part of the total deficit${
      named("; the note gives no bar", "")
    }`,
    chapter: 3,
  },
  {
    term: "supplier share",
    recognized: ["supplier share", "supplier shares", "suppliers' shares", "share of a supplier"],
    meaning:
      "imports from a partner divided by imports from all, same goods, same basis, same period",
    chapter: 4,
  },
  {
    term: "tariff line (HTS-10)",
    recognized: ["tariff line", "tariff lines", "HTS-10"],
    meaning:
      "a ten-digit code of the Harmonized Tariff Schedule of the United States, the finest detail that is published",
    chapter: 4,
  },
  {
    term: "technology group",
    recognized: ["technology group", "technology groups"],
    meaning: "one of the ten groups into which the Bureau sorts advanced technology products",
    chapter: 3,
  },
  {
    term: "total exports",
    recognized: ["total exports"],
    meaning: "goods made here (domestic) and passed on (foreign), valued free alongside ship",
    chapter: 2,
  },
  {
    term: "USMCA",
    recognized: ["USMCA"],
    meaning:
      "the agreement between the United States of America, the United Mexican States, and Canada, in force since July 2020; in a table of suppliers, Canada and Mexico together",
    chapter: 5,
  },
  {
    term: "verdict",
    recognized: ["verdict", "verdicts"],
    meaning:
      "what the data carry of a claim under a stated rule; it is computed, and changes with them",
    chapter: 6,
  },
  {
    term: "vintage",
    recognized: ["vintage", "vintages"],
    meaning:
      "when a figure was published, as exactly as the carrier kept it; for an answer of the Bureau's interface, the day on which it was asked. The last one published counts, whenever it was retrieved",
    chapter: 2,
  },
  {
    term: "yardstick",
    recognized: ["yardstick"],
    meaning:
      "what a number is held against to say whether it is large; for a share in a class of goods, the share of the same supplier in all goods",
    chapter: 4,
  },
];
