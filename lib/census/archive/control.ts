/**
 * Control totals: an archive carries its own sums by commodity, country and district. The detail
 * must add to them, key by key and dollar by dollar.
 */
import { number } from "../../format.ts";
import { CensusError } from "../transfer/errors.ts";
import { fieldOf, type Layout } from "./layout.ts";
import { codeAt, integerAt, readRecords, RecordFault } from "./records.ts";
import { Sums } from "./tally_sums.ts";
import type { Archive } from "../transfer/zip.ts";

export interface Control {
  layout: Layout;
  /** The key of a record as a number. */
  keyAt: (bytes: Uint8Array, start: number) => number;
  /** The same key as people write it. */
  nameOf: (key: number) => string;
}

/** A key of digits between two fields, both included. */
export function codeKey(layout: Layout, first: string, last = first): Control {
  const { start } = fieldOf(layout, first), { end } = fieldOf(layout, last);
  return {
    layout,
    keyAt: (bytes, at) => codeAt(bytes, at + start, at + end),
    nameOf: (key) => `${last} ${String(key).padStart(end - start, "0")}`,
  };
}

/** A key of two characters. */
export function pairKey(layout: Layout, name: string): Control {
  const { start } = fieldOf(layout, name);
  return {
    layout,
    keyAt: (bytes, at) => bytes[at + start] * 256 + bytes[at + start + 1],
    nameOf: (key) => `${name} ${String.fromCharCode(key >> 8, key & 255)}`,
  };
}

/**
 * Compares the sums of the detail with a control file of the same archive.
 *
 * @param measures names of the summed fields, in the order of the sums.
 * @returns how many sums were compared.
 * @throws CensusError naming the first key and measure that differ, or a key that only one side has.
 */
export async function checkControl(
  archive: Archive,
  path: string,
  { layout, keyAt, nameOf }: Control,
  detail: Sums,
  measures: string[],
  month: string,
): Promise<number> {
  const places = measures.map((name) => fieldOf(layout, name));
  const year = fieldOf(layout, "year");
  const dated = Number(month.replace("-", ""));
  const control = new Sums(measures.length);
  const values = new Float64Array(measures.length);
  await readRecords(archive.read(layout.member), layout, (bytes, at) => {
    if (codeAt(bytes, at + year.start, at + year.start + 6) !== dated) {
      throw new RecordFault(`is not of ${month}`);
    }
    const key = keyAt(bytes, at);
    if (control.has(key)) throw new RecordFault(`${nameOf(key)} comes twice`);
    places.forEach(({ start, end }, index) => {
      values[index] = integerAt(bytes, at + start, at + end);
    });
    control.add(key, values);
  }, path);
  const fault = (problem: string) =>
    new CensusError(
      `${path}: the detail does not add up to ${layout.member}: ${problem}`,
      "data/ is unchanged; delete the archive so that it is downloaded again",
    );
  for (const key of new Set([...control.keys(), ...detail.keys()])) {
    if (!control.has(key)) throw fault(`${nameOf(key)} is only in the detail`);
    if (!detail.has(key)) throw fault(`${nameOf(key)} has no detail`);
    let is: number[], should: number[];
    try {
      [is, should] = [detail.get(key), control.get(key)];
    } catch (error) {
      throw fault(`${nameOf(key)}: ${(error as Error).message}`);
    }
    const wrong = is.findIndex((value, index) => value !== should[index]);
    if (wrong >= 0) {
      throw fault(
        `${nameOf(key)}, ${measures[wrong]}: ${number(is[wrong])} in the detail, ` +
          `${number(should[wrong])} in the total, difference ${number(is[wrong] - should[wrong])}`,
      );
    }
  }
  return control.keys().length * measures.length;
}
