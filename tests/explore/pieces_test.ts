/** The explorer's pieces against the tables that they are made of: every row, on the whole. */
import { assert, assertEquals, assertThrows } from "@std/assert";
import { gzipSync } from "node:zlib";
import pl from "nodejs-polars";
import {
  atpLines,
  effectiveDutyRates,
  importsBySupplier,
  lineDependence,
  monthsOfLines,
  ofPeriod,
  onBasis,
  periodsOf,
  sameMonths,
  withYear,
} from "../../lib/analysis/mod.ts";
import { ALL_INDUSTRIES, IMPORT_BASES, NAICS3_CODES, OTHER, WORLD } from "../../lib/codes/mod.ts";
import { type Naics3Imports, readTable } from "../../lib/data/mod.ts";
import { column, type Frame, literal, records } from "../../lib/frame.ts";
import type { Pieces, PreferenceSum } from "../../lib/explore/pieces/layout.ts";
import { classedLines, longestOfYears } from "../../lib/explore/pieces/lines.ts";
import { packIndustries } from "../../lib/explore/pieces/pack_industries.ts";
import { pieceOf, unpackPiece } from "../../lib/explore/pieces/unpack.ts";
import { packedPieces, scriptOf } from "../../lib/explore/pieces/write.ts";
import { imports } from "../analysis/small.ts";

const packed = await packedPieces();
const piece = <Name extends keyof Pieces>(name: Name) => unpackPiece<Name>(packed[name]);
const names = Object.keys(packed) as (keyof Pieces)[];
const chapters = names.filter((name) => name.startsWith("chapter-")) as `chapter-${string}`[];
const inMemory = {
  has: (file: string) => file in packed,
  read: (file: string) => packed[file as "groups"],
};
const goods = chapters.map((name) => piece(name));
const [lines, classes] = [await readTable("import_lines"), await readTable("import_line_classes")];

/** Columns of several tables, one row after the other. */
const textOf = (rows: object[], ...names: string[]): string[] =>
  rows.map((row) => names.map((name) => row[name as keyof typeof row]).join(" "));

/** The same rows; of many the first that differs is enough. */
function assertSame(own: string[], expected: string[]): void {
  assertEquals(own.length, expected.length);
  const at = own.findIndex((row, index) => row !== expected[index]);
  assertEquals(own[at], expected[at]);
}

Deno.test("industries: every year and partner as the duty rates sum them, in whole and same months", async () => {
  const table = await readTable("naics3_imports_by_partner_monthly");
  const codes = [ALL_INDUSTRIES, ...NAICS3_CODES];
  const cells = ["naics", "year", "partner_code", "basis", "vintage", "period_start", "period_end"];
  for (const [name, months] of [["whole", table], ["same", sameMonths(table)]] as const) {
    const rates = effectiveDutyRates(withYear(months), { by: ["naics", "year"], groups: [] });
    const expected = textOf(
      records(rates).filter((row) => row.partner_code !== OTHER),
      ...[...cells, "value_usd", "duty_usd"],
    );
    const rows = codes.flatMap((naics) => piece(`industry-${naics}`)[name]);
    assertSame(textOf(rows, ...cells, "value_usd", "duty_usd"), expected);
  }
});

Deno.test("an industry's same months are those of its own last year", () => {
  const rows = (naics: string, months: string[]) =>
    months.map((month) => ({ naics, month, value_usd: 1 }));
  const pieces = packIndustries(
    imports([
      ...rows("334", ["2024-01", "2024-02", "2024-03", "2025-01", "2025-02"]),
      ...rows("335", ["2024-01", "2024-02", "2025-01"]),
    ]) as Frame<Naics3Imports>,
  );
  const same = (naics: string) =>
    unpackPiece<`industry-${string}`>(pieces[`industry-${naics}`]).same
      .map((row) => [row.period_start, row.period_end, row.value_usd]);
  assertEquals(same("334"), [["2024-01", "2024-02", 2], ["2025-01", "2025-02", 2]]);
  assertEquals(same("335"), [["2024-01", "2024-01", 1], ["2025-01", "2025-01", 1]]);
});

