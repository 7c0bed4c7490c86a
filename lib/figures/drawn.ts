/**
 * The table behind a picture: what the picture draws, row by row, with names beside the codes, and in
 * every row what the numbers are, who published them and when, and where all the others stand. Every
 * figure makes its table here.
 */
import {
  atpGroupName,
  type Classification,
  className,
  lineName,
  naics6Title,
  naicsTitle,
  OTHER,
  partnerName,
  WORLD,
} from "../codes/mod.ts";
import { PRODUCER } from "../format.ts";
export { taken } from "../rows.ts";
import { FULL_TABLES, type TableName } from "./full_tables.ts";

/** Code of all others in the table behind a picture; the rest alone is `other`. */
export const ALL_OTHERS = "all_others";
/** Code of the world in the table behind a picture: `-` in the tables, which is no word to a reader. */
const ALL_SUPPLIERS = "world";

/**
 * How a row stands to the others of its period (and panel), so that nothing is added twice:
 * - `part`: the parts add to the total, where there is one;
 * - `total`: the whole;
 * - `subtotal`: a sum of parts that are rows themselves;
 * - `separate`: drawn for comparison; it adds to nothing.
 */
export type Role = "total" | "part" | "subtotal" | "separate";

export type Cell = string | number | null;

/** A row of a picture: codes, periods and values by column name. Columns that it leaves out are empty. */
export type DrawnRow = { role: Role; basis: string; vintage: string } & { [column: string]: Cell };

export interface Drawn {
  /** In the order of the picture. */
  rows: DrawnRow[];
  /** The unit of each column of numbers, in words. */
  units: Record<string, string>;
  /** The tables of `data/` from which the figure is drawn: there a reader finds what it leaves out. */
  tables: TableName[];
}

declare const made: unique symbol;

/** A table that `drawnTable` made: the only one that a figure takes. Every row has all columns. */
export interface DrawnTable {
  readonly columns: string[];
  readonly rows: Record<string, Cell>[];
  readonly [made]: true;
}

/** Of what is computed from exports and imports. */
export const BOTH_FLOWS = "total_exports; general_imports";
export const USD = "US dollars";
/** As the releases on ATP groups and areas print them: parts add to their total but for the rounding. */
export const ROUNDED_USD = "US dollars, rounded to the million";
/** `fraction of imports`: 0.1 is 10%. */
export const fractionOf = (whole: string): string => `fraction of ${whole}`;
/** A change of a share or rate, as a fraction. */
export const POINTS = "change as a fraction (0.01 = 1 percentage point)";

const PERIODS = ["month", "year", "period_start", "from_start"];

/** Columns of codes, each with the column that names them. */
const NAMES: Record<string, [name: string, of: (code: string, row: DrawnRow) => string]> = {
  partner_code: ["partner", (code) => code === ALL_SUPPLIERS ? "All suppliers" : partnerName(code)],
  naics: ["industry", (code) => code.length > 3 ? naics6Title(code) : naicsTitle(code)],
  atp_group: ["group", atpGroupName],
  code: [
    "class",
    (code, row) => className({ classification: row.classification as Classification, code }),
  ],
  hts10: ["description", (code) => lineName(code)],
};

/**
 * @returns the columns of the rows, a name beside each code, then `unit`, `basis`, `vintage`, `source`
 * and `full_table`.
 * @throws TypeError when there is no row, no period, or a column of numbers without its unit.
 */
export function drawnTable({ rows, units, tables }: Drawn): DrawnTable {
  const [unit, origin] = [inWords(units), ORIGIN(tables)];
  const all = rows.map((row) => {
    const { basis, vintage, ...own } = withNames(row);
    return { own, origin: { unit, basis, vintage, ...origin } };
  });
  const names = [...new Set(all.flatMap(({ own }) => Object.keys(own)))];
  const empty = Object.fromEntries(names.map((name) => [name, null]));
  const whole = all.map(({ own, origin }) => ({ ...empty, ...own, ...origin }));
  requireWhole(whole, names, units);
  return { columns: Object.keys(whole[0]), rows: whole } as unknown as DrawnTable;
}

const ORIGIN = (tables: TableName[]) => ({
  source: PRODUCER,
  full_table: tables.map((name) => FULL_TABLES[name]).join("; "),
});

/** `share: fraction of imports`; the unit alone where all numbers have the same. */
function inWords(units: Record<string, string>): string {
  const byUnit = Map.groupBy(Object.keys(units), (name) => units[name]);
  if (byUnit.size === 1) return [...byUnit.keys()][0];
  return [...byUnit].map(([unit, names]) => `${names.join(", ")}: ${unit}`).join("; ");
}

function withNames(row: DrawnRow): DrawnRow {
  const named: Record<string, Cell> = {};
  for (const [column, cell] of Object.entries(row)) {
    const [name, of] = NAMES[column] ?? [];
    if (name === undefined) {
      named[column] = cell;
      continue;
    }
    const code = column === "partner_code" && cell === WORLD ? ALL_SUPPLIERS : String(cell);
    named[column] = code;
    named[name] = row[name] ?? of!(code, row);
  }
  return named as DrawnRow;
}

function requireWhole(
  rows: Record<string, Cell>[],
  names: string[],
  units: Record<string, string>,
): void {
  const refuse = (what: string): never => {
    throw new TypeError(`the data behind a figure: ${what}`);
  };
  if (rows.length === 0) refuse("no rows");
  if (!PERIODS.some((name) => names.includes(name))) {
    refuse(`no period; name ${PERIODS.join(", ")}`);
  }
  for (const name of names) {
    const isNumber = rows.some((row) => typeof row[name] === "number");
    if (isNumber && !(name in units)) refuse(`column ${name} has no unit`);
  }
  const unknown = Object.keys(units).find((name) => !names.includes(name));
  if (unknown !== undefined) refuse(`a unit for ${unknown}, which is no column`);
}

/** How a supplier stands in the data of a figure that folds suppliers: as the picture labels it. */
export const labelled = (code: string, label: (code: string) => string) => ({
  partner_code: code === OTHER && label(code) !== partnerName(OTHER) ? ALL_OTHERS : code,
  partner: label(code),
});
