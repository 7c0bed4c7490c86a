/**
 * An import archive of December's size, generated: 3.7 million records of 690 bytes in the layout of
 * IMP_DETL, with the control files that its detail adds to. No figure in it is real.
 */
// @ts-types="npm:@types/yazl@3.3.1"
import yazl from "yazl";
import { Buffer } from "node:buffer";
import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { finished } from "node:stream/promises";
import { NAICS3_CODES } from "../../lib/codes/mod.ts";
import {
  CONCORD,
  fieldOf,
  IMP_COMM,
  IMP_CTY,
  IMP_DE,
  IMP_DETL,
  type Layout,
} from "../../lib/census/archive/layout.ts";
import { Sums } from "../../lib/census/archive/tally_sums.ts";
import { dice } from "../census/model.ts";

/** Records of December 2025, as counted in the published archive. */
export const DECEMBER = 3_672_925;
const COMMODITIES = 18_850, COUNTRIES = 230, DISTRICTS = 45, CHUNK = 2_000;
const SUMMED = ["gen_val", "con_val", "dut_val", "cal_dut"].flatMap((
  name,
) => [`${name}_mo`, `${name}_yr`]);

const commodityAt = (at: number) => 100_000_000 + at * 490_001;
const countryAt = (at: number) => 1000 + at * 29;

/** Writes digits of a whole number into bytes, zeros before them. */
function put(bytes: Uint8Array, start: number, end: number, value: number): void {
  for (let place = end - 1; place >= start; place--) {
    const rest = Math.floor(value / 10);
    bytes[place] = 48 + (value - rest * 10);
    value = rest;
  }
}

/** A record of zeros with spaces in its text fields, to be filled in. */
function blank({ length, fields }: Layout): Uint8Array {
  const bytes = new Uint8Array(length + 2).fill(32);
  for (const [name, { start, end }] of fields) {
    if (/_(mo|yr)$/.test(name)) bytes.fill(48, start, end);
  }
  bytes.set([13, 10], length);
  return bytes;
}

const set = (bytes: Uint8Array, layout: Layout, at: number, name: string, value: number) => {
  const { start, end } = fieldOf(layout, name);
  put(bytes, at + start, at + end, value);
};

interface Totals {
  commodities: Sums;
  countries: Sums;
  districts: Sums;
}

/** The detail in chunks. Three of four records have traded in an earlier month only, as in December. */
function* detail(records: number, totals: Totals): Generator<Buffer> {
  const roll = dice(12), template = blank(IMP_DETL), step = template.length;
  const values = new Float64Array(SUMMED.length);
  for (let first = 0; first < records; first += CHUNK) {
    const count = Math.min(CHUNK, records - first);
    const bytes = new Uint8Array(count * step);
    for (let index = 0; index < count; index++) {
      const number = first + index, at = index * step;
      bytes.set(template, at);
      // Sorted by commodity and country, 19 countries of 230 each: as many lines as a real December.
      const place = number * COMMODITIES / records, line = Math.floor(place);
      const commodity = commodityAt(line), district = 1 + roll(DISTRICTS);
      const country = countryAt((line * 7 + Math.floor((place - line) * 19) * 12) % COUNTRIES);
      const put = (name: string, value: number) => set(bytes, IMP_DETL, at, name, value);
      put("commodity", commodity);
      put("cty_code", country);
      put("cty_subco", 0);
      put("dist_entry", district);
      put("dist_unlad", number % 97);
      put("rate_prov", 61);
      put("year", 2025);
      put("month", 12);
      const month = roll(4) === 0 ? 1 + roll(2_000_000) : 0;
      const year = month + 1 + roll(9_000_000);
      for (const [part, value] of [["mo", month], ["yr", year]] as const) {
        if (value === 0) continue;
        const duty = Math.floor(value / 40), charges = Math.floor(value / 25);
        put(`cards_${part}`, 1 + value % 90);
        for (const name of ["con_val", "dut_val", "gen_val", "ves_val", "cnt_val"]) {
          put(`${name}_${part}`, value);
        }
        for (const name of ["con_qy1", "gen_qy1", "ves_wgt", "cnt_wgt"]) {
          put(`${name}_${part}`, value % 77_777);
        }
        for (const name of ["con_cha", "gen_cha", "ves_cha", "cnt_cha"]) {
          put(`${name}_${part}`, charges);
        }
        for (const name of ["con_cif", "gen_cif"]) put(`${name}_${part}`, value + charges);
        put(`cal_dut_${part}`, duty);
        const place = part === "mo" ? 0 : 1;
        values[place] = values[place + 2] = values[place + 4] = value;
        values[place + 6] = duty;
      }
      if (month === 0) {
        values[0] =
          values[2] =
          values[4] =
          values[6] =
            0;
      }
      totals.commodities.add(commodity, values);
      totals.countries.add(country, values);
      totals.districts.add(district, values);
    }
    yield Buffer.from(bytes.buffer);
  }
}

function control(layout: Layout, key: string, sums: Sums): Buffer {
  return Buffer.concat(
    sums.keys().map((code) => {
      const bytes = blank(layout);
      set(bytes, layout, 0, key, code);
      set(bytes, layout, 0, "year", 2025);
      set(bytes, layout, 0, "month", 12);
      sums.get(code).forEach((value, index) => set(bytes, layout, 0, SUMMED[index], value));
      return bytes;
    }),
  );
}

function concord(): Buffer {
  return Buffer.concat(Array.from({ length: COMMODITIES }, (_, at) => {
    const bytes = blank(CONCORD);
    set(bytes, CONCORD, 0, "commodity", commodityAt(at));
    set(bytes, CONCORD, 0, "naics", Number(NAICS3_CODES[at % NAICS3_CODES.length]) * 1000);
    set(bytes, CONCORD, 0, "hitech", at % 45 > 10 ? 0 : at % 45);
    return bytes;
  }));
}

/** Writes the archive to a path; bounded memory. Returns its packed size in bytes. */
export async function makeArchive(path: string, records: number): Promise<number> {
  const sums = () => new Sums(SUMMED.length);
  const totals: Totals = { commodities: sums(), countries: sums(), districts: sums() };
  const zip = new yazl.ZipFile();
  const packed = zip.outputStream.pipe(createWriteStream(path));
  const source = Readable.from(detail(records, totals), {
    objectMode: false,
    highWaterMark: 1 << 21,
  });
  source.on("end", () => {
    zip.addBuffer(control(IMP_COMM, "commodity", totals.commodities), IMP_COMM.member);
    zip.addBuffer(control(IMP_CTY, "cty_code", totals.countries), IMP_CTY.member);
    zip.addBuffer(control(IMP_DE, "dist_entry", totals.districts), IMP_DE.member);
    zip.addBuffer(concord(), CONCORD.member);
    zip.end();
  });
  zip.addReadStream(source, IMP_DETL.member, { compressionLevel: 6 });
  await finished(packed);
  return (await Deno.stat(path)).size;
}
