/** Codes: known names, complete for the figures, and unknown ones refused. */
import { assert, assertEquals, assertThrows } from "@std/assert";
import {
  ATP_GROUP_CODES,
  ATP_GROUPS,
  atpGroupName,
  EU27_MEMBERS,
  isCountry,
  NAICS3_CODES,
  naicsTitle,
  partnerName,
  PARTNERS,
} from "../../lib/codes/mod.ts";
import { readTable } from "../../lib/data/mod.ts";
import { column } from "../../lib/frame.ts";

Deno.test("the ten ATP groups have the names of Exhibit 16a", () => {
  assertEquals(ATP_GROUP_CODES, ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10"]);
  assertEquals(atpGroupName("04"), "Information and Communications");
  assertEquals(atpGroupName("08"), "Aerospace");
  assertEquals(atpGroupName("total"), "All ATP");
  assertEquals(new Set(Object.values(ATP_GROUPS)).size, 10);
  assertThrows(() => atpGroupName("11"), RangeError, "unknown ATP group 11; known: 01, 02");
  assertThrows(() => atpGroupName("4"), RangeError, "unknown ATP group 4");
});

Deno.test("the 32 industries are those of the figures", async () => {
  const figures = await readTable("naics3_imports_by_partner_monthly");
  const codes = [...new Set(column(figures, "naics"))].sort();
  assertEquals(codes, ["00", ...NAICS3_CODES]);
  assertEquals(NAICS3_CODES.length, 32);
  assertEquals(naicsTitle("334"), "Computer and electronic products");
  assertEquals(naicsTitle("00"), "All goods");
  assertThrows(
    () => naicsTitle("3364"),
    RangeError,
    "unknown NAICS-3 industry 3364; known: 111, 112",
  );
});

Deno.test("every partner of the import tables has a name of its own", async () => {
  const industries = await readTable("naics3_imports_by_partner_monthly");
  const lines = await readTable("atp_imports_hs10_by_partner");
  const codes = new Set([...column(industries, "partner_code"), ...column(lines, "partner_code")]);
  assert(codes.size > 50);
  for (const code of codes) assert(partnerName(code).length > 0, code);
  assertEquals(new Set(Object.values(PARTNERS)).size, Object.keys(PARTNERS).length);
  assertThrows(() => partnerName("9999"), RangeError, "unknown partner 9999");
});

Deno.test("partners' codes are those of the table of goods by partner", async () => {
  const goods = await readTable("goods_by_partner_monthly");
  const named = new Map(
    goods.select("partner_code", "partner").unique().rows() as [string, string][],
  );
  const countries = Object.keys(PARTNERS).filter(isCountry);
  const differing = countries.filter((code) => named.get(code) !== PARTNERS[code]);
  // Names that the report writes otherwise than the table: Korea, South → South Korea.
  assertEquals(differing.map((code) => named.get(code)), ["Korea, South"]);
});

Deno.test("countries are told from groups, the world and the remainder", () => {
  for (const code of ["1220", "2010", "5700", "7910"]) assert(isCountry(code), code);
  for (const code of ["-", "0003", "0020", "0015", "other", "8220", "570", "57000", ""]) {
    assert(!isCountry(code), code);
  }
});

Deno.test("the European Union of 27 has 27 members, each a country with a name", () => {
  assertEquals(new Set(EU27_MEMBERS).size, 27);
  for (const code of EU27_MEMBERS) assert(isCountry(code) && partnerName(code).length > 0, code);
  assert(!EU27_MEMBERS.includes("4120")); // the United Kingdom left
});
