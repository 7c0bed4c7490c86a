/** Reconciliations of imports by industry: within the tables, and with what tariff lines add to. */
import pl from "nodejs-polars";
import { ALL_INDUSTRIES, CANADA, MEXICO, USMCA, WORLD } from "../codes/mod.ts";
import { literal } from "../frame.ts";
import {
  type Check,
  exact,
  type Gap,
  is,
  largestGap,
  type Reader,
  type Scanner,
  sumBy,
} from "./gap.ts";

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

/** Imports for consumption of 2024 by partner, over the tariff lines of one industry. */
async function derivedIndustry(read: Reader, scan: Scanner, naics: string): Promise<pl.DataFrame> {
  const codes = (await read("import_line_classes", "latest"))
    .filter(pl.col("naics6").str.slice(0, 3).eq(literal(naics))).getColumn("hts10");
  const lines = (await scan("import_lines", "latest"))
    .filter(is("period_end", "2024-12").and(pl.col("hts10").isIn(codes.toArray())));
  return sumBy(lines, ["partner_code"], "imports_for_consumption_usd", "parts");
}

/** How far sums of tariff lines are from the published industry, for its ten largest suppliers. */
const derived = (naics: string, percent: number): Check => ({
  statement: `Tariff lines by derived NAICS ${naics} are within ${percent}% of the published ` +
    "industry, its ten largest suppliers, 2024",
  tables: ["import_lines", "import_line_classes", "naics3_imports_by_partner_monthly"],
  measure: async (read, scan) => {
    const published = (await read("naics3_imports_by_partner_monthly", "latest"))
      .filter(is("naics", naics).and(isCountry).and(pl.col("month").str.contains("^2024-")));
    const both = sumBy(published, ["partner_code"], "value_usd", "whole")
      .sort("whole", true).head(10)
      .join(await derivedIndustry(read, scan, naics), { on: "partner_code", how: "left" });
    const ratio = pl.col("parts").fillNull(literal(0)).cast(pl.Float64)
      .div(pl.col("whole")).minus(literal(1)).abs().mul(literal(1e4));
    const gap = Number(both.select(ratio.max().alias("gap")).getColumn("gap").get(0) ?? Infinity);
    return { gap, allowed: percent * 100, compared: both.height, unit: "basis points" };
  },
});

/** Four-digit industries of Mexico against the three-digit ones: two states of the same months. */
async function fourDigitGap(read: Reader): Promise<Gap> {
  const keys = ["naics", "partner_code"];
  const three = await read("naics3_imports_by_partner_monthly", "latest");
  const four = (await read("naics4_imports_monthly", "latest"))
    .withColumn(pl.col("naics").str.slice(0, 3).alias("naics"));
  const on = [...keys, "month"];
  const months = four.select(...on).unique().join(three.select(...on), { on, how: "inner" });
  const both = sumBy(three.join(months, { on, how: "inner" }), keys, "value_usd", "whole")
    .join(sumBy(four.join(months, { on, how: "inner" }), keys, "value_usd", "parts"), {
      on: keys,
      how: "left",
    });
  const ratio = pl.col("parts").cast(pl.Float64).div(pl.col("whole")).minus(literal(1)).abs();
  const gap = both.select(ratio.max().mul(literal(1e4)).alias("gap")).getColumn("gap").get(0);
  return {
    gap: Number(gap ?? Infinity),
    allowed: 50,
    compared: both.height,
    unit: "basis points",
  };
}

/** Checks between industries as published and what more detailed figures add to. */
const derivedChecks = (): Check[] => [
  derived("334", 2),
  derived("335", 10),
  {
    statement: "Mexico's NAICS-4 industries add to 334 and 335 within 0.5%, the months of both",
    tables: ["naics4_imports_monthly", "naics3_imports_by_partner_monthly"],
    measure: fourDigitGap,
  },
];

/** Checks of imports by industry. */
export function industryChecks(): Check[] {
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
    ...derivedChecks(),
  ];
}
