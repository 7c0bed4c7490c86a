/** What `deno task test` runs: checks, and processes of tests, those that take longest first. */
import { type Count, readReport } from "../junit.ts";
import { dirname } from "node:path";
import type { TestFile } from "./files.ts";
import { type Job, runJobs } from "./pool.ts";

/** A check, with the way to mend what it finds, or tests. */
export interface TestJob extends Job {
  mend?: string;
  /** Tests are left out by their name, on purpose. */
  filtered?: boolean;
}

/** Checks besides the tests. */
export const CHECKS: TestJob[] = [
  { name: "formatting", args: () => ["fmt", "--check"], mend: "deno fmt" },
  {
    name: "lint",
    args: () => ["lint"],
    mend: "deno lint says where; some of it deno lint --fix mends",
  },
  {
    name: "types",
    args: () => ["check", "--doc", "--quiet", "lib", "tests"],
    mend: "deno check --doc lib tests says where",
  },
];

/** Tests of some files in one process, by name where a pattern is given. */
export function testJob(name: string, args: string[], filter?: string): TestJob {
  const tests = (folder: string) => [
    ...["test", "-A", `--junit-path=${folder}/junit.xml`],
    ...filter ? [`--filter=${filter}`] : [],
    ...args,
  ];
  return { name, args: tests, filtered: filter !== undefined };
}

/**
 * Processes for files: one for each that starts a browser or other programs, one for the others of a
 * folder. A source's length stands for its time, of which nothing is known before.
 */
export function jobsOf(files: TestFile[], ...options: string[]): TestJob[] {
  const groups = [
    ...of(files, "browser", ({ path }) => path),
    ...of(files, "programs", ({ path }) => path),
    ...of(files, "plain", ({ path }) => dirname(path)),
  ];
  return groups.map(([name, paths]) => testJob(name, [...options, ...paths]));
}

function of(
  files: TestFile[],
  kind: TestFile["kind"],
  group: (file: TestFile) => string,
): [string, string[]][] {
  const groups = Map.groupBy(files.filter((it) => it.kind === kind), group);
  const length = (files: TestFile[]) => files.reduce((sum, { source }) => sum + source.length, 0);
  return [...groups].sort(([, a], [, b]) => length(b) - length(a))
    .map(([name, files]) => [name, files.map(({ path }) => path)]);
}

/** Runs all in processes of their own and counts. */
export async function runAll(jobs: TestJob[], folder: string): Promise<Count> {
  const count: Count = { passed: 0, skipped: 0, failed: [] };
  for (
    const { job, success, folder: own } of await runJobs(jobs, folder, { TESTS_SHARED: folder })
  ) {
    const { passed, skipped, failed } = await counted(job, success, own);
    count.passed += passed;
    count.skipped += skipped;
    count.failed.push(...failed);
  }
  return count;
}

/** What came of a job that has ended. */
export async function counted(job: TestJob, success: boolean, folder: string): Promise<Count> {
  if (job.mend) {
    return {
      passed: success ? 1 : 0,
      skipped: 0,
      failed: success ? [] : [`${job.name}: ${job.mend}`],
    };
  }
  const count = readReport(await Deno.readTextFile(`${folder}/junit.xml`).catch(() => ""));
  // To Deno's report a test that the filter leaves out is one that was skipped.
  const skipped = job.filtered ? 0 : count.skipped;
  if (success || count.failed.length > 0) return { ...count, skipped };
  // A module that cannot be loaded, or a run that broke off, fails no test case.
  const why = `${job.name}: could not be run to the end; deno test says why, above`;
  return { ...count, skipped, failed: [why] };
}
