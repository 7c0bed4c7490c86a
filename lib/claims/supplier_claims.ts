/** C4 and C6: what the note says of the suppliers of ICT and of aerospace products. */
import type { SupplierRevision } from "../analysis/mod.ts";
import {
  CANADA,
  CHINA,
  EU27_MEMBERS,
  EUROPEAN_UNION,
  MEXICO,
  partnerName,
  TAIWAN,
} from "../codes/mod.ts";

import { basisName, billions, list, number, ordinal, percent, signed } from "../format.ts";
import { type Frame, rowOf } from "../frame.ts";
import { NOTE_YEAR } from "./note_balance.ts";
import type { Claim, Measure, Verdict } from "./claim.ts";
import { revisionsOf } from "./line_imports.ts";
import {
  type RankedSupplier,
  type SupplierRanking,
  supplierRankings,
} from "./supplier_rankings.ts";

const ICT = "04";
const AEROSPACE = "08";
const CLAIMED_ORDER = [CHINA, TAIWAN, MEXICO];
const NEXT_YEAR = NOTE_YEAR + 1;

const names = (rows: RankedSupplier[]) => list(rows.map((row) => partnerName(row.partner_code)));
const said = (usd: number) => `${number(Math.abs(usd) / 1e6)} million dollars`;
const lead = ([first, second]: RankedSupplier[]) => first.value_usd / second.value_usd - 1;

/** The largest suppliers of a ranking as evidence. */
const measures = (ranking: SupplierRanking, what: string, year: number, most: number): Measure[] =>
  ranking.suppliers.slice(0, most).map((row) => ({
    measure: `imports of ${what} products`,
    value: row.value_usd,
    unit: "USD",
    partner: partnerName(row.partner_code),
    period: String(year),
    basis: basisName(ranking.basis),
    vintage: ranking.vintage,
  }));

/** The verdict on the note's order from the first three countries on each basis. */
export function judgeOrder(firsts: string[][]): Verdict {
  const claimed = CLAIMED_ORDER.join();
  const asClaimed = firsts.filter((order) => order.join() === claimed).length;
  if (asClaimed === firsts.length) return "confirmed";
  if (asClaimed > 0) return "depends on the basis";
  const [first, second, third] = CLAIMED_ORDER;
  const exchanged = [first, third, second].join();
  return firsts.every((order) => order.join() === exchanged)
    ? "confirmed in part"
    : "not confirmed";
}

/** What the revision between two vintages says of the order in the older one. */
function revisionInWords(revisions: Frame<SupplierRevision>, margin: number): string {
  const [mexico, taiwan] = [MEXICO, TAIWAN].map((partner_code) =>
    rowOf(revisions, { partner_code })
  );
  const moved = (row: SupplierRevision) =>
    `${partnerName(row.partner_code)} by ${signed(row.change_usd / 1e6)} million dollars`;
  const swing = taiwan.change_usd - mexico.change_usd;
  return `From the older vintage (${mexico.older_vintage}) to this one (${mexico.newer_vintage}) ` +
    `imports for consumption were revised, ${moved(mexico)} and ${moved(taiwan)}: ` +
    `${said(swing)} in favor of ${partnerName(swing > 0 ? TAIWAN : MEXICO)}. In the ` +
    `older vintage Taiwan came second in general imports only if their revision moved more than ` +
    `${said(margin)} in favor of Mexico.`;
}

