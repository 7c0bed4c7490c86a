/**
 * What the tables say to the questions of `desk_questions.ts`, by queries of their own: nothing here
 * goes through lib/, so that an answer of the page is set against the tables themselves.
 */
import pl from "nodejs-polars";

const eq = (name: string, value: string) => pl.col(name).eq(pl.lit(value));
const begins = (name: string, value: string) =>
  pl.col(name).str.slice(0, value.length).eq(pl.lit(value));

/** Of each key the figure that was published last. */
function tableOf(file: string, key: string[]): pl.DataFrame {
  const all = pl.readParquet(`${import.meta.dirname}/../../data/${file}.parquet`);
  return all.sort(["vintage"]).unique({ subset: key, keep: "last" }) as pl.DataFrame;
}

const once = <Value>(make: () => Value) => {
  let made: Value | undefined;
  return () => made ??= make();
};

const lines = once(() =>
  tableOf("import_lines", ["period_start", "period_end", "hts10", "partner_code"])
    .join(
      tableOf("import_line_classes", ["hts10"]).select("hts10", "atp_group"),
      { on: "hts10", how: "inner" },
    )
);
const industries = once(() =>
  tableOf("naics3_imports_by_partner_monthly", ["naics", "partner_code", "month"])
);
const entries = once(() => tableOf("preference_lines", ["month", "partner_code", "hts10"]));

const total = (frame: pl.DataFrame, name: string): number => Number(frame.getColumn(name).sum());

type Basis = "general_imports" | "imports_for_consumption";

/** Lines of a calendar year that some condition chooses. */
const linesOf = (year: string, which: pl.Expr) =>
  lines().filter(eq("period_start", `${year}-01`).and(eq("period_end", `${year}-12`)).and(which));

export const underCode = (code: string): pl.Expr => begins("hts10", code);
export const ofGroup = (code: string): pl.Expr => eq("atp_group", code);
export const ofTechnology: pl.Expr = eq("atp_group", "00").not();

/** A partner's part of the imports of some lines in a year. */
export function shareOfLines(which: pl.Expr, basis: Basis, year: string, partner: string): number {
  const all = linesOf(year, which);
  return total(all.filter(eq("partner_code", partner)), `${basis}_usd`) /
    total(all, `${basis}_usd`);
}

/** Partners of some lines in a year, the largest first. */
export function ranking(which: pl.Expr, basis: Basis, year: string): string[] {
  return linesOf(year, which).groupBy("partner_code").agg(pl.col(`${basis}_usd`).sum().alias("usd"))
    .sort("usd", true).getColumn("partner_code").toArray() as string[];
}

/** Calculated duty of some lines from a partner in a year, divided by their imports for consumption. */
export function dutyOfLines(which: pl.Expr, year: string, partner: string): number {
  const own = linesOf(year, which).filter(eq("partner_code", partner));
  return total(own, "duty_usd") / total(own, "imports_for_consumption_usd");
}

/** Of each line with imports in a year: its code, its imports, and the part from Mexico and Canada. */
export function dependent(which: pl.Expr, basis: Basis, year: string) {
  const of = linesOf(year, which);
  const sums = (frame: pl.DataFrame, name: string) =>
    frame.groupBy("hts10").agg(pl.col(`${basis}_usd`).sum().alias(name));
  const two = sums(of.filter(eq("partner_code", "2010").or(eq("partner_code", "1220"))), "two");
  const rows = sums(of, "all").join(two, { on: "hts10", how: "left" }).toRecords() as {
    hts10: string;
    all: number;
    two: number | null;
  }[];
  return rows.filter(({ all }) => all > 0).map(({ hts10, all, two }) => ({
    hts10,
    usd: all,
    share: (two ?? 0) / all,
  })).sort((a, b) => b.usd - a.usd);
}

/** The part of a code's imports from a partner in a month that entered under the USMCA. */
export function underAgreement(code: string, month: string, partner: string): number {
  const own = entries().filter(
    begins("hts10", code).and(eq("month", month)).and(eq("partner_code", partner)),
  );
  return total(own, "preference_usd") / total(own, "value_usd");
}

/** Countries of an industry in a year: imports for consumption and duty, with the published world. */
function industryOf(naics: string, year: string) {
  const months = industries().filter(eq("naics", naics).and(begins("month", year)));
  const held = new Set(months.getColumn("month").toArray());
  if (held.size !== 12) throw new RangeError(`${naics}: ${held.size} months of ${year}`);
  return months.groupBy("partner_code").agg(pl.col("value_usd").sum(), pl.col("duty_usd").sum())
    .toRecords() as { partner_code: string; value_usd: number; duty_usd: number }[];
}

const isCountry = ({ partner_code }: { partner_code: string }) => /^[1-7]\d{3}$/.test(partner_code);

/** Shares of the listed countries in an industry's imports of a year, by code. */
export function industryShares(naics: string, year: string): Map<string, number> {
  const rows = industryOf(naics, year);
  const world = rows.find(({ partner_code }) => partner_code === "-")!.value_usd;
  return new Map(
    rows.filter(isCountry).map(({ partner_code, value_usd }) => [partner_code, value_usd / world]),
  );
}

/** Calculated duty of an industry's imports from a partner, divided by their value. */
export function industryDuty(naics: string, year: string, partner: string): number {
  const own = industryOf(naics, year).find(({ partner_code }) => partner_code === partner)!;
  return own.duty_usd / own.value_usd;
}

/** Changes of shares between two years, the largest gain first. */
export function shareChanges(naics: string, from: string, to: string): [string, number][] {
  const [then, now] = [industryShares(naics, from), industryShares(naics, to)];
  return [...now].map(([code, share]): [string, number] => [code, share - (then.get(code) ?? 0)])
    .sort((a, b) => b[1] - a[1]);
}
