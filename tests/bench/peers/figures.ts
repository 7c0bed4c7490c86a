/** Three figures from the same tables: by pandas and matplotlib, and by the project's own library. */
import { assertAlmostEquals, assertEquals } from "@std/assert";
import {
  balanceByGroup,
  longestPartOfYear,
  ofPeriod,
  samePartNextYear,
  supplierShares,
  withYear,
} from "../../../lib/analysis/mod.ts";
import { ATP_TOTAL, isCountry } from "../../../lib/codes/mod.ts";
import { readTable } from "../../../lib/data/mod.ts";
import { keep, records } from "../../../lib/frame.ts";

/** Numbers by name: shares of groups by period, shares of suppliers by industry and year. */
export interface Numbers {
  balances: Record<string, Record<string, number>>;
  shares: Record<string, Record<string, Record<string, number>>>;
}

/** A script with cells as editors know them, `# %%` and `# %% [markdown]`, as a notebook for ipykernel. */
export function pythonNotebook(script: string): string {
  const cells = script.split(/^# %%/m).slice(1).map((text, index) => {
    const [kind, ...lines] = text.split("\n");
    const isProse = kind.trim() === "[markdown]";
    const body = isProse ? lines.map((line) => line.replace(/^# ?/, "")) : lines;
    const cell = { id: `cell-${index + 1}`, metadata: {}, source: body.join("\n").trim() };
    return isProse
      ? { ...cell, cell_type: "markdown" }
      : { ...cell, cell_type: "code", execution_count: null, outputs: [] };
  });
  const kernelspec = { name: "python3", display_name: "Python 3", language: "python" };
  return JSON.stringify({ cells, metadata: { kernelspec }, nbformat: 4, nbformat_minor: 5 });
}

/** What our figures show. */
export async function ourNumbers(): Promise<Numbers> {
  const groups = balanceByGroup(await readTable("atp_by_group"));
  const period = longestPartOfYear(groups, 2024);
  const later = samePartNextYear(groups, period)!;
  const balances = [period, later].map((each) => [
    `${each.period_start}–${each.period_end}`,
    Object.fromEntries(
      records(ofPeriod(groups, each)).filter(({ atp_group }) => atp_group !== ATP_TOTAL)
        .map(({ atp_group, share_of_balance }) => [atp_group, share_of_balance]),
    ),
  ]);
  const imports = await readTable("naics3_imports_by_partner_monthly");
  const shares = ["334", "335"].map((naics) => {
    const ofIndustry = withYear(keep(imports, { naics }));
    const rows = records(supplierShares(ofIndustry, { by: ["year"], denominator: "world" }))
      .filter(({ partner_code, share }) => isCountry(partner_code) && share > 0);
    const years = Object.entries(Object.groupBy(rows, ({ year }) => year)).map(([year, all]) => [
      year,
      Object.fromEntries(all!.map(({ partner_code, share }) => [partner_code, share])),
    ]);
    return [naics, Object.fromEntries(years)];
  });
  return { balances: Object.fromEntries(balances), shares: Object.fromEntries(shares) };
}

/**
 * How many numbers both have, when all are the same.
 *
 * @throws AssertionError naming the first that differs.
 */
export function requireSame(theirs: Numbers, ours: Numbers): number {
  const [their, our] = [flat(theirs), flat(ours)];
  assertEquals([...their.keys()].sort(), [...our.keys()].sort());
  for (const [name, value] of our) assertAlmostEquals(their.get(name)!, value, 1e-12, name);
  return our.size;
}

/** Each number by its path. */
function flat(tree: unknown, path: string[] = []): Map<string, number> {
  if (typeof tree === "number") return new Map([[path.join(" "), tree]]);
  const below = Object.entries(tree as object).flatMap((
    [name, value],
  ) => [...flat(value, [...path, name])]);
  return new Map(below);
}
