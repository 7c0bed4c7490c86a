/** The years that can be asked for, as the tables have them. */
import { isFullYear, type Period } from "../arithmetic/mod.ts";
import { ALL_INDUSTRIES } from "../codes/mod.ts";
import { DATA_DIR } from "../data/package.ts";
import { scanTable } from "../data/tables.ts";
import { collect } from "../frame.ts";
import { yearsByIndustry } from "../publish/years.ts";
import type { Years } from "./view.ts";

/** Years of industries and of tariff lines, and those of them that are whole, each in order. */
export async function yearsOfTables(): Promise<Years> {
  const [byIndustry, lines] = await Promise.all([
    yearsByIndustry(DATA_DIR),
    scanTable("import_lines"),
  ]);
  const { all, full } = byIndustry.get(ALL_INDUSTRIES)!;
  const periods = collect(lines.select("period_start", "period_end").unique(), lines)
    .toRecords() as unknown as Period[];
  const yearsOf = (of: Period[]) =>
    [...new Set(of.map(({ period_start }) => period_start.slice(0, 4)))].sort();
  return {
    ...{ industries: all, full },
    ...{ lines: yearsOf(periods), fullLines: yearsOf(periods.filter(isFullYear)) },
  };
}
