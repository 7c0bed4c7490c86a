/** The axes of the charts over time: values at the left over grid lines, years below. */
import * as Plot from "@observablehq/plot";
import { tone } from "./palette.ts";

/** A month on an axis of years: `2024-07` → 2024.5. */
export const monthPlace = (month: string): number =>
  Number(month.slice(0, 4)) + (Number(month.slice(5)) - 1) / 12;

const YEAR_STEPS = [1, 2, 3, 4, 5, 10, 20, 50];

/** Years that end an axis at its last one, at the smallest round step that needs `most` at most. */
export function yearTicks(first: number, last: number, most: number): number[] {
  const count = (step: number) => Math.floor((last - first) / step) + 1;
  const step = YEAR_STEPS.find((each) => count(each) <= most) ?? last - first;
  return Array.from({ length: count(step) }, (_, index) => last - step * index).reverse();
}

/** Values at the left, over grid lines unless told. */
export function valueAxis(
  ticks: number,
  tickFormat: (value: number) => string,
  grid = true,
): Plot.Markish[] {
  return [
    ...(grid ? [Plot.gridY({ ticks, stroke: tone("grid"), strokeOpacity: 1 })] : []),
    Plot.axisY({ ticks, tickSize: 0, label: null, dx: 3, fill: tone("muted"), tickFormat }),
  ];
}

/** Years, or other marked places, below. */
export const yearAxis = (
  ticks: number[],
  tickFormat: (year: number) => string = String,
): Plot.Markish =>
  Plot.axisX(ticks, {
    anchor: "bottom",
    tickSize: 4,
    stroke: tone("axis"),
    fill: tone("muted"),
    label: null,
    lineHeight: 1.15,
    tickFormat,
  });

/** A year on an axis; the last one by the months that it has, on two lines. */
export const yearName = (last: number, partName: string | null) => (year: number): string =>
  year === last && partName ? partName.replace(" ", "\n") : String(year);
