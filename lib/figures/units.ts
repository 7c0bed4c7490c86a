/** The unit in which dollars of one size are written. */
import { number } from "../format.ts";

export interface DollarUnit {
  usd: number;
  /** Before `dollars`, and at the head of a column. */
  words: "billion" | "million";
  head: "Billion dollars" | "Million dollars";
  decimals: number;
  write: (usd: number) => string;
}

/**
 * One unit for all values of a figure or a table: the largest of them has few digits and is no zero.
 *
 * @param values US dollars.
 */
export function dollarsAmong(values: number[]): DollarUnit {
  const highest = Math.max(...values.map(Math.abs));
  const isLarge = highest >= 1e10;
  const usd = isLarge ? 1e9 : 1e6;
  const decimals = isLarge || highest < 1e8 ? 1 : 0;
  return {
    ...{ usd, decimals, write: (value) => number(value / usd, decimals) },
    words: isLarge ? "billion" : "million",
    head: isLarge ? "Billion dollars" : "Million dollars",
  };
}
