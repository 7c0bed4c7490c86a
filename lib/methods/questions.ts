/** The order of the methods: by what a reader asks, and under each question from the simple to the composed. */

export interface Question {
  question: string;
  /** Functions whose docstrings hold the formulas. */
  functions: string[];
}

export const QUESTIONS: readonly Question[] = [
  {
    question: "How large is a supplier?",
    functions: ["supplierShares", "rankSuppliers", "goodsMix", "relativeShares"],
  },
  {
    question: "Which goods depend on few, and how concentrated are suppliers?",
    functions: ["lineDependence", "dependenceAbove", "concentration", "comparedConcentration"],
  },
  {
    question: "Is there a deficit, and what makes it?",
    functions: ["balance", "annualBalance", "balanceByGroup", "surplusBars"],
  },
  {
    question: "Does trade go both ways?",
    functions: ["twoWayTrade", "meanIndexOfOthers"],
  },
  {
    question: "How is a share estimated that is not published?",
    functions: [
      ...["ictExportCore", "anchorRatios", "predictions", "estimateExports"],
      ...["olderToNewer", "estimateShare"],
    ],
  },
  {
    question: "What changed, and who gained?",
    functions: [
      ...["shareChanges", "suppliersAhead", "replacementTable", "withDollars"],
      ...["shiftShare", "detailGrowth", "partYearGaps"],
    ],
  },
  {
    question: "How high are duties, when did they change, and why?",
    functions: [
      ...["effectiveDutyRates", "dutyRateChange", "dutyRateSources"],
      ...["levelSegments", "levelBreaks", "eventCoverage"],
    ],
  },
  {
    question: "What enters under the agreement?",
    functions: [
      ...["preferenceShares", "preferenceByClass", "preferenceChange"],
      ...["freeForAll", "monthsOfLines", "basisGap"],
    ],
  },
  {
    question: "How sure is a figure?",
    functions: ["revisions", "industryOnBothBases"],
  },
];
