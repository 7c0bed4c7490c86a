/**
 * `deno task refresh`: official figures enter `data/` as a new vintage. Started by `launch.ts` with
 * the permissions that it needs and no more.
 *
 * The rooms of `lib/census/`, each importing only what stands below it, and none of one line another:
 *
 *   (door)     refresh, launch, options, help, plan; sources brings the rooms together, addresses says where
 *   vintage/ · api/ · archive/ · workbook/
 *              how a table gets its next state, whole or not at all · the International Trade API ·
 *              the monthly archives · the Excel files: totals by country, exhibits of the FT-900
 *   terms/     what every source brings and in which words: contributions, measures, months, sums
 *   transfer/  how bytes come and are kept: downloads, retries, pace, cache, lock, progress, errors
 *
 * `vintage/` stands beside the three sources and not above them: neither side imports the other,
 * both speak in contributions.
 */
import { ATP_TOTAL } from "../codes/mod.ts";
import { readPackage, readTable } from "../data/mod.ts";
import { literal } from "../frame.ts";
import { REPORT } from "../report.ts";
import pl from "nodejs-polars";
import { KEY_VARIABLE } from "./api/judge.ts";
import { compareSources, compareWithMonths } from "./vintage/compare.ts";
import type { Contribution } from "./terms/contribution.ts";
import { CensusError, Interrupted } from "./transfer/errors.ts";
import { withLock } from "./transfer/lock.ts";
import { HELP } from "./help.ts";
import { hereOf, UsageError, WRONG_USAGE } from "../command.ts";
import { parseOptions, type RefreshOptions } from "./options.ts";
import { mustBeWritable } from "./transfer/snapshot.ts";
import { PATIENCE } from "./transfer/patience.ts";
import { plan } from "./plan.ts";
import { progressOn } from "./transfer/progress.ts";
import { sayNewCodes } from "./vintage/new_codes.ts";
import { classesOfNewLines } from "./vintage/new_lines.ts";
import { keepRefreshed } from "./vintage/refreshed.ts";
import { revisionLines, type RevisionReport } from "./vintage/revisions.ts";
import type { Source } from "./addresses.ts";
import { type Gathered, notArrived } from "./gathered.ts";
import { gather } from "./sources.ts";
import { addVintages } from "./vintage/vintage.ts";

/**
 * Retrieves, checks, compares and adds what the sources say.
 *
 * @returns what changed, a report for each table and vintage.
 * @throws CensusError, DataError or Interrupted; the data folder is then as before. Only when some of
 * the years asked for did not arrive, the others are in it, and the CensusError says which.
 */
export async function refresh(options: RefreshOptions): Promise<RevisionReport[]> {
  const { say, dataDir, disk, checks } = options;
  const sources = options.sources ?? possible(options);
  const years = options.years ?? (options.months ? [] : await defaultYears(options));
  if (options.dryRun) {
    plan(sources, years, options).forEach(say);
    return [];
  }
  await mustBeWritable(dataDir, "make the folder writable, or name a copy of it by --data");
  return await withLock(options.cacheDir, say, async () => {
    const found: Contribution[] = [], failed: Gathered["failed"] = [];
    for (const source of sources) {
      try {
        const gathered = await gather(source, years, options);
        found.push(...gathered.contributions);
        failed.push(...gathered.failed);
      } catch (error) {
        // The release is printed for readers: a new layout of it, not asked for, stops nothing else.
        if (options.sources || source !== "exhibits" || !(error instanceof CensusError)) {
          throw error;
        }
        say(`  ${error.problem}: exhibits left out`);
      }
    }
    if (found.length === 0 && failed.length > 0) throw notArrived(failed, "data/ is unchanged");
    found.push(...await classesOfNewLines(dataDir, found, say));
    sayNewCodes(found, say);
    say("checking");
    compareSources(await readPackage(dataDir), found, say);
    await compareWithMonths(dataDir, found, say);
    options.signal?.throwIfAborted();
    const reports = await addVintages(dataDir, found, { disk, say, checks });
    if (options.report) await keepRefreshed(options.cacheDir, reports);
    say(reports.length > 0 ? `written to ${dataDir}:` : `${dataDir} is up to date: unchanged`);
    reports.flatMap(revisionLines).forEach((line) => say(`  ${line}`));
    if (failed.length > 0) throw notArrived(failed, "all else that was asked for is in data/");
    return reports;
  });
}

/** Without `--source`: what can be asked, said aloud. */
function possible({ key, say }: RefreshOptions): Source[] {
  if (key) {
    say(`${KEY_VARIABLE} is set: api, totals and exhibits`);
    return ["api", "totals", "exhibits"];
  }
  say(`${KEY_VARIABLE} is not set: archives, totals and exhibits, which need no key`);
  return ["archives", "totals", "exhibits"];
}

/** The last year and the current one, which each release revises; the report's year until it is there. */
async function defaultYears({ now, dataDir, say }: RefreshOptions): Promise<number[]> {
  const current = now().getUTCFullYear();
  const groups = await readTable("atp_by_group", { dir: dataDir });
  const isThere = groups.filter(
    pl.col("atp_group").eq(literal(ATP_TOTAL))
      .and(pl.col("period_start").eq(literal(`${REPORT.year}-01`)))
      .and(pl.col("period_end").eq(literal(`${REPORT.year}-12`))),
  ).height > 0;
  if (now().getUTCMonth() === 5) {
    say("In June the publisher revises all years: --years 2013-… takes the earlier ones too");
  }
  return [...new Set([...isThere ? [] : [REPORT.year], current - 1, current])].sort();
}

/** What servers and files say may hold signs that steer a terminal: they are left out. */
const plain = (text: string) => text.replace(/[^\P{Cc}\n]/gu, "");

/** Runs the command; returns its exit code. */
async function main(args: string[]): Promise<number> {
  const key = Deno.env.get(KEY_VARIABLE);
  const stop = new AbortController();
  const interrupt = () => stop.abort(new Interrupted());
  for (const signal of ["SIGINT", "SIGTERM"] as const) Deno.addSignalListener(signal, interrupt);
  // Whatever goes out passes here: the key never does.
  const clean = (text: string) => key?.trim() ? text.replaceAll(key.trim(), "…") : text;
  const write = (text: string) => Deno.stderr.writeSync(new TextEncoder().encode(clean(text)));
  try {
    const asked = parseOptions(args, hereOf());
    if (asked === "help") {
      console.log(HELP);
      return 0;
    }
    await refresh({
      ...asked,
      key,
      now: () => new Date(),
      say: (line) => console.log(plain(clean(line))),
      progress: progressOn(Deno.stderr.isTerminal(), write),
      patience: PATIENCE,
      signal: stop.signal,
    });
    return 0;
  } catch (error) {
    write(`${plain((error as Error).message)}\n`);
    if (error instanceof UsageError) write("\ndeno task refresh --help says more\n");
    return error instanceof UsageError ? WRONG_USAGE : error instanceof Interrupted ? 130 : 1;
  } finally {
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      Deno.removeSignalListener(signal, interrupt);
    }
  }
}

if (import.meta.main) Deno.exit(await main(Deno.args));
