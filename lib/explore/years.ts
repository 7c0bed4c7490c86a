/** The years that can be asked for, as the tables have them. */
import { ALL_INDUSTRIES } from "../codes/mod.ts";
import { DATA_DIR } from "../data/package.ts";
import { scanTable } from "../data/tables.ts";
import { collect } from "../frame.ts";
import { yearsByIndustry } from "../publish/years.ts";
import type { Years } from "./view.ts";

/** Years of industries, those of them that are whole, and years of tariff lines, each in order. */
export async function yearsOfTables(): Promise<Years> {
  const [byIndustry, lines] = await Promise.all([
    yearsByIndustry(DATA_DIR),
    scanTable("import_lines"),
  ]);
  const { all, full } = byIndustry.get(ALL_INDUSTRIES)!;
  const starts = collect(lines.select("period_start").unique(), lines).toRecords();
  const years = starts.map(({ period_start }) => String(period_start).slice(0, 4));
  return { industries: all, full, lines: [...new Set(years)].sort() };
}
