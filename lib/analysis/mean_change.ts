/**
 * The change of a weighted mean, taken apart exactly: the mean M = Σ wᵢ xᵢ of levels x with weights w
 * that add to one. The engine of the shift-share and the duty-rate decomposition. The midpoints are
 * those of Bennet, T. L. (1920), The Theory of Measurement of Changes in Cost of Living, Journal of
 * the Royal Statistical Society 83(3).
 *
 * Sums run in the order of the cells, so that they are the same to the last bit on every machine.
 */

/** A cell in two periods. The level is null where the cell has none: its weight is 0 there. */
export interface MeanCell {
  from_weight: number;
  to_weight: number;
  from_level: number | null;
  to_level: number | null;
}

/** The parts of one cell; over all cells each kind adds to its part of the change of the mean. */
export interface MeanChange {
  from_weight: number;
  to_weight: number;
  from_level: number;
  to_level: number;
  /** w₁x₁ − w₀x₀: what the cell adds to the change of the mean. */
  contribution: number;
  /** w₀ Δx: levels change, weights stay as they were before. */
  level_effect: number;
  /** x₀ Δw: weights change, levels stay as they were before. */
  weight_effect: number;
  /** Δw Δx: both change at once. */
  cross_effect: number;
  /** ½(w₀ + w₁) Δx = level_effect + ½ cross_effect. */
  level_midpoint: number;
  /** ½(x₀ + x₁) Δw = weight_effect + ½ cross_effect. */
  weight_midpoint: number;
  /** (½(x₀ + x₁) − ½(M₀ + M₁)) Δw: as weight_midpoint, but against the mean; the same sum. */
  weight_against_mean: number;
}

/** Sum in the order given: the same on every machine, unlike a sum that is split over cores. */
export const sumInOrder = (values: number[]): number =>
  values.reduce((sum, value) => sum + value, 0);

/**
 * The parts of the change of a weighted mean, cell by cell.
 *
 * contribution = level_effect + weight_effect + cross_effect = level_midpoint + weight_midpoint
 * (three terms with the weights of the first period; two with Bennet's midpoints, which turn their
 * sign when the periods are swapped). The midpoint lies halfway between the part at the weights of the
 * first period and that at those of the second, which differ by the cross effect. A cell without a level in one period takes that of
 * the other: it changes the mean by its weight alone.
 *
 * @param cells whose weights add to one in each period.
 * @returns the cells with their levels filled and their parts, in the same order.
 */
export function meanChange<Cell extends MeanCell>(cells: Cell[]): (Cell & MeanChange)[] {
  const filled = cells.map((cell) => ({
    ...cell,
    from_level: cell.from_level ?? cell.to_level ?? 0,
    to_level: cell.to_level ?? cell.from_level ?? 0,
  }));
  const { from_level, to_level } = means(filled);
  return filled.map((cell) => {
    const { from_weight: w0, to_weight: w1, from_level: x0, to_level: x1 } = cell;
    return {
      ...cell,
      contribution: w1 * x1 - w0 * x0,
      level_effect: w0 * (x1 - x0),
      weight_effect: x0 * (w1 - w0),
      cross_effect: (w1 - w0) * (x1 - x0),
      level_midpoint: (w0 + w1) / 2 * (x1 - x0),
      weight_midpoint: (x0 + x1) / 2 * (w1 - w0),
      weight_against_mean: ((x0 + x1) / 2 - (from_level + to_level) / 2) * (w1 - w0),
    };
  });
}

/** The whole: weights, means and parts of all cells together. */
export function meanChangeTotal(parts: MeanChange[]): MeanChange {
  const sum = (name: keyof MeanChange) => sumInOrder(parts.map((part) => part[name]));
  return {
    from_weight: sum("from_weight"),
    to_weight: sum("to_weight"),
    ...means(parts),
    contribution: sum("contribution"),
    level_effect: sum("level_effect"),
    weight_effect: sum("weight_effect"),
    cross_effect: sum("cross_effect"),
    level_midpoint: sum("level_midpoint"),
    weight_midpoint: sum("weight_midpoint"),
    weight_against_mean: sum("weight_against_mean"),
  };
}

type Filled = Pick<MeanChange, "from_weight" | "to_weight" | "from_level" | "to_level">;

const means = (cells: Filled[]) => ({
  from_level: sumInOrder(cells.map((cell) => cell.from_weight * cell.from_level)),
  to_level: sumInOrder(cells.map((cell) => cell.to_weight * cell.to_level)),
});
