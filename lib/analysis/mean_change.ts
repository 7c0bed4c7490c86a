/**
 * The change of a weighted mean, taken apart exactly: the mean M = Σ wᵢ xᵢ of levels x with weights w
 * that add to one. The engine of the shift-share and the duty-rate decomposition.
 */
import pl from "nodejs-polars";
import { literal } from "../frame.ts";

/** The parts of one cell; over all cells each kind adds to its part of the change of the mean. */
export interface MeanChangeParts {
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

export const MEAN_CHANGE_PARTS: readonly (keyof MeanChangeParts)[] = [
  "contribution",
  "level_effect",
  "weight_effect",
  "cross_effect",
  "level_midpoint",
  "weight_midpoint",
  "weight_against_mean",
];

/**
 * Adds the parts of the change of a weighted mean to a frame of its cells.
 *
 * contribution = level_effect + weight_effect + cross_effect = level_midpoint + weight_midpoint,
 * cell by cell (three terms with the weights of the first period; two with Marshall–Edgeworth
 * midpoints, which turn their sign when the periods are swapped). A cell without a level in one
 * period (its weight is 0 there) takes that of the other: it changes the mean by its weight alone.
 *
 * @param cells with from_weight, to_weight, from_level, to_level (null where there is none).
 * @param by columns within which the weights add to one.
 */
export function meanChangeParts(cells: pl.DataFrame, by: string[]): pl.DataFrame {
  const col = pl.col;
  const half = (expr: pl.Expr) => expr.mul(literal(0.5));
  const level0 = col("from_level").fillNull(col("to_level"));
  const level1 = col("to_level").fillNull(col("from_level"));
  const mean = (weight: string, level: string) => {
    const sum = col(weight).mul(col(level)).sum();
    return by.length ? sum.over(...by as [string]) : sum;
  };
  const [w0, w1, x0, x1] = ["from_weight", "to_weight", "from_level", "to_level"]
    .map((name) => col(name));
  const dw = w1.sub(w0), dx = x1.sub(x0);
  const bothMeans = mean("from_weight", "from_level").add(mean("to_weight", "to_level"));
  return cells.withColumns(level0.alias("from_level"), level1.alias("to_level"))
    .withColumns(
      w1.mul(x1).sub(w0.mul(x0)).alias("contribution"),
      w0.mul(dx).alias("level_effect"),
      x0.mul(dw).alias("weight_effect"),
      dw.mul(dx).alias("cross_effect"),
      half(w0.add(w1)).mul(dx).alias("level_midpoint"),
      half(x0.add(x1)).mul(dw).alias("weight_midpoint"),
      half(x0.add(x1).sub(bothMeans)).mul(dw).alias("weight_against_mean"),
    );
}
