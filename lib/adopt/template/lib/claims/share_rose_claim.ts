/** C2: has a country's share in an industry's imports risen? An example, to write your own after. */
import { comparableYears, shareChanges } from "../../../../analysis/mod.ts";
import { naicsTitle, partnerName, VIETNAM } from "../../../../codes/mod.ts";
import { basisName, list, moved, number } from "../../../../format.ts";
import { keep, rowOf } from "../../../../frame.ts";
import { REPORT } from "../report.ts";
import type { Claim, Verdict } from "../../../../claims/claim.ts";

const SUPPLIER = VIETNAM;
const INDUSTRY = "334";
/** The year from which the claim counts, and others on which it is tried. */
const FROM = "2017";
const OTHERS = ["2013", "2015", "2019", "2021"];
/** A smaller rise, as a fraction of all imports, confirms in part only. */
const BAR = 0.01;

const NAME = partnerName(SUPPLIER);
const TO = String(REPORT.year);

/** The rule, on the change of the share. */
export function verdictOnChange(change: number): Verdict {
  if (change >= BAR) return "confirmed";
  return change > 0 ? "confirmed in part" : "not confirmed";
}

export const shareRose: Claim = {
  id: "C2",
  claim: `${NAME}'s share in U.S. imports of ${naicsTitle(INDUSTRY).toLowerCase()} has risen ` +
    `since ${FROM}`,
  rule: `Change of the share in imports of NAICS ${INDUSTRY} from ${FROM} to ${TO}. Confirmed ` +
    `when it is at least ${
      number(BAR * 100)
    } percentage point; confirmed in part when it is less ` +
    "and above zero; otherwise not confirmed.",
  judge: async ({ read }) => {
    const imports = keep(await read("naics3_imports_by_partner_monthly"), { naics: INDUSTRY });
    const since = (year: string) =>
      rowOf(shareChanges(imports, comparableYears(imports, year, TO)), { partner_code: SUPPLIER });
    const row = since(FROM);
    const verdict = verdictOnChange(row.change);
    const differing = OTHERS.filter((year) => verdictOnChange(since(year).change) !== verdict);
    return {
      verdict,
      finding: `From ${FROM} to ${TO} ${NAME}'s share ${moved(row.from_share, row.to_share)}.`,
      evidence: [{
        measure: `change of the share in imports of NAICS ${INDUSTRY}`,
        value: row.change,
        unit: "change of a share",
        period: `${FROM}–${TO}`,
        basis: basisName(row.basis),
        vintage: row.vintage,
        partner: NAME,
      }],
      sensitivity: `Counted from ${list(OTHERS)} as well, the verdict is ` +
        (differing.length === 0 ? "the same." : `another one from ${list(differing)}.`),
    };
  },
};