export const ictSuppliers: Claim = {
  id: "C4",
  claim: "In ICT the leading supplier is China, followed by Taiwan and then Mexico",
  rule: `The first three single countries by imports of group 04 in ${NOTE_YEAR}, on both import ` +
    "bases. Confirmed when they stand in the note's order on both; depends on the basis when on one; " +
    "confirmed in part when on neither, and on both the first is the note's and the other two are " +
    "the same two exchanged; otherwise not confirmed.",
  judge: async (figures) => {
    const rankings = await supplierRankings(figures, ICT, NOTE_YEAR);
    const [general, consumption] = rankings.map(({ suppliers }) => suppliers.slice(0, 3));
    const next = await supplierRankings(figures, ICT, NEXT_YEAR);
    const verdict = judgeOrder(
      rankings.map(({ suppliers }) => suppliers.slice(0, 3).map((row) => row.partner_code)),
    );
    const apart = (rows: RankedSupplier[]) => percent(lead(rows.slice(1)));
    const same = names(general) === names(consumption);
    const finding = `In ${NOTE_YEAR} the largest suppliers of ICT were ${names(general)}, on ` +
      (same ? "both import bases" : `general imports, and ${names(consumption)} for consumption`) +
      `. The second was ahead of the third by ${
        apart(consumption)
      } of imports for consumption and ` +
      `by ${apart(general)} of general imports.`;
    const revision = await revisionsOf(figures, ICT, NOTE_YEAR);
    const margin = general[1].value_usd - general[2].value_usd;
    return {
      verdict,
      finding,
      evidence: [
        ...rankings.flatMap((ranking) => measures(ranking, "ICT", NOTE_YEAR, 3)),
        ...measures(next[0], "ICT", NEXT_YEAR, 4),
      ],
      sensitivity: `The first place is firm: ${percent(lead(general), 0)} ahead of the second. ` +
        `Second and third are ${said(margin)} apart in general imports. ` +
        (revision ? revisionInWords(revision, margin) + " " : "") +
        `In ${NEXT_YEAR} the order was ${names(next[0].suppliers.slice(0, 4))}.`,
    };
  },
};

export const canadaAerospace: Claim = {
  id: "C6",
  claim: "Canada is the top supplier of aerospace products to the United States",
  rule:
    `Ranking of single countries by imports of group 08 in ${NOTE_YEAR}, on both import bases. ` +
    "Confirmed when Canada is first on both; depends on the basis when on one; otherwise not " +
    "confirmed.",
  judge: async (figures) => {
    const rankings = await supplierRankings(figures, AEROSPACE, NOTE_YEAR);
    const next = await supplierRankings(figures, AEROSPACE, NEXT_YEAR);
    const places = rankings.map(({ suppliers }) =>
      suppliers.findIndex((row) => row.partner_code === CANADA) + 1
    );
    const firsts = places.filter((place) => place === 1).length;
    const [{ suppliers, basis, vintage }] = rankings;
    const canada = suppliers.find((row) => row.partner_code === CANADA)!;
    const runnerUp = suppliers.find((row) => row.partner_code !== CANADA)!;
    const nextPlace = next[0].suppliers.findIndex((row) => row.partner_code === CANADA) + 1;
    const union = suppliers.filter((row) => EU27_MEMBERS.includes(row.partner_code))
      .reduce((sum, row) => sum + row.value_usd, 0);
    return {
      verdict: firsts === places.length
        ? "confirmed"
        : firsts > 0
        ? "depends on the basis"
        : "not confirmed",
      finding:
        `In ${NOTE_YEAR} Canada was the ${placed(places[0])} supplier of aerospace products ` +
        `in general imports${
          places[0] === places[1] ? " and in imports for consumption" : ""
        }, with ${percent(canada.share)} of the former: ${billions(canada.value_usd)}.`,
      evidence: [
        {
          measure: "share of aerospace imports",
          value: canada.share,
          unit: "share",
          partner: partnerName(CANADA),
          period: String(NOTE_YEAR),
          basis: basisName(basis),
          vintage,
        },
        ...rankings.flatMap((ranking) => measures(ranking, "aerospace", NOTE_YEAR, 4)),
        ...measures(next[0], "aerospace", NEXT_YEAR, 2),
      ],
      sensitivity: `${partnerName(runnerUp.partner_code)} came next with ` +
        `${billions(runnerUp.value_usd)}: it would need ` +
        `${percent(canada.value_usd / runnerUp.value_usd - 1, 0)} more to be level. The ${
          partnerName(EUROPEAN_UNION).replace(" (block)", "")
        } ` +
        `together supplied ${billions(union)}: counted as one supplier it would be ` +
        `${union > canada.value_usd ? "ahead of" : "behind"} Canada. In ${NEXT_YEAR} Canada was ` +
        `${ordinal(nextPlace)}.`,
    };
  },
};

const placed = (place: number) => place === 1 ? "largest single" : `${ordinal(place)} largest`;
