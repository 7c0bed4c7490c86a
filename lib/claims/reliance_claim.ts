/** C8: does technology rely on Mexico and Canada? Their shares beside a yardstick, and line by line. */
import {
  calendarYear,
  dependenceAbove,
  type DependenceAtBar,
  industryYardstick,
  lineDependence,
  ofPeriod,
  onBasis,
  type RelativeShare,
  technologyYardstick,
} from "../analysis/mod.ts";
import { ATP_TOTAL, CANADA, lineName, MEXICO, partnerName, USMCA } from "../codes/mod.ts";
import { basisName, list, number, percent, periodName } from "../format.ts";
import { keep, records, rowOf } from "../frame.ts";
import { NOTE_YEAR } from "./note_balance.ts";
import type { Claim, Measure } from "./claim.ts";
import { allGoodsBySupplier, atpLinesOf } from "./line_imports.ts";

/** ATP groups and industries that the note names, and transport equipment, of which aerospace is one. */
const GROUPS = ["04", "08"];
const INDUSTRIES = ["334", "335", "336"];
const BASIS = "general_imports";
const YEARS = [NOTE_YEAR, NOTE_YEAR + 1];
/** A line depends on Mexico and Canada when more than this comes from them; the others are tried. */
const MOST = 0.5;
const OTHER_BARS = [0.4, 0.6, 0.75];

function measures(rows: RelativeShare[], what: string): Measure[] {
  return rows.flatMap((row): Measure[] => {
    const common = {
      partner: partnerName(row.partner_code),
      period: periodName(row.period_start, row.period_end),
      basis: basisName(row.basis),
      vintage: row.vintage,
    };
    return [
      { measure: `share of imports of ${what}`, value: row.share, unit: "share", ...common },
      {
        measure: `share of ${what} relative to the share of all goods`,
        value: row.relative_share,
        unit: "ratio",
        ...common,
      },
    ];
  });
}

export const essentialSupplies: Claim = {
  id: "C8",
  claim: "U.S. technology relies on essential supplies from Mexico and Canada",
  rule: "What is essential is a judgment, and imports say nothing of domestic supply: always an " +
    "interpretation, shown with a yardstick (the share of both in technology against their share in " +
    `all goods) and with the tariff lines of which more than ${percent(MOST, 0)} comes from them.`,
  judge: async (figures) => {
    const atp = onBasis(await atpLinesOf(figures), BASIS);
    const all = await allGoodsBySupplier(figures, BASIS);
    const [now, later] = YEARS.map((year) => technologyYardstick(atp, all, year));
    const both = rowOf(now, { class: ATP_TOTAL, partner_code: USMCA });
    const relativeOf = (partner_code: string) =>
      number(rowOf(now, { class: ATP_TOTAL, partner_code }).relative_share, 2);
    const alone = `Measured by its share of all goods, Mexico's share of technology is ` +
      `${relativeOf(MEXICO)} and Canada's ${relativeOf(CANADA)}.`;
    const lines = YEARS.map((year) => lineDependence(ofPeriod(atp, calendarYear(year))));
    const bars = lines.map((each) => records(dependenceAbove(each, [MOST, ...OTHER_BARS])));
    const [half] = bars[0];
    const largest = records(lines[0]).find(({ share }) => share > MOST)!;
    const ofLargest = lines.map((each) => rowOf(each, { hts10: largest.hts10 }));
    const industries = industryYardstick(
      await figures.read("naics3_imports_by_partner_monthly"),
      INDUSTRIES,
      calendarYear(NOTE_YEAR),
    );
    const common = {
      period: String(NOTE_YEAR),
      basis: basisName(BASIS),
      vintage: both.vintage,
    };
    const counted = (parts: DependenceAtBar[], what: (row: DependenceAtBar) => string) =>
      list(parts.toSorted((a, b) => a.bar - b.bar).map(what));
    return {
      verdict: "interpretation",
      finding: `In ${NOTE_YEAR} Mexico and Canada supplied ${percent(both.all_share)} of all ` +
        `imports and ${percent(both.share)} of those of advanced technology, which leans on them ` +
        `${both.relative_share < 1 ? "less" : "more"} than other goods do. ${alone} ` +
        `${half.lines} of ${half.of_lines} tariff lines come mostly from the two; they make up ` +
        `${percent(half.share_of_imports)} of technology imports, and ` +
        `${percent(half.share_of_partners)} of what the two supply of it.`,
      evidence: [
        ...measures(records(keep(now, { class: ATP_TOTAL })), "ATP"),
        {
          measure: "share of all imports",
          value: both.all_share,
          unit: "share",
          partner: partnerName(USMCA),
          ...common,
        },
        ...GROUPS.flatMap((code) =>
          measures(
            [rowOf(now, { class: code, partner_code: USMCA })],
            `ATP group ${code}`,
          )
        ),
        ...records(industries).filter((row) => row.partner_code === USMCA)
          .flatMap((row) => measures([row], `NAICS ${row.class}`)),
        {
          measure: `lines of which more than ${percent(MOST, 0)} comes from Mexico and Canada`,
          value: half.lines,
          unit: "count",
          ...common,
        },
        {
          measure: "share of these lines in ATP imports",
          value: half.share_of_imports,
          unit: "share",
          ...common,
        },
        {
          measure: "share of these lines in what Mexico and Canada supply of ATP",
          value: half.share_of_partners,
          unit: "share",
          partner: partnerName(USMCA),
          ...common,
        },
        ...measures([rowOf(later, { class: ATP_TOTAL, partner_code: USMCA })], "ATP"),
      ],
      sensitivity: `Above ${counted(bars[0], ({ bar }) => percent(bar, 0))} the lines are ` +
        `${counted(bars[0], ({ lines }) => number(lines))}, and make up ` +
        `${counted(bars[0], (row) => percent(row.share_of_imports))} of technology imports. ` +
        `The largest of them, ${lineName(largest.hts10).toLowerCase()}, came to ` +
        `${percent(ofLargest[0].share)} from the two in ${YEARS[0]} and to ` +
        `${percent(ofLargest[1].share)} in ${YEARS[1]}, when the lines above ` +
        `${percent(MOST, 0)} made up ${percent(bars[1][0].share_of_imports)}.`,
    };
  },
};