Deno.test("chapters: every line from every partner in both years, on both bases, with its class", () => {
  const rows = goods.flatMap((chapter) => chapter.lines);
  const digits = (name: string) => pl.col(name).str.replace("-", "").cast(pl.Int64).alias(name);
  const sorted = lines.withColumns(
    pl.col("hts10").str.slice(0, 2).cast(pl.Int64).alias("chapter"),
    ...["hts10", "partner_code", "period_start", "period_end", "vintage"].map(digits),
  ).sort(["chapter", "period_start", "hts10", "partner_code"]);
  const ofTable = (name: string) =>
    sorted.getColumn(name).cast(pl.Float64).toTypedArray() as Float64Array;
  const values = ["general_imports_usd", "imports_for_consumption_usd", "duty_usd"] as const;
  const codes = ["hts10", "partner_code", "period_start", "period_end"] as const;
  assertEquals(rows.length, lines.height);
  for (const name of values) assert(ofTable(name).every((value, at) => value === rows[at][name]));
  for (const name of codes) {
    assert(ofTable(name).every((code, at) => code === Number(rows[at][name].replace("-", ""))));
  }
  const [groups, methods] = (["atp_group", "atp_method"] as const).map((name) => {
    const all = column(classes, name);
    return new Map(column(classes, "hts10").map((line, at) => [line, all[at]]));
  });
  assert(rows.every((row) => row.atp_group === groups.get(row.hts10)));
  assert(rows.every((row) => row.atp_method === methods.get(row.hts10)));
  assertEquals([...new Set(rows.map((row) => row.vintage))], [
    ...new Set(column(lines, "vintage")),
  ]);
});

Deno.test("chapters: every month of what entered under the USMCA, and which months were restated", async () => {
  const uses = await readTable("preference_lines");
  const key = ["hts10", "partner_code", "month"];
  const rows = goods.flatMap((chapter) => chapter.preference);
  const cells: (keyof PreferenceSum)[] = ["vintage", "month", "partner_code", "hts10"];
  const sorted = uses.sort(key) as Frame<PreferenceSum>;
  assertEquals(rows.length, uses.height);
  for (const name of [...cells, "value_usd", "preference_usd"] as const) {
    assert(column(sorted, name).every((cell, at) => cell === rows[at][name]), name);
  }
  const months = monthsOfLines(uses, await readTable("agreement_imports_monthly"));
  const state = ["month", "partner_code", "restated"];
  for (const chapter of goods) {
    assertEquals(textOf(chapter.months, ...state), textOf(records(months), ...state));
  }
  assert(goods[0].months.some(({ restated }) => restated));
});

Deno.test("goods: the rows of a chapter whose code begins with some digits", async () => {
  const { lines, preference, months } = piece("chapter-84");
  for (const digits of ["84", "8471", "847150", "84715001", "8471500150", "8499"]) {
    const begins = ({ hts10 }: { hts10: string }) => hts10.startsWith(digits);
    const part = await pieceOf(`goods-${digits}`, inMemory);
    assertEquals(part.lines.length, lines.filter(begins).length);
    assertSame(
      part.lines.map((row) => JSON.stringify(row)),
      lines.filter(begins).map((row) => JSON.stringify(row)),
    );
    assertEquals(part.preference, preference.filter(begins));
    assertEquals(part.months, months);
  }
  assert((await pieceOf("goods-847150", inMemory)).lines.length > 100);
});

const atp = atpLines(lines, classes);

