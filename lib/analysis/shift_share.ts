/**
 * Shift-share decomposition of the change of a supplier's share in all imports, over industries.
 *
 * Dunn, E. S. (1960), A Statistical and Analytical Technique for Regional Analysis, Papers of
 * the Regional Science Association 6; Esteban-Marquillas, J. M. (1972), A Reinterpretation of Shift-Share Analysis,
 * Regional and Urban Economics 2(3). In trade the same identity is known as constant-market-share
 * analysis (Tyszynski 1951; Richardson 1971). The midpoint form, which shares the cross term half and
 * half, is Bennet's: Bennet, T. L. (1920), The Theory of Measurement of Changes in Cost of Living,
 * Journal of the Royal Statistical Society 83(3).
 */
import pl from "nodejs-polars";
import { ALL_INDUSTRIES, isCountry, OTHER, WORLD } from "../codes/mod.ts";
import {
  type Frame,
  type Frameish,
  frameOf,
  literal,
  records,
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
import { meanChange, meanChangeTotal, sumInOrder } from "./mean_change.ts";
import { type SupplierShare, supplierShares } from "./shares.ts";

export type ShiftShare = Compared & {
  vintage: string;
  basis: string;
  partner_code: string;
  /** NAICS-3 industry; `00` is the sum over all of them. */
  naics: string;
  /** Share of the industry in all imports. */
  from_weight: number;
  to_weight: number;
  /** Share of the supplier in the imports of the industry. */
  from_share: number;
  to_share: number;
  /** What the industry adds to the change of the supplier's share in all imports. */
  contribution: number;
  /** Own share rising inside the industry, at the industry's weight of before. */
  within: number;
  /** The industry growing among all, at the supplier's share of before. */
  mix: number;
  /** Both at once. */
  cross: number;
  /** within and mix with the cross term shared half and half (Bennet 1920). */
  within_midpoint: number;
  mix_midpoint: number;
  /** mix_midpoint against the supplier's average share: which industries' growth favoured it. */
  mix_against_average: number;
};

/**
 * How much of the change of a supplier's share in all imports is its own share rising within
 * industries, and how much the mix of industries.
 *
 * With w the share of industry i in all imports and s the supplier's share in it, S = Σ wᵢ sᵢ and
 * ΔS = Σ w₀Δs (within) + Σ s₀Δw (mix) + Σ ΔwΔs (cross), exactly; or, the cross term shared half and
 * half, ΔS = Σ ½(w₀+w₁)Δs + Σ ½(s₀+s₁)Δw, which turns its sign when the periods are swapped.
 *
 * @param imports monthly imports by industry and partner with the world rows, one basis. The row of
 * all industries (`00`) is left out: it is their sum.
 * @returns one row for each industry and one for `00`, in the order of codes; parts add to `00`.
 * @throws RangeError when the supplier or a period has no imports, or bases are mixed.
 * @formula Shift-share: within industries, their mix, and both at once
 * \Delta S = \underbrace{\sum_i w_{i,0} \, \Delta s_i}_{\text{within}} + \underbrace{\sum_i s_{i,0} \, \Delta w_i}_{\text{mix}} + \underbrace{\sum_i \Delta w_i \, \Delta s_i}_{\text{cross}}
 * @formula The cross term shared half and half
 * \Delta S = \sum_i \tfrac12 (w_{i,0} + w_{i,1}) \, \Delta s_i + \sum_i \tfrac12 (s_{i,0} + s_{i,1}) \, \Delta w_i
 * @where $S = \sum_i w_i s_i$ is the supplier's share in all imports, $w_i$ the share of industry
 * $i$ in all imports and $s_i$ the supplier's share in the industry, before (0) and after (1);
 * fractions, read in percentage points.
 * @reference Dunn, E. S. (1960). A Statistical and Analytical Technique for Regional Analysis.
 * *Papers of the Regional Science Association* 6.
 * @reference Esteban-Marquillas, J. M. (1972). A Reinterpretation of Shift-Share Analysis.
 * *Regional and Urban Economics* 2(3).
 * @reference Bennet, T. L. (1920). The Theory of Measurement of Changes in Cost of Living.
 * *Journal of the Royal Statistical Society* 83(3), 455–462.
 * @assumes joint-effects-halved, same-months
 * @taught 7
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { comparableYears, MEXICO, readTable, rowOf } from "../mod.ts";
 * const imports = await readTable("naics3_imports_by_partner_monthly");
 * const years = comparableYears(imports, "2017", "2024");
 * const shift = shiftShare(imports, { ...years, partner: MEXICO });
 * assertEquals(rowOf(shift, { naics: "00" }).within > 0, true);
 * ```
 */
export function shiftShare(
  imports: Frameish<
    { month: string; basis: string; vintage: string; naics: string; partner_code: string }
  >,
  { partner, from, to }: Comparison & { partner: string },
): Frame<ShiftShare> {
  requireColumns(imports, ["naics"], "shiftShare");
  const wanted = pl.col("naics").neq(literal(ALL_INDUSTRIES))
    .and(pl.col("partner_code").isIn([WORLD, partner]));
  const industries = sides(where(imports, wanted), { from, to });
  const shares = supplierShares(industries, {
    by: ["naics", "side"],
    denominator: "world",
    blocks: isCountry(partner) ? [] : [partner],
  });
  const rows = records(shares);
  const world = { from: worldOf(rows, "from"), to: worldOf(rows, "to") };
  const byIndustry = [...Map.groupBy(rows, (row) => row.naics)].sort(([a], [b]) => a < b ? -1 : 1);
  const parts = meanChange(byIndustry.map(([naics, group]) => {
    const before = shareOf(group, "from", partner), after = shareOf(group, "to", partner);
    return {
      naics,
      from_weight: before.total / world.from,
      to_weight: after.total / world.to,
      from_level: before.share,
      to_level: after.share,
    };
  }));
  const total = { naics: ALL_INDUSTRIES, ...meanChangeTotal(parts) };
  if (total.from_level === 0 || total.to_level === 0) {
    throw new RangeError(`shiftShare: no imports from ${partner} in one of the periods`);
  }
  const [{ basis }] = rows;
  const vintage = rows.map((row) => row.vintage).sort().at(-1)!;
  const compared = comparedPeriods({ from, to });
  return frameOf<ShiftShare>(
    [total, ...parts].map((part) => ({
      vintage,
      basis,
      ...compared,
      partner_code: partner,
      naics: part.naics,
      from_weight: part.from_weight,
      to_weight: part.to_weight,
      from_share: part.from_level,
      to_share: part.to_level,
      contribution: part.contribution,
      within: part.level_effect,
      mix: part.weight_effect,
      cross: part.cross_effect,
      within_midpoint: part.level_midpoint,
      mix_midpoint: part.weight_midpoint,
      mix_against_average: part.weight_against_mean,
    })),
    SCHEMA,
  );
}

type SideShare = SupplierShare & { naics: string; side: string };

/** Imports from the world in all industries; every industry has one rest in each period. */
const worldOf = (rows: SideShare[], side: string): number =>
  sumInOrder(
    rows.filter((row) => row.side === side && row.partner_code === OTHER)
      .map((row) => row.total_usd),
  );

/** An industry's imports in one period and the supplier's share, null where there are none. */
function shareOf(industry: SideShare[], side: string, partner: string) {
  const rows = industry.filter((row) => row.side === side);
  const total = rows[0]?.total_usd ?? 0;
  const share = rows.find((row) => row.partner_code === partner)?.share ?? 0;
  return { total, share: total > 0 ? share : null };
}

const SCHEMA: Record<keyof ShiftShare, pl.DataType> = {
  vintage: pl.String,
  basis: pl.String,
  ...COMPARED_SCHEMA,
  partner_code: pl.String,
  naics: pl.String,
  from_weight: pl.Float64,
  to_weight: pl.Float64,
  from_share: pl.Float64,
  to_share: pl.Float64,
  contribution: pl.Float64,
  within: pl.Float64,
  mix: pl.Float64,
  cross: pl.Float64,
  within_midpoint: pl.Float64,
  mix_midpoint: pl.Float64,
  mix_against_average: pl.Float64,
};
