/** The data of all figures as one workbook: codes stay text and numbers numbers, which a CSV cannot say. */
import { Buffer } from "node:buffer";
// @ts-types="npm:@types/yauzl@3.4.0"
import yauzl from "yauzl";
import writeExcelFile, { type Cell as SheetCell } from "write-excel-file";
import { zipped } from "./archive.ts";
import type { NamedRows } from "../../csv.ts";
import { dataOf } from "./figure_data.ts";
import type { FigureBundle } from "../chapters/notebook.ts";

/** Widths of columns, in characters. */
const WIDEST = 60;
const NARROWEST = 9;
/** Of a sheet; more is refused by spreadsheets. */
const LONGEST_NAME = 31;

/**
 * A workbook of figures: their contents, then a sheet for each. The same figures give the same bytes.
 *
 * @param numbers what each figure is called, by its id.
 */
export async function figuresWorkbook(
  figures: FigureBundle[],
  numbers: Map<string, string>,
): Promise<Uint8Array> {
  const sheets = figures.map((figure) => ({
    figure,
    name: sheetName(numbers.get(figure.id) ?? "", figure.id),
    data: dataOf(figure),
  }));
  const contents = {
    names: ["sheet", "figure", "id", "title", "subtitle", "unit", "source", "full_table"],
    rows: sheets.map(({ figure: { id, title, subtitle, source }, name, data }) => [
      ...[name, numbers.get(id) ?? "", id, title, subtitle],
      ...[valueOf(data, "unit"), source, valueOf(data, "full_table")],
    ]),
  };
  const named = [{ name: "Contents", data: contents }, ...sheets];
  const written = await writeExcelFile(
    named.map(({ name, data }) => ({
      sheet: name,
      data: [
        data.names.map(heading),
        ...data.rows.map((row) => row.map(data === contents ? linked : typed)),
      ],
      columns: data.names.map((_, column) => ({ width: widthOf(data, column) })),
      stickyRowsCount: 1,
    })),
    { features: [linksTo(sheets.map(({ name }) => name))] },
  ).toBuffer();
  return await undated(written as Buffer);
}

/** `7 supplier-shares-334`: within what a spreadsheet allows; the number keeps cut ones apart. */
function sheetName(number: string, id: string): string {
  return `${number} ${id}`.trim().replace(/[[\]:*?/\\'<&]/g, "-").slice(0, LONGEST_NAME).trim();
}

const valueOf = ({ names, rows }: NamedRows, name: string): string =>
  [...new Set(rows.map((row) => String(row[names.indexOf(name)] ?? "")))].join("; ");

const heading = (value: string): SheetCell => ({ value, type: String, fontWeight: "bold" });

/** The type is said, so that no text is taken for a formula. */
const typed = (value: string | number | null): SheetCell =>
  value === null ? null : { value, type: typeof value === "string" ? String : Number };

/** The first column of the contents is of links. */
const linked = (value: string | number | null, column: number): SheetCell =>
  column > 0 ? typed(value) : { value: String(value), type: String, textDecoration: UNDERLINED };
const UNDERLINED = { underline: true } as const;

function widthOf({ names, rows }: NamedRows, column: number): number {
  const lengths = [names, ...rows].map((row) => String(row[column] ?? "").length + 2);
  return Math.max(NARROWEST, Math.min(WIDEST, Math.max(...lengths)));
}

/** Makes the names of the sheets, the first column of the contents below its heading, links to them. */
function linksTo(names: string[]) {
  const links = names.map((name, row) => `<hyperlink ref="A${row + 2}" location="'${name}'!A1"/>`);
  const insert = (_: unknown, { sheetIndex }: { sheetIndex: number }) =>
    sheetIndex === 0 ? `<hyperlinks>${links.join("")}</hyperlinks>` : undefined;
  return { files: { transform: { "xl/worksheets/sheet{id}.xml": { insert } } } };
}

/** The same archive with no time of writing in it. */
async function undated(archive: Buffer): Promise<Uint8Array> {
  const zip = await yauzl.fromBufferPromise(archive, { lazyEntries: true });
  const files: [string, Uint8Array][] = [];
  for await (const entry of zip.eachEntry()) {
    const chunks = await Array.fromAsync(await zip.openReadStreamPromise(entry));
    files.push([entry.fileName, Buffer.concat(chunks as Uint8Array[])]);
  }
  return await zipped(files);
}
