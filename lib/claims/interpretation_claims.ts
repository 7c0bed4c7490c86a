/** C7 and C8: readings of the figures that no table can prove, shown with what the figures do say. */
import {
  consumptionOfAllGoods,
  ofPeriod,
  type PreferenceShare,
  preferenceShares,
  supplierShares,
  withinMonths,
} from "../analysis/mod.ts";
import { CANADA, EUROPEAN_UNION, MEXICO, partnerName } from "../codes/mod.ts";
import { basisName, billions, list, millions, percent } from "../format.ts";
import { records } from "../frame.ts";
import { composition, NOTE_YEAR } from "./balance_claims.ts";
import type { Claim, Figures } from "./claim.ts";
import { industryImports } from "./replacement_claim.ts";
import { supplierRankings } from "./supplier_rankings.ts";

const AEROSPACE = "08";
const USMCA_PARTNERS = [MEXICO, CANADA];

const distinct = (values: string[]) => [...new Set(values)];

const shareOfPartners = (rows: { partner_code: string; share: number }[]) =>
  rows.filter((row) => USMCA_PARTNERS.includes(row.partner_code))
    .reduce((sum, row) => sum + row.share, 0);

export const canadaEnables: Claim = {
  id: "C7",
  claim: "Canada's supplies let the United States keep its net export position in aerospace",
  rule: "A causal reading. The figures show the position and the supplier, not that one brings " +
    "about the other: always an interpretation.",
  judge: async (figures) => {
    const { groups, words } = await composition(figures);
    const aerospace = groups.find((row) => row.atp_group === AEROSPACE)!;
    const canada = (await supplierRankings(figures, AEROSPACE)).at(-1)!.suppliers
      .find((row) => row.partner_code === CANADA)!;
    return {
      verdict: "interpretation",
      evidence: [{
        measure: "",
        value: aerospace.balance_usd,
        unit: "USD",
        period: `${words} (balance), ${NOTE_YEAR} (imports)`,
        basis: `${basisName("total_exports")} less ${basisName("general_imports")}; ${
          basisName(canada.basis)
        }`,
        vintage: list(distinct([aerospace.vintage, canada.vintage])),
      }],
      sensitivity: "",
      finding: `The aerospace balance was ${millions(aerospace.balance_usd)} million dollars in ` +
        `${words}; Canada's share of aerospace imports for consumption from the suppliers listed ` +
        `was ${
          percent(canada.share)
        } in ${NOTE_YEAR}. Cause would need input–output tables by industry.`,
    };
  },
};

/** What entered under the agreement in the note's year, and its part of all imports from there. */
async function preference({ read }: Figures) {
  const shares = preferenceShares(
    await read("agreement_imports_monthly"),
    consumptionOfAllGoods(await read("naics3_imports_by_partner_monthly")),
    { by: "year" },
  );
  const rows = records<PreferenceShare>(
    ofPeriod(shares, { period_start: `${NOTE_YEAR}-01`, period_end: `${NOTE_YEAR}-12` }),
  );
  return USMCA_PARTNERS.map((code) => rows.find((row) => row.partner_code === code)!);
}

export const essentialSupplies: Claim = {
  id: "C8",
  claim: "U.S. technology relies on essential supplies from Mexico and Canada",
  rule: "What is essential is a judgment, and imports say nothing of domestic supply: always an " +
    "interpretation, shown with the share of both in imports of ATP, of NAICS 334 and of 335, and " +
    "with what part of all their goods enters under USMCA preference.",
  judge: async (figures) => {
    const atp = records(supplierShares(await figures.read("atp_imports_hs10_by_partner"), {
      by: [],
      denominator: "listed",
      blocks: [EUROPEAN_UNION],
    }));
    const year = String(NOTE_YEAR);
    const industries = await Promise.all(["334", "335"].map(async (naics) => {
      const imports = withinMonths(
        await industryImports(figures, naics),
        `${year}-01`,
        `${year}-12`,
      );
      const shares = supplierShares(imports, { by: [], denominator: "world" });
      const [{ vintage }] = records(shares);
      return { naics, vintage, share: shareOfPartners(records(shares)) };
    }));
    const preferred = await preference(figures);
    const entered = preferred.map((row) =>
      `${partnerName(row.partner_code)} ${billions(row.agreement_usd)} ` +
      `(${percent(row.preference_share)} of all imports from there)`
    );
    return {
      verdict: "interpretation",
      evidence: [{
        measure: "",
        value: shareOfPartners(atp),
        unit: "share",
        period: year,
        basis: basisName(atp[0].basis),
        vintage: list(
          distinct([atp[0], ...industries, ...preferred].map(({ vintage }) => vintage)),
        ),
      }],
      sensitivity: "",
      finding:
        `In ${year} Mexico and Canada supplied ${
          percent(shareOfPartners(atp))
        } of ATP imports from the ` +
        "suppliers listed, " +
        list(industries.map(({ naics, share }) => `${percent(share)} of NAICS ${naics}`)) +
        `. Goods of every kind that entered under the USMCA: ${list(entered)}.`,
    };
  },
};
