/** Reconciliations of trade in all goods by partner, and of what enters under the agreement. */
import pl from "nodejs-polars";
import { ALL_INDUSTRIES, CANADA, MEXICO, WORLD_IN_COUNTRY_FILE } from "../codes/mod.ts";
import { literal } from "../frame.ts";
import { type Check, type Gap, is, largestGap, type Reader, sumBy } from "./gap.ts";

const isCountry = pl.col("partner_code").str.contains("^[1-8][0-9]{3}$");

/** Countries against the world in 2024, in millionths of it, in each vintage that holds the world. */
async function countriesGap(read: Reader): Promise<Gap> {
  const keys = ["vintage", "flow"], month = [...keys, "month"];
  const goods = (await read("goods_by_partner_monthly"))
    .filter(pl.col("month").str.contains("^2024-"));
  const world = goods.filter(is("partner_code", WORLD_IN_COUNTRY_FILE));
  const listed = goods.filter(isCountry).join(world.select(...month), { on: month, how: "inner" });
  const ratio = pl.col("parts").cast(pl.Float64).div(pl.col("whole")).minus(literal(1)).abs();
  const gaps = sumBy(world, keys, "value_usd", "whole")
    .join(sumBy(listed, keys, "value_usd", "parts"), { on: keys, how: "left" })
    .select(ratio.mul(literal(1e6)).alias("gap"));
  const gap = Number(gaps.getColumn("gap").max() ?? Infinity);
  return { gap, allowed: 150, compared: gaps.height, unit: "millionths" };
}

/** North America against its two members, where a vintage holds both of them. */
async function northAmericaGap(read: Reader): Promise<Gap> {
  const keys = ["vintage", "flow", "month"];
  const goods = await read("goods_by_partner_monthly");
  const members = goods.filter(pl.col("partner_code").isIn([CANADA, MEXICO]));
  const whole = members.groupBy(...keys).agg(pl.len().alias("members"))
    .filter(pl.col("members").eq(literal(2))).select(...keys)
    .join(goods.filter(is("partner_code", "0010")), { on: keys, how: "inner" });
  const gap = largestGap(
    sumBy(whole, keys, "value_usd", "whole"),
    sumBy(members, keys, "value_usd", "parts"),
    keys,
  );
  return { ...gap, allowed: 150_000, unit: "USD" };
}

/** Months in which more entered under the agreement than entered at all. */
const neverMoreThan = (
  table: "naics3_imports_by_partner_monthly" | "goods_consumption_monthly",
  words: string,
  rows: pl.Expr,
): Check => ({
  statement: `Imports under NAFTA and USMCA never exceed imports for consumption, ${words}`,
  tables: ["agreement_imports_monthly", table],
  measure: async (read) => {
    const keys = ["partner_code", "month"];
    const agreement = await read("agreement_imports_monthly", "latest");
    const both = sumBy(agreement, keys, "value_usd", "parts").join(
      sumBy((await read(table, "latest")).filter(rows), keys, "value_usd", "whole"),
      { on: keys, how: "inner" },
    );
    const over = both.filter(pl.col("parts").gt(pl.col("whole")));
    return { gap: over.height, compared: both.height, allowed: 0, unit: "months" };
  },
});

/** Checks of all goods by partner. */
export function goodsChecks(): Check[] {
  return [
    {
      statement: "Countries add to the world in all goods within 150 millionths, 2024, each flow",
      tables: ["goods_by_partner_monthly"],
      measure: countriesGap,
    },
    {
      statement: "North America in all goods is Canada and Mexico, each flow and month",
      tables: ["goods_by_partner_monthly"],
      measure: northAmericaGap,
    },
    neverMoreThan(
      "naics3_imports_by_partner_monthly",
      "each month since 2013",
      is("naics", ALL_INDUSTRIES),
    ),
    neverMoreThan("goods_consumption_monthly", "each month since 2025", isCountry),
  ];
}
