/** Reconciliations of trade in advanced technology products. */
import pl from "nodejs-polars";
import { ATP_TOTAL } from "../codes/mod.ts";
import { literal } from "../frame.ts";
import { type Check, is, largestGap, sumBy } from "./gap.ts";

const PERIOD = ["vintage", "period_start", "period_end", "flow"];
/** The areas of the exhibit that do not overlap and together are the world. */
const AREAS: Record<string, string[]> = {
  "North America": ["Canada", "Mexico"],
  "European Union": ["France", "Germany", "Ireland", "Italy", "European Union - other"],
  "Pacific Rim Countries": [
    ...["Australia", "China", "Hong Kong", "Indonesia", "Japan", "Korea, South", "Malaysia"],
    ...["Philippines", "Singapore", "Taiwan", "Pacific Rim Countries - other"],
  ],
  "South/Central America": ["Brazil", "South/Central America - other"],
  "Other Countries": ["India", "Israel", "Thailand", "United Kingdom", "Other Countries - other"],
};
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
          sumBy(
            frame.filter(pl.col("area").isIn(Object.keys(AREAS))),
            PERIOD,
            "value_usd",
            "parts",
          ),
          PERIOD,
        );
        return { ...gap, allowed: rounding(frame, Object.keys(AREAS).length), unit: "USD" };
      },
    },
    {
      statement: "The countries and the rest of each area of Exhibit 16a add to it",
      tables: ["atp_by_area"],
      measure: async (read) => {
        const frame = await read("atp_by_area");
        const gaps = Object.entries(AREAS).map(([area, members]) => {
          const found = largestGap(
            sumBy(frame.filter(is("area", area)), PERIOD, "value_usd", "whole"),
            sumBy(frame.filter(pl.col("area").isIn(members)), PERIOD, "value_usd", "parts"),
            PERIOD,
          );
          return { ...found, over: found.gap - rounding(frame, members.length) };
        });
        const worst = gaps.toSorted((a, b) => b.over - a.over)[0];
        return {
          gap: worst.gap,
          allowed: worst.gap - worst.over,
          compared: gaps.reduce((sum, { compared }) => sum + compared, 0),
          unit: "USD",
        };
      },
    },
    {
      statement: "World by area equals the total by group, each flow and period",
      tables: ["atp_by_group", "atp_by_area"],
      measure: async (read) => {
        const groups = (await read("atp_by_group")).filter(is("atp_group", ATP_TOTAL));
        const areas = (await read("atp_by_area")).filter(is("area", "World"));
        // An exact total of the same day is another form of the exhibit's, not the same figure.
        const printed: string[] = [...PERIOD, "rounding_usd"];
        const gap = largestGap(
          sumBy(
            groups.join(areas.select(...printed), { on: printed, how: "inner" }),
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
      statement: "Every tariff line of the 2022 list has the ATP group that it has there",
      tables: ["import_line_classes", "concordance_imports_hs10_atp"],
      measure: async (read) => {
        const codes = (await read("concordance_imports_hs10_atp"))
          .select(pl.col("hs10").alias("hts10"), pl.col("atp_group").alias("listed_group"));
        const known = (await read("import_line_classes"))
          .filter(is("atp_method", "exact_2022_code"))
          .join(codes, { on: "hts10", how: "left" });
        const listed = pl.col("listed_group").fillNull(literal("00"));
        const wrong = known.filter(listed.neq(pl.col("atp_group")));
        return { gap: wrong.height, compared: known.height, allowed: 0, unit: "lines" };
      },
    },
  ];
}
