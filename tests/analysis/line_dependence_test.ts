/** Dependence by line, what a supplier sends, who supplies a line, what a revision moved. */
import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import {
  dependenceAbove,
  goodsMix,
  lineDependence,
  onBasis,
  shareOfHeadings,
  supplierRevisions,
  suppliersOfLine,
} from "../../lib/analysis/mod.ts";
import { ENGINES_AND_PARTS, FINISHED_AIRCRAFT, SERVERS } from "../../lib/codes/mod.ts";
import { readTable } from "../../lib/data/mod.ts";
import { column, type Frame, keep, records, rowOf } from "../../lib/frame.ts";
import { KNOWN } from "../known.ts";
import { arbitraryValues, RUNS } from "./small.ts";
import { atpOf, embeddedAtp, generalLines, smallLines } from "./small_lines.ts";

const [in2024, in2025] = [2024, 2025].map((year) => lineDependence(atpOf(year)));

Deno.test("56 of 627 lines of 2024 come mostly from the two: 11.9% of ATP, 51.3% of what they sell", () => {
  const rows = records(dependenceAbove(in2024, [0.4, 0.5, 0.6, 0.75]));
  assertEquals(rows.map((row) => row.lines), [77, 56, 42, 29]);
  assertEquals(rows[1].of_lines, 627);
  const percent = (share: number) => (share * 100).toFixed(1);
  assertEquals(rows.map((row) => percent(row.share_of_imports)), ["18.2", "11.9", "11.1", "2.3"]);
  assertEquals(percent(rows[1].share_of_partners), "51.3");
  const consumption = lineDependence(atpOf(2024, "imports_for_consumption"));
  assertEquals(records(dependenceAbove(consumption, [0.5]))[0].lines, 56);
});

Deno.test("in 2025 servers fall below one half: 58 lines, 4.7% of ATP", () => {
  const [half] = records(dependenceAbove(in2025, [0.5]));
  assertEquals([half.lines, (half.share_of_imports * 100).toFixed(1)], [58, "4.7"]);
  const servers = [in2024, in2025].map((lines) => rowOf(lines, { hts10: SERVERS }));
  assertEquals(servers.map((row) => (row.share * 100).toFixed(1)), ["67.7", "49.3"]);
});

Deno.test("lines over a billion dollars of 2024: servers, large televisions, storage, …", () => {
  const large = records(in2024).filter((row) => row.share > 0.5 && row.value_usd > 1e9);
  assertEquals(large.map((row) => `${row.hts10} ${(row.share * 100).toFixed(0)}`), [
    "8471500150 68",
    "8528726460 86",
    "8471709000 80",
    "8544700000 61",
    "8704510020 100",
    "8537109150 57",
    "8517690000 53",
    "8807200030 52",
  ]);
});

Deno.test("dependence by hand; a line at the bar is not above it; a line of zero is left out", () => {
  const lines = lineDependence(generalLines({
    "8471500150": { "2010": 3, "1220": 1, "5700": 4 }, // one half
    "8517130000": { "2010": 3, "5700": 1 },
    "8471300100": { "5700": 88 },
    "8471490000": { "2010": 0 },
  }));
  assertEquals(records(lines).map((row) => [row.value_usd, row.mexico_usd, row.canada_usd]), [
    [88, 0, 0],
    [8, 3, 1],
    [4, 3, 0],
  ]);
  assertEquals(
    records(lines).map((row) => [row.mexico_share, row.canada_share, row.share]),
    [[0, 0, 0], [0.375, 0.125, 0.5], [0.75, 0, 0.75]],
  );
  const [at] = records(dependenceAbove(lines, [0.5]));
  assertEquals([at.lines, at.value_usd, at.partners_usd], [1, 4, 3]);
  assertAlmostEquals(at.share_of_imports, 4 / 100, 1e-15);
  assertAlmostEquals(at.share_of_partners, 3 / 7, 1e-15);
  const none = lineDependence(generalLines({ "8471300100": { "5700": 88 } }));
  assertEquals(records(dependenceAbove(none, [0.5]))[0].share_of_partners, 0);
  assertThrows(() => dependenceAbove(none.head(0), [0.5]), RangeError, "no lines");
});

