/** The search: known answers on the tables' own entries, and what holds for any text. */
import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { HEADINGS, NAICS3_CODES, SERVERS } from "../../lib/codes/mod.ts";
import { readTable } from "../../lib/data/mod.ts";
import { column } from "../../lib/frame.ts";
import { COMMON_WORDS } from "../../lib/explore/pieces/common_words.ts";
import type { SearchEntry } from "../../lib/explore/pieces/layout.ts";
import { searchEntries } from "../../lib/explore/pieces/pack_search.ts";
import { found, wordsOf } from "../../lib/explore/pieces/search.ts";

const lines = column(await readTable("import_line_classes"), "hts10");
const texts = await readTable("concordance_imports_hs10_atp");
const descriptions = column(texts, "description");
const entries = searchEntries({
  lines,
  texts: new Map(column(texts, "hs10").map((line, row) => [line, descriptions[row]])),
  headings: HEADINGS,
});
/** Kind and code of what is found first. */
const firsts = (text: string, count = 1) =>
  found(entries, text, count).map(({ kind, code }) => `${kind} ${code}`);

Deno.test("servers: the line first, then its six digits; in the singular, in any order, in part", () => {
  for (const text of ["servers", "Server", "SERVERS", " servers ", "serve", "processing servers"]) {
    assertEquals(firsts(text, 2), [`line ${SERVERS}`, "heading 847150"], text);
  }
  assertEquals(found(entries, "servers")[0].name, "Servers and other processing units");
});

Deno.test("codes: with dots or without, of each length; our own line before the Bureau's", () => {
  for (const text of ["8471.50", "847150", "HTS 8471.50", "8471 50", "8471.50."]) {
    assertEquals(firsts(text, 3), ["heading 847150", `line ${SERVERS}`, "line 8471500110"], text);
  }
  assertEquals(firsts("8471.50.0150", 2), [`line ${SERVERS}`]);
  assertEquals(firsts("84", 2), ["chapter 84", "heading 8401"]);
  assertEquals(firsts("8471"), ["heading 8471"]);
  assertEquals(firsts("334", 2), ["industry 334"]);
  assertEquals(firsts("NAICS 334"), ["industry 334"]);
  assertEquals(firsts("04", 2), ["group 04", "chapter 04"]);
  assertEquals(firsts("00"), ["industry 00"]);
});

Deno.test("a code without an entry is offered where there is its chapter, and not elsewhere", () => {
  const [code] = found(entries, "8471.50.01");
  assertEquals(code, {
    ...{ kind: "line", code: "84715001", name: HEADINGS["8471"] },
    ...{ words: "", plain: true },
  });
  assertEquals(firsts("9403.99.9999"), ["line 9403999999"]);
  assertEquals(firsts("847.1"), ["heading 8471"]);
  for (const text of ["7701", "77", "84715001501", "847159"]) {
    const expected = text === "847159" ? ["heading 847159"] : [];
    assertEquals(firsts(text), expected, text);
  }
  assertEquals(firsts("84715", 2), ["heading 847150", `line ${SERVERS}`]);
});

Deno.test("words: industries and groups, then headings, then lines", () => {
  const known: [text: string, ...first: string[]][] = [
    ["aerospace", "group 08"],
    ["computers", "industry 334", "heading 8471"],
    ["electronic products", "group 05", "industry 334"],
    ["semiconductors", "heading 8541", "heading 8542", "heading 8486"],
    ["chips", "heading 8542"],
    ["batteries", "heading 8506", "heading 8507"],
    ["battery", "heading 8506", "heading 8507"],
    ["laptop", "line 8471300100"],
    ["Optical fiber", "heading 9001", "line 8544700000"],
    ["fiber optical cable", "line 8544700000", "heading 8544"],
    ["all goods", "industry 00"],
    ["advanced technology", "group total"],
    ["pickups", "heading 8704", "line 8704510020"],
    ["coffee", "chapter 09", "heading 0901"],
  ];
  for (const [text, ...expected] of known) {
    assertEquals(firsts(text, expected.length), expected, text);
  }
});

