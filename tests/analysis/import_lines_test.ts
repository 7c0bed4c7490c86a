/** Tariff lines: their class, one basis, their sums by supplier. */
import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import fc from "fast-check";
import {
  atpLines,
  calendarYear,
  importsBySupplier,
  ofPeriod,
  onBasis,
} from "../../lib/analysis/mod.ts";
import { column, type Frame, keep, records, rowOf } from "../../lib/frame.ts";
import { arbitraryValues, RUNS } from "./small.ts";
import { atpOf, embeddedAtp, generalLines, smallClasses, smallLines } from "./small_lines.ts";

const billions = (usd: number) => (usd / 1e9).toFixed(2);

Deno.test("ATP over the lines: 760,961.239 million in 2024 and 965,992.565 in 2025, as published", () => {
  for (const [year, million] of [[2024, "760961.239"], [2025, "965992.565"]] as const) {
    const world = rowOf(importsBySupplier(atpOf(year)), { partner_code: "-" });
    assertEquals((world.value_usd / 1e6).toFixed(3), million);
    assertEquals([world.period_start, world.period_end], [`${year}-01`, `${year}-12`]);
  }
  assertEquals(new Set(column(atpOf(2024), "hts10")).size, 627);
});

Deno.test("ICT by supplier on both bases, 2024 and 2025", () => {
  const of = (year: number, basis: "general_imports" | "imports_for_consumption") => {
    const ict = importsBySupplier(keep(atpOf(year, basis), { atp_group: "04" }));
    return ["5700", "2010", "5830", "5520"].map((partner_code) =>
      billions(rowOf(ict, { partner_code }).value_usd)
    );
  };
  assertEquals(of(2024, "general_imports"), ["100.85", "63.78", "63.37", "41.61"]);
  assertEquals(of(2024, "imports_for_consumption"), ["97.32", "63.66", "62.68", "46.56"]);
  assertEquals(of(2025, "general_imports"), ["50.75", "110.31", "145.54", "84.90"]);
});

Deno.test("vehicles of the list in 2024 for consumption: 35.0 billion, 10.4 from Mexico", () => {
  const consumption = atpOf(2024, "imports_for_consumption");
  const value = (rows: { hts10: string; partner_code: string; value_usd: number }[]) =>
    (rows.filter((row) => row.hts10.startsWith("87"))
      .reduce((sum, row) => sum + row.value_usd, 0) / 1e9).toFixed(1);
  const rows = records(consumption);
  assertEquals(value(rows), "35.0");
  assertEquals(value(rows.filter((row) => row.partner_code === "2010")), "10.4");
});

Deno.test("lines that are not ATP are left out; none left is an error that says so", () => {
  const lines = smallLines([{ hts10: "8471500150" }, { hts10: "0101210010" }])
    .drop("atp_group", "atp_method") as ReturnType<typeof smallLines>;
  const kept = atpLines(lines, smallClasses({ "8471500150": "04", "0101210010": "00" }));
  assertEquals(column(kept, "hts10"), ["8471500150"]);
  assertEquals(column(atpLines(lines.lazy(), smallClasses({ "8471500150": "04" })), "hts10"), [
    "8471500150",
  ]);
  const error = assertThrows(
    () => atpLines(lines, smallClasses({ "8471500150": "00" })),
    RangeError,
  );
  assertStringIncludes(error.message, "no line is advanced technology");
});

Deno.test("each basis by hand, and the world as the sum of the suppliers", () => {
  const lines = smallLines([
    { partner_code: "2010", general_imports_usd: 10, imports_for_consumption_usd: 7 },
    { partner_code: "5830", general_imports_usd: 5, imports_for_consumption_usd: 9 },
    { partner_code: "5830", hts10: "8517130000", general_imports_usd: 1 },
  ]);
  const sums = (basis: "general_imports" | "imports_for_consumption") =>
    records(importsBySupplier(onBasis(lines, basis)))
      .map((row) => `${row.basis} ${row.partner_code} ${row.value_usd}`);
  assertEquals(sums("general_imports"), [
    "general_imports - 16",
    "general_imports 2010 10",
    "general_imports 5830 6",
  ]);
  assertEquals(sums("imports_for_consumption").map((row) => row.split(" ")[2]), ["16", "7", "9"]);
  const apart = importsBySupplier<"hts10">(onBasis(lines, "general_imports"), ["hts10"]);
  assertEquals(rowOf(apart, { hts10: "8517130000", partner_code: "-" }).value_usd, 1);
  assertThrows(
    () => onBasis(lines.drop("general_imports_usd") as typeof lines, "general_imports"),
    TypeError,
    "onBasis: column general_imports_usd missing",
  );
});

Deno.test("a scan gives the same sums as the frame, and the world is always their sum", () => {
  fc.assert(
    fc.property(arbitraryValues(), (values) => {
      const lines = generalLines({ "8471500150": values });
      const sums = records(importsBySupplier(lines));
      assertEquals(
        records(importsBySupplier(lines.lazy() as unknown as Frame<never>)),
        sums as never[],
      );
      const [world, ...suppliers] = sums;
      assertEquals(world.partner_code, "-");
      assertEquals(world.value_usd, suppliers.reduce((sum, row) => sum + row.value_usd, 0));
    }),
    RUNS,
  );
});

Deno.test("a year that the lines do not cover is an error", () => {
  assertThrows(() => ofPeriod(embeddedAtp, calendarYear(2023)), RangeError, "2024-01 to 2024-12");
});
