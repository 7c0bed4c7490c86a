/** The years that an industry's report compares, where its figures do not hold the chapter's own. */
import type { Parameters } from "./parameters.ts";

/** The years of which an industry has all twelve months, in order, by NAICS-3 code. */
export async function fullYears(data: string): Promise<Map<string, string[]>> {
  // Only a report of industries needs figures: others start without loading what reads them.
  const { readTable } = await import("../data/tables.ts");
  const table = await readTable("naics3_imports_by_partner_monthly", { dir: data });
  const months = table.select("naics", "month").unique().sort(["naics", "month"]);
  const counts = new Map<string, Map<string, number>>();
  for (const { naics, month } of months.toRecords() as { naics: string; month: string }[]) {
    const years = counts.get(naics) ?? new Map<string, number>();
    const year = month.slice(0, 4);
    counts.set(naics, years.set(year, (years.get(year) ?? 0) + 1));
  }
  return new Map(
    [...counts].map(([naics, years]) =>
      [naics, [...years].filter(([, count]) => count === 12).map(([year]) => year)] as const
    ),
  );
}

/**
 * The same values with years that the industry has: where none was asked for and the chapter's own
 * is not among the full ones, the first and the last of them.
 *
 * @param written the chapter's own years
 * @param full the industry's full years, in order
 */
export function withYears(asked: Parameters, written: Parameters, full: string[]): Parameters {
  const values = { ...asked };
  for (const [name, year] of [["from", full.at(0)], ["to", full.at(-1)]] as const) {
    if (year === undefined || asked[name] !== undefined || written[name] === undefined) continue;
    if (!full.includes(written[name])) values[name] = year;
  }
  return values;
}
