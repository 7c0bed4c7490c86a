/** The years that an industry's report compares: those asked for, or the chapter's own where it has them. */
import { UsageError } from "../command.ts";
import type { Parameters } from "./chapters/parameters.ts";

/** Years of which an industry has figures, in order; `full` are those with all twelve months. */
export interface Years {
  all: string[];
  full: string[];
}

/** The years of every industry in the data, by NAICS-3 code. */
export async function yearsByIndustry(data: string): Promise<Map<string, Years>> {
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
  const yearsOf = (months: Map<string, number>) => ({
    all: [...months.keys()],
    full: [...months.keys()].filter((year) => months.get(year) === 12),
  });
  return new Map([...counts].map(([naics, months]) => [naics, yearsOf(months)]));
}

/**
 * The same values with years that the industry has: where none was asked for and the chapter's own
 * is not among the full ones, the first and the last of them.
 *
 * @param written the chapter's own years
 * @throws UsageError when a year that was asked for is not there, or when the years run backwards.
 */
export function withYears(asked: Parameters, written: Parameters, { all, full }: Years) {
  const values = { ...asked };
  for (const [name, year] of [["from", full.at(0)], ["to", full.at(-1)]] as const) {
    if (asked[name] !== undefined && !all.includes(asked[name])) {
      const there = all.length === 0 ? "it has none" : `there are: ${all.join(", ")}`;
      throw new UsageError(
        `--${name} ${asked[name]}: industry ${asked.naics} has no such year; ${there}`,
      );
    }
    if (year === undefined || asked[name] !== undefined || written[name] === undefined) continue;
    if (!full.includes(written[name])) values[name] = year;
  }
  const [from, to] = [values.from ?? written.from, values.to ?? written.to];
  if (from === undefined || to === undefined || from < to) return values;
  const own = asked.from === undefined ? "from" : asked.to === undefined ? "to" : undefined;
  const whose = own ? ` (--${own} is the chapter's own: give one)` : "";
  throw new UsageError(`--from ${from} is not before --to ${to}${whose}`);
}
