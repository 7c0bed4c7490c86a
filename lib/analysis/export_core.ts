/**
 * The core of ICT exports: what is published every month and moves with the exports of Information and
 * Communications (ICT), which are published by group for a few parts of years only.
 */
import pl from "nodejs-polars";
import { type Frame, literal, requireColumns } from "../frame.ts";

export interface MonthlyValue {
  month: string;
  value_usd: number;
}

type EndUse = Frame<MonthlyValue & { flow: string; category: string }>;
type Semiconductors = Frame<MonthlyValue & { hs6: string }>;

/** Diodes, transistors and integrated circuits: they are Electronics (group 05), not ICT. */
export const SEMICONDUCTORS = ["8541", "8542"];

const sumOf = (rows: pl.DataFrame, name: string): pl.DataFrame =>
  rows.groupBy("month").agg(pl.col("value_usd").sum().alias(name));

/**
 * Exports of computers, semiconductors and telecommunications equipment by end use, month by month.
 *
 * @returns month, value_usd (whole US dollars); sorted.
 */
export function endUseExports(trade: EndUse): Frame<MonthlyValue> {
  requireColumns(trade, ["month", "flow", "category", "value_usd"], "endUseExports");
  return sumOf(trade.filter(pl.col("flow").eq(literal("exports"))), "value_usd").sort("month");
}

/**
 * The same less semiconductors: end-use exports − exports of HS 8541 and 8542.
 *
 * @param leftOut first digits of the codes to take out.
 * @returns month, value_usd; only the months for which both tables have rows.
 * @throws RangeError when the semiconductors have none of the codes.
 * @formula Core of ICT exports
 * c_m = E_m - S_m
 * @where $E_m$ are exports of computers, telecommunications equipment and semiconductors by end
 * use in month $m$ and $S_m$ exports of semiconductors (HS 8541 and 8542), in US dollars.
 * @assumes export-core
 * @taught 3
 */
export function ictExportCore(
  trade: EndUse,
  semiconductors: Semiconductors,
  leftOut: string[] = SEMICONDUCTORS,
): Frame<MonthlyValue> {
  requireColumns(semiconductors, ["month", "hs6", "value_usd"], "ictExportCore");
  const coded = leftOut.map((code) => pl.col("hs6").str.slice(0, code.length).eq(literal(code)))
    .reduce((either, or) => either.or(or));
  const taken = sumOf(semiconductors.filter(coded), "taken_usd");
  if (taken.height === 0) {
    throw new RangeError(`ictExportCore: no exports of ${leftOut.join(", ")}`);
  }
  return endUseExports(trade).join(taken, { on: "month", how: "inner" })
    .select("month", pl.col("value_usd").minus(pl.col("taken_usd")).alias("value_usd"))
    .sort("month") as Frame<MonthlyValue>;
}
