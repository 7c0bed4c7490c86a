/**
 * Numbers, shares and periods as the report writes them, in prose, tables and figures alike.
 * A minus sign is U+2212; a thousand is a comma; thin machinery over Intl.
 */
const MINUS = "\u2212";
const EN_DASH = "\u2013";

// deno-fmt-ignore
const MONTHS = [
  "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
  "November", "December",
];

/** By their count of decimals: a browser takes its time to make one. */
const numberFormats = new Map<number, Intl.NumberFormat>();

function numberFormat(decimals: number): Intl.NumberFormat {
  const format = numberFormats.get(decimals) ?? new Intl.NumberFormat("en-US", {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  numberFormats.set(decimals, format);
  return format;
}

/**
 * A number with a fixed count of decimals: `-1234.5` → `−1,234.5`.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(number(1234.5, 1), "1,234.5");
 * ```
 */
export function number(value: number, decimals = 0): string {
  if (!Number.isFinite(value)) throw new RangeError(`cannot write ${value} as a number`);
  const text = numberFormat(decimals).format(value);
  return /^-[0.,]*$/.test(text) ? text.slice(1) : text.replace("-", MINUS);
}

/**
 * The same with a plus sign before what is above zero: `+1.2`, `−0.4`, `0.0`.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(signed(1.25, 1), "+1.3");
 * ```
 */
export function signed(value: number, decimals = 0): string {
  const text = number(value, decimals);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** US dollars in millions, without the unit: `−298,948`. */
export const millions = (usd: number, decimals = 0): string => number(usd / 1e6, decimals);

/**
 * US dollars in billions with the unit in words: `298.9 billion dollars`. No dollar sign: two of them
 * in a paragraph are typeset as mathematics by Jupyter.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(billions(298.9e9), "298.9 billion dollars");
 * ```
 */
export const billions = (usd: number, decimals = 1): string =>
  `${number(usd / 1e9, decimals)} billion dollars`;

/** A unit of dollars: `million dollars`, and what it is worth. */
export interface DollarUnit {
  name: string;
  usd: number;
}

const DOLLAR_UNITS: DollarUnit[] = [
  { name: "billion dollars", usd: 1e9 },
  { name: "million dollars", usd: 1e6 },
  { name: "thousand dollars", usd: 1e3 },
  { name: "dollars", usd: 1 },
];

/** The largest unit of which a value has at least one: billions for 61.8 billion dollars. */
export const dollarUnit = (usd: number): DollarUnit =>
  DOLLAR_UNITS.find((unit) => usd >= unit.usd) ?? DOLLAR_UNITS.at(-1)!;

/** A value of 0.05 is the least that is not written as 0.0. */
const LEAST = 0.05;
const MOST = 100_000;

/** The unit in which some values are written side by side: the largest in which none becomes 0.0, if there is one. */
export function commonUnit(values: number[]): DollarUnit {
  const [least, most] = [Math.min(...values.filter((usd) => usd > 0)), Math.max(...values)];
  const largest = dollarUnit(most);
  const fits = ({ usd }: DollarUnit) => least >= LEAST * usd;
  const units = DOLLAR_UNITS.filter(({ usd }) => usd <= largest.usd && most < MOST * usd);
  return units.find(fits) ?? units.at(-1) ?? largest;
}

/** Dollars in a unit, without its name: one decimal, whole dollars. */
export const inUnit = (usd: number, unit: DollarUnit): string =>
  number(usd / unit.usd, unit.usd === 1 ? 0 : 1);

/** Dollars in the unit that suits them, in words: `61.8 billion dollars`, `250 dollars`. */
export function dollars(usd: number): string {
  const unit = dollarUnit(Math.abs(usd));
  return `${inUnit(usd, unit)} ${unit.name}`;
}

/** A trade balance in words: `a deficit of 298.9 billion dollars`. */
export function balanceInWords(usd: number, decimals = 1): string {
  return `a ${usd < 0 ? "deficit" : "surplus"} of ${billions(Math.abs(usd), decimals)}`;
}

/**
 * A share or rate as a percentage: `0.214` → `21.4%`.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(percent(0.1915), "19.2%");
 * ```
 */
export const percent = (share: number, decimals = 1): string => `${number(share * 100, decimals)}%`;

/**
 * A change of a share: `0.037` → `+3.7 percentage points`.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(percentagePoints(0.029), "+2.9 percentage points");
 * ```
 */
export const percentagePoints = (change: number, decimals = 1): string =>
  `${signed(change * 100, decimals)} percentage points`;

/**
 * A month in words: `2024-03` → `March 2024`.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(monthName("2024-03"), "March 2024");
 * ```
 */
export function monthName(month: string): string {
  const [year, number] = month.split("-");
  const name = MONTHS[Number(number) - 1];
  if (!/^\d{4}-\d{2}$/.test(month) || name === undefined) {
    throw new RangeError(`${month} is not a month; write YYYY-MM`);
  }
  return `${name} ${year}`;
}

/**
 * A period in words: a full year as `2024`, a part of one as `January–March 2024`, one month as
 * `March 2024`, more than a year as `January 2023–March 2024`.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(periodName("2024-01", "2024-11"), "January–November 2024");
 * ```
 */
export function periodName(start: string, end: string): string {
  if (start === end) return monthName(start);
  const [startYear, endYear] = [start.slice(0, 4), end.slice(0, 4)];
  if (startYear !== endYear) return `${monthName(start)}${EN_DASH}${monthName(end)}`;
  if (start.endsWith("-01") && end.endsWith("-12")) return startYear;
  return `${monthName(start).split(" ")[0]}${EN_DASH}${monthName(end)}`;
}

/**
 * The month that comes some months after another, or before it: `2025-12` → `2026-01`.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(monthAfter("2026-01", -1), "2025-12");
 * ```
 */
export function monthAfter(month: string, months = 1): string {
  const [year, number] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7);
}

/**
 * Months as runs without a gap, in order: `2025-03`, `2025-04`, `2026-03` are two runs.
 *
 * @param months YYYY-MM; a doubled one counts once.
 */
export function monthRuns(months: string[]): string[][] {
  const runs: string[][] = [];
  for (const month of [...new Set(months)].sort()) {
    const run = runs.at(-1);
    if (run && monthAfter(run.at(-1)!) === month) run.push(month);
    else runs.push([month]);
  }
  return runs;
}

/**
 * Months in words, each run by its ends: `March–June 2025 and March 2026`.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(monthsInWords(["2025-03", "2025-04", "2026-03"]), "March–April 2025 and March 2026");
 * ```
 */
export const monthsInWords = (months: string[]): string =>
  list(monthRuns(months).map((run) => periodName(run[0], run.at(-1)!)));

/** A period on an axis, months cut to three letters: `Jan–Nov 2025`, `Mar 2024`, `2024`. */
export const shortPeriodName = (start: string, end: string): string =>
  periodName(start, end).replace(/[A-Z][a-z]+/g, (name) => name.slice(0, 3));

/**
 * How a value moved, in words: `rose from 14.0% to 20.4%`, `fell from …`, or `held at 14.0%` where
 * both are written alike. With two times: `rose from 14.0% in 2013 to 20.4% in 2024`, `held at 14.0%
 * from 2013 to 2024`.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(moved(0.14, 0.204, percent, ["2013", "2024"]), "rose from 14.0% in 2013 to 20.4% in 2024");
 * ```
 */
export function moved(
  from: number,
  to: number,
  write: (value: number) => string = percent,
  times?: readonly [string, string],
): string {
  const [before, after] = [write(from), write(to)];
  if (before === after) {
    return `held at ${after}${times ? ` from ${times[0]} to ${times[1]}` : ""}`;
  }
  const [then, now] = (times ?? []).map((time) => ` in ${time}`);
  return `${to > from ? "rose" : "fell"} from ${before}${then ?? ""} to ${after}${now ?? ""}`;
}

/** A Herfindahl–Hirschman index on its scale of 10,000 points: `0.1198` → `1,198`. */
export const hhiPoints = (index: number): string => number(index * 10_000);

/** A text that opens a sentence: `servers` → `Servers`. */
export const capitalized = (text: string): string => text[0].toUpperCase() + text.slice(1);

/**
 * Names in a sentence: `China, Mexico and Taiwan`.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(list(["China", "Mexico", "Taiwan"]), "China, Mexico and Taiwan");
 * ```
 */
export function list(names: string[]): string {
  if (names.length < 2) return names.join("");
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/**
 * An ordinal: `1` → `first`, … `10` → `tenth`, then `11th`, `22nd`.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(ordinal(3), "third");
 * ```
 */
export function ordinal(rank: number): string {
  const words = "first second third fourth fifth sixth seventh eighth ninth tenth".split(" ");
  const rule = new Intl.PluralRules("en-US", { type: "ordinal" }).select(rank);
  const suffix = { one: "st", two: "nd", few: "rd", other: "th" }[rule as string] ?? "th";
  return words[rank - 1] ?? `${rank}${suffix}`;
}

const BASIS_NAMES: Record<string, string> = {
  total_exports: "total exports (f.a.s. value)",
  general_imports: "general imports (customs value)",
  imports_for_consumption: "imports for consumption (customs value)",
};

/** A statistical basis in words. Throws on an unknown one. */
export function basisName(basis: string): string {
  const name = BASIS_NAMES[basis];
  if (!name) throw new RangeError(`unknown basis ${basis}`);
  return name;
}

/** Who publishes every figure of the report. */
export const PRODUCER = "U.S. Census Bureau";

/**
 * The source of figures, for the foot of a table or figure: producer, basis and vintage, e.g.
 * `U.S. Census Bureau; imports for consumption (customs value); vintage 2025-11`.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(sourceLine([{ basis: "general_imports", vintage: "2026-08-09" }]), "U.S. Census Bureau; general imports (customs value); vintage 2026-08-09");
 * ```
 */
export function sourceLine(rows: { basis?: string; vintage: string }[]): string {
  const distinct = (values: (string | undefined)[]) =>
    [...new Set(values)].filter((value) => value !== undefined).sort();
  const vintages = distinct(rows.map(({ vintage }) => vintage));
  return [
    PRODUCER,
    ...distinct(rows.map(({ basis }) => basis)).map(basisName),
    vintages.length > 1
      ? `vintages ${vintages[0]} to ${vintages.at(-1)}`
      : `vintage ${vintages[0]}`,
  ].join("; ");
}
