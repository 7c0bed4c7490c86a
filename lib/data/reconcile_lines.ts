/** Reconciliations of imports by tariff line: against each other, and against published totals. */
import pl from "nodejs-polars";
import { WORLD } from "../codes/mod.ts";
import { collect, literal } from "../frame.ts";
import { type Check, exact, is, largestGap, type Reader, type Scanner, sumBy } from "./gap.ts";
import { inOneRevision, yearsOf } from "./revision_state.ts";

const OF_PERIOD = ["vintage", "period_start", "period_end"];
const CONSUMPTION = "imports_for_consumption_usd", GENERAL = "general_imports_usd";
/** Twelve monthly totals, each printed to 0.1 million dollars: half a unit for each. */
const TENTH = 100_000, TWELVE_ROUNDED_MONTHS = 12 * TENTH / 2;

/** Yearly sums of the lines, one for each vintage, year and `by`. */
async function linesByYear(scan: Scanner, by: string[], value: string) {
  const lines = await scan("import_lines");
  return yearsOf(sumBy(lines, [...OF_PERIOD, ...by], value, "parts"));
}

/** General imports of the ATP lines by year. */
async function atpByYear(read: Reader, scan: Scanner) {
  const atp = (await read("import_line_classes", "latest")).filter(is("atp_group", "00").not())
    .select("hts10");
  const lines = sumBy(await scan("import_lines"), [...OF_PERIOD, "hts10"], GENERAL, "line_usd");
  return yearsOf(
    sumBy(atp.join(lines, { on: "hts10", how: "inner" }), OF_PERIOD, "line_usd", "parts"),
  );
}

/** Whole years of a monthly table, by vintage. */
function wholeYears(monthly: pl.DataFrame, by: string[], value: string): pl.DataFrame {
  const year = pl.col("month").str.slice(0, 4).alias("year");
  return monthly.withColumn(year).groupBy("vintage", "year", ...by)
    .agg(pl.col(value).sum().alias("whole"), pl.len().alias("months"))
    .filter(pl.col("months").eq(literal(12))).drop("months");
}

async function worldGap(read: Reader, scan: Scanner) {
  const monthly = (await read("goods_consumption_monthly")).filter(is("partner_code", WORLD));
  const gaps = await Promise.all(
    [["value_usd", CONSUMPTION], ["duty_usd", "duty_usd"]].map(async ([total, line]) =>
      largestGap(
        ...inOneRevision(wholeYears(monthly, [], total), await linesByYear(scan, [], line), []),
        ["year"],
      )
    ),
  );
  return exact({
    gap: Math.max(...gaps.map(({ gap }) => gap)),
    compared: gaps.reduce((sum, { compared }) => sum + compared, 0),
  });
}

/** Rows of a table in which one measure exceeds another that it is part of. */
const neverExceeds = (
  statement: string,
  table: "import_lines" | "preference_lines",
  part: string,
  whole: string,
): Check => ({
  statement,
  tables: [table],
  measure: async (_, scan) => {
    const rows = await scan(table);
    const over = pl.col(part).gt(pl.col(whole)).cast(pl.Int64).sum().alias("over");
    const [found] = collect(rows.select(over, pl.len().alias("rows")), rows).toRecords();
    return { gap: Number(found.over), compared: Number(found.rows), allowed: 0, unit: "rows" };
  },
});

/** Checks of the tables by tariff line. */
export function lineChecks(): Check[] {
  return [
    {
      statement: "ATP over the tariff lines is the published total of ATP imports, each year",
      tables: ["import_lines", "import_line_classes", "atp_world_monthly"],
      measure: async (read, scan) => {
        const monthly = (await read("atp_world_monthly")).filter(is("flow", "imports"));
        const [whole, parts] = inOneRevision(
          wholeYears(monthly, [], "value_usd"),
          await atpByYear(read, scan),
          [],
        );
        const gap = largestGap(whole, parts, ["year"]);
        return { ...gap, allowed: TWELVE_ROUNDED_MONTHS, unit: "USD" };
      },
    },
    {
      statement: "All lines add to imports for consumption and duty of the world, each year",
      tables: ["import_lines", "goods_consumption_monthly"],
      measure: worldGap,
    },
    {
      statement: "General imports over the lines are those of the country file, partner and year",
      tables: ["import_lines", "goods_by_partner_monthly"],
      measure: async (read, scan) => {
        const monthly = (await read("goods_by_partner_monthly")).filter(
          is("flow", "imports").and(pl.col("partner_code").str.contains("^[1-8]")),
        );
        const [whole, parts] = inOneRevision(
          wholeYears(monthly, ["partner_code"], "value_usd"),
          await linesByYear(scan, ["partner_code"], GENERAL),
          ["partner_code"],
        );
        const gap = largestGap(whole, parts, ["year", "partner_code"]);
        return { ...gap, allowed: TWELVE_ROUNDED_MONTHS, unit: "USD" };
      },
    },
    neverExceeds(
      "Dutiable value never exceeds imports for consumption, line by line",
      "import_lines",
      "dutiable_usd",
      CONSUMPTION,
    ),
    neverExceeds(
      "What enters under the USMCA never exceeds the imports, line by line and month",
      "preference_lines",
      "preference_usd",
      "value_usd",
    ),
    {
      statement: "Preference by line adds to the total of the same vintage, partner and month",
      tables: ["preference_lines", "agreement_imports_monthly"],
      measure: async (read, scan) => {
        const keys = ["vintage", "partner_code", "month"];
        const lines = sumBy(await scan("preference_lines"), keys, "preference_usd", "parts");
        const totals = sumBy(await read("agreement_imports_monthly"), keys, "value_usd", "whole")
          .join(lines, { on: keys, how: "inner" });
        // A total that the country file prints to a tenth of a million is that of the rounded lines.
        const [whole, parts] = [pl.col("whole"), pl.col("parts")];
        const isRounded = whole.modulo(literal(TENTH)).eq(literal(0))
          .and(whole.minus(parts).abs().ltEq(literal(TENTH / 2)));
        const rounded = pl.when(isRounded).then(whole).otherwise(parts).alias("parts");
        return exact(largestGap(
          totals.select(...keys, "whole"),
          totals.select(...keys, rounded),
          keys,
        ));
      },
    },
    {
      statement: "Every tariff line that was imported has a class",
      tables: ["import_lines", "preference_lines", "import_line_classes"],
      measure: async (read, scan) => {
        const classes = await read("import_line_classes", "latest");
        const codes = await Promise.all(
          (["import_lines", "preference_lines"] as const)
            .map(async (name) => {
              const rows = await scan(name);
              return collect(rows.select("hts10").unique(), rows);
            }),
        );
        const all = pl.concat(codes).unique();
        const gap = all.join(classes.select("hts10"), { on: "hts10", how: "anti" }).height;
        return { gap, compared: all.height, allowed: 0, unit: "lines" };
      },
    },
  ];
}
