/** Why the average duty rate changed: rates, the shift of suppliers and, over industries, of goods. */
import type { DutyRateChange, DutyRateSources } from "../analysis/mod.ts";
import { ALL_INDUSTRIES, WORLD } from "../codes/mod.ts";
import { type Frame, records, requireColumns } from "../frame.ts";
import { decompositionFigure, GOODS, RATES, SUPPLIERS } from "./duty_effects.ts";
import type { Figure } from "./figure.ts";

export interface DutyDecompositionOptions {
  naics: string;
  /** How many suppliers have a row of their own, besides Mexico and Canada. */
  most?: number;
  id?: string;
}

/**
 * Bars of the rate effect and the supplier-mix effect: their sums, then the partners that count most.
 *
 * @param changes of one industry, from `dutyRateChange`, the world row (`-`) included.
 * @throws RangeError when the world row is missing.
 */
export function dutyDecomposition(
  changes: Frame<DutyRateChange>,
  { naics, most = 8, id = `duty-decomposition-${naics}` }: DutyDecompositionOptions,
): Figure {
  requireColumns(changes, ["partner_code", "rate_effect", "mix_against_average"], id);
  const rows = records(changes);
  const world = rows.find(({ partner_code }) => partner_code === WORLD);
  return decompositionFigure(changes, {
    id,
    naics,
    most,
    parts: [RATES, SUPPLIERS],
    effects: rows.map((row) => ({
      partner_code: row.partner_code,
      parts: [row.rate_effect, row.mix_against_average],
    })),
    rates: world && { from: world.from_rate, to: world.to_rate },
    notes: [
      "Rates: the duty rate on a supplier’s goods changing. Shift of suppliers: imports moving " +
      "between suppliers above and below the average rate. Both at midpoint weights, without a rest.",
    ],
  });
}

/**
 * The same over all industries, with the shift of goods within suppliers as a third part.
 *
 * @param sources from `dutyRateSources`, the world row (`-`) included.
 * @throws RangeError when the world row is missing.
 */
export function dutySources(
  sources: Frame<DutyRateSources>,
  { most = 8, id = "duty-sources" }: Partial<DutyDecompositionOptions> = {},
): Figure {
  requireColumns(sources, ["partner_code", "rate_effect", "supplier_effect", "goods_effect"], id);
  return decompositionFigure(sources, {
    id,
    naics: ALL_INDUSTRIES,
    most,
    parts: [RATES, SUPPLIERS, GOODS],
    effects: records(sources).map((row) => ({
      partner_code: row.partner_code,
      parts: [row.rate_effect, row.supplier_effect, row.goods_effect],
    })),
    notes: [
      "Rates: the duty rate on an industry’s goods from one supplier changing. Shift of suppliers " +
      "and of goods: imports moving between them. All at midpoint weights, without a rest.",
    ],
  });
}
