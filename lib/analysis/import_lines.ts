/**
 * Imports by tariff line: the lines with their class, on one of the two bases, summed by supplier.
 *
 * The table of lines has a column for each basis and no world row. `onBasis` chooses one, so that the
 * two are never added; `importsBySupplier` sums and adds the world, which is what `supplierShares`
 * divides by.
 */
import pl from "nodejs-polars";
import { type ImportBasis, NOT_ATP, WORLD } from "../codes/mod.ts";
import {
  collect,
  column,
  type Frame,
  type Frameish,
  lazy,
  literal,
  requireColumns,
  where,
} from "../frame.ts";
import type { Period } from "./periods.ts";

export type LineOfPartner = Period & {
  vintage: string;
  hts10: string;
  partner_code: string;
  general_imports_usd: number;
  imports_for_consumption_usd: number;
};

/** The class of a tariff line. */
export interface LineClass {
  hts10: string;
  /** `00` where the line is not advanced technology. */
  atp_group: string;
  atp_method: string;
  naics6: string;
}

export type AtpLine = LineOfPartner & Pick<LineClass, "atp_group" | "atp_method">;

export type OnBasis<Row> = Row & { basis: ImportBasis; value_usd: number };

export type SupplierImports = Period & {
  vintage: string;
  basis: ImportBasis;
  /** A country, or the world: the sum of all. */
  partner_code: string;
  value_usd: number;
};

/** A calendar year as a period. */
export const calendarYear = (year: string | number): Period => ({
  period_start: `${year}-01`,
  period_end: `${year}-12`,
});

/**
 * The lines of the list of advanced technology products, with group and method.
 *
 * @param lines a frame or a lazy scan of all lines; only what is kept is collected.
 * @param classes one row for each line.
 * @returns the columns of `lines`, then atp_group, atp_method.
 * @throws RangeError when no line is of the list.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { readTable, scanTable } from "../mod.ts";
 * const lines = atpLines(await scanTable("import_lines"), await readTable("import_line_classes"));
 * assertEquals(lines.columns.includes("atp_group"), true);
 * ```
 */
export function atpLines(
  lines: Frameish<LineOfPartner>,
  classes: Frame<Omit<LineClass, "naics6">>,
): Frame<AtpLine> {
  requireColumns(lines, ["hts10", "partner_code", "period_start"], "atpLines");
  requireColumns(classes, ["hts10", "atp_group", "atp_method"], "atpLines");
  const atp = classes.filter(pl.col("atp_group").neq(literal(NOT_ATP)))
    .select("hts10", "atp_group", "atp_method") as Frame<Omit<LineClass, "naics6">>;
  const kept = collect(
    lazy(where(lines, pl.col("hts10").isIn(column(atp, "hts10")))).select(...lines.columns),
    lines,
  ).join(atp, { on: "hts10", how: "inner" });
  if (kept.height === 0) throw new RangeError("atpLines: no line is advanced technology");
  return kept.sort(["period_start", "hts10", "partner_code"]) as Frame<AtpLine>;
}

/**
 * The lines on one basis: columns `basis` and `value_usd` in US dollars, customs value.
 *
 * @throws TypeError when the frame lacks the basis.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { readTable, scanTable } from "../mod.ts";
 * const lines = atpLines(await scanTable("import_lines"), await readTable("import_line_classes"));
 * const arrivals = onBasis(lines, "general_imports");
 * assertEquals(arrivals.columns.includes("value_usd"), true);
 * ```
 */
export function onBasis<Row extends LineOfPartner>(
  lines: Frame<Row>,
  basis: ImportBasis,
): Frame<OnBasis<Row>>;
export function onBasis(lines: pl.LazyDataFrame, basis: ImportBasis): pl.LazyDataFrame;
export function onBasis<Row>(lines: Frameish<Row>, basis: ImportBasis): Frameish<unknown> {
  requireColumns(lines, [`${basis}_usd`], "onBasis");
  return (lines as pl.DataFrame).withColumns(
    literal(basis).alias("basis"),
    pl.col(`${basis}_usd`).alias("value_usd"),
  );
}

/**
 * Imports by supplier, summed over the lines, and the world as their sum.
 *
 * @param lines on one basis, from `onBasis`: a frame or a lazy scan.
 * @param by columns to keep apart, e.g. `["atp_group"]`; none for all goods.
 * @returns vintage, basis, period_start, period_end, `by`, partner_code, value_usd; sorted.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { ofPeriod, readTable, scanTable, supplierShares } from "../mod.ts";
 * const lines = atpLines(await scanTable("import_lines"), await readTable("import_line_classes"));
 * const in2024 = ofPeriod(onBasis(lines, "general_imports"), calendarYear("2024"));
 * const imports = importsBySupplier(in2024, ["atp_group"]);
 * const shares = supplierShares(imports, { by: ["atp_group"], denominator: "world" });
 * assertEquals(shares.columns[0], "atp_group");
 * ```
 */
export function importsBySupplier<By extends string = never>(
  lines: Frameish<OnBasis<LineOfPartner>>,
  by: By[] = [],
): Frame<SupplierImports & Record<By, string>> {
  const keys = ["vintage", "basis", "period_start", "period_end", ...by];
  requireColumns(lines, [...keys, "partner_code", "value_usd"], "importsBySupplier");
  const sum = pl.col("value_usd").sum();
  const suppliers = collect(
    lazy(lines).groupBy([...keys, "partner_code"]).agg(sum),
    lines,
  );
  const world = suppliers.groupBy(keys).agg(sum).withColumn(literal(WORLD).alias("partner_code"));
  return pl.concat([suppliers, world.select(...suppliers.columns)])
    .sort([...keys, "partner_code"]) as Frame<SupplierImports & Record<By, string>>;
}
