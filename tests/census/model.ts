/**
 * Made-up trade, the same for the fake API, the fake archives and the expectations of the tests:
 * imports and exports by commodity, country and month, with claims of preference and duties.
 */
import { ATP_GROUP_CODES, EU27_MEMBERS, NAICS3_CODES } from "../../lib/codes/mod.ts";

export interface Commodity {
  code: string;
  naics: string;
  /** ATP group; `00` or blank is not ATP: both are seen. */
  hitech: string;
  /** End-use class, five digits. */
  endUse: string;
}

export interface Cell {
  commodity: Commodity;
  partner: string;
  /** Country sub-code: the programme that was claimed. Imports only. */
  programme: string;
  district: string;
  /** Domestic 1, foreign 2. Exports only. */
  origin: string;
  /** Values of the months January … December, by measure. */
  months: Record<string, number[]>;
}

export interface Model {
  year: number;
  imports: Cell[];
  exports: Cell[];
  importCodes: Commodity[];
  exportCodes: Commodity[];
}

const LISTED = ("1220 2010 3010 3370 3510 4010 4120 4190 4210 4231 4279 4280 4330 4419 4621 4700 " +
  "4759 5081 5170 5330 5490 5520 5570 5590 5600 5700 5800 5830 5880 6021").split(" ");
/** Countries that the model trades with: the listed ones, all of the EU, and some others. */
export const COUNTRIES = [...new Set([...LISTED, ...EU27_MEMBERS, "1610", "2470", "7910"])].sort();
/** Countries that trade in everything: China and Taiwan. */
const LARGE = ["5700", "5830"];
const EARLY = "7910";

/** A stream of whole numbers below a limit, the same for the same seed. */
export function dice(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor(state / 2 ** 32 * limit);
  };
}

const END_USES = ["21300", "21301", "21320", "21400", "10000", "20000"];
/** Exports have chips among them. */
const CHIPS = ["8523510000", "8541100040", "8541100050", "8542310000", "8542390010"];

function commodities(roll: (limit: number) => number, known: string[] = []): Commodity[] {
  const code = (at: number) => known[at] ?? String(1_000_000_000 + at * 77_777_777 + roll(1000));
  const groups = ATP_GROUP_CODES.map((hitech) => ({
    hitech,
    naics: hitech === "08" ? "336411" : "334111",
  }));
  const others = NAICS3_CODES.map((naics, at) => ({
    hitech: at % 2 ? "00" : "  ",
    naics: `${naics}110`,
  }));
  return [...groups, ...others].map((each, at) => ({
    ...each,
    code: code(at),
    endUse: END_USES[at % END_USES.length],
  }));
}

/** Trade of a year. Canada's and Mexico's is large, so that it exceeds what claims a preference. */
export function makeModel(year: number, seed = year): Model {
  const roll = dice(seed);
  const importCodes = commodities(roll), exportCodes = commodities(roll, CHIPS);
  const months = (scale: number, from: number) =>
    Array.from({ length: 12 }, (_, at) => at < from ? 0 : 1 + roll(scale));
  const cells = (codes: Commodity[], isImports: boolean) =>
    codes.flatMap((commodity) =>
      COUNTRIES.flatMap((partner) => {
        const isNear = partner === "1220" || partner === "2010";
        if (!isNear && !LARGE.includes(partner) && roll(3) === 0) return [];
        return ["04", "27"].slice(0, 1 + roll(2)).map((district, at): Cell => {
          // One country begins to trade in May: before that it has no rows at all.
          const from = partner === EARLY ? 4 : isNear ? 0 : roll(3);
          const value = months(isNear ? 4_000_000_000 : 900_000_000, from);
          const programme = isNear && at === 0
            ? ["S ", "S+"][roll(2)]
            : ["00", "0 ", "  "][roll(3)];
          if (!isImports) {
            const origin = String(1 + roll(2));
            return { commodity, partner, programme: "", district, origin, months: { all: value } };
          }
          const con = value.map((each) => Math.floor(each * 0.9));
          const duty = con.map((each) => Math.floor(each / 20));
          const dutiable = con.map((each) => Math.floor(each / 2));
          return {
            commodity,
            partner,
            programme,
            district,
            origin: "",
            months: { gen: value, con, dutiable, duty },
          };
        });
      })
    );
  return {
    year,
    importCodes,
    exportCodes,
    imports: cells(importCodes, true),
    exports: cells(exportCodes, false),
  };
}

/** Sum of a measure over the cells that fit, from one month to another (1 … 12, both included). */
export function sumOf(
  cells: Cell[],
  measure: string,
  first: number,
  last: number,
  fits: (cell: Cell) => boolean = () => true,
): number {
  let sum = 0;
  for (const cell of cells) {
    if (!fits(cell)) continue;
    for (let month = first; month <= last; month++) sum += cell.months[measure][month - 1];
  }
  return sum;
}

/** ATP group of a commodity, `00` where it has none. */
export const groupOf = ({ commodity }: Cell): string => commodity.hitech.trim() || "00";
