/** Files too large for memory: a lazy scan over several files gives what the frame gives. */
import { assertEquals } from "@std/assert";
import pl from "nodejs-polars";
import {
  comparableYears,
  dutyRateChange,
  dutyRateSources,
  effectiveDutyRates,
  shareChanges,
  shiftShare,
  supplierShares,
  withYear,
} from "../../lib/analysis/mod.ts";
import { MEXICO } from "../../lib/codes/mod.ts";
import { readTable } from "../../lib/data/mod.ts";
import { literal, records } from "../../lib/frame.ts";
import { KNOWN } from "../known.ts";

const figures = await readTable("naics3_imports_by_partner_monthly", KNOWN);

/** The figures as one Parquet file for each industry, opened as a scan. */
async function scanned<T>(use: (scan: pl.LazyDataFrame) => T): Promise<T> {
  const folder = await Deno.makeTempDir();
  try {
    for (const naics of figures.getColumn("naics").unique().toArray() as string[]) {
      figures.filter(pl.col("naics").eq(literal(naics))).writeParquet(`${folder}/${naics}.parquet`);
    }
    return use(pl.scanParquet(`${folder}/*.parquet`) as unknown as pl.LazyDataFrame);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("every analysis of imports gives the same on a scan as on a frame, to the last bit", async () => {
  await scanned((scan) => {
    const years = comparableYears(scan, "2024", "2025");
    assertEquals(years, comparableYears(figures, "2024", "2025"));
    const by: ("naics" | "year")[] = ["naics", "year"];
    assertEquals(
      records(supplierShares(withYear(scan), { by, denominator: "world" })),
      records(supplierShares(withYear(figures), { by, denominator: "world" })),
    );
    assertEquals(
      records(effectiveDutyRates(withYear(scan), { by })),
      records(effectiveDutyRates(withYear(figures), { by })),
    );
    assertEquals(
      records(shareChanges(scan, { ...years, by: ["naics"] })),
      records(shareChanges(figures, { ...years, by: ["naics"] })),
    );
    assertEquals(
      records(dutyRateChange(scan, { ...years, by: ["naics"] })),
      records(dutyRateChange(figures, { ...years, by: ["naics"] })),
    );
    assertEquals(records(dutyRateSources(scan, years)), records(dutyRateSources(figures, years)));
    assertEquals(
      records(shiftShare(scan, { partner: MEXICO, ...years })),
      records(shiftShare(figures, { partner: MEXICO, ...years })),
    );
  });
});
