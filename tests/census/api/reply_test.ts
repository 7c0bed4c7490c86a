/** Replies of the API: no input crashes the reader, and none gets a wrong number in. */
import { assert, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { CensusError } from "../../../lib/census/transfer/errors.ts";
import { byKey, dollars, groupOf, parseReply, partnerOf } from "../../../lib/census/api/reply.ts";

const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const read = (value: unknown, columns: string[]) => parseReply(bytes(value), columns, "url");

Deno.test("columns are found by the first occurrence of their name, wherever they stand", () => {
  const reply = [["NAICS", "ALL_VAL_MO", "NAICS", "CTY_CODE", "time"], [
    "3341",
    "7",
    "334*",
    "-",
    "2024-12",
  ]];
  assertEquals(read(reply, ["time", "NAICS", "ALL_VAL_MO"]), [
    { time: "2024-12", NAICS: "3341", ALL_VAL_MO: "7" },
  ]);
});

Deno.test("totals are written as a dash or empty, countries as four digits", () => {
  assertEquals(["-", "", "1220", "7999"].map((code) => partnerOf(code, "url")), [
    "-",
    "-",
    "1220",
    "7999",
  ]);
  // No countries, but part of the sums over partners.
  assertEquals(["8220", "8500"].map((code) => partnerOf(code, "url")), ["8220", "8500"]);
  assertEquals(partnerOf("0020", "url", ["0020"]), "0020");
  for (const code of ["0020", "1XXX", "9000", "122", "12200", "７123", " 1220"]) {
    assertThrows(() => partnerOf(code, "url"), CensusError, "is not the code of a country");
  }
  assertEquals(["-", "", "00", "10"].map((code) => groupOf(code, "url")), ["-", "-", "00", "10"]);
  assertThrows(() => groupOf("1", "url"), CensusError, "is not the code of a technology group");
});

Deno.test("any bytes at all are rows of text by name, or a CensusError", () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (any) => {
    try {
      parseReply(any, ["A"], "url");
    } catch (error) {
      assert(error instanceof CensusError);
    }
  }));
});

Deno.test("any JSON at all is rows of text by name, or a CensusError", () => {
  const cell = fc.oneof(fc.string(), fc.constant(null), fc.integer(), fc.jsonValue());
  const table = fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 5 });
  fc.assert(fc.property(fc.oneof(fc.jsonValue(), table), (any) => {
    try {
      for (const row of read(any, ["A", "B"])) {
        assertEquals(Object.keys(row), ["A", "B"]);
        assert(Object.values(row).every((value) => typeof value === "string"));
      }
    } catch (error) {
      assert(error instanceof CensusError);
    }
  }));
});

Deno.test("a cut anywhere in a reply is an error, never fewer rows", () => {
  const whole = bytes([["A", "B"], ["1", "2"], ["3", "4"]]);
  for (let length = 0; length < whole.length; length++) {
    assertThrows(() => parseReply(whole.subarray(0, length), ["A"], "url"), CensusError);
  }
});

Deno.test("dollars are exact or refused: whatever text is taken says the same number", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.bigInt().map(String), fc.double().map(String)), (text) => {
      let value: number;
      try {
        value = dollars(text, "x", "url");
      } catch (error) {
        assert(error instanceof CensusError);
        return;
      }
      assertEquals(BigInt(value), BigInt(text));
      assert(value >= 0);
    }),
  );
  assertEquals(dollars("9007199254740991", "x", "url"), Number.MAX_SAFE_INTEGER);
});

Deno.test("a key that comes twice is refused", () => {
  assertEquals(byKey([["a", 1], ["b", 2]], "url").get("b"), 2);
  assertThrows(() => byKey([["a", 1], ["a", 1]], "url"), CensusError, "the row a comes twice");
});
