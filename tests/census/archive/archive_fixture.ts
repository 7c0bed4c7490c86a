/** Archives in the layout of the publisher, made of a model, with their control files. */
// @ts-types="npm:@types/yazl@3.3.1"
import yazl from "yazl";
import { Buffer } from "node:buffer";
import { type Cell, type Model } from "../model.ts";
import { lengthOf, positionsOf } from "./positions.ts";

/** Members of an archive by name, before they are packed. */
export type Members = Record<string, Uint8Array>;

/** A record: named values at their places, zero padded where they are numbers, the rest 0. */
function record(file: string, values: Record<string, string | number>): string {
  const bytes = Array<string>(lengthOf(file)).fill(" ");
  for (const { name, first, last } of positionsOf(file)) {
    const width = last - first + 1;
    const isMeasure = /_(mo|yr)$/.test(name);
    const value = values[name] ?? (isMeasure ? 0 : "");
    const text = isMeasure ? String(value).padStart(width, "0") : String(value).padEnd(width);
    if (text.length !== width) throw new Error(`${file} ${name}: "${text}" is not ${width} wide`);
    for (let at = 0; at < width; at++) bytes[first - 1 + at] = text[at];
  }
  return bytes.join("") + "\r\n";
}

const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const FIELDS: Record<string, string> = {
  gen: "gen_val",
  con: "con_val",
  dutiable: "dut_val",
  duty: "cal_dut",
  all: "all_val",
};

/** Values of a cell as fields, for the month of the archive and the year to date. */
function measures(cell: Cell, month: number): Record<string, number> {
  return Object.fromEntries(
    Object.entries(cell.months).flatMap(([name, values]) => [
      [`${FIELDS[name]}_mo`, values[month - 1]],
      [`${FIELDS[name]}_yr`, values.slice(0, month).reduce((sum, value) => sum + value, 0)],
    ]),
  );
}

type Named = Record<string, string | number>;

/** Sums of named measures by some fields. */
function summed(rows: Named[], keys: string[]): Named[] {
  const sums = new Map<string, Named>();
  for (const row of rows) {
    const key = keys.map((name) => row[name]).join(" ");
    const sum = sums.get(key) ?? Object.fromEntries(keys.map((name) => [name, row[name]]));
    for (const [name, value] of Object.entries(row)) {
      if (/_(mo|yr)$/.test(name)) sum[name] = Number(sum[name] ?? 0) + Number(value);
    }
    sums.set(key, sum);
  }
  return [...sums.values()];
}

/** Members of IMDB or EXDB of a month. A cell that has not traded yet that year has no record. */
export function membersOf(model: Model, flow: "imports" | "exports", month: number): Members {
  const dated = { year: String(model.year), month: String(month).padStart(2, "0") };
  const rows = model[flow].map((cell): Named => ({
    ...dated,
    commodity: cell.commodity.code,
    cty_code: cell.partner,
    ...flow === "imports"
      ? {
        cty_subco: cell.programme,
        dist_entry: cell.district,
        dist_unlad: "01",
        rate_prov: "61",
      }
      : { df: cell.origin, district: cell.district },
    ...measures(cell, month),
  })).filter((row) => Number(row[flow === "imports" ? "gen_val_yr" : "all_val_yr"]) > 0);
  const text = (file: string, each: Named[]) =>
    latin1(each.map((row) => record(file, { ...dated, ...row })).join(""));
  const codes = flow === "imports" ? model.importCodes : model.exportCodes;
  const concord = text(
    "CONCORD",
    codes.map(({ code, naics, hitech }) => ({
      commodity: code,
      descriptn: "CAFÉ, MADE UP",
      naics,
      hitech,
    })),
  );
  if (flow === "exports") {
    return {
      "EXP_DETL.TXT": text("EXP_DETL", rows),
      "EXP_COMM.TXT": text("EXP_COMM", summed(rows, ["df", "commodity"])),
      "EXP_CTY.TXT": text("EXP_CTY", summed(rows, ["cty_code"])),
      "CONCORD.TXT": concord,
      "HITECH.TXT": latin1("not read\r\n"),
    };
  }
  // Names in the mixed case that some years have.
  return {
    "IMP_DETL.txt": text("IMP_DETL", rows),
    "IMP_COMM.txt": text("IMP_COMM", summed(rows, ["commodity"])),
    "imp_CTY.txt": text("IMP_CTY", summed(rows, ["cty_code"])),
    "IMP_DE.txt": text("IMP_DE", summed(rows, ["dist_entry"])),
    "CONCORD.txt": concord,
    "Documentation/IMP_DETL.lay": latin1(layOf("IMP_DETL")),
    "Documentation/IMP_CTY.lay": latin1(layOf("IMP_CTY")),
  };
}

/** A `.lay` file: seven lines of heading, then a line for each field. */
export function layOf(file: string): string {
  const heading = Array.from({ length: 7 }, (_, at) => `* line ${at + 1} of the heading`);
  const lines = positionsOf(file).map(({ name, first, last }) => `${first}-${last}\t${name}\ttext`);
  return [...heading, ...lines].join("\r\n") + "\r\n";
}

/** A ZIP file of members, in order. A list of pairs may name a member twice. */
export async function zipped(members: Members | [string, Uint8Array][]): Promise<Uint8Array> {
  const zip = new yazl.ZipFile();
  const entries = Array.isArray(members) ? members : Object.entries(members);
  for (const [name, bytes] of entries) {
    zip.addBuffer(Buffer.from(bytes), name, { mtime: new Date(Date.UTC(2026, 0, 1)) });
  }
  zip.end();
  const chunks: Uint8Array[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Uint8Array);
  return new Uint8Array(Buffer.concat(chunks));
}
