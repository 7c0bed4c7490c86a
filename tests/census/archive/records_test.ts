/** Fixed-width records: however the bytes come in chunks, every record is read once and exactly. */
import { assert, assertEquals, assertRejects, assertThrows } from "@std/assert";
import fc from "fast-check";
import { CensusError } from "../../../lib/census/transfer/errors.ts";
import type { Layout } from "../../../lib/census/archive/layout.ts";
import {
  codeAt,
  integerAt,
  readRecords,
  RecordFault,
  textAt,
} from "../../../lib/census/archive/records.ts";
import { Sums } from "../../../lib/census/archive/tally_sums.ts";

const LAYOUT: Layout = { member: "SIX.TXT", length: 6, fields: new Map() };
const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

async function* chunked(whole: Uint8Array, sizes: number[]) {
  let at = 0;
  for (let turn = 0; at < whole.length; turn++) {
    const size = sizes.length ? sizes[turn % sizes.length] : whole.length;
    yield whole.subarray(at, at += size);
  }
}

async function read(whole: Uint8Array, sizes: number[]): Promise<number[]> {
  const found: number[] = [];
  const count = await readRecords(
    chunked(whole, sizes),
    LAYOUT,
    (each, at) => found.push(integerAt(each, at, at + 6)),
    "a.zip",
  );
  assertEquals(count, found.length);
  return found;
}

Deno.test("records come out the same for any cut of the bytes into chunks", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(999_999), { maxLength: 30 }),
      fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 }),
      fc.constantFrom("0", " "),
      async (values, sizes, padding) => {
        const text = values.map((value) => String(value).padStart(6, padding) + "\r\n").join("");
        assertEquals(await read(bytes(text), sizes), values);
      },
    ),
  );
});

Deno.test("any bytes are records of digits, or a CensusError that names the record", async () => {
  const near = fc.array(fc.constantFrom(..."0189 \r\n-xé"), { maxLength: 40 }).map((each) =>
    bytes(each.join(""))
  );
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 60 }), near), async (whole) => {
      try {
        const values = await read(whole, [7]);
        assertEquals(values.length, whole.length / 8);
        values.forEach((value, at) =>
          assertEquals(Number(textAt(whole, at * 8, at * 8 + 6)), value)
        );
      } catch (error) {
        assert(error instanceof CensusError, String(error));
        assert(/SIX\.TXT, record \d+: /.test(String(error)));
      }
    }),
  );
});

Deno.test("a record of another length is found, and so is one that is cut", async () => {
  await assertRejects(
    () => read(bytes("000001\r\n00002\r\n"), []),
    CensusError,
    "record 2: ends after 7",
  );
  await assertRejects(
    () => read(bytes("000001\r\n00002\r\n0"), []),
    CensusError,
    "record 2: is not 6 characters and CRLF",
  );
  await assertRejects(() => read(bytes("000001\r"), []), CensusError, "ends after 7 of 8 bytes");
  assertEquals(await read(new Uint8Array(), []), []);
});

Deno.test("a number of 15 digits is exact; blanks, signs and gaps are none", () => {
  const at = (text: string) => integerAt(bytes(text), 0, text.length);
  assertEquals(at("999999999999999"), 999_999_999_999_999);
  assertEquals([at("  42"), at("42  "), at("0042"), at(" 42 ")], [42, 42, 42, 42]);
  for (const text of ["    ", "--01", "4 2", "4,2", "0x1f", "٤٢"]) {
    assertThrows(() => at(text), RecordFault, "is not a whole number");
  }
  assertThrows(() => at("-001"), RecordFault, '"-001": no value is below zero');
  assertEquals(codeAt(bytes("0101"), 0, 4), 101);
  assertThrows(() => codeAt(bytes(" 101"), 0, 4), RecordFault, "is not a code of digits");
});

Deno.test("sums by key are those of a plain loop, and refuse to lose a dollar", () => {
  fc.assert(fc.property(
    fc.array(fc.tuple(fc.nat(2000), fc.nat(1e9), fc.nat(1e9)), { maxLength: 500 }),
    (rows) => {
      const sums = new Sums(2), expected = new Map<number, number[]>();
      for (const [key, first, second] of rows) {
        sums.add(key, Float64Array.of(first, second));
        const [a, b] = expected.get(key) ?? [0, 0];
        expected.set(key, [a + first, b + second]);
      }
      assertEquals(sums.keys(), [...expected.keys()].sort((a, b) => a - b));
      for (const [key, values] of expected) assertEquals(sums.get(key), values);
      assertEquals([sums.has(5000), sums.get(5000)], [false, [0, 0]]);
    },
  ));
  const large = new Sums(1);
  for (let turn = 0; turn < 10; turn++) large.add(1, Float64Array.of(999_999_999_999_999));
  assertThrows(() => large.get(1), RangeError, "too large to be exact");
});
