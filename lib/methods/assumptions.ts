/**
 * What the report assumes. Chapter 2, the methods page and the appendix of the PDFs show these; a function
 * that rests on one names its key in its docstring (`@assumes`).
 */

export interface Assumption {
  /** Its name in docstrings and addresses: `listed-suppliers`. */
  key: string;
  /** What is assumed, as a statement. */
  assumed: string;
  /** Why it is needed, and what speaks for it. */
  why: string;
  /** What would be different without it, or if it were wrong. */
  change: string;
  /** Functions of the library and columns of the tables in which it is. */
  where: string[];
  /** Chapters that show what hangs on it. */
  chapters: number[];
}

/** In the order in which a reader meets them: data, suppliers, the deficit, changes, duties, the agreement. */
export const ASSUMPTIONS: readonly Assumption[] = [
  {
    key: "groups-of-2022",
    assumed:
      "A tariff line newer than the list of 2022 has the ATP group that all 2022 codes of its eight-digit heading share",
    why:
      "Later lists are not among the data. The lines so classified add to the published total of all ATP in each year, so that the list is right in sum",
    change:
      "Lines would move between groups, and with them shares in a group; the sum of all groups would stay",
    where: ["atpLines", "atp_method"],
    chapters: [4, 10],
  },
  {
    key: "industry-of-line",
    assumed:
      "A tariff line has the industry of its code in the concordance of 2022, a newer line the commonest of its heading",
    why:
      "Exact imports by industry, partner and line are not published together. The gap to the published industry is reconciled in Chapter 2",
    change: "Shares by industry that are added up from lines would move by about that gap",
    where: ["industryOnBothBases", "preferenceByClass", "naics_method"],
    chapters: [2, 4, 10],
  },
  {
    key: "origin-is-supplier",
    assumed: "The supplier of a good is the country of its last substantial transformation",
    why: "It is the country that the statistics record; content and ownership are not in them",
    change: "With value added by country, suppliers that assemble parts of others would weigh less",
    where: ["supplierShares"],
    chapters: [2, 4],
  },
  {
    key: "listed-suppliers",
    assumed:
      "The 30 countries that the table of industries lists are its suppliers; what is left of the world is the rest",
    why: "The table names the largest countries only; the rest is counted in every total and shown",
    change:
      "A country inside the rest could have a rank, or a gain or loss that is not seen; shares of the listed ones would stay",
    where: ["supplierShares", "replacementTable", "concentration"],
    chapters: [5, 7, 8],
  },
  {
    key: "unlisted-spread",
    assumed:
      "The rest is at most one country, and at least spread evenly over as many countries as it can hold",
    why: "The squares of its parts are not known; between these two ends every case lies",
    change: "With all suppliers listed the two bounds of the index would be one number",
    where: ["concentration"],
    chapters: [7],
  },
  {
    key: "dependence-bar",
    assumed:
      "A tariff line depends on Mexico and Canada when more than half of its imports come from them",
    why: "The word needs a bar; half is where the two supply more than all others together",
    change: "Chapter 4 counts the lines at other bars; in a line near the bar one year can decide",
    where: ["lineDependence", "dependenceAbove"],
    chapters: [4, 6],
  },
  {
    key: "significant-surplus",
    assumed: "A surplus is significant from a stated part of the total deficit on",
    why: "The note does not say what it means by the word",
    change: "Chapter 3 says for which bars the answer on claim C3 is the same",
    where: ["surplusBars", "aloneAbove"],
    chapters: [3, 6],
  },
  {
    key: "export-core",
    assumed:
      "The exports of ICT follow those of computers, telecommunications equipment and semiconductors by end use, and their ratio in a part of the year holds for the whole",
    why:
      "An estimate is for as long as balances by group for the whole year are not among the data. Each of two parts of years predicts the other, and the error is shown",
    change:
      "A ratio that moves within the year moves the estimate for claim C2; Chapter 3 says how far it would have to",
    where: ["ictExportCore", "anchorRatios", "estimateExports"],
    chapters: [3],
  },
  {
    key: "same-months",
    assumed: "Trade has seasons: parts of years are compared over the same months only",
    why:
      "The share of a part of a year differs from that of its year; Chapter 5 measures by how much",
    change: "A part of a year set against a whole one would mix the season with the change",
    where: ["comparableYears", "sameMonths", "partYearGaps"],
    chapters: [3, 5, 7],
  },
  {
    key: "proportional-gains",
    assumed: "By rule, each gain of share is taken from all losers in proportion to their losses",
    why: "Which loser a gain came from is not in the data",
    change:
      "Any other division lies between the bounds, which are shown beside the rule and need no assumption on the losses of those that are listed",
    where: ["replacementTable"],
    chapters: [7],
  },
  {
    key: "joint-effects-halved",
    assumed:
      "What two causes do together is divided between them half and half (midpoints of the two periods)",
    why:
      "It belongs to neither alone. Midpoints leave no remainder, and turn their sign when the periods change places",
    change:
      "At the weights of one period the parts are others; both ends, or the cross term, are given beside them",
    where: ["shiftShare", "dutyRateChange", "preferenceChange"],
    chapters: [7, 8, 10],
  },
  {
    key: "mean-of-orders",
    assumed:
      "Where suppliers and goods shift at once, their parts are the mean over the two orders in which the shifts can be taken",
    why: "Neither order is right alone; the mean treats both alike (Shapley)",
    change: "One order alone divides the same sum differently; both are returned",
    where: ["dutyRateSources"],
    chapters: [8],
  },
  {
    key: "calculated-duty",
    assumed: "Calculated duty stands for the duty that is paid",
    why:
      "The Bureau works it out from the rates in force on entry; what was refunded later is not published by partner and industry",
    change: "Refunds, such as those after the ruling of February 2026, would lower the rates",
    where: ["effectiveDutyRates"],
    chapters: [8],
  },
  {
    key: "levels-and-stretches",
    assumed:
      "A monthly duty rate is a series of levels: a stretch has at least two months, and there are at most ten breaks",
    why: "One odd month is no level of its own; a penalty decides how many breaks are worth having",
    change: "Chapter 8 lets the shortest stretch grow and shows which breaks stay",
    where: ["levelSegments", "levelBreaks", "breakSensitivity"],
    chapters: [8, 9],
  },
  {
    key: "event-near-a-break",
    assumed: "An event is near a break if it took effect in the same month or in the month before",
    why:
      "Duties may be charged from a day late in the month; the base rate of such a match is shown",
    change: "A wider window would match more, by chance too",
    where: ["eventsNear", "eventCoverage"],
    chapters: [8],
  },
  {
    key: "general-stand-in",
    assumed:
      "Before 2013 general imports stand in for imports for consumption under the preference share",
    why: "Imports for consumption by partner are not among the data for those years",
    change: "The ratio is approximate there; where both are known the gap is measured",
    where: ["preferenceSeries", "basisGap"],
    chapters: [10],
  },
  {
    key: "restated-months",
    assumed:
      "A month whose total was published again and departs by more than 2% from the sum of its lines is not used by product",
    why:
      "The lines of a month are compiled once, its total is published again. Chapter 10 says how far apart the months that hold and the others are: any bar between chooses the same",
    change: "With the lines of a later vintage the months could be used",
    where: ["monthsOfLines", "RESTATED_FROM"],
    chapters: [10],
  },
  {
    key: "kinds-of-six-digits",
    assumed: "Goods of the same six digits of the tariff are of one kind",
    why: "Ten-digit lines are renumbered from year to year, six digits are not",
    change:
      "With coarser kinds less counts as a shift between goods, and more as a change within them",
    where: ["preferenceChange"],
    chapters: [10],
  },
  {
    key: "free-for-everybody",
    assumed:
      "A tariff line is free for everybody in a year in which less than one percent of what the European Union sent in it was dutiable",
    why:
      "The tariff itself is not among the data. The Union sends nearly every line, has no free-trade agreement with the United States, and was outside the duties on China",
    change: "With the rates of the tariff the lines would be known, not inferred from trade",
    where: ["freeForAll"],
    chapters: [10],
  },
];