Deno.test("where nothing has all of the words, what has most of them", () => {
  assertEquals(firsts("servers México"), firsts("servers"));
  assertEquals(firsts("aerospace products"), ["group 08"]);
  assertEquals(firsts("all imports"), ["industry 00"]);
  assertEquals(firsts("products of aluminum"), ["chapter 76"]);
  assertEquals(firsts("imports of semiconductors"), firsts("semiconductors"));
  assertEquals(firsts("optical fiber cable zzz"), firsts("optical fiber cable"));
});

Deno.test("what is no good is not found: a country, nothing, a sign", () => {
  for (const text of ["México", "Mexico", "imports from México", "", "  ", "…", "$", "zzz"]) {
    assertEquals(firsts(text), [], text);
  }
});

Deno.test("accents, capitals and plural do not matter", () => {
  assertEquals(wordsOf("México’s BATTERIES, boxes; glasses"), [
    ...["mexico", "s", "battery", "box", "glass"],
  ]);
  fc.assert(fc.property(fc.constantFrom(...entries), ({ name }) => {
    const shown = (text: string) => found(entries, text, 500).map((entry) => entry.code);
    const accented = name.replaceAll("a", "á").replaceAll("o", "ö").toUpperCase();
    assertEquals(shown(accented), shown(name));
  }));
});

Deno.test("every entry is found by its code and, among those of all its words, by its name", () => {
  fc.assert(fc.property(fc.constantFrom(...entries), (entry) => {
    assert(found(entries, entry.code, 3).some(({ code }) => code === entry.code), entry.code);
    const byName = found(entries, entry.name.replace(/, and .*lines?$/, ""), 500);
    assert(byName.some((each) => each.code.startsWith(entry.code)), entry.name);
  }));
});

Deno.test("any text: no entry twice, never more than asked for, the same each time", () => {
  const word = fc.constantFrom("computer", "parts", "84", "8471.50", "é", "of", "electronic", ".");
  const text = fc.oneof(fc.string(), fc.array(word, { maxLength: 3 }).map((all) => all.join(" ")));
  fc.assert(fc.property(text, fc.integer({ min: 0, max: 30 }), (text, limit) => {
    const entriesFound = found(entries, text, limit);
    assert(entriesFound.length <= limit);
    const keys = entriesFound.map(({ kind, code }) => `${kind} ${code}`);
    assertEquals(new Set(keys).size, keys.length);
    assertEquals(found(entries, text, limit), entriesFound);
  }));
});

Deno.test("entries: every industry, group, chapter and heading once; lines that have a name", () => {
  const of = (kind: SearchEntry["kind"], digits?: number) =>
    entries.filter((entry) => entry.kind === kind && (!digits || entry.code.length === digits))
      .map(({ code }) => code);
  assertEquals(of("industry"), ["00", ...NAICS3_CODES]);
  assertEquals(of("group").length, 11);
  assertEquals(of("chapter"), [...new Set(lines.map((line) => line.slice(0, 2)))].sort());
  assertEquals(of("heading", 4), [...new Set(lines.map((line) => line.slice(0, 4)))].sort());
  for (const six of of("heading", 6)) assert(of("line").some((line) => line.startsWith(six)), six);
  for (const line of of("line")) assert(lines.includes(line), line);
  assert(of("line").includes(SERVERS) && of("line").includes("8703800060")); // not of the Bureau's list
  const keys = entries.map(({ kind, code }) => `${kind} ${code}`);
  assertEquals(new Set(keys).size, keys.length);
  for (const { name, code } of entries) assert(name !== "" && !name.startsWith("HTS "), code);
});

Deno.test("common words belong to codes that there are, and say more than the name", () => {
  for (const [code, words] of Object.entries(COMMON_WORDS)) {
    const name = wordsOf(HEADINGS[code]);
    assert(wordsOf(words).some((word) => !name.includes(word)), code);
    assert(entries.some((entry) => entry.code === code && entry.words === words), code);
  }
});
