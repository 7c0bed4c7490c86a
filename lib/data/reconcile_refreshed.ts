/** Reconciliations of the tables that begin with the first refresh: all of them to the dollar. */
import pl from "nodejs-polars";
import { ATP_TOTAL, WORLD } from "../codes/mod.ts";
import { literal } from "../frame.ts";
import { type Check, exact, is, largestGap, type Reader, sumBy } from "./gap.ts";

const PERIOD = ["vintage", "period_start", "period_end"];
const CLAIM = [...PERIOD, "agreement", "partner_code"];
type RefreshedTable = Check["tables"][number];

/** Parts of one table that add to a whole of the same table. */
function adds(
  statement: string,
  table: RefreshedTable,
  whole: pl.Expr,
  parts: pl.Expr,
  keys: string[],
): Check {
  return {
    statement,
    tables: [table],
    measure: async (read) => {
      const frame = await read(table);
      return exact(largestGap(
        sumBy(frame.filter(whole), keys, "value_usd", "whole"),
        sumBy(frame.filter(parts), keys, "value_usd", "parts"),
        keys,
      ));
    },
  };
}

/** World rows by partner against the table by group, where one vintage has both. */
async function worldByGroup(read: Reader) {
  const keys = [...PERIOD, "flow", "basis", "atp_group"];
  const groups = (await read("atp_by_group")).filter(pl.col("rounding_usd").eq(literal(1)));
  const world = (await read("atp_by_group_and_partner")).filter(is("partner_code", WORLD));
  const shared = world.join(groups.select(...keys), { on: keys, how: "inner" });
  return exact(largestGap(
    sumBy(shared, keys, "value_usd", "whole"),
    sumBy(groups, keys, "value_usd", "parts"),
    keys,
  ));
}

/** Checks within and between the refreshed tables. */
export function refreshedChecks(): Check[] {
  const world = is("partner_code", WORLD), total = is("atp_group", ATP_TOTAL);
  const goods = is("classification", "all_goods");
  return [
    adds(
      "Countries add to the world in ATP, each group, flow and basis",
      "atp_by_group_and_partner",
      world,
      world.not(),
      [...PERIOD, "flow", "basis", "atp_group"],
    ),
    adds(
      "The ten ATP groups add to the total with each partner, flow and basis",
      "atp_by_group_and_partner",
      total,
      total.not(),
      [...PERIOD, "flow", "basis", "partner_code"],
    ),
    {
      statement:
        "ATP by group and partner has the world of ATP by group, where one vintage has both",
      tables: ["atp_by_group_and_partner", "atp_by_group"],
      measure: worldByGroup,
    },
    adds(
      "Countries add to the world in imports by industry, each basis, year to date",
      "naics3_imports_by_partner",
      world,
      world.not(),
      [...PERIOD, "basis", "naics"],
    ),
    adds(
      "Imports under an agreement by industry add to all goods, each partner",
      "agreement_imports",
      goods,
      is("classification", "naics3"),
      CLAIM,
    ),
  ];
}