Deno.test("a higher bar never has more lines, nor more of the imports", () => {
  fc.assert(
    fc.property(arbitraryValues(), arbitraryValues(), (one, two) => {
      const lines = lineDependence(generalLines({ "8471500150": one, "8517130000": two }));
      const rows = records(dependenceAbove(lines, [0, 0.25, 0.5, 0.75, 0.999]));
      for (const [index, row] of rows.slice(1).entries()) {
        assertEquals(row.lines <= rows[index].lines, true);
        assertEquals(row.share_of_imports <= rows[index].share_of_imports, true);
      }
    }),
    RUNS,
  );
});

Deno.test("two years at once are refused", () => {
  const lines = onBasis(embeddedAtp, "general_imports");
  assertThrows(() => lineDependence(lines), RangeError, "2 periods, not one");
  assertThrows(() => goodsMix(lines, "1220"), RangeError, "2 periods, not one");
});

Deno.test("aerospace of 2024: Canada 59% engines and parts, 36% aircraft; Mexico 97% engines and parts", () => {
  const aerospace = keep(atpOf(2024), { atp_group: "08" });
  const [canada, mexico] = ["1220", "2010"].map((code) => goodsMix(aerospace, code));
  const percent = (share: number) => (share * 100).toFixed(1);
  assertEquals(percent(shareOfHeadings(canada, ENGINES_AND_PARTS)), "59.3");
  assertEquals(percent(shareOfHeadings(canada, FINISHED_AIRCRAFT)), "36.4");
  assertEquals(percent(shareOfHeadings(mexico, ENGINES_AND_PARTS)), "97.4");
  const aircraft = rowOf(canada, { heading: "8802" });
  assertEquals((aircraft.value_usd / 1e9).toFixed(1), "5.0");
  assertAlmostEquals(records(canada).reduce((sum, row) => sum + row.share, 0), 1, 1e-12);
  assertThrows(() => goodsMix(aerospace, "9999"), RangeError, "nothing from supplier 9999");
});

Deno.test("servers: 61.8 billion in 2024, Mexico 67.3%; 163.7 in 2025, Mexico 49.2, Taiwan 42.0", () => {
  const shares = suppliersOfLine(onBasis(embeddedAtp, "general_imports"), SERVERS);
  const of = (year: string, partner_code: string) => rowOf(shares, { year, partner_code });
  assertEquals(
    ["2024", "2025"].map((year) => (of(year, "2010").total_usd / 1e9).toFixed(1)),
    ["61.8", "163.7"],
  );
  const percent = (row: { share: number }) => (row.share * 100).toFixed(1);
  assertEquals([of("2024", "2010"), of("2025", "2010"), of("2025", "5830")].map(percent), [
    "67.3",
    "49.2",
    "42.0",
  ]);
  assertThrows(
    () => suppliersOfLine(onBasis(embeddedAtp, "general_imports"), "0000000000"),
    RangeError,
    "no row with hts10 0000000000",
  );
});

Deno.test("ICT for consumption was revised by −155 million from Mexico and +11 from Taiwan", async () => {
  const older = keep(await readTable("atp_imports_hs10_by_partner", KNOWN), { atp_group: "04" });
  const newer = keep(atpOf(2024, "imports_for_consumption"), { atp_group: "04" });
  const revisions = supplierRevisions(older, newer);
  assertEquals(column(revisions, "partner_code").slice(0, 2), ["2010", "5700"]);
  const million = (partner_code: string) =>
    Math.round(rowOf(revisions, { partner_code }).change_usd / 1e6);
  assertEquals(["2010", "5700", "5830"].map(million), [-155, 97, 11]);
  assertEquals(column(revisions, "partner_code").includes("0003"), false); // a block is no country
  const { older_vintage, newer_vintage } = rowOf(revisions, { partner_code: "2010" });
  assertEquals([older_vintage, newer_vintage], ["2025", "2026-08-09"]);
});

Deno.test("revisions of other bases, or of no common supplier, are refused", () => {
  const [general, consumption] = (["general_imports", "imports_for_consumption"] as const)
    .map((basis) => onBasis(smallLines([{ general_imports_usd: 1 }]), basis));
  assertThrows(() => supplierRevisions(general, consumption), RangeError, "are mixed");
  const other = onBasis(smallLines([{ partner_code: "5700" }]), "general_imports");
  assertThrows(
    () => supplierRevisions(general, other as Frame<never>),
    RangeError,
    "no supplier is in both",
  );
});
