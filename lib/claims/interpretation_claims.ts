/** C7 and C8: readings of the figures that no table can prove, shown with what the figures do say. */
import pl from "nodejs-polars";
import { supplierShares } from "../analysis/mod.ts";
import { ALL_INDUSTRIES, CANADA, EUROPEAN_UNION, MEXICO, partnerName } from "../codes/mod.ts";
import { basisName, billions, list, millions, percent } from "../format.ts";
import { literal, records } from "../frame.ts";
import { composition, NOTE_YEAR } from "./balance_claims.ts";
import type { Claim, ReadTable } from "./claim.ts";
import { groupSuppliers, industryShares } from "./supplier_claims.ts";

const AEROSPACE = "08";
const USMCA_PARTNERS = [CANADA, MEXICO];

const shareOfPartners = (rows: { partner_code: string; share: number }[]) =>
  rows.filter((row) => USMCA_PARTNERS.includes(row.partner_code))
    .reduce((sum, row) => sum + row.share, 0);

export const canadaEnables: Claim = {
  id: "C7",
  claim: "Canada's supplies let the United States keep its net export position in aerospace",
  rule: "A causal reading. The figures show the position and the supplier, not that one brings " +
    "about the other: always an interpretation.",
  evidence: async (read) => {
    const { groups, words } = await composition(read);
    const aerospace = groups.find((row) => row.atp_group === AEROSPACE)!;
    const canada = (await groupSuppliers(read, AEROSPACE))
      .find((row) => row.partner_code === CANADA)!;
    return {
      verdict: "interpretation",
      value: aerospace.balance_usd,
      unit: "USD",
      period: words,
      basis: `${basisName("total_exports")} less ${basisName("general_imports")}`,
      vintage: aerospace.vintage,
      finding: `The aerospace balance was ${millions(aerospace.balance_usd)} million dollars in ` +
        `${words}; Canada supplied ${percent(canada.share)} of aerospace imports for consumption ` +
        `in ${NOTE_YEAR}. Cause would need input–output tables by industry.`,
    };
  },
};

/** Imports under the agreement's preference in the note's year, and its share of all from there. */
async function preference(read: ReadTable) {
  const inYear = pl.col("month").str.slice(0, 4).eq(literal(String(NOTE_YEAR)));
  const entered = (await read("agreement_imports_monthly")).filter(inYear);
  const imports = (await read("naics3_imports_by_partner_monthly")).filter(
    inYear.and(pl.col("naics").eq(literal(ALL_INDUSTRIES))),
  );
  const sum = (frame: pl.DataFrame, code: string) =>
    Number(frame.filter(pl.col("partner_code").eq(literal(code))).getColumn("value_usd").sum());
  return [MEXICO, CANADA].map((code) => ({
    code,
    entered: sum(entered, code),
    share: sum(entered, code) / sum(imports, code),
  }));
}

export const essentialSupplies: Claim = {
  id: "C8",
  claim: "U.S. technology relies on essential supplies from Mexico and Canada",
  rule: "What is essential is a judgement, and imports say nothing of domestic supply: always an " +
    "interpretation, shown with the share of both in imports of ATP, of NAICS 334 and of 335, and " +
    "with what part of all their goods enters under USMCA preference.",
  evidence: async (read) => {
    const atp = records(supplierShares(await read("atp_imports_hs10_by_partner"), {
      by: [],
      denominator: "listed",
      blocks: [EUROPEAN_UNION],
    }));
    const industries = await Promise.all(["334", "335"].map(async (naics) => {
      const rows = records(await industryShares(read, naics));
      return { naics, share: shareOfPartners(rows.filter((r) => r.year === String(NOTE_YEAR))) };
    }));
    const entered = (await preference(read)).map(({ code, entered, share }) =>
      `${partnerName(code)} ${billions(entered)} (${percent(share)} of all imports from there)`
    );
    return {
      verdict: "interpretation",
      value: shareOfPartners(atp),
      unit: "share of Mexico and Canada in ATP imports",
      period: String(NOTE_YEAR),
      basis: basisName(atp[0].basis),
      vintage: atp[0].vintage,
      finding: `Mexico and Canada supplied ${percent(shareOfPartners(atp))} of ATP imports, ` +
        list(industries.map(({ naics, share }) => `${percent(share)} of NAICS ${naics}`)) +
        `. Goods of every kind that entered under USMCA: ${list(entered)}.`,
    };
  },
};
