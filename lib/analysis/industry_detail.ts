/** Where an industry's imports grew: its six-digit parts between two periods. */
import pl from "nodejs-polars";
import {
  collect,
  type Frame,
  type Frameish,
  frameOf,
  lazy,
  literal,
  requireColumns,
  where,
} from "../frame.ts";
import {
  type Compared,
  COMPARED_SCHEMA,
  comparedPeriods,
  type Comparison,
  sides,
} from "./comparison.ts";

export type DetailGrowth = Compared & {
  vintage: string;
  basis: string;
  /** Six-digit industry, or the code of the whole. */
  naics: string;
  from_usd: number;
  to_usd: number;
  change_usd: number;
  /** Part of the industry's imports, before and after. */
  from_share: number;
  to_share: number;
  /** change_usd ÷ change of the whole: above one where other parts shrank. */
  share_of_growth: number;
};

/**
 * Growth of an industry's imports by its six-digit parts.
 *
 * share_of_growth = change of the part ÷ change of the whole; over the parts it adds to one.
 *
 * @param imports monthly world imports by six-digit industry, one basis.
 * @param naics the industry: the first digits of its parts, e.g. `334`.
 * @returns the whole first, then its parts, largest growth first.
 * @throws RangeError when a period has no imports of the industry, or the whole did not change.
 * @formula Part of the growth of an industry
 * \gamma_i = \frac{\Delta M_i}{\Delta M}, \qquad \sum_i \gamma_i = 1
 * @where $\Delta M_i$ is the change of imports of a six-digit part and $\Delta M$ that of the
 * whole industry, in US dollars; a part can be above 1 where others shrank.
 * @assumes same-months
 * @taught 7
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { comparableYears, readTable } from "../mod.ts";
 * const parts = await readTable("naics6_imports_world_monthly");
 * const growth = detailGrowth(parts, { naics: "334", ...comparableYears(parts, "2023", "2024") });
 * assertEquals(growth.getColumn("naics").get(0), "334");
 * ```
 */
export function detailGrowth(
  imports: Frameish<{ month: string; naics: string }>,
  { naics, from, to }: Comparison & { naics: string },
): Frame<DetailGrowth> {
  requireColumns(imports, ["month", "naics", "value_usd", "basis", "vintage"], "detailGrowth");
  const parts = where(
    imports,
    pl.col("naics").str.startsWith(naics).and(pl.col("naics").neq(literal(naics))),
  );
  const query = lazy(sides(parts, { from, to })).groupBy(["naics", "side"]).agg(
    pl.col("value_usd").sum(),
    pl.col("vintage").max(),
    pl.col("basis").min(),
  );
  const sums = collect(query, imports).sort(["naics", "side"]).toRecords();
  const codes = [...new Set(sums.map((row) => String(row.naics)))];
  const valueOf = (code: string, side: string) =>
    Number(sums.find((row) => row.naics === code && row.side === side)?.value_usd ?? 0);
  const before = codes.reduce((sum, code) => sum + valueOf(code, "from"), 0);
  const after = codes.reduce((sum, code) => sum + valueOf(code, "to"), 0);
  if (before === after) throw new RangeError(`detailGrowth: imports of ${naics} did not change`);
  const line = (code: string, from_usd: number, to_usd: number): DetailGrowth => ({
    vintage: sums.map((row) => String(row.vintage)).sort().at(-1)!,
    basis: String(sums[0].basis),
    ...comparedPeriods({ from, to }),
    naics: code,
    from_usd,
    to_usd,
    change_usd: to_usd - from_usd,
    from_share: from_usd / before,
    to_share: to_usd / after,
    share_of_growth: (to_usd - from_usd) / (after - before),
  });
  const rows = codes.map((code) => line(code, valueOf(code, "from"), valueOf(code, "to")))
    .sort((a, b) => b.change_usd - a.change_usd || (a.naics < b.naics ? -1 : 1));
  return frameOf<DetailGrowth>([line(naics, before, after), ...rows], SCHEMA);
}

const SCHEMA: Record<keyof DetailGrowth, pl.DataType> = {
  vintage: pl.String,
  basis: pl.String,
  ...COMPARED_SCHEMA,
  naics: pl.String,
  from_usd: pl.Int64,
  to_usd: pl.Int64,
  change_usd: pl.Int64,
  from_share: pl.Float64,
  to_share: pl.Float64,
  share_of_growth: pl.Float64,
};
