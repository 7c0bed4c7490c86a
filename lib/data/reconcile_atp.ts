/** Reconciliations of trade in advanced technology products. */
import pl from "nodejs-polars";
import { ATP_TOTAL } from "../codes/mod.ts";
import { literal } from "../frame.ts";
import { type Check, is, largestGap, sumBy } from "./gap.ts";

const PERIOD = ["vintage", "period_start", "period_end", "flow"];
/** The areas of the exhibit that do not overlap and together are the world. */
const AREAS = [
  "North America",
  "European Union",
  "Pacific Rim Countries",
  "South/Central America",
  "Other Countries",
];
/** Half a unit for each rounded part and for the rounded total. */
const rounding = (frame: pl.DataFrame, parts: number) =>
  Number(frame.getColumn("rounding_usd").max()) * (parts + 1) / 2;

/** Checks within and between the ATP tables. */
export function atpChecks(): Check[] {
  return [
    {
      statement: "The ten ATP groups add to the published total, each flow and period",
      tables: ["atp_by_group"],
      measure: async (read) => {
        const frame = await read("atp_by_group");
        const total = is("atp_group", ATP_TOTAL);
        const gap = largestGap(
          sumBy(frame.filter(total), PERIOD, "value_usd", "whole"),
          sumBy(frame.filter(total.not()), PERIOD, "value_usd", "parts"),
          PERIOD,
        );
        return { ...gap, allowed: rounding(frame, 10), unit: "USD" };
      },
    },
    {
      statement: "The five areas of Exhibit 16a add to its world, each flow and period",
      tables: ["atp_by_area"],
      measure: async (read) => {
        const frame = await read("atp_by_area");
        const gap = largestGap(
          sumBy(frame.filter(is("area", "World")), PERIOD, "value_usd", "whole"),
          sumBy(frame.filter(pl.col("area").isIn(AREAS)), PERIOD, "value_usd", "parts"),
          PERIOD,
        );
        return { ...gap, allowed: rounding(frame, AREAS.length), unit: "USD" };
      },
    },
    {
      statement: "North America in Exhibit 16a is Canada and Mexico",
      tables: ["atp_by_area"],
      measure: async (read) => {
        const frame = await read("atp_by_area");
        const members = frame.filter(pl.col("area").isIn(["Canada", "Mexico"]));
        const gap = largestGap(
          sumBy(frame.filter(is("area", "North America")), PERIOD, "value_usd", "whole"),
          sumBy(members, PERIOD, "value_usd", "parts"),
          PERIOD,
        );
        return { ...gap, allowed: rounding(frame, 2), unit: "USD" };
      },
    },
    {
      statement: "World by area equals the total by group, each flow and period",
      tables: ["atp_by_group", "atp_by_area"],
      measure: async (read) => {
        const groups = (await read("atp_by_group")).filter(is("atp_group", ATP_TOTAL));
        const areas = (await read("atp_by_area")).filter(is("area", "World"));
        const gap = largestGap(
          sumBy(
            groups.join(areas.select(...PERIOD), { on: PERIOD, how: "inner" }),
            PERIOD,
            "value_usd",
            "whole",
          ),
          sumBy(areas, PERIOD, "value_usd", "parts"),
          PERIOD,
        );
        return { ...gap, allowed: 0, unit: "USD" };
      },
    },
    {
      statement:
        "Exhibit 16a for January–March 2024 equals the monthly world figures of April 2025",
      tables: ["atp_by_group", "atp_world_monthly"],
      measure: async (read) => {
        const exhibit = (await read("atp_by_group")).filter(
          is("atp_group", ATP_TOTAL).and(is("vintage", "2025-05-06"))
            .and(is("period_start", "2024-01")).and(is("period_end", "2024-03")),
        );
        const months = (await read("atp_world_monthly")).filter(
          is("vintage", "2025-04-04").and(pl.col("month").isIn(["2024-01", "2024-02", "2024-03"])),
        );
        const gap = largestGap(
          sumBy(exhibit, ["flow"], "value_usd", "whole"),
          sumBy(months, ["flow"], "value_usd", "parts"),
          ["flow"],
        );
        return { ...gap, allowed: rounding(exhibit, 0), unit: "USD" };
      },
    },
    {
      statement: "Every ATP tariff line of 2024 has the group that its code has in the 2022 list",
      tables: ["atp_imports_hs10_by_partner", "concordance_imports_hs10_atp"],
      measure: async (read) => {
        const lines = await read("atp_imports_hs10_by_partner");
        const codes = (await read("concordance_imports_hs10_atp"))
          .select("hs10", pl.col("atp_group").alias("listed_group"));
        const exact = lines.filter(is("concordance_method", "exact_2022_code"))
          .join(codes, { on: "hs10", how: "left" });
        const wrong = exact.filter(
          pl.col("listed_group").isNull().or(pl.col("listed_group").neq(pl.col("atp_group"))),
        );
        return { gap: wrong.height, compared: exact.height, allowed: 0, unit: "lines" };
      },
    },
    {
      statement:
        "Every newer tariff line shares its HS-8 heading with 2022 codes of one group only",
      tables: ["atp_imports_hs10_by_partner", "concordance_imports_hs10_atp"],
      measure: async (read) => {
        const heading = pl.col("hs10").str.slice(0, 8).alias("hs8");
        const headings = (await read("concordance_imports_hs10_atp")).withColumn(heading)
          .groupBy("hs8").agg(
            pl.col("atp_group").min().alias("first_group"),
            pl.col("atp_group").max().alias("last_group"),
          );
        const newer = (await read("atp_imports_hs10_by_partner"))
          .filter(is("concordance_method", "hs8_unanimous")).withColumn(heading)
          .join(headings, { on: "hs8", how: "left" });
        const one = pl.col("first_group").eq(pl.col("atp_group"))
          .and(pl.col("last_group").eq(pl.col("atp_group")));
        const wrong = newer.filter(one.fillNull(literal(false)).not());
        return { gap: wrong.height, compared: newer.height, allowed: 0, unit: "lines" };
      },
    },
  ];
}
