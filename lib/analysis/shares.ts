/**
 * Supplier shares in U.S. imports, and the ranking of suppliers.
 *
 * share of a supplier = imports from it ÷ imports from all suppliers, same goods, basis and period.
 */
import pl from "nodejs-polars";
import { OTHER, WORLD } from "../codes/mod.ts";
import { collect, type Frame, type Frameish, lazy, literal, requireColumns } from "../frame.ts";

export interface SupplierShare {
  vintage: string;
  basis: string;
  period_start: string;
  period_end: string;
  partner_code: string;
  value_usd: number;
  /** The denominator: imports from the world, or from all suppliers that are listed. */
  total_usd: number;
  share: number;
}

export interface ShareOptions<By extends string = string> {
  /** Columns within which shares are taken, e.g. `["year"]` or `["atp_group"]`. */
  by: By[];
  /** `world`: the published row `-`, the rest shown as `other`. `listed`: the suppliers. */
  denominator: "world" | "listed";
  /** Groups that stand for their unlisted members and so count as one supplier, e.g. `["0003"]`. */
  blocks?: string[];
}

const COUNTRY = "^[1-7][0-9]{3}$";
const isWorld = pl.col("partner_code").eq(literal(WORLD));

function isSupplier(blocks: string[]): pl.Expr {
  const country = pl.col("partner_code").str.contains(COUNTRY);
  return blocks.length ? country.or(pl.col("partner_code").isIn(blocks)) : country;
}

/**
 * Share of each supplier in imports. Reads a frame or, in bounded memory, a lazy scan.
 *
 * @returns `by`, vintage, basis, period_start, period_end, partner_code, value_usd, total_usd, share,
 * sorted by `by`, then largest first; `other` (world less the suppliers) last.
 * @throws RangeError when two bases are mixed, no row is left, the world row is missing, or the
 * suppliers exceed the world.
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
  const query = lazy(imports).filter(wanted).groupBy([...by, "partner_code"]).agg(
    pl.col("value_usd").sum(),
    pl.col("basis").min().alias("basis"),
    pl.col("basis").max().alias("last_basis"),
    pl.col("vintage").max().alias("vintage"),
    pl.col(start).min().alias("first_month"),
    pl.col(end).max().alias("last_month"),
  );
  const sums = collect(query, imports);
  checkSums(sums, by, denominator);
  const suppliers = sums.filter(isSupplier(blocks));
  const totals = totalsOf(denominator === "world" ? sums.filter(isWorld) : suppliers, by);
  const all = denominator === "world"
    ? pl.concat([suppliers.select(...by, "partner_code", "value_usd"), rest(suppliers, totals, by)])
    : suppliers.select(...by, "partner_code", "value_usd");
  const last = pl.col("partner_code").eq(literal(OTHER)).alias("is_rest");
  const share = pl.col("value_usd").cast(pl.Float64).div(pl.col("total_usd").cast(pl.Float64));
  return joinTotals(all, totals, by).withColumns(share.alias("share"), last)
    .sort({
      by: [...by, "is_rest", "value_usd", "partner_code"],
      descending: [...by.map(() => false), false, true, false],
    })
    .select(
      ...by,
      ...["vintage", "basis", "period_start", "period_end", "partner_code"],
      ...["value_usd", "total_usd", "share"],
    ) as Frame<SupplierShare & Record<By, string>>;
}

/** Refuses sums that no share can be taken from. */
function checkSums(sums: pl.DataFrame, by: string[], denominator: string): void {
  if (sums.height === 0) throw new RangeError("supplierShares: no imports in this selection");
  const groups = sums.withColumns(isWorld.alias("is_world"), literal(0).alias("one"))
    .groupBy("one", ...by)
    .agg(pl.col("basis").min(), pl.col("last_basis").max(), pl.col("is_world").max());
  if (groups.filter(pl.col("basis").neq(pl.col("last_basis"))).height > 0) {
    throw new RangeError("supplierShares: general imports and imports for consumption are mixed");
  }
  const without = groups.filter(pl.col("is_world").eq(literal(false))).height;
  if (denominator === "world" && without > 0) {
    throw new RangeError(
      `supplierShares: ${without} of ${groups.height} selections have no world row (${WORLD})`,
    );
  }
}

/** Denominators: one row for each group of `by`, with the period and the basis of its figures. */
function totalsOf(sums: pl.DataFrame, by: string[]): pl.DataFrame {
  return sums.withColumn(literal(0).alias("one")).groupBy("one", ...by).agg(
    pl.col("value_usd").sum().alias("total_usd"),
    pl.col("vintage").max(),
    pl.col("basis").min(),
    pl.col("first_month").min().alias("period_start"),
    pl.col("last_month").max().alias("period_end"),
  ).drop("one");
}

/** What the suppliers leave of the world. */
function rest(suppliers: pl.DataFrame, totals: pl.DataFrame, by: string[]): pl.DataFrame {
  const listed = by.length
    ? suppliers.groupBy(...by).agg(pl.col("value_usd").sum().alias("listed_usd"))
    : suppliers.select(pl.col("value_usd").sum().alias("listed_usd"));
  const left =
    (by.length
      ? totals.join(listed, { on: by, how: "left" })
      : totals.join(listed, { how: "cross" }))
      .withColumn(
        pl.col("total_usd").minus(pl.col("listed_usd").fillNull(literal(0).cast(pl.Int64)))
          .alias("value_usd"),
      )
      .withColumn(literal(OTHER).alias("partner_code"));
  if (left.filter(pl.col("value_usd").lt(literal(0))).height > 0) {
    throw new RangeError("supplierShares: the suppliers exceed the world; is a group among them?");
  }
  return left.select(...by, "partner_code", "value_usd");
}

function joinTotals(frame: pl.DataFrame, totals: pl.DataFrame, by: string[]): pl.DataFrame {
  return by.length
    ? frame.join(totals, { on: by, how: "inner" })
    : frame.join(totals, { how: "cross" });
}
