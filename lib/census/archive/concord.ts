/** The classes of each commodity code, from the CONCORD file of the same archive. */
import { ATP_GROUP_CODES, NAICS3_CODES, NOT_ATP } from "../../codes/mod.ts";
import type { Archive } from "../transfer/zip.ts";
import { CONCORD, fieldOf } from "./layout.ts";
import { codeAt, readRecords, RecordFault, textAt } from "./records.ts";

/** ATP classes by number: 0 is not ATP, 1 … 10 are the groups. */
export const ATP_CLASSES: string[] = [NOT_ATP, ...ATP_GROUP_CODES];
/** Industries by number. */
export const INDUSTRIES: string[] = NAICS3_CODES;

export interface Classes {
  /** Place in `ATP_CLASSES`. */
  atp: number;
  /** Place in `INDUSTRIES`. */
  industry: number;
  /** Six-digit NAICS industry; X stands for digits that the file leaves open. */
  naics6: string;
}

/**
 * Reads CONCORD.
 *
 * @returns the classes by commodity code (ten digits as a number).
 * @throws CensusError on a code that comes twice, an unknown ATP group or an unknown industry.
 */
export async function readConcord(archive: Archive): Promise<Map<number, Classes>> {
  const [commodity, naics, hitech] = ["commodity", "naics", "hitech"]
    .map((name) => fieldOf(CONCORD, name));
  const classes = new Map<number, Classes>();
  await readRecords(archive.read(CONCORD.member), CONCORD, (bytes, at) => {
    const code = codeAt(bytes, at + commodity.start, at + commodity.end);
    if (classes.has(code)) throw new RecordFault(`commodity ${code} comes twice`);
    const group = textAt(bytes, at + hitech.start, at + hitech.end);
    const naics6 = textAt(bytes, at + naics.start, at + naics.end).padEnd(6, "X");
    classes.set(code, {
      atp: placeOf(ATP_CLASSES, group || NOT_ATP, "technology group"),
      industry: placeOf(INDUSTRIES, naics6.slice(0, 3), "industry"),
      naics6,
    });
  }, archive.path);
  return classes;
}

function placeOf(codes: string[], code: string, what: string): number {
  const place = codes.indexOf(code);
  if (place < 0) throw new RecordFault(`"${code}" is no known ${what}`);
  return place;
}
