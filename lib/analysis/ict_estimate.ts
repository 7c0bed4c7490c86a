/**
 * An estimate, and called one everywhere: what part of a year's ATP deficit the balance of Information
 * and Communications (ICT) makes, for a year of which only a part is published by group.
 *
 * ICT exports = core of the year × (published ÷ core) of the anchors; their range comes from how far
 * the anchors miss each other. ICT imports are added up from tariff lines. It is never data: where a
 * balance by group is published for the year, that one counts.
 */
import type { Frame } from "../frame.ts";
import { records } from "../frame.ts";
import { type Anchor, largestError, predictions } from "./anchor_ratios.ts";

/** A value with the range that its errors give. */
export interface Estimate {
  low: number;
  central: number;
  high: number;
}

export type ExportEstimate = Estimate & {
  /** Published ÷ core over all anchors together. */
  ratio: number;
  /** Largest error of one anchor predicted from another: a fraction of the published value. */
  error: number;
};

/** What a share is made of. Imports have a range where their vintage is not that of the deficit. */
export interface ShareParts {
  exports: Estimate;
  imports: { low: number; high: number };
  /** Deficit of all ATP, above zero. */
  deficit: number;
}

/**
 * Exports of a year from its core.
 *
 * central = core × Σ published ÷ Σ core of the anchors; range = central × (1 ± largest error of one
 * anchor predicted with the ratio of another, which shares no month with it).
 *
 * @param anchors the same months of two or more years.
 * @throws RangeError when fewer than two anchors lie apart: no error could be told.
 * @formula Estimate of exports, and its range
 * \hat X = C \, \frac{\sum_a V_a}{\sum_a C_a}, \qquad \hat X \left(1 \pm \max_{a,b} |\varepsilon_{a \to b}|\right)
 * @where $C$ is the core of the whole year, $V_a$ and $C_a$ what is published and the core in each
 * anchor $a$, and the range comes from the largest error of one anchor predicted from another; US
 * dollars.
 * @assumes export-core
 * @taught 3
 */
export function estimateExports(anchors: Frame<Anchor>, core: number): ExportEstimate {
  const rows = records(anchors);
  const error = largestError(predictions(anchors));
  const sum = (of: (row: Anchor) => number) => rows.reduce((all, row) => all + of(row), 0);
  const ratio = sum((row) => row.published_usd) / sum((row) => row.series_usd);
  const central = core * ratio;
  return { ratio, error, low: central * (1 - error), central, high: central * (1 + error) };
}

/**
 * Share of the ICT balance in the deficit: (ICT imports − ICT exports) ÷ deficit. The lowest share
 * takes the lowest imports and the highest exports, and the other way round.
 *
 * @returns fractions.
 * @formula Estimated share in the deficit
 * \hat\beta_{\text{low}} = \frac{M_{\text{low}} - \hat X_{\text{high}}}{D}, \qquad \hat\beta = \frac{\tfrac12 (M_{\text{low}} + M_{\text{high}}) - \hat X}{D}, \qquad \hat\beta_{\text{high}} = \frac{M_{\text{high}} - \hat X_{\text{low}}}{D}
 * @where $M$ are ICT imports added up from tariff lines, with the range that a revision gives,
 * $\hat X$ the estimated exports with their range, and $D$ the deficit of all ATP, above zero;
 * fractions.
 * @assumes export-core, groups-of-2022
 * @taught 3
 */
export function estimateShare({ exports, imports, deficit }: ShareParts): Estimate {
  if (!(deficit > 0)) throw new RangeError("estimateShare: the total is not a deficit");
  return {
    low: (imports.low - exports.high) / deficit,
    central: ((imports.low + imports.high) / 2 - exports.central) / deficit,
    high: (imports.high - exports.low) / deficit,
  };
}

/** Whether the whole range lies no farther than `within` from a stated share. */
export const liesWithin = ({ low, high }: Estimate, stated: number, within: number): boolean =>
  low >= stated - within && high <= stated + within;

/**
 * How far the exports may miss, as a fraction of the central estimate, before the range of the share
 * leaves `stated` ± `within`. Below zero when the central estimate itself lies outside.
 */
export function roomForError(
  { exports, imports, deficit }: ShareParts,
  stated: number,
  within: number,
): number {
  const above = (imports.low - (stated - within) * deficit) / exports.central - 1;
  const below = 1 - (imports.high - (stated + within) * deficit) / exports.central;
  return Math.min(above, below);
}
