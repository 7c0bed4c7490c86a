/** The axes of the charts over time: values at the left over grid lines, years below. */
import * as Plot from "@observablehq/plot";
import { percent } from "../format.ts";
import { tone } from "./palette.ts";

/** A month on an axis of years: `2024-07` → 2024.5. */
export const monthPlace = (month: string): number =>
  Number(month.slice(0, 4)) + (Number(month.slice(5)) - 1) / 12;

/** The month of a place on that axis: 2024.5 → `2024-07`. */
export function monthAt(place: number): string {
  const months = Math.round(place * 12);
  return `${Math.floor(months / 12)}-${String(months % 12 + 1).padStart(2, "0")}`;
}

const YEAR_STEPS = [1, 2, 3, 4, 5, 10, 20, 50];

/** Years that end an axis at its last one, at the smallest round step that needs `most` at most. */
export function yearTicks(first: number, last: number, most: number): number[] {
  const count = (step: number) => Math.floor((last - first) / step) + 1;
  const step = YEAR_STEPS.find((each) => count(each) <= most) ?? last - first;
  return Array.from({ length: count(step) }, (_, index) => last - step * index).reverse();
}

/** An axis of values: its ends, where it is marked, and how. */
export interface ValueAxis {
  domain: [number, number];
  ticks: number[];
  format: (value: number) => string;
}

/**
 * An axis from zero to the next round value: a grid line lies above all that is drawn.
 *
 * @param most steps between the marks.
 * @param write a value with some decimals: those that the marks need.
 */
export function axisFromZero(
  highest: number,
  write: (value: number, decimals: number) => string,
  { most = 5, unit = 1 }: { most?: number; unit?: number } = {},
): ValueAxis {
  const least = Math.max(highest, Number.MIN_VALUE) / unit / most;
  const power = 10 ** Math.floor(Math.log10(least));
  const step = [1, 2, 5, 10].map((each) => each * power).find((each) =>
    each >= least * (1 - 1e-9)
  )!;
  const count = Math.max(1, Math.ceil(highest / unit / step - 1e-9));
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const ticks = Array.from({ length: count + 1 }, (_, place) => place * step * unit);
  return { domain: [0, ticks.at(-1)!], ticks, format: (value) => write(value, decimals) };
}

/** The same of shares and rates, in percent. */
export const percentAxis = (highest: number, most = 5): ValueAxis =>
  axisFromZero(highest, percent, { most, unit: 0.01 });

/** All of a share. */
export const wholePercent: ValueAxis = percentAxis(1);

/** Values at the left, over grid lines unless told. */
export function valueAxis(
  ticks: number | number[],
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
