/**
 * Supplier shares in U.S. imports, and the ranking of suppliers.
 *
 * share of a supplier = imports from it ÷ imports from all suppliers, same goods, basis and period.
 */
import pl from "nodejs-polars";
import {
  type ShareOptions,
  sharesOf,
  type SupplierShare,
  type SupplierSum,
} from "../arithmetic/mod.ts";
import { WORLD } from "../codes/mod.ts";
import {
  collect,
  type Frame,
  frameBy,
  type Frameish,
  isCountryCode,
  lazy,
  literal,
  records,
  requireColumns,
} from "../frame.ts";

export type { ShareOptions, SupplierShare } from "../arithmetic/mod.ts";

const isWorld = pl.col("partner_code").eq(literal(WORLD));

function isSupplier(blocks: string[]): pl.Expr {
  return blocks.length ? isCountryCode.or(pl.col("partner_code").isIn(blocks)) : isCountryCode;
}

/**
 * Share of each supplier in imports. Reads a frame or, in bounded memory, a lazy scan.
 *
 * @returns `by`, vintage, basis, period_start, period_end, partner_code, value_usd, total_usd, share,
 * sorted by `by`, then largest first; `other` (world less the suppliers) last.
 * @throws RangeError when two bases are mixed, no row is left, the world row is missing, or the
 * suppliers exceed the world.
 * @formula Share of a supplier
 * s_p = \frac{M_p}{M}, \qquad s_{\text{rest}} = 1 - \sum_p s_p
 * @where $M_p$ are imports from supplier $p$ and $M$ imports from the world, of the same goods,
 * basis and period, in US dollars; $s_p$ is a fraction from 0 to 1. With the denominator `listed`,
 * $M$ is the sum over the suppliers that are listed, and there is no rest.
 * @assumes origin-is-supplier, listed-suppliers
 * @taught 4, 5
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { CHINA, keep, readTable, rowOf, withYear } from "../mod.ts";
 * const imports = keep(await readTable("naics3_imports_by_partner_monthly"), { naics: "334" });
 * const shares = supplierShares(withYear(imports), { by: ["year"], denominator: "world" });
 * assertEquals(rowOf(shares, { year: "2017", partner_code: CHINA }).share > 0.4, true);
 * ```
 */
export function supplierShares<Row, By extends string>(
  imports: Frameish<Row>,
  { by, denominator, blocks = [] }: ShareOptions<By>,
): Frame<SupplierShare & Record<By, string>> {
  const monthly = imports.columns.includes("month");
  const [start, end] = monthly ? ["month", "month"] : ["period_start", "period_end"];
  requireColumns(
    imports,
    [...by, "partner_code", "value_usd", "basis", "vintage", start],
    "supplierShares",
  );
  const wanted = denominator === "world" ? isSupplier(blocks).or(isWorld) : isSupplier(blocks);
  const query = lazy(imports).filter(wanted).groupBy([...by, "partner_code", "basis"]).agg(
    pl.col("value_usd").sum(),
    pl.col("vintage").max().alias("vintage"),
    pl.col(start).min().alias("period_start"),
    pl.col(end).max().alias("period_end"),
  );
  // Sums of two bases stay apart, for `sharesOf` to refuse them.
  const sums = records(collect(query, imports) as Frame<SupplierSum & Record<By, string>>);
  return frameBy<SupplierShare, By>(sharesOf(sums, { by, denominator, blocks }), by, SCHEMA);
}

const SCHEMA: Record<keyof SupplierShare, pl.DataType> = {
  vintage: pl.String,
  basis: pl.String,
  period_start: pl.String,
  period_end: pl.String,
  partner_code: pl.String,
  value_usd: pl.Int64,
  total_usd: pl.Int64,
  share: pl.Float64,
};
