/** Tariff lines, classes and preference from an archive's sums: known answers, and any archive's sums. */
import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { tallyArchive } from "../../../lib/census/archive/archive_tally.ts";
import { claimRows } from "../../../lib/census/archive/claim_rows.ts";
import {
  type ClassedYear,
  classesFromArchives,
  lineClasses,
} from "../../../lib/census/archive/line_classes.ts";
import { lineRows, preferenceRows } from "../../../lib/census/archive/line_rows.ts";
import { consumptionRows } from "../../../lib/census/archive/rows.ts";
import type { Row } from "../../../lib/census/terms/contribution.ts";
import { linesOf } from "../../../lib/census/terms/lines.ts";
import type { ImportLine, PreferenceLine } from "../../../lib/data/mod.ts";
import { type Cell, type Commodity, type Model } from "../model.ts";
import { membersOf, zipped } from "./archive_fixture.ts";

const CODES: Commodity[] = [
  { code: "0101210010", naics: "112920", hitech: "00", endUse: "10000" },
  { code: "8471300100", naics: "334111", hitech: "04", endUse: "21300" },
  { code: "8542310045", naics: "33441 ", hitech: "05", endUse: "21320" },
];

/** A cell whose values are those of one month, January to December all alike. */
function cellOf(
  at: number,
  partner: string,
  programme: string,
  district: string,
  value: number,
): Cell {
  const each = (part: number) => Array<number>(12).fill(Math.floor(value * part));
  return {
    commodity: CODES[at],
    partner,
    programme,
    district,
    origin: "",
    months: { gen: each(1), con: each(0.5), dutiable: each(0.25), duty: each(0.125) },
  };
}

async function tallyOf(imports: Cell[], month: number) {
  const model: Model = { year: 2024, imports, exports: [], importCodes: CODES, exportCodes: [] };
  const path = await Deno.makeTempFile({ suffix: ".zip" });
  try {
    await Deno.writeFile(path, await zipped(membersOf(model, "imports", month)));
    const quiet = { say: () => {}, progress: () => {} };
    return await tallyArchive(path, "imports", `2024-${String(month).padStart(2, "0")}`, quiet);
  } finally {
    await Deno.remove(path);
  }
}

Deno.test("known answer: districts and programmes are summed, the line is the year to date", async () => {
  const tally = await tallyOf([
    cellOf(0, "5700", "00", "04", 800),
    cellOf(1, "2010", "S ", "04", 1600),
    cellOf(1, "2010", "S+", "27", 80),
    cellOf(1, "2010", "  ", "27", 8),
    cellOf(1, "2010", "MX", "53", 160),
    cellOf(2, "1220", "S ", "04", 16),
    cellOf(2, "5830", "S ", "04", 400),
  ], 3);
  const [, lines] = lineRows(tally, "2024-03");
  const period = { period_start: "2024-01", period_end: "2024-03" };
  const line = (hts10: string, partner_code: string, value: number) => ({
    ...period,
    hts10,
    partner_code,
    general_imports_usd: 3 * value,
    imports_for_consumption_usd: 3 * value / 2,
    dutiable_usd: 3 * value / 4,
    duty_usd: 3 * value / 8,
  });
  assertEquals(lines.toRecords() as unknown as Omit<ImportLine, "vintage">[], [
    line("0101210010", "5700", 800),
    line("8471300100", "2010", 1848),
    line("8542310045", "1220", 16),
    line("8542310045", "5830", 400),
  ]);
  // Of one month, of Mexico and Canada alone, and without what claims NAFTA or another country's.
  const [, preference] = preferenceRows(tally, "2024-03");
  const month = "2024-03";
  assertEquals(preference.toRecords() as unknown as Omit<PreferenceLine, "vintage">[], [
    { month, partner_code: "2010", hts10: "8471300100", value_usd: 924, preference_usd: 840 },
    { month, partner_code: "1220", hts10: "8542310045", value_usd: 8, preference_usd: 8 },
  ]);
  const [, claims] = claimRows(tally, "2024-03");
  const claim = (agreement: string, code: string) =>
    claims.find((row) =>
      row.agreement === agreement && row.code === code && row.partner_code === "2010"
    )?.value_usd;
  assertEquals([claim("USMCA", "04"), claim("NAFTA", "04"), claim("USMCA", "05")], [
    3 * 840,
    3 * 80,
    undefined,
  ]);
  const [, consumption] = consumptionRows(tally, "2024-03");
  assertEquals(
    consumption.map(({ partner_code, value_usd, duty_usd }) => [partner_code, value_usd, duty_usd]),
    [["-", 1532, 383], ["1220", 8, 2], ["2010", 924, 231], ["5700", 400, 100], ["5830", 200, 50]],
  );
  assertEquals(
    [...lineClasses(tally)].map(([code, { atp, naics6 }]) => [code, atp, naics6]),
    [["0101210010", 0, "112920"], ["8471300100", 4, "334111"], ["8542310045", 5, "33441X"]],
  );
});

