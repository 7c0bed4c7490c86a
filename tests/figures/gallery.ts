/** Every figure of the report on the embedded figures: what the tests of this room look at. */
import pl from "nodejs-polars";
import {
  annualBalance,
  balanceByGroup,
  longestPartOfYear,
  rankSuppliers,
  shiftYears,
  supplierShares,
  withYear,
} from "../../lib/analysis/mod.ts";
import { EUROPEAN_UNION } from "../../lib/codes/mod.ts";
import { readTable } from "../../lib/data/mod.ts";
import {
  atpBalanceByGroup,
  atpBalanceHistory,
  type Figure,
  supplierRanking,
  supplierSharesOverTime,
} from "../../lib/figures/mod.ts";
import { literal } from "../../lib/frame.ts";

const naics3 = await readTable("naics3_imports_by_partner_monthly");
const lines = await readTable("atp_imports_hs10_by_partner");
const groups = await readTable("atp_by_group");
const world = await readTable("atp_world_monthly");

/** Yearly supplier shares of one industry. */
export function industryShares(naics: string) {
  const imports = naics3.filter(pl.col("naics").eq(literal(naics)));
  return supplierShares(withYear(imports), { by: ["year"], denominator: "world" });
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

export function gallery(): Figure[] {
  const balances = balanceByGroup(groups);
  const period = longestPartOfYear(balances, 2024);
  return [
    atpBalanceByGroup(balances, { period, beside: shiftYears(period, 1) }),
    atpBalanceHistory(annualBalance(world)),
    ...["334", "335"].map((naics) => supplierSharesOverTime(industryShares(naics), { naics })),
    ...["04", "08"].map((group) => supplierRanking(groupSuppliers(group), { group })),
  ];
}
