/** Reconciliations of imports by industry and of trade in all goods. */
import pl from "nodejs-polars";
import { ALL_INDUSTRIES, CANADA, MEXICO, USMCA, WORLD } from "../codes/mod.ts";
import { literal } from "../frame.ts";
import { type Check, exact, type Gap, is, largestGap, type Reader, sumBy } from "./gap.ts";

const isCountry = pl.col("partner_code").str.contains("^[1-8][0-9]{3}$");
const INDUSTRY = ["vintage", "basis", "naics", "month"];

/** A check on imports by industry, for value and for duty: the larger of the two gaps counts. */
function ofIndustries(
  statement: string,
  whole: pl.Expr,
  parts: pl.Expr,
  keys: string[],
): Check {
  return {
    statement,
    tables: ["naics3_imports_by_partner_monthly"],
    measure: async (read) => {
      const frame = await read("naics3_imports_by_partner_monthly");
      const [value, duty] = ["value_usd", "duty_usd"].map((column) =>
        largestGap(
          sumBy(frame.filter(whole), keys, column, "whole"),
          sumBy(frame.filter(parts), keys, column, "parts"),
          keys,
        )
      );
      return exact({ gap: Math.max(value.gap, duty.gap), compared: value.compared * 2 });
    },
  };
}

/**
 * NAICS-6 figures under 334 and 335 against NAICS-3, in the months that both have. Only figures of
 * one state compare: those of NAICS-3 that were published no later than the NAICS-6 ones.
 */
async function sixDigitGap(read: Reader): Promise<Gap> {
  const month = ["naics", "month"];
  const six = (await read("naics6_imports_world_monthly", "latest"))
    .withColumn(pl.col("naics").str.slice(0, 3).alias("naics"))
    .filter(pl.col("naics").isIn(["334", "335"]));
  const state = (six.getColumn("vintage").unique().toArray() as string[]).sort().at(-1)!;
  const three = (await read("naics3_imports_by_partner_monthly", state))
    .filter(is("partner_code", WORLD).and(pl.col("naics").isIn(["334", "335"])));
  const shared = six.select(...month).unique()
    .join(three.select(...month).unique(), { on: month, how: "inner" });
  const [value, duty] = ["value_usd", "duty_usd"].map((column) =>
    largestGap(
      sumBy(three.join(shared, { on: month, how: "inner" }), month, column, "whole"),
      sumBy(six.join(shared, { on: month, how: "inner" }), month, column, "parts"),
      month,
    )
  );
  return exact({ gap: Math.max(value.gap, duty.gap), compared: value.compared * 2 });
}

/** Checks of imports by industry and of all goods by partner. */
export function goodsChecks(): Check[] {
  const all = is("naics", ALL_INDUSTRIES);
  return [
    ofIndustries(
      "The 32 industries add to all goods, each partner and month, value and duty",
      all,
      all.not(),
      ["vintage", "basis", "partner_code", "month"],
    ),
    ofIndustries(
      "USMCA is Canada and Mexico, each industry and month, value and duty",
      is("partner_code", USMCA),
      pl.col("partner_code").isIn([CANADA, MEXICO]),
      INDUSTRY,
    ),
    {
      statement: "The listed countries never exceed the world, each industry and month",
      tables: ["naics3_imports_by_partner_monthly"],
      measure: async (read) => {
        const frame = await read("naics3_imports_by_partner_monthly");
        const world = sumBy(
          frame.filter(is("partner_code", WORLD)),
          INDUSTRY,
          "value_usd",
          "whole",
        );
        const listed = sumBy(frame.filter(isCountry), INDUSTRY, "value_usd", "parts");
        const over = listed.join(world, { on: INDUSTRY, how: "left" })
          .filter(pl.col("parts").gt(pl.col("whole")).or(pl.col("whole").isNull()));
        return { gap: over.height, compared: listed.height, allowed: 0, unit: "sums" };
      },
    },
    {
      statement: "NAICS-6 adds to NAICS-3 for 334 and 335, each month, value and duty",
      tables: ["naics3_imports_by_partner_monthly", "naics6_imports_world_monthly"],
      measure: sixDigitGap,
    },
    {
      statement: "Countries add to the world in all goods within 150 millionths, 2024, each flow",
      tables: ["goods_by_partner_monthly"],
      measure: async (read) => {
        const frame = (await read("goods_by_partner_monthly", "latest"))
          .filter(pl.col("month").str.contains("^2024-"));
        const world = sumBy(
          frame.filter(is("partner_code", "0015")),
          ["flow"],
          "value_usd",
          "whole",
        );
        const listed = sumBy(frame.filter(isCountry), ["flow"], "value_usd", "parts");
        const ratio = pl.col("parts").cast(pl.Float64).div(pl.col("whole")).minus(literal(1)).abs();
        const gaps = world.join(listed, { on: "flow", how: "left" })
          .select(ratio.max().mul(literal(1e6)).alias("gap"));
        const gap = Number(gaps.getColumn("gap").get(0) ?? Infinity);
        return { gap, allowed: 150, compared: world.height, unit: "millionths" };
      },
    },
    {
      statement: "North America in all goods is Canada and Mexico, each flow and month",
      tables: ["goods_by_partner_monthly"],
      measure: async (read) => {
        const frame = await read("goods_by_partner_monthly");
        const keys = ["flow", "month"];
        const gap = largestGap(
          sumBy(frame.filter(is("partner_code", "0010")), keys, "value_usd", "whole"),
          sumBy(
            frame.filter(pl.col("partner_code").isIn([CANADA, MEXICO])),
            keys,
            "value_usd",
            "parts",
          ),
          keys,
        );
        return { ...gap, allowed: 150_000, unit: "USD" };
      },
    },
    {
      statement: "Imports under NAFTA and USMCA never exceed imports for consumption, each month",
      tables: ["agreement_imports_monthly", "naics3_imports_by_partner_monthly"],
      measure: async (read) => {
        const keys = ["partner_code", "month"];
        const imports = (await read("naics3_imports_by_partner_monthly", "latest")).filter(all);
        const both = sumBy(
          await read("agreement_imports_monthly", "latest"),
          keys,
          "value_usd",
          "parts",
        )
          .join(sumBy(imports, keys, "value_usd", "whole"), { on: keys, how: "inner" });
        const over = both.filter(pl.col("parts").gt(pl.col("whole")));
        return { gap: over.height, compared: both.height, allowed: 0, unit: "months" };
      },
    },
  ];
}
