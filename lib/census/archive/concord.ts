/** The classes of each commodity code, from the CONCORD file of the same archive. */
import { ATP_GROUP_CODES, NOT_ATP } from "../../codes/mod.ts";
import { NEW_GROUP } from "../transfer/errors.ts";
import type { Archive } from "../transfer/zip.ts";
import { CONCORD, fieldOf } from "./layout.ts";
import { codeAt, readRecords, RecordFault, textAt } from "./records.ts";

/** ATP classes by number: 0 is not ATP, 1 … 10 are the groups. */
export const ATP_CLASSES: string[] = [NOT_ATP, ...ATP_GROUP_CODES];

export interface Classes {
  /** Place in `ATP_CLASSES`. */
  atp: number;
  /** NAICS-3 industry as a number; it may be one that the project has no title for. */
  industry: number;
  /** Six-digit NAICS industry; X stands for digits that the file leaves open. */
  naics6: string;
}

/**
 * Reads CONCORD.
 *
 * @returns the classes by commodity code (ten digits as a number).
 * @throws CensusError on a code that comes twice, an unknown ATP group or an industry that is no code.
 */
export async function readConcord(archive: Archive, path: string): Promise<Map<number, Classes>> {
  const [commodity, naics, hitech] = ["commodity", "naics", "hitech"]
    .map((name) => fieldOf(CONCORD, name));
  const classes = new Map<number, Classes>();
  await readRecords(archive.read(CONCORD.member), CONCORD, (bytes, at) => {
    const code = codeAt(bytes, at + commodity.start, at + commodity.end);
    if (classes.has(code)) throw new RecordFault(`commodity ${code} comes twice`);
    const group = textAt(bytes, at + hitech.start, at + hitech.end);
    const naics6 = textAt(bytes, at + naics.start, at + naics.end).padEnd(6, "X");
    classes.set(code, {
      atp: groupPlace(group || NOT_ATP),
      industry: industryOf(naics6),
      naics6,
    });
  }, path);
  return classes;
}

function groupPlace(code: string): number {
  const place = ATP_CLASSES.indexOf(code);
  if (place < 0) throw new RecordFault(`"${code}" is no known technology group`, NEW_GROUP);
  return place;
}

function industryOf(naics6: string): number {
  const code = naics6.slice(0, 3);
  if (!/^[1-9]\d\d$/.test(code)) throw new RecordFault(`"${code}" is no industry of three digits`);
  return Number(code);
}