Deno.test("whatever an archive holds, its lines add to its control totals, and preference is a part", async () => {
  const cell = fc.record({
    at: fc.nat(2),
    partner: fc.constantFrom("1220", "2010", "5700", "4280"),
    programme: fc.constantFrom("S ", "S+", "00", "MX"),
    district: fc.constantFrom("04", "27", "53"),
    value: fc.integer({ min: 8, max: 9_000_000_000 }),
  });
  const key = (each: { at: number; partner: string; programme: string; district: string }) =>
    `${each.at} ${each.partner} ${each.programme} ${each.district}`;
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(cell, { selector: key, minLength: 1, maxLength: 20 }),
      async (cells) => {
        const tally = await tallyOf(
          cells.map((each) =>
            cellOf(each.at, each.partner, each.programme, each.district, each.value)
          ),
          2,
        );
        const [, frame] = lineRows(tally, "2024-02");
        const column = tally.measures.indexOf("dut_val_yr");
        const lines = frame.toRecords() as unknown as ImportLine[];
        for (const code of tally.commodities.keys()) {
          const own = lines.filter(({ hts10 }) => Number(hts10) === code);
          const sum = own.reduce((all, row) => all + row.dutiable_usd, 0);
          assertEquals(sum, tally.commodities.get(code)[column]);
        }
        const [, preference] = preferenceRows(tally, "2024-02");
        for (const row of preference.toRecords() as unknown as PreferenceLine[]) {
          assert(row.preference_usd <= row.value_usd);
        }
      },
    ),
    { numRuns: 12 },
  );
});

Deno.test("a line without any value is none", () => {
  const lines = linesOf("2024-06");
  lines.add("0101210010", "5700", [0, 0, 0, 0]);
  lines.add("0101210010", "5830", [0, 1, 0, 0]);
  assertEquals(lines.frame().shape.height, 1);
});

Deno.test("classes: the last whole year, then earlier ones, then the year under way", () => {
  const classes = (atp: number, naics6 = "334111") => ({ atp, industry: 0, naics6 });
  const sidecar = {
    url: "u",
    retrieved_at: "2026-11-24T00:00:00Z",
    sha256: "",
    bytes: 1,
    status: 200,
  };
  const year = (month: string, of: [string, number][]): ClassedYear => ({
    month,
    classes: new Map(of.map(([code, atp]) => [code, classes(atp)])),
    imports: sidecar,
  });
  const said: string[] = [];
  const [found] = classesFromArchives([
    year("2024-12", [["a", 1], ["b", 1], ["c", 1]]),
    year("2025-12", [["b", 2], ["d", 2]]),
    year("2026-08", [["a", 1], ["d", 3], ["e", 3]]),
  ], (line) => said.push(line));
  assertEquals((found.rows as Row[]).map(({ hts10, atp_group }) => `${hts10} ${atp_group}`), [
    "a 01",
    "b 02",
    "c 01",
    "d 02",
    "e 03",
  ]);
  assertEquals(said, [
    "  2 tariff lines have another class in another year (b, d): the last whole year counts",
  ]);
  assertEquals(classesFromArchives([], () => {}), []);
});
