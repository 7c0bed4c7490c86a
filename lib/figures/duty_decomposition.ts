/** Why the average duty rate changed: rates, the shift of suppliers and, over industries, of goods. */
import type { DutyRateChange, DutyRateSources } from "../analysis/mod.ts";
import { ALL_INDUSTRIES, WORLD } from "../codes/mod.ts";
import { records, requireColumns, type Rows } from "../rows.ts";
import { decompositionFigure, type Part } from "./duty_effects.ts";
import type { Figure } from "./figure.ts";
import { HATCHED } from "./hatch.ts";
import { tone } from "./palette.ts";

const RATES: Part = {
  column: "rate_effect",
  name: "Suppliers’ rates",
  short: "Rates",
  colour: tone("partOne"),
};
const RATES_IN_INDUSTRIES: Part = { ...RATES, name: "Rates within industries" };
const SUPPLIERS: Part = {
  column: "supplier_effect",
  name: "Shift of suppliers",
  short: "Suppliers",
  colour: tone("partTwo"),
};
const GOODS: Part = {
  column: "goods_effect",
  name: "Shift of goods",
  short: "Goods",
  colour: tone("partTwo"),
  fill: HATCHED,
};

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
  changes: Rows<DutyRateChange>,
  { naics, most = 8, id = `duty-decomposition-${naics}` }: DutyDecompositionOptions,
): Figure {
  const needed = ["rate_effect", "mix_against_average", "rate_at_before", "mix_at_before"];
  requireColumns(changes, ["partner_code", ...needed], id);
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
    ranges: world
      ? [[world.rate_at_before, world.rate_at_after], [world.mix_at_before, world.mix_at_after]]
      : [],
    notes: [
      "Suppliers’ rates: the average rate on what a supplier sends changing. Shift of suppliers: " +
      "imports moving between suppliers above and below the average rate. Bars at the mean of both " +
      "years’ weights, thin lines at those of one year.",
    ],
  });
}

/**
 * The same over all industries, with the shift of goods as a third part.
 *
 * @param sources from `dutyRateSources`, the world row (`-`) included.
 * @throws RangeError when the world row is missing.
 */
export function dutySources(
  sources: Rows<DutyRateSources>,
  { most = 8, id = "duty-sources" }: Partial<DutyDecompositionOptions> = {},
): Figure {
  requireColumns(sources, ["partner_code", "rate_effect", "supplier_effect", "goods_effect"], id);
  const rows = records(sources);
  const world = rows.find(({ partner_code }) => partner_code === WORLD);
  return decompositionFigure(sources, {
    id,
    naics: ALL_INDUSTRIES,
    most,
    parts: [RATES_IN_INDUSTRIES, SUPPLIERS, GOODS],
    effects: rows.map((row) => ({
      partner_code: row.partner_code,
      parts: [row.rate_effect, row.supplier_effect, row.goods_effect],
    })),
    ranges: world
      ? [
        [world.rate_at_before, world.rate_at_after],
        [world.supplier_suppliers_first, world.supplier_industries_first],
        [world.goods_suppliers_first, world.goods_industries_first],
      ]
      : [],
    notes: [
      "Rates within industries: the rate on an industry’s goods from one supplier changing; thin " +
      "line: at the weights of one year. Shift of suppliers and of goods: imports moving between " +
      "them; thin line: one taken before the other.",
    ],
  });
}
