/** C4 and C6: what the note says of the suppliers of ICT and of aerospace products. */
import { CANADA, CHINA, EUROPEAN_UNION, MEXICO, partnerName, TAIWAN } from "../codes/mod.ts";
import { basisName, billions, list, percent } from "../format.ts";
import { NOTE_YEAR } from "./balance_claims.ts";
import type { Claim, Verdict } from "./claim.ts";
import {
  type RankedSupplier,
  type SupplierRanking,
  supplierRankings,
} from "./supplier_rankings.ts";

const ICT = "04";
const AEROSPACE = "08";
/** Two suppliers nearer than this to each other can change places with the basis. */
const CLOSE = 0.05;
const CLAIMED_ORDER = [CHINA, TAIWAN, MEXICO];

const countries = ({ suppliers }: SupplierRanking) =>
  suppliers.filter((row) => row.partner_code !== EUROPEAN_UNION);
const basesOf = (rankings: SupplierRanking[]) =>
  list(rankings.map(({ basis }) => basisName(basis)));
const named = (row: RankedSupplier) =>
  `${partnerName(row.partner_code)} ${billions(row.value_usd)}`;

/** The verdict on an order of three from the first three countries on each basis. */
function judgeOrder(firsts: RankedSupplier[][]): Verdict {
  const orders = firsts.map((rows) => rows.map((row) => row.partner_code).join());
  const asClaimed = orders.map((order) => order === CLAIMED_ORDER.join());
  if (asClaimed.every(Boolean)) return "confirmed";
  if (asClaimed.some(Boolean)) return "depends on the basis";
  const [, second, third] = firsts[0];
  const near = second.value_usd / third.value_usd - 1 < CLOSE;
  const swapped = orders[0] === [CHINA, MEXICO, TAIWAN].join();
  return firsts.length === 1 && swapped && near ? "depends on the basis" : "not confirmed";
}

export const ictSuppliers: Claim = {
  id: "C4",
  claim: "In ICT the leading supplier is China, followed by Taiwan and then Mexico",
  rule:
    "Ranking of single countries by imports of group 04 in 2024. On both import bases: confirmed " +
    "when the first three are in the note's order on both, depends on the basis when on one. On one " +
    "basis alone: depends on the basis when only the second and third are exchanged and lie within " +
    `${percent(CLOSE, 0)} of each other. Otherwise not confirmed.`,
  judge: async (figures) => {
    const rankings = await supplierRankings(figures, ICT);
    const firsts = rankings.map((ranking) => countries(ranking).slice(0, 3));
    const sentences = firsts.map((rows) => {
      const margin = percent(rows[1].value_usd / rows[2].value_usd - 1);
      return `In ${NOTE_YEAR}, by ${basisName(rows[0].basis)}: ${
        list(rows.map(named))
      }; second and third are ` +
        `${margin} apart.`;
    });
    const missing = rankings.length === 1
      ? " General imports by group and partner, which could turn the order, are not in the " +
        "embedded figures."
      : "";
    return {
      verdict: judgeOrder(firsts),
      evidence: [{
        measure: "",
        value: firsts[0][0].value_usd,
        unit: "USD",
        period: String(NOTE_YEAR),
        basis: basesOf(rankings),
        vintage: rankings[0].vintage,
      }],
      sensitivity: "",
      finding: sentences.join(" ") + missing,
    };
  },
};

export const canadaAerospace: Claim = {
  id: "C6",
  claim: "Canada is the top supplier of aerospace products to the United States",
  rule: "Ranking by imports of group 08 in 2024. Confirmed when Canada is first among single " +
    "countries on each basis and every country is listed; depends on the basis when it is first on " +
    "one of two; confirmed in part when it is first among those listed but a block of unlisted " +
    "members is larger; otherwise not confirmed.",
  judge: async (figures) => {
    const rankings = await supplierRankings(figures, AEROSPACE);
    const first = rankings.map((ranking) => countries(ranking)[0].partner_code === CANADA);
    const [{ suppliers, vintage }] = rankings;
    const canada = suppliers.find((row) => row.partner_code === CANADA)!;
    const block = suppliers.find((row) => row.partner_code === EUROPEAN_UNION);
    const hidden = block !== undefined && block.value_usd > canada.value_usd;
    const verdict = first.every(Boolean)
      ? hidden ? "confirmed in part" : "confirmed"
      : first.some(Boolean)
      ? "depends on the basis"
      : "not confirmed";
    const leaders = rankings.map((ranking) =>
      `In ${NOTE_YEAR}, by ${
        basisName(ranking.basis)
      }, the largest suppliers of aerospace products ` +
      `listed singly were ${list(countries(ranking).slice(0, 2).map(named))}.`
    );
    return {
      verdict,
      evidence: [{
        measure: "share of Canada in aerospace imports",
        value: canada.share,
        unit: "share",
        period: String(NOTE_YEAR),
        basis: basesOf(rankings),
        vintage,
      }],
      sensitivity: "",
      finding:
        `${leaders.join(" ")} Canada's share was ${percent(canada.share)}${
          block ? " of the imports from suppliers listed" : ""
        }.` +
        (block
          ? ` The EU27 as a block supplied ${
            billions(block.value_usd)
          }; its members are not split ` +
            "in the embedded figures. One of them would come before Canada only with more than " +
            `${percent(canada.value_usd / block.value_usd, 0)} of what the block supplied.`
          : ""),
    };
  },
};
