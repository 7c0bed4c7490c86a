/** The data of figures as files: rows of each, and the workbook of all of them. */
import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import readXlsx from "read-excel-file";
import { Buffer } from "node:buffer";
// @ts-types="npm:@types/yauzl@3.4.0"
import yauzl from "yauzl";
import { PublishError } from "../../../lib/publish/system/errors.ts";
import { dataOf } from "../../../lib/publish/downloads/figure_data.ts";
import type { FigureBundle } from "../../../lib/publish/chapters/notebook.ts";
import { downloads, takeAway } from "../../../lib/publish/site/downloads.ts";
import { figuresWorkbook } from "../../../lib/publish/downloads/workbook.ts";

type Cells = string | number | null | (string | number | null)[];

const bundle = (id: string, rows: number, columns: [string, Cells][]): FigureBundle => ({
  id,
  ...{ title: `${id} & <so>`, subtitle: "Percent", source: "Source: Bureau.", alt: "A line." },
  ...{ svg: "<svg/>", narrow: "<svg/>", readings: { wide: [], narrow: [] } },
  ...{ data: JSON.stringify({ rows, columns }) },
});

const ORIGIN: [string, Cells][] = [["unit", "US dollars"], ["full_table", "data/a.csv"]];
const shares = bundle("supplier-shares-334", 3, [
  ["month", "2025-11"],
  ["partner_code", ["0020", "5700", "7480"]],
  ["partner", ["México", "China", 'Côte d’Ivoire, "West"']],
  ["change", [-0.25, 1e-7, null]],
  ...ORIGIN,
]);
const groups = bundle("line-suppliers-8471500150-and-something-long", 1, [
  ["atp_group", ["04"]],
  ["vintage", "2025-04-04"],
  ["usd", [5]],
  ...ORIGIN,
]);
const numbers = new Map([[shares.id, "1"], [groups.id, "2"]]);

Deno.test("a figure of a chapter that an earlier version executed is refused with the mend", () => {
  const old = { id: "old", data: undefined as unknown as string };
  assertThrows(() => dataOf(old), PublishError, "deno task report --accept");
});

Deno.test("the workbook: contents first, a sheet for each figure, codes text and numbers numbers", async () => {
  const sheets = await readXlsx(Buffer.from(await figuresWorkbook([shares, groups], numbers)));
  assertEquals(sheets.map(({ sheet }) => sheet), [
    "Contents",
    "1 supplier-shares-334",
    "2 line-suppliers-8471500150-and",
  ]);
  const [contents, first, second] = sheets.map(({ data }) => data);
  assertEquals(contents[0], [
    ...["sheet", "figure", "id", "title", "subtitle", "unit", "source", "full_table"],
  ]);
  assertEquals(contents[1], [
    ...["1 supplier-shares-334", "1", "supplier-shares-334", "supplier-shares-334 & <so>"],
    ...["Percent", "US dollars", "Source: Bureau.", "data/a.csv"],
  ]);
  assertEquals(first[1].slice(0, 4), ["2025-11", "0020", "México", -0.25]);
  assertEquals(first.map((row) => row[3]), ["change", -0.25, 1e-7, null]);
  assertEquals(second[1].slice(0, 3), ["04", "2025-04-04", 5]);
});

Deno.test("the front page links to the workbook and says what stays text in it", () => {
  const showings = new Map([[shares.id, { chapter: "5-a", id: shares.id }]]);
  const page = downloads([], [shares], numbers, showings);
  assertStringIncludes(page, `<a href="5-a.html#${shares.id}">`);
  for (const file of ["figures.zip", ...["png", "svg", "csv"].map((it) => `${shares.id}.${it}`)]) {
    assertStringIncludes(page, `href="figures/${file}" download`);
  }
  assertStringIncludes(page, 'href="figures/figures.xlsx" download');
  assertStringIncludes(page, "such as 04 and 2025-11 stay text");
  assertStringIncludes(page, "that no program computes with");
  assert(!downloads([], [], numbers, new Map()).includes("xlsx"), "no workbook without figures");
});

Deno.test("a page with figures of its own links to their archive and workbook", () => {
  const page = takeAway("figures/industry-336");
  for (const file of ["figures.zip", "figures.xlsx"]) {
    assertStringIncludes(page, `href="figures/industry-336/${file}" download`);
  }
});

Deno.test("no cell of the workbook is a formula; its contents link to the sheets; headings stay", async () => {
  const hostile = bundle("a", 2, [["partner", ["=1+1", "<b>&"]], ["n", -5], ...ORIGIN]);
  const bytes = await figuresWorkbook([hostile], new Map([["a", "1"]]));
  const [, sheet] = await readXlsx(Buffer.from(bytes));
  assertEquals(sheet.data.slice(1).map((row) => row.slice(0, 2)), [["=1+1", -5], ["<b>&", -5]]);
  const parts = await partsOf(bytes);
  const [contents, own] = [1, 2].map((place) => parts.get(`xl/worksheets/sheet${place}.xml`)!);
  assert(!own.includes("<f"), "a formula");
  assertStringIncludes(contents, `<hyperlink ref="A2" location="'1 a'!A1"/>`);
  for (const each of [contents, own]) assertStringIncludes(each, 'state="frozen"');
});

Deno.test("names of sheets are what a spreadsheet allows, and apart however long", async () => {
  const ids = ["a/b[c]:d*e?f\\g", ...["x", "y"].map((end) => "long-".repeat(10) + end)];
  const figures = ids.map((id) => bundle(id, 1, ORIGIN));
  const numbers = new Map(ids.map((id, place) => [id, `${place + 1}`]));
  const sheets = await readXlsx(Buffer.from(await figuresWorkbook(figures, numbers)));
  const names = sheets.map(({ sheet }) => sheet);
  assertEquals(new Set(names).size, 4);
  for (const name of names) assert(name.length <= 31 && !/[[\]:*?/\\]/.test(name), name);
});

Deno.test("the same figures give the same bytes, whenever they are written", async () => {
  const now = Date.now;
  const written = [];
  try {
    for (const year of [2026, 2031]) {
      Date.now = () => Date.UTC(year, 5, 1);
      written.push(await figuresWorkbook([shares, groups], numbers));
    }
  } finally {
    Date.now = now;
  }
  assertEquals(written[0], written[1]);
});

/** The files in a workbook, as text. */
async function partsOf(bytes: Uint8Array): Promise<Map<string, string>> {
  const zip = await yauzl.fromBufferPromise(Buffer.from(bytes), { lazyEntries: true });
  const parts = new Map<string, string>();
  for await (const entry of zip.eachEntry()) {
    const chunks = await Array.fromAsync(await zip.openReadStreamPromise(entry));
    parts.set(entry.fileName, Buffer.concat(chunks as Uint8Array[]).toString());
  }
  return parts;
}
