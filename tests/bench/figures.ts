/** Time of drawing each figure, its analysis done before. */
import pl from "nodejs-polars";
import {
  annualBalance,
  balanceByGroup,
  comparableYears,
  consumptionOfAllGoods,
  dutyRateSources,
  generalImportsOfAllGoods,
  industryProfile,
  longestPartOfYear,
  preferenceSeries,
  rankSuppliers,
  shiftShare,
  shiftYears,
  supplierShares,
} from "../../lib/analysis/mod.ts";
import { EUROPEAN_UNION, MEXICO } from "../../lib/codes/mod.ts";
import { readTable } from "../../lib/data/mod.ts";
import * as draw from "../../lib/figures/mod.ts";
import { literal } from "../../lib/frame.ts";
import { type Measurement, timed } from "./measure.ts";

export async function* figures(): AsyncGenerator<Measurement> {
  const balances = balanceByGroup(await readTable("atp_by_group"));
  const period = longestPartOfYear(balances, 2024);
  const history = annualBalance(await readTable("atp_world_monthly"));
  const lines = await readTable("atp_imports_hs10_by_partner");
  const ict = rankSuppliers(
    supplierShares(lines.filter(pl.col("atp_group").eq(literal("04"))), {
      by: ["atp_group"],
      denominator: "listed",
      blocks: [EUROPEAN_UNION],
    }),
    ["atp_group"],
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
    () => draw.supplierRanking(ict, { group: "04" }),
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
