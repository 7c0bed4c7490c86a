/** Codes: known names, complete for the figures, and unknown ones refused. */
import { assert, assertEquals, assertThrows } from "@std/assert";
import {
  ATP_GROUP_CODES,
  ATP_GROUPS,
  atpGroupName,
  EU27_MEMBERS,
  EXHIBIT_COUNTRIES,
  isCountry,
  NAICS3_CODES,
  NAICS6,
  naics6Title,
  naicsTitle,
  partnerName,
  RESIDUAL_CLASSES,
} from "../../lib/codes/mod.ts";
import { SCHEDULE_C } from "../../lib/codes/schedule_c.ts";
import { readPackage, readTable } from "../../lib/data/mod.ts";
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
  assertEquals(RESIDUAL_CLASSES.map((code) => NAICS3_CODES.includes(code)), Array(4).fill(true));
  assertEquals(naicsTitle("980"), "Goods returned");
  assertEquals(naicsTitle("334"), "Computer and electronic products");
  assertEquals(naicsTitle("00"), "All goods");
  assertThrows(
    () => naicsTitle("3364"),
    RangeError,
    "unknown NAICS-3 industry 3364; there are:\n  00   All goods\n  111  Agricultural products\n",
  );
});

Deno.test("every six-digit part of 334 and 335 has a title; another industry's goes by its code", async () => {
  const table = await readTable("naics6_imports_world_monthly");
  const codes = [...new Set(column(table, "naics"))].filter((code) => /^33[45]/.test(code));
  assertEquals(codes.sort(), Object.keys(NAICS6).sort());
  assertEquals(naics6Title("334111"), "Computers and servers");
  assertEquals(naics6Title("336411"), "NAICS 336411");
});

Deno.test("every partner of every committed table has a name", async () => {
  const tables = (await readPackage()).resources.filter(({ schema }) =>
    schema.fields.some(({ name }) => name === "partner_code")
  ).map(({ name }) => name as "goods_by_partner_monthly");
  assert(tables.length >= 4);
  for (const name of tables) {
    const frame = await readTable(name, { vintage: "all" });
    const codes = [...new Set(column(frame, "partner_code"))];
    assert(codes.length >= 1, name);
    for (const code of codes) assert(partnerName(code).length > 1, `${name}: ${code}`);
  }
  for (const code of ["9999", "0001", ""]) {
    assertThrows(() => partnerName(code), RangeError, `partner ${code}: no name known here`);
  }
});

Deno.test("a code of Schedule C is written as in the table of goods by partner, but for a few", async () => {
  const goods = await readTable("goods_by_partner_monthly");
  const named = new Map(
    goods.select("partner_code", "partner").unique().rows() as [string, string][],
  );
  const differing = Object.entries(SCHEDULE_C).filter(([code, name]) => named.get(code) !== name);
  const plain = (name: string) => name.normalize("NFD").replace(/[^a-z]/gi, "").toLowerCase();
  const accentsOnly = differing.filter(([code, name]) => plain(named.get(code)!) === plain(name));
  assertEquals(accentsOnly.map(([, name]) => name), [
    "St. Pierre and Miquelon",
    "St. Kitts and Nevis",
    "St. Lucia",
    "St. Vincent and the Grenadines",
    "Curaçao",
    "Iraq–Saudi Arabia Neutral Zone",
    "Côte d'Ivoire",
    "St. Helena",
    "São Tomé and Príncipe",
    "Réunion",
    "Unidentified countries",
    "International organizations",
  ]);
  const others = differing.filter((each) => !accentsOnly.includes(each));
  assertEquals(others.map(([code, name]) => `${named.get(code)} > ${name}`), [
    "Falkland Islands(Islas Malvin > Falkland Islands",
    "Svalbard, Jan Mayen Island > Svalbard and Jan Mayen",
    "USSR > Soviet Union",
    "Yugoslavia (former) > Yugoslavia",
    "Macedonia > North Macedonia",
    "Gaza Strip admin. by Israel > Gaza Strip",
    "West Bank admin. by Israel > West Bank",
    "Republic of Yemen > Yemen",
    "East Timor > Timor-Leste",
    "Korea, North > North Korea",
    "Korea, South > South Korea",
    "British Indian Ocean Terr. > British Indian Ocean Territory",
    "French Southern and Antarctic > French Southern and Antarctic Lands",
  ]);
});

Deno.test("two codes share a name only where one replaced the other", () => {
  const codesOf = Map.groupBy(Object.entries(SCHEDULE_C), ([, name]) => name);
  const twice = [...codesOf].filter(([, codes]) => codes.length > 1).map(([name]) => name);
  assertEquals(twice, ["Serbia", "Israel", "Sudan", "Ethiopia"]);
});

Deno.test("countries are told from groups, the world, the rest and the unidentified", () => {
  for (const code of ["1220", "2010", "5700", "7910"]) assert(isCountry(code), code);
  assertEquals(partnerName("8220"), "Unidentified countries");
  assertEquals(partnerName("8500"), "International organizations");
  for (const code of ["-", "0003", "0020", "0015", "other", "8220", "8500", "570", "57000", ""]) {
    assert(!isCountry(code), code);
  }
});

Deno.test("the European Union of 27 has 27 members, each a country with a name", () => {
  assertEquals(new Set(EU27_MEMBERS).size, 27);
  for (const code of EU27_MEMBERS) assert(isCountry(code) && partnerName(code).length > 0, code);
  assert(!EU27_MEMBERS.includes("4120")); // the United Kingdom left
});

Deno.test("the countries of the exhibit have codes of Schedule C, each its own", () => {
  const codes = Object.values(EXHIBIT_COUNTRIES);
  assertEquals(new Set(codes).size, 21);
  for (const [area, code] of Object.entries(EXHIBIT_COUNTRIES)) {
    assert(isCountry(code), area);
    assert(area === "Korea, South" || partnerName(code) === area, area);
  }
});
