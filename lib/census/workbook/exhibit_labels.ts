/** What the rows and columns of Exhibit 16a are called, and what they are in the tables. */
import { ATP_GROUPS, ATP_TOTAL } from "../../codes/mod.ts";
import { monthOf } from "../terms/months.ts";

/** The five areas that together are the world, with the countries that the exhibit names. */
export const AREAS: Readonly<Record<string, string[]>> = {
  "North America": ["Canada", "Mexico"],
  "European Union": ["France", "Germany", "Ireland", "Italy"],
  "Pacific Rim Countries": [
    ...["Australia", "China", "Hong Kong", "Indonesia", "Japan", "Korea, South", "Malaysia"],
    ...["Philippines", "Singapore", "Taiwan"],
  ],
  "South/Central America": ["Brazil"],
  "Other Countries": ["India", "Israel", "Thailand", "United Kingdom"],
};
export const WORLD_AREA = "World";
const RESTS = Object.keys(AREAS).filter((area) => area !== "North America")
  .map((area) => `${area} - other`);
/** Every name of an area or country that the table has. */
export const AREA_NAMES: string[] = [
  WORLD_AREA,
  ...Object.entries(AREAS).flatMap(([area, countries]) => [area, ...countries]),
  ...RESTS,
];

const plain = (text: string) =>
  text.replace(/(\s*\((\d+|R)\)|[\s.*¹²³]+)+$/g, "").replace(/\s+/g, " ").trim().toLowerCase();
const GROUPS = new Map(Object.entries(ATP_GROUPS).map(([code, name]) => [plain(name), code]));
const PLACES = new Map(AREA_NAMES.map((name) => [plain(name), name]));

export interface Label {
  kind: "group" | "area";
  name: string;
}

/**
 * What the label of a row with figures means. A first total is that of the groups, a second one the
 * world; `Other` is the rest of the area above it.
 *
 * @param before labels of the rows above. @returns undefined for an unknown label.
 */
export function labelOf(text: string, before: Label[]): Label | undefined {
  const name = plain(text);
  const group = GROUPS.get(name.replace(" & ", " and "));
  if (group) return { kind: "group", name: group };
  if (/^(total|world)\b/.test(name)) {
    const isFirst = !before.some((label) => label.name === ATP_TOTAL) && !name.startsWith("world");
    return isFirst ? { kind: "group", name: ATP_TOTAL } : { kind: "area", name: WORLD_AREA };
  }
  if (name === "other") {
    const area = before.findLast((label) => label.kind === "area" && label.name in AREAS);
    return area && { kind: "area", name: `${area.name} - other` };
  }
  const place = PLACES.get(name);
  return place === undefined ? undefined : { kind: "area", name: place };
}

const MONTHS = ("january february march april may june july august september october november " +
  "december").split(" ");

export interface Column {
  flow: "exports" | "imports" | "balance";
  /** YYYY-MM for a month; of a year to date the year, and its last month where the header names it. */
  year: number;
  month?: number;
  toDate: boolean;
}

/** What the header of a column means, from all its cells. Undefined when it does not say it all. */
export function columnOf(header: string): Column | undefined {
  const text = header.toLowerCase();
  const flows = (["exports", "imports", "balance"] as const).filter((name) => text.includes(name));
  const years = new Set(text.match(/\b(19|20)\d\d\b/g));
  const months = MONTHS.filter((name) => new RegExp(`\\b${name}\\b`).test(text));
  const toDate = /year[\s-]*to[\s-]*date|cumulative|\bytd\b/.test(text) || months.length === 2;
  if (flows.length !== 1 || years.size !== 1 || (!toDate && months.length !== 1)) return undefined;
  if (months.length > 2 || (months.length === 2 && months[0] !== "january")) return undefined;
  const last = months.at(-1);
  const month = last === undefined ? undefined : MONTHS.indexOf(last) + 1;
  return { flow: flows[0], year: Number([...years][0]), month, toDate };
}

/** First and last month of a column's period. @param end the release's month where none is named. */
export function periodOf({ year, month, toDate }: Column, end: number) {
  const period_end = monthOf(year, month ?? end);
  return { period_start: toDate ? monthOf(year, 1) : period_end, period_end };
}
