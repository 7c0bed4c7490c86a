/**
 * Reads workbooks: the cells of every sheet; and country.xlsx, a row for each year and partner, values
 * in millions of dollars by column.
 */
import { Buffer } from "node:buffer";
import readExcelFile from "read-excel-file";
import { CensusError, REPORT_REPLY } from "../transfer/errors.ts";
import { wordsOf } from "../transfer/page.ts";
import { openArchive } from "../transfer/zip.ts";

export interface SheetRow {
  year: number;
  /** Four digits: a country of Schedule C, or a group. */
  code: string;
  name: string;
  /** By column: IJAN … IDEC, IYR, EJAN … EDEC, EYR. An empty cell is absent. */
  values: Record<string, number>;
}

const COLUMNS = ["I", "E"].flatMap((flow) =>
  "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC YR".split(" ").map((name) => flow + name)
);
const LARGEST = 64 * 1024 * 1024, LARGEST_UNPACKED = 512 * 1024 * 1024;
/** A name in a table that people open in spreadsheets and see on pages: no formula, no mark-up. */
const NAME = /^[\p{L}][\p{L}\d ,.'’()&\/-]{0,59}$/u;

/**
 * The cells of every sheet of a workbook, row by row; an empty cell is null.
 *
 * @throws CensusError when the bytes are no workbook, or too many.
 */
export async function readCells(bytes: Uint8Array, url: string): Promise<unknown[][][]> {
  const fault = (problem: string) => new CensusError(`${url}: ${problem}`, REPORT_REPLY);
  if (bytes.length > LARGEST) throw fault(`has ${bytes.length} bytes: too large for this file`);
  // The reader of workbooks unpacks whatever is in one: sizes are checked before.
  const archive = await openArchive(bytes, `${url}: the workbook`, REPORT_REPLY);
  await archive.checkWhole(LARGEST_UNPACKED).finally(() => archive.close());
  try {
    const sheets: { data: unknown[][] }[] = await readExcelFile(Buffer.from(bytes));
    return sheets.map(({ data }) => data);
  } catch (error) {
    throw fault(`is no workbook (${(error as Error).message})`);
  }
}

/**
 * Rows of the first sheet that has the file's columns.
 *
 * @throws CensusError when the bytes are no workbook, a column is missing, or a cell is no number.
 */
export async function readSheet(bytes: Uint8Array, url: string): Promise<SheetRow[]> {
  const fault = (problem: string) => new CensusError(`${url}: ${problem}`, REPORT_REPLY);
  const sheets = await readCells(bytes, url);
  const names = ["YEAR", "CTY_CODE", "CTYNAME", ...COLUMNS];
  const headerOf = (row: unknown[]) => row.map((cell) => String(cell ?? "").trim().toUpperCase());
  const sheet = sheets.find(([first]) => headerOf(first ?? []).includes("CTY_CODE"));
  if (!sheet) throw fault("has no sheet with a column CTY_CODE");
  const header = headerOf(sheet[0]);
  const missing = names.filter((name) => !header.includes(name));
  if (missing.length > 0) throw fault(`lacks the columns ${missing.join(", ")}`);
  const place = (name: string) => header.indexOf(name);
  return sheet.slice(1).filter((row) => row.some((cell) => cell !== null)).map(
    (row, index) => {
      const where = `row ${index + 2}`;
      const year = Number(row[place("YEAR")]);
      const code = String(row[place("CTY_CODE")] ?? "").trim().padStart(4, "0");
      if (!Number.isInteger(year) || !/^[0-8]\d{3}$/.test(code)) {
        throw fault(`${where}: "${row[place("YEAR")]}", "${code}" is no year and partner`);
      }
      const values: Record<string, number> = {};
      for (const name of COLUMNS) {
        const cell = row[place(name)];
        if (cell === null || cell === undefined || cell === "") continue;
        const value = typeof cell === "number" ? cell : NaN;
        if (!Number.isFinite(value)) throw fault(`${where}: ${name} is "${cell}", no number`);
        values[name] = value;
      }
      const name = String(row[place("CTYNAME")] ?? "").trim();
      if (!NAME.test(name)) {
        throw fault(`${where}: CTYNAME is "${wordsOf(name)}", no name (letters, spaces, ,.'()&/-)`);
      }
      return { year, code, name, values };
    },
  );
}
