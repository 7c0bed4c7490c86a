/** C2: the share of Information and Communications (ICT) in the ATP deficit of the note's year. */
import {
  type GroupBalance,
  isFullYear,
  liesWithin,
  ofPeriod,
  partsOfYears,
  roomForError,
} from "../analysis/mod.ts";
import { basisName, list, number, percent } from "../format.ts";
import { rowOf } from "../frame.ts";
import { BALANCE_BASIS, type Composition, composition, nameOf, NOTE_YEAR } from "./note_balance.ts";
import type { Claim, Judgment, Measure, Verdict } from "./claim.ts";
import { ICT, type IctEstimate, ictEstimate } from "./ict_estimate.ts";

/** Share of the ATP deficit that the note gives for ICT. */
const NOTE_ICT_SHARE = 0.774;
/** An estimate is consistent with the note, and a revision confirms it in part, up to this distance. */
const WITHIN = 0.01;

const ictOf = (rows: GroupBalance[]) => rows.find(({ atp_group }) => atp_group === ICT)!;

const shareMeasure = (row: GroupBalance): Measure => ({
  measure: "share of ICT in the ATP balance",
  value: row.share_of_balance,
  unit: "share",
  period: nameOf(row),
  basis: BALANCE_BASIS,
  vintage: row.vintage,
});

/** The published year decides. */
function decided({ groups, words }: Composition): Judgment {
  const ict = ictOf(groups);
  const distance = Math.abs(ict.share_of_balance - NOTE_ICT_SHARE);
  const verdict: Verdict = distance < 0.0005
    ? "confirmed"
    : distance < WITHIN
    ? "confirmed in part"
    : "not confirmed";
  return {
    verdict,
    finding: `In ${words} the balance of ICT came to ${percent(ict.share_of_balance)} of the ` +
      `ATP balance; the note says ${percent(NOTE_ICT_SHARE)}.`,
    evidence: [shareMeasure(ict)],
    sensitivity: `The published share lies ${number(distance * 100, 2)} points from the note's; ` +
      "confirmed takes less than 0.05, confirmed in part less than 1.",
  };
}

function estimateMeasures(estimate: IctEstimate): Measure[] {
  const { share, parts, imports_usd, error, largestError, vintages } = estimate;
  const [ofDeficit, , ofCore, ofLines] = vintages;
  const period = String(NOTE_YEAR);
  const shares = (["low", "high", "central"] as const).map((side): Measure => ({
    measure: `share of ICT in the ATP deficit, ${side === "central" ? side : `${side} end`}`,
    value: share[side],
    unit: "share",
    period,
    basis: BALANCE_BASIS,
    vintage: list([...new Set(vintages)].sort()),
    estimate: true,
  }));
  const exports = { period, basis: basisName("total_exports"), vintage: ofCore };
  const estimated = (measure: string, value: number, unit: Measure["unit"]): Measure => ({
    measure,
    value,
    unit,
    ...exports,
    estimate: true,
  });
  return [
    ...shares,
    estimated("ICT exports, central", parts.exports.central, "USD"),
    estimated("error of a published part-year predicted from the other", error, "share"),
    estimated("largest error of any published period", largestError, "share"),
    {
      measure: "ICT imports, added up from tariff lines",
      value: imports_usd,
      unit: "USD",
      period,
      basis: basisName("general_imports"),
      vintage: ofLines,
    },
    {
      measure: "balance of all ATP",
      value: -parts.deficit,
      unit: "USD",
      period,
      basis: BALANCE_BASIS,
      vintage: ofDeficit,
    },
  ];
}

/** Without the year: the estimate, when all of its range is near the note; never a quarter. */
function undecided(found: Composition, estimate?: IctEstimate): Judgment {
  const quarters = partsOfYears(found.all).map((part) =>
    shareMeasure(rowOf(ofPeriod(found.all, part), { atp_group: ICT }))
  );
  const none = `The share of ICT is not in the data for the whole of ${NOTE_YEAR}`;
  if (!estimate) {
    return {
      verdict: "not decidable on these figures",
      finding: `${none}; in ${found.words} it was ${
        percent(ictOf(found.groups).share_of_balance)
      }.`,
      evidence: quarters,
      sensitivity: "Nothing but balances by group for the full year decides it.",
    };
  }
  const { share, parts, error } = estimate;
  const near = liesWithin(share, NOTE_ICT_SHARE, WITHIN);
  const room = roomForError(parts, NOTE_ICT_SHARE, WITHIN);
  return {
    verdict: near ? "consistent, by estimate" : "not decidable on these figures",
    finding: `${none}; by estimate it lies between ${percent(share.low)} and ` +
      `${percent(share.high)}, and the note says ${percent(NOTE_ICT_SHARE)}.`,
    evidence: [...estimateMeasures(estimate), ...quarters],
    sensitivity:
      (near
        ? `The verdict holds while the estimated exports miss by less than ${percent(room)}. `
        : room > 0
        ? "It would be consistent, by estimate, if the estimated exports could miss by no more than " +
          `${percent(room)}. `
        : "However well the exports were known, the estimate would not lie near the note. ") +
      `Each of the two published part-years, predicted from the other, was missed by up to ` +
      `${percent(error)}; of all published periods the worst by ${percent(estimate.largestError)}.`,
  };
}

export const ictShare: Claim = {
  id: "C2",
  claim: `ICT accounts for ${percent(NOTE_ICT_SHARE)} of the ATP deficit of 2024`,
  rule: "What is published for the year decides; a part of the year never does. On balances by " +
    "group for the full year: confirmed when the share is the note's to the decimal, confirmed in " +
    "part within one percentage point (a revision), otherwise not confirmed. Without them the exact " +
    "share is not decidable; it is consistent, by estimate, when the whole range of the estimate lies " +
    "within one point of the note's share, on the deficit of the vintage nearest to the note.",
  judge: async (figures) => {
    const found = await composition(figures);
    return isFullYear(found.period) ? decided(found) : undecided(found, await ictEstimate(figures));
  },
};
