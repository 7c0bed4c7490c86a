/**
 * Least-squares segmentation of a series of numbers: the algorithm behind `breaks.ts`.
 * Time grows with (number of breaks) × (length of the series)².
 */

/** Residuals below this part of the series' variance are rounding of floats, not noise. */
const FLOAT_NOISE = 1e-12;

/**
 * Where the segments of the best segmentation start, counted from 0; `[0]` when nothing breaks.
 * Of equal segmentations the one with fewer and earlier breaks is taken.
 */
export function segmentStarts(values: number[], shortest: number, most: number): number[] {
  const series = standardised(values);
  if (series === null) return [0];
  const n = series.length;
  const { rss, starts } = bestSegmentations(series, shortest, most);
  const score = rss.map((residual, breaks) => {
    const p = 2 * breaks + 1;
    if (p >= n) return Infinity;
    const variance = Math.max(residual, FLOAT_NOISE * n) / (n - p);
    return Math.log(variance) + 0.299 * p * Math.log(n) ** 2.1 / n;
  });
  return starts[score.indexOf(Math.min(...score))];
}

/** The series with mean 0 and variance 1; null when it is constant. */
function standardised(values: number[]): number[] | null {
  const mean = (numbers: number[]) => numbers.reduce((sum, x) => sum + x, 0) / numbers.length;
  const centre = mean(values);
  const spread = Math.sqrt(mean(values.map((x) => (x - centre) ** 2)));
  return spread > FLOAT_NOISE * Math.abs(centre) ? values.map((x) => (x - centre) / spread) : null;
}

/** For each number of breaks, 0 first: the least residual sum of squares and who reaches it. */
function bestSegmentations(series: number[], shortest: number, most: number) {
  const n = series.length;
  const sums = [0], squares = [0];
  for (const [i, x] of series.entries()) {
    sums.push(sums[i] + x);
    squares.push(squares[i] + x * x);
  }
  const residual = (start: number, end: number) =>
    squares[end] - squares[start] - (sums[end] - sums[start]) ** 2 / (end - start);
  // least[j]: least residual of the first j values; lastStart[m][j]: where its last segment starts.
  let least = Array.from({ length: n + 1 }, (_, j) => j >= shortest ? residual(0, j) : Infinity);
  const lastStart: number[][] = [new Array(n + 1).fill(0)];
  const rss = [least[n]];
  while (rss.length <= most && (rss.length + 1) * shortest <= n) {
    const breaks = rss.length;
    const next: number[] = new Array(n + 1).fill(Infinity);
    const start: number[] = new Array(n + 1).fill(0);
    for (let j = (breaks + 1) * shortest; j <= n; j++) {
      for (let i = breaks * shortest; i <= j - shortest; i++) {
        const total = least[i] + residual(i, j);
        if (total < next[j]) {
          next[j] = total;
          start[j] = i;
        }
      }
    }
    least = next;
    lastStart.push(start);
    rss.push(least[n]);
  }
  return { rss, starts: rss.map((_, breaks) => trace(lastStart, breaks, n)) };
}

/** Walks back from the end of the series to the starts of its segments. */
function trace(lastStart: number[][], breaks: number, n: number): number[] {
  const starts: number[] = [];
  for (let m = breaks, j = n; m >= 0; m--) starts.unshift(j = lastStart[m][j]);
  return starts;
}
