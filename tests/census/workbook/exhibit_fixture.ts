/**
 * Exhibit 16a as a workbook of made-up figures: title, header of two rows with merged cells, groups,
 * areas, notes. The contents are the publisher's; the places of the cells are ours.
 */
import { Buffer } from "node:buffer";
import writeExcelFile from "write-excel-file";
import { ATP_GROUPS } from "../../../lib/codes/mod.ts";
import { dice } from "../model.ts";

export type Cells = (string | number | null)[][];

const PACIFIC =
  "Australia|China|Hong Kong|Indonesia|Japan|Korea, South|Malaysia|Philippines|Singapore|Taiwan";
const AREAS: [area: string, members: string][] = [
  ["North America", "Canada|Mexico"],
  ["European Union", "France|Germany|Ireland|Italy|Other"],
  ["Pacific Rim Countries", `${PACIFIC}|Other`],
  ["South/Central America", "Brazil|Other"],
  ["Other Countries", "India|Israel|Thailand|United Kingdom|Other"],
];
const MONTHS = ("January February March April May June July August September October November " +
  "December").split(" ");

/** The name of a month, YYYY-MM, as the exhibit writes it. */
export function nameOf(month: string): string {
  const [year, number] = month.split("-").map(Number);
  return `${MONTHS[number - 1]} ${year}`;
}

const sum = (parts: number[][]) =>
  parts[0].map((_, at) => parts.reduce((all, part) => all + part[at], 0));

/** The cells of a release: month, month before, year to date, year to date of the year before. */
export function exhibitCells(month: string): Cells {
  const [year, number] = month.split("-").map(Number);
  const before = number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, "0")}`;
  const periods = [
    nameOf(month),
    `${nameOf(before)} (R)`,
    `Year-to-Date ${year}`,
    `Year-to-Date ${year - 1}`,
  ];
  const roll = dice(year * 12 + number);
  /** Exports and imports of each period; in January the year to date is the month. */
  const figures = () => {
    const each = periods.map(() => [1_000 + roll(90_000), 1_000 + roll(90_000)]);
    if (number === 1) each[2] = each[0];
    return each.flat();
  };
  const row = (label: string, values: number[]) => [
    label,
    ...periods.flatMap((_, at) => {
      const [exports, imports] = values.slice(at * 2, at * 2 + 2);
      return [exports - imports, exports, imports];
    }),
  ];
  const groups = Object.values(ATP_GROUPS).sort().map((name) => ({ name, values: figures() }));
  const total = sum(groups.map(({ values }) => values));
  const less = (whole: number[], parts: number[][]) =>
    whole.map((value, at) => value - parts.reduce((all, part) => all + part[at], 0));
  const wholes: number[][] = [];
  const areas = AREAS.flatMap(([area, members], index) => {
    const names = members.split("|");
    const parts = names.map(() => total.map((value) => Math.floor(value / 40)));
    // The last rest is what all others leave of the total.
    if (index === AREAS.length - 1) {
      parts[parts.length - 1] = less(total, [...wholes, ...parts.slice(0, -1)]);
    }
    wholes.push(sum(parts));
    return [row(area, wholes.at(-1)!), ...names.map((name, at) => row(`  ${name}`, parts[at]))];
  });
  return [
    ["Exhibit 16a. U.S. Trade in Advanced Technology Products by Group and Selected Area"],
    ["In millions of dollars. (-) Represents zero or less than one-half of value shown."],
    [null],
    ["Item", ...periods.flatMap((name) => [name, null, null])],
    [null, ...periods.flatMap(() => ["Balance", "Exports", "Imports"])],
    [null],
    row("Total (1)", total),
    ...groups.map(({ name, values }) => row(`  ${name}`, values)),
    [null],
    row("Total", total),
    ...areas,
    [null],
    ["(1) Exports of this month are overstated by $796 million in aircraft."],
    ["NOTE: Figures are not seasonally adjusted."],
  ];
}

/** A workbook of one sheet. */
export async function sheetBytes(cells: Cells): Promise<Uint8Array> {
  const sheet = cells.map((row) => row.map((value) => value === null ? null : { value }));
  return new Uint8Array(await writeExcelFile(sheet as never).toBuffer() as Buffer);
}
