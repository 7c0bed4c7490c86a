/** Time of drawing each figure, its analysis done before. */
import {
  annualBalance,
  atpLines,
  balanceByGroup,
  calendarYear,
  comparableYears,
  consumptionOfAllGoods,
  dutyRateSources,
  generalImportsOfAllGoods,
  importsBySupplier,
  industryProfile,
  lineDependence,
  longestPartOfYear,
  ofPeriod,
  onBasis,
  preferenceSeries,
  rankSuppliers,
  shiftShare,
  shiftYears,
  supplierShares,
  technologyYardstick,
} from "../../lib/analysis/mod.ts";
import { MEXICO } from "../../lib/codes/mod.ts";
import { readTable, scanTable } from "../../lib/data/mod.ts";
import * as draw from "../../lib/figures/mod.ts";
import { keep } from "../../lib/frame.ts";
import { type Measurement, timed } from "./measure.ts";

export async function* figures(): AsyncGenerator<Measurement> {
  const balances = balanceByGroup(await readTable("atp_by_group"));
  const period = longestPartOfYear(balances, 2024);
  const history = annualBalance(await readTable("atp_world_monthly"));
  const lines = await scanTable("import_lines");
  const classes = await readTable("import_line_classes");
  const atp = onBasis(atpLines(lines, classes), "general_imports");
  const year = ofPeriod(atp, calendarYear(2024));
  const goods = importsBySupplier(onBasis(lines, "general_imports"));
  const yardstick = technologyYardstick(atp, goods, 2024);
  const dependence = lineDependence(year);
  const ict = rankSuppliers(
    supplierShares(importsBySupplier(keep(year, { atp_group: "04" })), {
      by: [],
      denominator: "world",
    }),
    [],
  );
  const naics3 = await readTable("naics3_imports_by_partner_monthly");
  const naics = "334";
  const profile = industryProfile(naics3, { naics, from: "2017", to: "2024" });
  const ranks = rankSuppliers(profile.shares, ["year"]);
  const parts = shiftShare(naics3, { partner: MEXICO, ...comparableYears(naics3, "2017", "2024") });
  const sources = dutyRateSources(naics3, comparableYears(naics3, "2024", "2025"));
  const preference = preferenceSeries(
    await readTable("agreement_imports_monthly"),
    consumptionOfAllGoods(naics3),
    generalImportsOfAllGoods(await readTable("goods_by_partner_monthly")),
    { by: "month" },
  );
  const drawings: (() => draw.Figure)[] = [
    () => draw.atpBalanceByGroup(balances, { period, beside: shiftYears(period, 1) }),
    () => draw.atpBalanceHistory(history),
    () => draw.supplierRanking(ict, { group: "04", complete: true }),
    () => draw.technologyYardstickBars(yardstick),
    () => draw.lineDependenceBars(dependence),
    () => draw.supplierSharesOverTime(profile.shares, { naics }),
    () => draw.shareChangeBars(profile.changes, { naics }),
    () => draw.supplierRanks(ranks, { naics }),
    () => draw.monthlyShares(profile.monthlyShares, { naics }),
    () => draw.concentrationOverTime(profile.concentration, { naics }),
    () => draw.dutyRates(profile.monthlyDuties, { naics, breaks: profile.dutyBreaks }),
    () => draw.dutyDecomposition(profile.dutyChange, { naics }),
    () => draw.shiftShareBars(parts),
    () => draw.dutySources(sources),
    () => draw.preferenceOverTime(preference),
  ];
  for (const drawing of drawings) yield timed(drawing().id, drawing);
}
