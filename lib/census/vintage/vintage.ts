/**
 * A vintage enters the data folder whole or not at all.
 *
 * A table's new state is a new file beside the old one; `datapackage.json` names the file that
 * counts, and is replaced last, by one rename. Whoever reads finds all of the old figures or all of
 * the new; a run that dies leaves files that nothing names, which the next one sweeps away.
 */
import {
  type Check,
  type DataPackage,
  hasTable,
  readPackage,
  readTable,
  reconcile,
} from "../../data/mod.ts";
import type { Contribution, TableName } from "../terms/contribution.ts";
import { DISK, type Disk } from "./disk.ts";
import { CensusError } from "../transfer/errors.ts";
import { makeFolder } from "../transfer/snapshot.ts";
import type { RevisionReport } from "./revisions.ts";
import { STAGING, sweep } from "./sweep.ts";
import { type Change, tableChange } from "./table_change.ts";

const PACKAGE = "datapackage.json";
export interface AddOptions {
  disk?: Disk;
  say: (line: string) => void;
  /** The reconciliations that must hold in the end; all that there are unless given. */
  checks?: Check[];
}

/**
 * Adds contributions to the tables of a data folder.
 *
 * @returns what changed, a report for each table and vintage; none when nothing is new.
 * @throws CensusError or DataError when figures disagree, a schema is broken, a reconciliation fails
 * or the disk is full; the data folder is then as before.
 */
export async function addVintages(
  folder: string,
  contributions: Contribution[],
  { disk = DISK, say, checks }: AddOptions,
): Promise<RevisionReport[]> {
  const dir = folder.replace(/\/$/, "");
  const pkg = await readPackage(dir);
  await sweep(dir, pkg, disk);
  const changes: Change[] = [];
  for (const table of new Set(contributions.map((each) => each.table))) {
    const own = contributions.filter((each) => each.table === table);
    const change = await tableChange(dir, pkg, table, own, say);
    if (change) changes.push(change);
    else say(`  ${table}: nothing new`);
  }
  const reports = changes.flatMap((change) => change.reports);
  if (changes.length === 0) return reports;
  const next = withChanges(pkg, changes);
  const staging = `${dir}/${STAGING}`;
  try {
    await stage(dir, staging, next, changes, disk);
    await checkWhole(staging, say, checks);
    await commit(dir, staging, changes, disk);
    return reports;
  } finally {
    await disk.remove(staging).catch(() => {});
    await sweep(dir, await readPackage(dir), disk);
  }
}

function withChanges(pkg: DataPackage, changes: Change[]): DataPackage {
  const next = new Map(changes.map(({ resource }) => [resource.name, resource]));
  const kept = pkg.resources.map((each) => next.get(each.name) ?? each);
  const begun = changes.map(({ resource }) => resource).filter(({ name }) => !hasTable(pkg, name));
  return { ...pkg, resources: [...kept, ...begun] };
}

/** The data folder as it will be, in a folder of its own. */
async function stage(
  dir: string,
  staging: string,
  next: DataPackage,
  changes: Change[],
  disk: Disk,
): Promise<void> {
  await makeFolder(staging);
  const made = new Set(changes.map(({ resource }) => resource.path));
  for (const { path } of next.resources.filter((each) => !made.has(each.path))) {
    await disk.copy(`${dir}/${path}`, `${staging}/${path}`);
  }
  for (const { resource, bytes } of changes) await disk.write(`${staging}/${resource.path}`, bytes);
  const text = JSON.stringify(next, null, 2) + "\n";
  await disk.write(`${staging}/${PACKAGE}`, new TextEncoder().encode(text));
}

/** Every table opens and every reconciliation holds, before anything is changed. */
async function checkWhole(
  staging: string,
  say: (line: string) => void,
  checks?: Check[],
): Promise<void> {
  for (const { name } of (await readPackage(staging)).resources) {
    await readTable(name as TableName, { dir: staging, vintage: "all" });
  }
  const findings = await reconcile(staging, checks);
  const failed = findings.filter(({ passed }) => !passed);
  if (failed.length > 0) {
    const lines = failed.map(({ statement, gap, allowed, unit }) =>
      `${statement}: gap ${gap} ${unit}, allowed ${allowed}`
    );
    throw new CensusError(
      `the figures would no longer add up:\n  ${lines.join("\n  ")}`,
      "data/ is unchanged; the new figures contradict those that are there",
    );
  }
  say(`  ${findings.length} reconciliations hold with the new figures`);
}

async function commit(dir: string, staging: string, changes: Change[], disk: Disk): Promise<void> {
  for (const { resource: { path } } of changes) {
    await disk.rename(`${staging}/${path}`, `${dir}/${path}`);
  }
  await disk.rename(`${staging}/${PACKAGE}`, `${dir}/${PACKAGE}`);
}
