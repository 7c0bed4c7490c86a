/** C9: what trade in both directions says of the integration of North America's supply chains. */
import {
  isFullYear,
  longestPartOfYear,
  meanIndexOfOthers,
  NEIGHBORS,
  ofPeriod,
  partsOfYears,
  type Period,
  periodsOf,
  type TwoWayTrade,
  twoWayTrade,
} from "../analysis/mod.ts";
import { CANADA, CHINA, EXHIBIT_COUNTRIES, MEXICO, partnerName, TAIWAN } from "../codes/mod.ts";
import { basisName, list, number, percent } from "../format.ts";
import { records, rowOf } from "../frame.ts";
import { BALANCE_BASIS, nameOf, NOTE_YEAR } from "./note_balance.ts";
import type { Claim, Figures, Measure } from "./claim.ts";

const IRELAND = "4190";
const TWO_WAY_BASIS = `${basisName("total_exports")} and ${basisName("general_imports")}`;
const index = (value: number) => number(value, 2);

/** A year or a part of one: the rows of all countries, and the mean index of those other than the neighbors. */
interface PartYear {
  period: Period;
  rows: TwoWayTrade[];
  others: number;
}

async function partYears({ read }: Figures): Promise<PartYear[]> {
  const two = twoWayTrade(await read("atp_by_area"));
  const means = meanIndexOfOthers(two);
  const years = periodsOf(two).filter(isFullYear);
  return [...years, ...partsOfYears(two)].map((period) => ({
    period,
    rows: records<TwoWayTrade>(ofPeriod(two, period)),
    others: rowOf(ofPeriod(means, period), {}).grubel_lloyd,
  }));
}

const of = ({ rows }: PartYear, code: string) =>
  rows.find(({ partner_code }) => partner_code === code)!;
const together = ({ rows }: PartYear) => rows.find(({ area }) => area === NEIGHBORS)!;
const neighbors = (part: PartYear) => [CANADA, MEXICO].map((code) => of(part, code));
/** How far the less two-way of both neighbors lies above the mean of the others. */
const margin = (part: PartYear) =>
  Math.min(...neighbors(part).map(({ grubel_lloyd }) => grubel_lloyd)) - part.others;

function measures(note: PartYear, parts: PartYear[]): Measure[] {
  const at = (row: TwoWayTrade) => ({
    period: nameOf(row),
    vintage: row.vintage,
    partner: row.partner_code ? partnerName(row.partner_code) : NEIGHBORS,
  });
  const indexOf = (row: TwoWayTrade): Measure => ({
    measure: "Grubel–Lloyd index of ATP trade",
    value: row.grubel_lloyd,
    unit: "index",
    basis: TWO_WAY_BASIS,
    ...at(row),
  });
  const both = together(note);
  const shares = (["export", "import"] as const).map((flow): Measure => ({
    measure: `share of U.S. ATP ${flow}s`,
    value: both[`${flow}_share`],
    unit: "share",
    basis: basisName(flow === "export" ? "total_exports" : "general_imports"),
    ...at(both),
  }));
  const balances = [...neighbors(note), both].map((row): Measure => ({
    measure: "balance of ATP trade",
    value: row.balance_usd,
    unit: "USD",
    basis: BALANCE_BASIS,
    ...at(row),
  }));
  const mean = (part: PartYear): Measure => ({
    measure: "mean Grubel–Lloyd index of the other listed countries, weighted by trade",
    value: part.others,
    unit: "index",
    basis: TWO_WAY_BASIS,
    period: nameOf(part.period),
    vintage: part.rows[0].vintage,
  });
  return [
    ...[...neighbors(note), both].map(indexOf),
    mean(note),
    ...shares,
    ...balances,
    ...[CHINA, TAIWAN, IRELAND].map((code) => indexOf(of(note, code))),
    ...parts.filter((part) => part !== note)
      .flatMap((part) => [...neighbors(part).map(indexOf), mean(part)]),
  ];
}

export const integration: Claim = {
  id: "C9",
  claim: "North America's high-tech supply chains are deeply integrated",
  rule: "Integration means linked production, and trade balances do not show who makes parts for " +
    "whom: at most an interpretation. It is one when ATP trade with Canada and with Mexico goes both " +
    "ways more than with the other listed countries on average (Grubel–Lloyd index, weighted by " +
    "trade) in every published year and part of one; otherwise not confirmed.",
  judge: async (figures) => {
    const parts = await partYears(figures);
    const start = longestPartOfYear(twoWayTrade(await figures.read("atp_by_area")), NOTE_YEAR);
    const note = parts.find(({ period }) =>
      period.period_end === start.period_end &&
      period.period_start === start.period_start
    )!;
    const [canada, mexico] = neighbors(note);
    const nearest = parts.toSorted((a, b) => margin(a) - margin(b))[0];
    const weaker = neighbors(nearest).toSorted((a, b) => a.grubel_lloyd - b.grubel_lloyd)[0];
    const countries = note.rows.filter(({ partner_code }) => partner_code !== "");
    const above = countries.filter(({ grubel_lloyd }) => grubel_lloyd > mexico.grubel_lloyd);
    const mostMatched = parts.filter((part) =>
      part.rows.filter(({ partner_code }) => partner_code !== "")
        .every(({ matched_usd }) => matched_usd <= of(part, MEXICO).matched_usd)
    );
    const both = together(note);
    const what = parts.some(({ period }) => isFullYear(period))
      ? "years and part-years"
      : "part-years";
    return {
      verdict: nearest && margin(nearest) > 0 ? "interpretation" : "not confirmed",
      finding:
        `In ${nameOf(note.period)} Canada and Mexico bought ${percent(both.export_share)} of ` +
        `U.S. ATP exports and supplied ${percent(both.import_share)} of imports. Trade went both ` +
        `ways with each: the index is ${index(mexico.grubel_lloyd)} for Mexico and ` +
        `${index(canada.grubel_lloyd)} for Canada, and ${
          index(note.others)
        } for the other listed ` +
        "countries on average.",
      evidence: measures(note, parts),
      sensitivity:
        `Over ${parts.length} published ${what} the margin over the average is smallest in ` +
        `${nameOf(nearest.period)}: ${partnerName(weaker.partner_code)} ` +
        `${index(weaker.grubel_lloyd)} against ${
          index(nearest.others)
        }. The index does not single ` +
        `out the neighbors: in ${nameOf(note.period)} it was higher than Mexico's with ` +
        `${above.length} of ${Object.keys(EXHIBIT_COUNTRIES).length} countries (${
          list(
            above.toSorted((a, b) => b.grubel_lloyd - a.grubel_lloyd)
              .map(({ partner_code }) => partnerName(partner_code)),
          )
        }). In dollars of matched trade Mexico came first in ${mostMatched.length} of ` +
        `${parts.length} ${what}.`,
    };
  },
};
