/** Fixed-width records read from bytes: no text is made of a field, so 2.5 GB pass in seconds. */
import { CensusError } from "../transfer/errors.ts";
import type { Layout } from "./layout.ts";

const CR = 13, LF = 10, SPACE = 32, ZERO = 48, NINE = 57;

const AGAIN =
  "data/ is unchanged; delete the archive so that it is downloaded again; if the fault stays, its " +
  "format has changed and lib/census must follow";

/** What a bad record says: the member, the number of the record from 1, and what is wrong. */
export class RecordFault extends Error {
  /** @param mend where it is another than to download the archive again. */
  constructor(message: string, readonly mend?: string) {
    super(message);
  }
}

/**
 * A whole number written in digits with spaces around it. A number of 15 digits is exact.
 *
 * @throws RecordFault when the field is blank, or holds anything else.
 */
export function integerAt(bytes: Uint8Array, start: number, end: number): number {
  let value = 0, place = start;
  while (place < end && bytes[place] === SPACE) place++;
  const first = place;
  while (place < end && bytes[place] >= ZERO && bytes[place] <= NINE) {
    value = value * 10 + (bytes[place] - ZERO);
    place++;
  }
  const digits = place - first;
  while (place < end && bytes[place] === SPACE) place++;
  if (place < end || digits === 0) {
    const text = textAt(bytes, start, end);
    if (/^-\d+$/.test(text)) throw new RecordFault(`"${text}": no value is below zero`);
    throw new RecordFault(`"${textAt(bytes, start, end)}" is not a whole number`);
  }
  return value;
}

/** A code of digits only, every byte of it. Throws a RecordFault on anything else. */
export function codeAt(bytes: Uint8Array, start: number, end: number): number {
  let value = 0;
  for (let place = start; place < end; place++) {
    const byte = bytes[place];
    if (byte < ZERO || byte > NINE) {
      throw new RecordFault(`"${textAt(bytes, start, end)}" is not a code of digits`);
    }
    value = value * 10 + (byte - ZERO);
  }
  return value;
}

/** A field as text (latin-1), without the spaces around it. */
export function textAt(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end)).trim();
}

/** True when a field holds exactly these bytes. */
export function sameBytes(
  bytes: Uint8Array,
  start: number,
  other: Uint8Array,
  otherStart = 0,
  length = other.length,
): boolean {
  for (let index = 0; index < length; index++) {
    if (bytes[start + index] !== other[otherStart + index]) return false;
  }
  return true;
}

/**
 * Calls `visit` for every record of a member with the bytes and the place where it begins.
 *
 * @param chunks unpacked bytes; a record may lie across two of them.
 * @returns how many records there were.
 * @throws CensusError when a record has another length, no CRLF at its end, or `visit` finds a fault.
 */
export async function readRecords(
  chunks: AsyncIterable<Uint8Array>,
  { member, length }: Layout,
  visit: (bytes: Uint8Array, start: number) => void,
  archive: string,
): Promise<number> {
  const step = length + 2;
  let count = 0, held = new Uint8Array(0);
  const fault = (problem: string, mend = AGAIN) =>
    new CensusError(`${archive}: ${member}, record ${count + 1}: ${problem}`, mend);
  const take = (bytes: Uint8Array, start: number) => {
    if (bytes[start + length] !== CR || bytes[start + length + 1] !== LF) {
      throw fault(`is not ${length} characters and CRLF`);
    }
    try {
      visit(bytes, start);
    } catch (error) {
      throw error instanceof RecordFault ? fault(error.message, error.mend) : error;
    }
    count++;
  };
  for await (const chunk of chunks) {
    let place = 0;
    if (held.length > 0) {
      place = Math.min(step - held.length, chunk.length);
      held = joined(held, chunk.subarray(0, place));
      if (held.length < step) continue;
      take(held, 0);
    }
    for (; place + step <= chunk.length; place += step) take(chunk, place);
    held = chunk.slice(place);
  }
  if (held.length > 0) {
    throw fault(`ends after ${held.length} of ${step} bytes`);
  }
  return count;
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
