/** Every figure of the report on the embedded figures: what the tests of this room look at. */
import {
  annualBalance,
  atpLines,
  balanceByGroup,
  calendarYear,
  comparableYears,
  detailGrowth,
  dutyRateSources,
  effectiveDutyRates,
  importsBySupplier,
  industryProfile,
  industryYardstick,
  lineDependence,
  longestPartOfYear,
  ofPeriod,
  onBasis,
  partsOfYears,
  rankSuppliers,
  shiftShare,
  shiftYears,
  supplierShares,
  suppliersOfLine,
  technologyYardstick,
  twoWayTrade,
  withYear,
} from "../../lib/analysis/mod.ts";
import { MEXICO, SERVERS } from "../../lib/codes/mod.ts";
import { readTable, scanTable } from "../../lib/data/mod.ts";
import {
  atpBalanceByGroup,
  atpBalanceHistory,
  concentrationOverTime,
  dutyDecomposition,
  dutyRates,
  dutyRatesByYear,
  dutySources,
  type Figure,
  ictShareByPartYear,
  industryGrowthBars,
  lineDependenceBars,
  lineSuppliersBars,
  monthlyShares,
  relianceOnTheTwo,
  shareChangeBars,
  shiftShareBars,
  supplierDollarsOverTime,
  supplierRanking,
  supplierRanks,
  supplierSharesOverTime,
  technologyYardstickBars,
  twoWayTradeByPartner,
} from "../../lib/figures/mod.ts";
import { keep } from "../../lib/frame.ts";
import { KNOWN } from "../known.ts";
import { preferenceFigures } from "./preference_gallery.ts";

export const naics3 = await readTable("naics3_imports_by_partner_monthly", KNOWN);
const naics6 = await readTable("naics6_imports_world_monthly", KNOWN);
const lines = await scanTable("import_lines", KNOWN);
const atp = onBasis(
  atpLines(lines, await readTable("import_line_classes", KNOWN)),
  "general_imports",
);

/** Who supplies each line of technology: a figure draws the largest of them. */
export const dependence = lineDependence(ofPeriod(atp, calendarYear(2024)));

/** The balance by group and over the years, its part-years, and trade in both directions. */
export async function balanceFigures(): Promise<Figure[]> {
  const balances = balanceByGroup(await readTable("atp_by_group", KNOWN));
  const period = longestPartOfYear(balances, 2024);
  return [
    atpBalanceByGroup(balances, { period, beside: shiftYears(period, 1) }),
    atpBalanceHistory(annualBalance(await readTable("atp_world_monthly", KNOWN))),
    ictShareByPartYear(balances, { parts: partsOfYears(balances) }),
    twoWayTradeByPartner(twoWayTrade(await readTable("atp_by_area", KNOWN)), { period }),
  ];
}

/** Ranked suppliers of one ATP group in 2024, general imports. */
export function groupSuppliers(group: string) {
  const imports = importsBySupplier(ofPeriod(keep(atp, { atp_group: group }), calendarYear(2024)));
  return rankSuppliers(supplierShares(imports, { by: [], denominator: "world" }), []);
}

/** What Mexico and Canada supply of technology, beside all goods and line by line. */
function relianceFigures(): Figure[] {
  const goods = importsBySupplier(onBasis(lines, "general_imports"));
  const industries = industryYardstick(naics3, ["334", "335", "336"], calendarYear(2024));
  const yardstick = technologyYardstick(atp, goods, 2024);
  return [
    relianceOnTheTwo(yardstick, dependence),
    technologyYardstickBars(yardstick, { industries }),
    lineDependenceBars(dependence),
    lineSuppliersBars(suppliersOfLine(atp, SERVERS), { hts10: SERVERS }),
  ];
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

/** What the explorer draws of an industry: also for suppliers that a reader chose. */
export function chosenFigures(naics: string, partners = ["2010", "5570", "5330"]): Figure[] {
  const imports = keep(naics3, { naics });
  const shares = supplierShares(withYear(imports), { by: ["year"], denominator: "world" });
  const ranked = rankSuppliers(shares, ["year"]);
  const rates = effectiveDutyRates(withYear(imports), { by: ["year"] });
  const chosen = (id: string) => ({ naics, partners, id: `chosen-${id}-${naics}` });
  return [
    supplierDollarsOverTime(shares, { naics }),
    dutyRatesByYear(rates, { naics }),
    supplierSharesOverTime(shares, chosen("shares")),
    supplierDollarsOverTime(shares, chosen("dollars")),
    supplierRanks(ranked, chosen("ranks")),
    dutyRatesByYear(rates, { ...chosen("rates"), id: `duty-rates-by-year-chosen-${naics}` }),
  ];
}

export async function gallery(): Promise<Figure[]> {
  return [
    ...await balanceFigures(),
    ...["04", "08"].map((group) =>
      supplierRanking(groupSuppliers(group), { group, complete: true })
    ),
    ...relianceFigures(),
    ...["334", "335"].flatMap((naics) => industryFigures(naics)),
    ...chosenFigures("334"),
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
