/** The unit in which dollars of one size are written. */
import { number } from "../format.ts";

export interface DollarUnit {
  usd: number;
  /** `billion`, before `dollars`. */
  words: "billion" | "million";
  write: (usd: number) => string;
}

const BILLIONS: DollarUnit = { usd: 1e9, words: "billion", write: (usd) => number(usd / 1e9, 1) };
const millions = (decimals: number): DollarUnit => ({
  usd: 1e6,
  words: "million",
  write: (usd) => number(usd / 1e6, decimals),
});

/** One unit for all values of a figure or a table, so that the largest has few digits and is no zero. */
export function dollarsAmong(values: { value: number | null }[]): DollarUnit {
  const highest = Math.max(...values.map(({ value }) => Math.abs(value ?? 0)));
  if (highest >= 1e10) return BILLIONS;
  return millions(highest >= 1e8 ? 0 : 1);
}
