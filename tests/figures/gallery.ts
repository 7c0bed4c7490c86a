/** Every figure of the report on the embedded figures: what the tests of this room look at. */
import pl from "nodejs-polars";
import {
  annualBalance,
  balanceByGroup,
  comparableYears,
  detailGrowth,
  dutyRateSources,
  industryProfile,
  longestPartOfYear,
  rankSuppliers,
  shiftShare,
  shiftYears,
  supplierShares,
} from "../../lib/analysis/mod.ts";
import { EUROPEAN_UNION, MEXICO } from "../../lib/codes/mod.ts";
import { readTable } from "../../lib/data/mod.ts";
import {
  atpBalanceByGroup,
  atpBalanceHistory,
  concentrationOverTime,
  dutyDecomposition,
  dutyRates,
  dutySources,
  type Figure,
  industryGrowthBars,
  monthlyShares,
  shareChangeBars,
  shiftShareBars,
  supplierRanking,
  supplierRanks,
  supplierSharesOverTime,
} from "../../lib/figures/mod.ts";
import { literal } from "../../lib/frame.ts";
import { KNOWN } from "../known.ts";
import { preferenceFigures } from "./preference_gallery.ts";

export const naics3 = await readTable("naics3_imports_by_partner_monthly", KNOWN);
const naics6 = await readTable("naics6_imports_world_monthly", KNOWN);
const lines = await readTable("atp_imports_hs10_by_partner", KNOWN);

/** Exports, imports and balance of the groups: the first quarter of 2024 beside that of 2025. */
export async function balanceFigures(): Promise<Figure[]> {
  const balances = balanceByGroup(await readTable("atp_by_group", KNOWN));
  const period = longestPartOfYear(balances, 2024);
  return [
    atpBalanceByGroup(balances, { period, beside: shiftYears(period, 1) }),
    atpBalanceHistory(annualBalance(await readTable("atp_world_monthly", KNOWN))),
  ];
}

/** Ranked suppliers of one ATP group. */
export function groupSuppliers(group: string) {
  const shares = supplierShares(lines.filter(pl.col("atp_group").eq(literal(group))), {
    by: ["atp_group"],
    denominator: "listed",
    blocks: [EUROPEAN_UNION],
  });
  return rankSuppliers(shares, ["atp_group"]);
}

/** Every figure that an industry has, as chapter 9 shows them. */
export function industryFigures(naics: string, from = "2017", to = "2024"): Figure[] {
  const profile = industryProfile(naics3, { naics, from, to });
  return [
    supplierSharesOverTime(profile.shares, { naics }),
    shareChangeBars(profile.changes, { naics }),
    supplierRanks(rankSuppliers(profile.shares, ["year"]), { naics }),
    monthlyShares(profile.monthlyShares, { naics }),
    concentrationOverTime(profile.concentration, { naics }),
    dutyRates(profile.monthlyDuties, { naics, breaks: profile.dutyBreaks }),
    dutyDecomposition(profile.dutyChange, { naics }),
  ];
}

export async function gallery(): Promise<Figure[]> {
  return [
    ...await balanceFigures(),
    ...["04", "08"].map((group) => supplierRanking(groupSuppliers(group), { group })),
    ...["334", "335"].flatMap((naics) => industryFigures(naics)),
    shiftShareBars(
      shiftShare(naics3, { partner: MEXICO, ...comparableYears(naics3, "2017", "2024") }),
    ),
    industryGrowthBars(
      detailGrowth(naics6, { naics: "334", ...comparableYears(naics6, "2024", "2025") }),
      { naics: "334" },
    ),
    dutySources(dutyRateSources(naics3, comparableYears(naics3, "2024", "2025"))),
    ...await preferenceFigures(),
  ];
}
