/** C1: is a country the largest supplier of an industry's goods? An example, to write your own after. */
import { rankSuppliers, supplierShares, withinMonths } from "../../../../analysis/mod.ts";
import { isCountry, naicsTitle, partnerName, VIETNAM } from "../../../../codes/mod.ts";
import { basisName, billions, ordinal, percent } from "../../../../format.ts";
import { keep, records, rowOf } from "../../../../frame.ts";
import { REPORT } from "../report.ts";
import type { Claim, Verdict } from "../../../../claims/claim.ts";

const SUPPLIER = VIETNAM;
const INDUSTRY = "334";

const GOODS = naicsTitle(INDUSTRY).toLowerCase();
const NAME = partnerName(SUPPLIER);
const PERIOD = String(REPORT.year);

/** The rule, on the place among all countries. */
export function verdictOnPlace(place: number): Verdict {
  if (place === 1) return "confirmed";
  return place <= 3 ? "confirmed in part" : "not confirmed";
}

export const largestSupplier: Claim = {
  id: "C1",
  claim: `${NAME} is the largest supplier of ${GOODS} to the United States`,
  rule: `Countries by imports for consumption of NAICS ${INDUSTRY} in ${PERIOD}. Confirmed when ` +
    `${NAME} is first; confirmed in part when it is second or third; otherwise not confirmed.`,
  judge: async ({ read }) => {
    const imports = keep(await read("naics3_imports_by_partner_monthly"), { naics: INDUSTRY });
    const ofYear = withinMonths(imports, `${PERIOD}-01`, `${PERIOD}-12`);
    const shares = supplierShares(ofYear, { by: [], denominator: "world" });
    const ranked = rankSuppliers(shares, []);
    const own = rowOf(ranked, { partner_code: SUPPLIER });
    const others = records(ranked)
      .filter(({ partner_code }) => isCountry(partner_code) && partner_code !== SUPPLIER);
    const place = others.filter(({ value_usd }) => value_usd > own.value_usd).length + 1;
    const [rival] = others;
    const [ahead, behind] = place === 1 ? [own, rival] : [rival, own];
    const lead = ahead.value_usd - behind.value_usd;
    return {
      verdict: verdictOnPlace(place),
      finding: `In ${PERIOD} ${NAME} was the ${place === 1 ? "" : `${ordinal(place)} `}largest ` +
        `supplier of ${GOODS}: ${percent(own.share)} of these imports came from there, and ` +
        `${percent(rival.share)} from ${partnerName(rival.partner_code)}.`,
      evidence: [own, rival].map((row) => ({
        measure: `share of imports of NAICS ${INDUSTRY}`,
        value: row.share,
        unit: "share",
        period: PERIOD,
        basis: basisName(row.basis),
        vintage: row.vintage,
        partner: partnerName(row.partner_code),
      })),
      sensitivity: `${partnerName(ahead.partner_code)} is ahead by ${billions(lead)}: ` +
        `${partnerName(behind.partner_code)} would need ` +
        `${percent(lead / behind.value_usd)} more to be level.`,
    };
  },
};
