/**
 * Reconciliations: do the figures add up, within tables and between them?
 * Each check states a sentence, the largest gap that it found, and the gap that is allowed.
 */
import pl from "nodejs-polars";
import type { Check, Gap, Reader, Scanner } from "./gap.ts";
import { atpChecks } from "./reconcile_atp.ts";
import { goodsChecks } from "./reconcile_goods.ts";
import { industryChecks } from "./reconcile_industries.ts";
import { lineChecks } from "./reconcile_lines.ts";
import { refreshedChecks } from "./reconcile_refreshed.ts";
import { DATA_DIR, type DataPackage, hasTable, readPackage } from "./package.ts";
import { REFRESHED_TABLES } from "./rows.ts";
import { readTable, scanTable } from "./tables.ts";

export interface Finding extends Gap {
  statement: string;
  passed: boolean;
}

/** All reconciliations that the embedded figures allow. */
export const CHECKS: Check[] = [
  ...atpChecks(),
  ...industryChecks(),
  ...goodsChecks(),
  ...lineChecks(),
  ...refreshedChecks(),
];

/** The checks that apply: those of tables that begin with a refresh, once there was one. */
export function checksOf(pkg: DataPackage, checks = CHECKS): Check[] {
  const absent = REFRESHED_TABLES.filter((name) => !hasTable(pkg, name));
  return checks.filter(({ tables }) => !tables.some((name) => absent.includes(name)));
}

/**
 * Measures every reconciliation on the figures of a data folder that applies to it.
 *
 * @returns one finding for each check, in order; it passes when something was compared and the gap is
 * within what is allowed.
 * @throws DataError when a table cannot be opened.
 */
export async function reconcile(dir: string = DATA_DIR, checks = CHECKS): Promise<Finding[]> {
  const opened = new Map<string, Promise<pl.DataFrame>>();
  const read: Reader = (name, vintage = "all") => {
    const key = `${name} ${vintage}`;
    if (!opened.has(key)) opened.set(key, readTable(name, { vintage, dir }));
    return opened.get(key)!;
  };
  const scanned = new Map<string, Promise<pl.LazyDataFrame>>();
  const scan: Scanner = (name, vintage = "all") => {
    const key = `${name} ${vintage}`;
    if (!scanned.has(key)) scanned.set(key, scanTable(name, { vintage, dir }));
    return scanned.get(key)!;
  };
  const findings: Finding[] = [];
  for (const { statement, measure } of checksOf(await readPackage(dir), checks)) {
    const found = await measure(read, scan);
    findings.push({
      statement,
      ...found,
      passed: found.compared > 0 && found.gap <= found.allowed,
    });
  }
  return findings;
}
