/**
 * The trade balance and its composition.
 *
 * balance = exports − imports. On the Census basis of the FT-900: total exports (f.a.s.) less
 * general imports (customs value).
 */
import pl from "nodejs-polars";
import { ATP_TOTAL } from "../codes/mod.ts";
import { type Frame, literal, requireColumns } from "../frame.ts";
import type { Period } from "./periods.ts";

export interface Balance {
  exports_usd: number;
  imports_usd: number;
  /** exports − imports: below zero is a deficit. */
  balance_usd: number;
}

export type GroupBalance = Balance & Period & {
  vintage: string;
  atp_group: string;
  /** Group's balance ÷ total balance. A net share: below 0 for a surplus in a total deficit. */
  share_of_balance: number;
};

export type AnnualBalance = Balance & {
  vintage: string;
  year: string;
  months: number;
  /** exports ÷ imports: above 1 in a surplus. Prices cancel in it as far as both flows share them. */
  export_import_ratio: number;
};

/**
 * Exports, imports and balance side by side, from rows of one flow each.
 *
 * @param by the columns that identify a balance; values are summed within them.
 * @returns `by`, exports_usd, imports_usd, balance_usd (whole US dollars), sorted by `by`. A flow
 * with no row counts as zero.
 * @throws RangeError when a flow mixes two bases.
 * @formula Trade balance
 * B = X - M
 * @where $X$ are total exports (valued free alongside ship) and $M$ general imports (customs
 * value) of the same goods and period, in US dollars; below zero it is a deficit.
 * @taught 3
 */
export function balance<Row, By extends string>(
  trade: Frame<Row & { flow: string; value_usd: number }>,
  by: By[],
): Frame<Balance & Record<By, string>> {
  requireColumns(trade, [...by, "flow", "value_usd"], "balance");
  if (trade.columns.includes("basis")) requireOneBasis(trade);
  const valueOf = (flow: string) =>
    pl.when(pl.col("flow").eq(literal(flow))).then(pl.col("value_usd"))
      .otherwise(literal(0).cast(pl.Int64)).sum().alias(`${flow}_usd`);
  return trade.groupBy(...by).agg(valueOf("exports"), valueOf("imports"))
    .withColumn(pl.col("exports_usd").minus(pl.col("imports_usd")).alias("balance_usd"))
    .sort(by) as Frame<Balance & Record<By, string>>;
}

function requireOneBasis(trade: pl.DataFrame): void {
  const bases = trade.select("flow", "basis").unique().sort(["flow", "basis"]);
  const flows = bases.getColumn("flow").toArray();
  const mixed = flows.find((flow, index) => flows.indexOf(flow) !== index);
  if (mixed === undefined) return;
  const names = bases.filter(pl.col("flow").eq(literal(mixed as string))).getColumn("basis");
  throw new RangeError(`balance: ${mixed} mix ${names.toArray().join(" and ")}; choose one basis`);
}

/**
 * Balance of each ATP technology group, and its share of the total balance.
 *
 * share of balance = balance of the group ÷ balance of all ATP, in the same period and vintage.
 * Shares of a net total go below zero and above one; those of the ten groups add to one up to the
 * publisher's rounding.
 *
 * @returns vintage, period_start, period_end, atp_group, exports_usd, imports_usd, balance_usd,
 * share_of_balance; the row `total` is the published one.
 * @throws RangeError when a period has no total.
 * @formula Share of a net total
 * \beta_g = \frac{B_g}{B}, \qquad \sum_g \beta_g = 1
 * @where $B_g$ is the balance of group $g$ and $B$ that of all groups, same period and vintage. It
 * is a fraction that can go below 0 and above 1; the sum holds up to the publisher's rounding.
 * @assumes same-months
 * @taught 3
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { longestPartOfYear, ofPeriod, readTable } from "../mod.ts";
 * const trade = await readTable("atp_by_group");
 * const groups = balanceByGroup(ofPeriod(trade, longestPartOfYear(trade, 2024)));
 * assertEquals(groups.height, 11);
 * ```
 */
export function balanceByGroup(
  trade: Frame<Period & { vintage: string; atp_group: string; flow: string; value_usd: number }>,
): Frame<GroupBalance> {
  const period: string[] = ["vintage", "period_start", "period_end"];
  const groups = balance(trade, [...period, "atp_group"]);
  const totals = groups.filter(pl.col("atp_group").eq(literal(ATP_TOTAL)))
    .select(...period, pl.col("balance_usd").alias("total_usd"));
  const joined = groups.join(totals, { on: period, how: "left" });
  if (joined.getColumn("total_usd").nullCount() > 0) {
    throw new RangeError("balanceByGroup: a period has no row `total`");
  }
  const share = pl.col("balance_usd").cast(pl.Float64).div(pl.col("total_usd").cast(pl.Float64));
  return joined.withColumn(share.alias("share_of_balance")).drop("total_usd")
    .sort([...period, "atp_group"]) as Frame<GroupBalance>;
}

/**
 * Balance of each calendar year, from monthly figures.
 *
 * @returns year, vintage (the last one used), months (12 in a full year), exports_usd, imports_usd,
 * balance_usd, export_import_ratio.
 * @throws RangeError when a month is there in two vintages (their sum is no figure).
 * @formula Export–import ratio
 * e = \frac{X}{M}
 * @where $X$ are exports and $M$ imports of a calendar year; above 1 there is a surplus. Prices
 * cancel as far as both flows share them.
 * @taught 3
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { readTable, rowOf } from "../mod.ts";
 * const years = annualBalance(await readTable("atp_world_monthly"));
 * assertEquals(rowOf(years, { year: "2024" }).balance_usd < 0, true);
 * ```
 */
export function annualBalance(
  monthly: Frame<{ vintage: string; month: string; flow: string; value_usd: number }>,
): Frame<AnnualBalance> {
  requireColumns(monthly, ["vintage", "month", "flow", "value_usd"], "annualBalance");
  const once = monthly.select("month", "flow").unique().height;
  if (monthly.select("month", "flow", "vintage").unique().height > once) {
    throw new RangeError("annualBalance: months are there in two vintages; choose one");
  }
  const dated = monthly.withColumn(pl.col("month").str.slice(0, 4).alias("year"));
  const coverage = dated.groupBy("year").agg(
    pl.col("vintage").max(),
    pl.col("month").nUnique().cast(pl.Int64).alias("months"),
  );
  const ratio = pl.col("exports_usd").cast(pl.Float64).div(pl.col("imports_usd").cast(pl.Float64));
  return coverage.join(balance(dated, ["year"]), { on: "year", how: "inner" })
    .withColumn(ratio.alias("export_import_ratio")).sort("year") as Frame<AnnualBalance>;
}
