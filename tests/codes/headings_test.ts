/** Chapters and headings: every one that the figures have is named, shortly, and unlike its neighbours. */
import { assert, assertEquals, assertThrows } from "@std/assert";
import { headingName, HEADINGS } from "../../lib/codes/mod.ts";
import { HEADINGS_01_49 } from "../../lib/codes/headings_01_49.ts";
import { HEADINGS_50_99 } from "../../lib/codes/headings_50_99.ts";
import { readTable } from "../../lib/data/mod.ts";
import { column } from "../../lib/frame.ts";

const codes = Object.keys(HEADINGS).sort();

Deno.test("every chapter and heading of the imports by tariff line has a name", async () => {
  const lines = new Set(column(await readTable("import_lines"), "hts10"));
  const headings = new Set([...lines].flatMap((line) => [line.slice(0, 2), line.slice(0, 4)]));
  assert(headings.size > 1300, `${headings.size} chapters and headings`);
  assertEquals([...headings].filter((code) => HEADINGS[code] === undefined), []);
});

Deno.test("the two lists part at chapter 50, and every heading stands in a named chapter", () => {
  assertEquals(Object.keys(HEADINGS_01_49).filter((code) => code.slice(0, 2) > "49"), []);
  assertEquals(Object.keys(HEADINGS_50_99).filter((code) => code.slice(0, 2) < "50"), []);
  assertEquals(codes.filter((code) => !/^\d{2}(\d{2})?$/.test(code)), []);
  assertEquals(codes.filter((code) => HEADINGS[code.slice(0, 2)] === undefined), []);
  assertEquals(codes.filter((code) => code.length === 2).length, 98, "01 to 99, 77 is reserved");
});

Deno.test("names are short plain text", () => {
  const names = Object.entries(HEADINGS);
  assertEquals(names.filter(([, name]) => name.length > 60), []);
  assertEquals(names.filter(([, name]) => !/^[\p{Lu}\p{N}].*[\p{L}\p{N})]$/u.test(name)), []);
  assertEquals(names.filter(([, name]) => name !== name.trim() || /\s\s|nesoi/i.test(name)), []);
});

Deno.test("names have American spelling", () => {
  const british = /aluminium|\btyre|colour|fibre|jewellery|mould|sulph|aeroplane|maize|litre|grey/i;
  assertEquals(Object.entries(HEADINGS).filter(([, name]) => british.test(name)), []);
});

Deno.test("no two headings of a chapter have the same name", () => {
  const headings = codes.filter((code) => code.length === 4);
  const seen = headings.map((code) => `${code.slice(0, 2)} ${HEADINGS[code].toLowerCase()}`);
  assertEquals(seen.filter((name, index) => seen.indexOf(name) !== index), []);
});

Deno.test("headings that the report speaks of have the words that readers search", () => {
  assertEquals(
    ["2203", "0702", "2709", "8471", "8473", "8486", "8507", "8517", "8542", "8544"].map(
      headingName,
    ),
    [
      "Beer made from malt",
      "Tomatoes, fresh or chilled",
      "Crude oil",
      "Computers and their units",
      "Parts of computers and office machines",
      "Machines for making semiconductors and flat panels",
      "Batteries, rechargeable, such as lithium-ion",
      "Telephones, smartphones and network apparatus",
      "Integrated circuits (chips)",
      "Insulated wire and cable; optical fiber cable",
    ],
  );
  assertEquals(
    ["8703", "8704", "8708", "8802", "9018", "9801", "84", "39"].map(headingName),
    [
      "Cars",
      "Trucks",
      "Auto parts",
      "Airplanes, helicopters, satellites and spacecraft",
      "Medical, surgical and dental instruments",
      "Goods returned to the United States unchanged",
      "Machinery, computers and engines",
      "Plastics",
    ],
  );
});

Deno.test("a heading without a name goes by its code; what is no heading is refused", () => {
  assertEquals(headingName("8550"), "HTS 8550");
  assertEquals(headingName("77"), "HTS 77");
  assertThrows(
    () => headingName(8471 as unknown as string),
    TypeError,
    'a heading is text: write "8471", in quotes',
  );
  assertThrows(
    () => headingName("8471500150"),
    RangeError,
    '"8471500150" is no heading: a chapter has two digits ("84"), a heading has four ("8471")',
  );
});
