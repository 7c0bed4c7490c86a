/** The data behind a picture as a table in words: names for codes, periods and units as people say them. */
import { monthName, number, percent, periodName, signed } from "../../format.ts";
import type { Cell, NamedRows } from "../../csv.ts";

/** One column: its heading, and a cell for each row. */
export interface Column {
  heading: string;
  cells: string[];
  /** Of numbers, which stand to the right. */
  isNumber: boolean;
}

/** Codes, each beside its name; how a row adds up, and where it is from: all that is for programs. */
const FOR_PROGRAMS = new Set([
  ...["partner_code", "naics", "atp_group", "code", "classification", "hts10"],
  ...["role", "unit", "basis", "vintage", "source", "full_table"],
]);
const PERIOD = /^(?:(\w+)_)?(start|end)$/;

/** The columns that a reader wants: periods and names that differ from row to row, and all numbers. */
export function frameColumns({ names, rows }: NamedRows): Column[] {
  const cellsOf = (name: string): Cell[] => rows.map((row) => row[names.indexOf(name)] ?? null);
  const unit = unitsOf(names, String(cellsOf("unit")[0] ?? ""));
  const whole = new Map(
    names.flatMap((name) => {
      const [, which, side] = PERIOD.exec(name) ?? [];
      if (side !== "start") return [];
      const ends = cellsOf(`${which}_end`);
      return [[which, cellsOf(name).map((start, row) => periodName(`${start}`, `${ends[row]}`))]];
    }),
  );
  return names.flatMap((name): Column[] => {
    const cells = cellsOf(name);
    const [, period] = PERIOD.exec(name) ?? [];
    if (name === "period_start") return varying("Period", whole.get("period")!);
    if (FOR_PROGRAMS.has(name) || period !== undefined) return [];
    if (name === "year" && whole.has("period")) return [];
    if (cells.some((cell) => typeof cell === "number")) {
      const [, side = "", rest = name] = /^(from|to)_(.+)$/.exec(name) ?? [];
      const when = whole.get(side)?.[0];
      const written = numbersIn(unit(name), cells as (number | null)[]);
      const heading = [`${wordsOf(rest)}${when ? `, ${when}` : ""}`, written.unit].filter(Boolean);
      return [{ heading: heading.join(", "), cells: written.cells, isNumber: true }];
    }
    const write = name === "month" ? monthName : String;
    return varying(wordsOf(name), cells.map((cell) => cell === null ? "" : write(`${cell}`)));
  });
}

/** A column that says the same in each row says nothing. */
const varying = (heading: string, cells: string[]): Column[] =>
  new Set(cells).size > 1 ? [{ heading, cells, isNumber: false }] : [];

/** `share: fraction of imports; usd: US dollars`, or one unit for all: the unit of a column. */
function unitsOf(names: string[], text: string): (name: string) => string {
  const own = text.split("; ").flatMap((part) => {
    const [columns, unit] = part.split(/: (.*)/s);
    return columns.split(", ").map((name) => [name, unit] as const);
  }).filter(([name]) => names.includes(name));
  const units = new Map(own);
  return (name) => units.get(name) ?? text;
}

const MONEY = [{ from: 1e9, word: "billion dollars" }, { from: 0, word: "million dollars" }];
/** A column with a smaller amount than this, in its unit, has three decimals. */
const SMALL = 0.05;

/** Numbers as the report writes them, and what the heading adds. */
function numbersIn(unit: string, cells: (number | null)[]): { cells: string[]; unit?: string } {
  const written = (write: (value: number) => string) =>
    cells.map((cell) => cell === null ? "" : write(cell));
  if (unit.startsWith("change as a fraction")) {
    return { cells: written((value) => signed(100 * value, 2)), unit: "percentage points" };
  }
  if (unit.startsWith("fraction")) return { cells: written((value) => percent(value)) };
  const sizes = cells.filter((cell) => cell !== null && cell !== 0).map((cell) => Math.abs(cell!));
  if (unit.startsWith("US dollars")) {
    const { from, word } = MONEY.find(({ from }) => Math.max(0, ...sizes) >= from)!;
    const divisor = from || 1e6;
    const decimals = Math.min(...sizes) < SMALL * divisor ? 3 : 1;
    return { cells: written((value) => number(value / divisor, decimals)), unit: word };
  }
  return { cells: written((value) => number(value, sizes.every(Number.isInteger) ? 0 : 2)) };
}

/** Names of columns that would not be understood word for word. */
const NAMES: Record<string, string> = {
  mexico_share: "Mexico’s share",
  canada_share: "Canada’s share",
  both_share: "Share of both together",
  others_share: "Share of all others",
  export_import_ratio: "Exports as a percentage of imports",
  grubel_lloyd: "Grubel–Lloyd index",
  hhi_low_points: "HHI, lower bound",
  hhi_high_points: "HHI, upper bound",
};

/** `imports_usd` → `Imports`. */
function wordsOf(name: string): string {
  const words = name.replace(/_usd$/, "").replaceAll("_", " ");
  return NAMES[name] ?? words.charAt(0).toUpperCase() + words.slice(1);
}
