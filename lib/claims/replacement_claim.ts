/** C5: who gained what China lost in NAICS 334 and 335. */
import pl from "nodejs-polars";
import { comparableYears, type ShareChange, shareChanges } from "../analysis/mod.ts";
import { CHINA, MEXICO, naicsTitle, OTHER, partnerName } from "../codes/mod.ts";
import type { Naics3Imports } from "../data/mod.ts";
import { basisName, percentagePoints } from "../format.ts";
import { type Frame, literal, records } from "../frame.ts";
import { NOTE_YEAR } from "./balance_claims.ts";
import type { Claim, Figures } from "./claim.ts";

/** The year before the tariffs of 2018, from which C5 counts. */
const BASE_YEAR = 2017;

/** Monthly imports of one NAICS-3 industry by partner. */
export async function industryImports({ read }: Figures, naics: string) {
  const imports = await read("naics3_imports_by_partner_monthly");
  return imports.filter(pl.col("naics").eq(literal(naics))) as Frame<Naics3Imports>;
}

export const mexicoForChina: Claim = {
  id: "C5",
  claim: "Mexico is a crucial partner for reducing reliance on China in NAICS 334 and 335",
  rule:
    `Changes of supplier shares from ${BASE_YEAR} to ${NOTE_YEAR}. Confirmed when China's share ` +
    "fell and no single country gained more than Mexico, in both industries; confirmed in part when " +
    "China's fell in both and Mexico's rose in at least one; otherwise not confirmed.",
  evidence: async (figures) => {
    const industries = await Promise.all(["334", "335"].map(async (naics) => {
      const imports = await industryImports(figures, naics);
      const years = comparableYears(imports, String(BASE_YEAR), String(NOTE_YEAR));
      const changes = records<ShareChange>(shareChanges(imports, years))
        .filter((row) => row.partner_code !== OTHER);
      const of = (code: string) => changes.find((row) => row.partner_code === code)!.change;
      return { naics, china: of(CHINA), mexico: of(MEXICO), leader: changes[0] };
    }));
    const fell = industries.every(({ china }) => china < 0);
    const led = industries.every(({ leader, mexico }) =>
      leader.partner_code === MEXICO && mexico > 0
    );
    const rose = industries.some(({ mexico }) => mexico > 0);
    const sentences = industries.map(({ naics, china, mexico, leader }) =>
      `${naicsTitle(naics)} (NAICS ${naics}): China ${percentagePoints(china)}, ` +
      `Mexico ${percentagePoints(mexico)}; the largest gain was ` +
      `${partnerName(leader.partner_code)}'s, ${percentagePoints(leader.change)}.`
    );
    const { basis, vintage } = industries[0].leader;
    return {
      verdict: fell && led ? "confirmed" : fell && rose ? "confirmed in part" : "not confirmed",
      value: industries[0].mexico,
      unit: `change of Mexico's share in NAICS 334, ${BASE_YEAR}–${NOTE_YEAR}`,
      period: `${BASE_YEAR}–${NOTE_YEAR}`,
      basis: basisName(basis),
      vintage,
      finding: `Shares of imports from ${BASE_YEAR} to ${NOTE_YEAR}. ${sentences.join(" ")}`,
    };
  },
};