Deno.test("groups: every partner and year, on both bases; their duty is the lines'", () => {
  const rows = piece("groups");
  for (const basis of IMPORT_BASES) {
    const suppliers = importsBySupplier<"atp_group">(onBasis(atp, basis), ["atp_group"]);
    const cells = ["period_start", "period_end", "atp_group", "partner_code", "vintage"];
    assertSame(
      textOf(rows, ...cells, `${basis}_usd`).sort(),
      textOf(records(suppliers).filter((row) => row.partner_code !== WORLD), ...cells, "value_usd")
        .sort(),
    );
  }
  const duty = atp.groupBy("period_start", "atp_group", "partner_code").agg(
    pl.col("duty_usd").sum(),
  )
    .sort(["period_start", "atp_group", "partner_code"]);
  assertEquals(rows.map((row) => row.duty_usd), duty.getColumn("duty_usd").toArray());
});

Deno.test("dependence: every line of advanced technology, from the world and the two neighbors", async () => {
  const rows = piece("dependence");
  const periods = periodsOf(atp);
  for (const basis of IMPORT_BASES) {
    for (const period of periods) {
      const table = lineDependence(onBasis(ofPeriod(atp, period), basis));
      const expected = records(table).map((row) => [
        ...[row.hts10, row.atp_group, row.vintage, row.period_end],
        ...[row.value_usd, row.mexico_usd, row.canada_usd],
      ]);
      const ofYear = rows.filter((row) => row.period_start === period.period_start);
      const own = ofYear.filter((row) => row[`${basis}_usd`] > 0)
        .map((row) => [
          ...[row.hts10, row.atp_group, row.vintage, row.period_end, row[`${basis}_usd`]],
          ...[row[`${basis}_mexico_usd`], row[`${basis}_canada_usd`]],
        ]);
      assertEquals(own.sort(), expected.sort());
    }
  }
  assertEquals(rows.length, atp.select("period_start", "hts10").unique().height);
  const texts = await readTable("concordance_imports_hs10_atp");
  const text = new Map(records(texts).map((row) => [row.hs10, row.description]));
  const method = new Map(records(classes).map((row) => [row.hts10, row.atp_method]));
  for (const { hts10, description, atp_method } of rows) {
    assertEquals([description, atp_method], [text.get(hts10) ?? "", method.get(hts10)]);
  }
});

Deno.test("of a year in several lengths the longest counts; a line without a class is refused", () => {
  const part = (end: string) => ({ period_start: "2026-01", period_end: `2026-${end}` });
  const year = { period_start: "2025-01", period_end: "2025-12" };
  const month = { period_start: "2026-03", period_end: "2026-03" };
  assertEquals(longestOfYears([part("06"), year, part("07"), month]), [part("07"), year]);
  const none = classes.filter(pl.col("hts10").neq(literal("8471500150"))) as typeof classes;
  assertThrows(() => classedLines(lines, none), RangeError, "has no class");
});

Deno.test("the contents name every piece, and sizes stay within bounds", () => {
  assertEquals(
    piece("contents").map(({ piece }) => piece),
    names.filter((name) => name !== "contents").sort(),
  );
  const scripts = names.map((name) => ({ name, script: scriptOf(name, packed[name]) }));
  const total = scripts.reduce((sum, { script }) => sum + script.length, 0);
  assert(total < 18e6, `${total} bytes`);
  const bounds = {
    "industry-334": 10e3,
    "chapter-84": 750e3,
    groups: 25e3,
    dependence: 40e3,
    search: 60e3,
    contents: 1e3,
  };
  for (const [name, bound] of Object.entries(bounds)) {
    const bytes = gzipSync(scripts.find((each) => each.name === name)!.script).length;
    assert(bytes < bound && bytes > bound / 4, `${name} has ${bytes} bytes, gzipped`);
  }
  const largest = scripts.reduce((most, each) =>
    each.script.length > most.script.length ? each : most
  );
  assertEquals(largest.name, "chapter-84");
});

Deno.test("the scripts of all pieces are the same each time", async () => {
  const again = await packedPieces();
  assertEquals(Object.keys(again), Object.keys(packed));
  for (const name of names) {
    assert(scriptOf(name, again[name]) === scriptOf(name, packed[name]), name);
  }
});
