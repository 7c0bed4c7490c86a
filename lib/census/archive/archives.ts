/**
 * The source `archives`: IMDB{YY}{MM}.ZIP and EXDB{YY}{MM}.ZIP. A month's archive carries the year to
 * date, so that of December holds the year.
 */
import type { Flow } from "../../data/mod.ts";
import { atpRows, consumptionRows, industryRows, monthlyIndustryRows } from "./rows.ts";
import { type ClassedYear, lineClasses } from "./line_classes.ts";
import { lineRows, preferenceRows } from "./line_rows.ts";
import { archiveOf, originOf } from "./files.ts";
import { claimRows } from "./claim_rows.ts";
import { tallyArchive } from "./archive_tally.ts";
import {
  type Contribution,
  contribution,
  type Rows,
  type TableName,
} from "../terms/contribution.ts";
import { CensusError, NotPublished } from "../transfer/errors.ts";
import { FLOWS } from "../terms/measures.ts";
import { publishableMonths, publishedMonths } from "../terms/months.ts";
import type { Progress } from "../transfer/progress.ts";
import type { Retrieve } from "../transfer/retrieve.ts";
import type { Sidecar } from "../transfer/snapshot.ts";

/** First year whose archives are on the site, as far as is known. */
const FIRST_YEAR = 2010;
/** How many months back a year's latest archive is looked for. */
const TRIES = 4;

export interface ArchiveOptions {
  base: string;
  retrieve: Retrieve;
  now: Date;
  /** Partners of the monthly table by industry. */
  listed: string[];
  say: (line: string) => void;
  progress: Progress;
  signal?: AbortSignal;
}

/**
 * Everything that a year's last archives say: ATP by group and partner, imports by industry and
 * partner, by tariff line and partner, imports that claimed a preference; year to date, and the month
 * for the monthly tables.
 *
 * @throws CensusError when no archive of the year is published, or one does not hold together.
 */
export async function yearFromArchives(
  year: number,
  options: ArchiveOptions,
): Promise<ClassedYear & { contributions: Contribution[] }> {
  const { month, files } = await latest(year, options);
  const found: [TableName, Rows, Flow][] = [];
  let classes: ClassedYear["classes"] = new Map();
  for (const flow of FLOWS) {
    const { path } = files[flow];
    const tally = await summed(path, flow, month, options);
    const add = (...rows: [TableName, Rows][]) =>
      found.push(...rows.map(([table, each]) => [table, each, flow] as typeof found[0]));
    add(...atpRows(flow, tally, month));
    if (flow === "exports") continue;
    add(
      industryRows(tally, month),
      monthlyIndustryRows(tally, month, options.listed),
      claimRows(tally, month),
      consumptionRows(tally, month),
      lineRows(tally, month),
      preferenceRows(tally, month),
    );
    classes = lineClasses(tally);
  }
  const release = FLOWS.map((flow) => files[flow].sidecar);
  const contributions = found.flatMap(([table, rows, flow]) =>
    contribution(table, rows, originOf(flow, month, files[flow].sidecar, release))
  );
  return { contributions, month, classes, imports: files.imports.sidecar };
}

/**
 * What one month's import archive says of its month alone: imports by industry, all goods, preference by
 * tariff line, with the classes of the lines. So the monthly tables are filled for months between the last archives of two refreshes.
 *
 * @throws NotPublished when there is no archive of the month; CensusError when it does not hold together.
 */
export async function monthFromArchive(
  month: string,
  options: ArchiveOptions,
): Promise<ClassedYear & { contributions: Contribution[] }> {
  const { name, url } = archiveOf("imports", month, options.base);
  const file = await options.retrieve(name, url);
  if (!file) {
    throw new NotPublished(
      `${url}: no import archive of ${month}`,
      "choose other --months, check --archive-base, or name a folder that has it by --from",
    );
  }
  const tally = await summed(file.path, "imports", month, options);
  const origin = originOf("imports", month, file.sidecar);
  const contributions = [
    monthlyIndustryRows(tally, month, options.listed),
    consumptionRows(tally, month),
    preferenceRows(tally, month),
  ].flatMap(([table, rows]) => contribution(table, rows, origin));
  return { contributions, month, classes: lineClasses(tally), imports: file.sidecar };
}

async function summed(path: string, flow: Flow, month: string, options: ArchiveOptions) {
  const { progress, say, signal } = options;
  say(`  reading ${path}`);
  const bar = progress(`unpacking ${archiveOf(flow, month, "").name}`);
  return await tallyArchive(path, flow, month, { progress: bar.update, say, signal })
    .finally(bar.end);
}

/** The last month of a year of which both archives are there. */
async function latest(year: number, { base, retrieve, now, say }: ArchiveOptions) {
  const asked = publishableMonths(year, now).reverse().slice(0, TRIES);
  for (const month of asked) {
    const files = {} as Record<Flow, { path: string; sidecar: Sidecar }>;
    for (const flow of FLOWS) {
      const { name, url } = archiveOf(flow, month, base);
      const file = await retrieve(name, url);
      if (!file) {
        say(`  ${name} is not published`);
        break;
      }
      files[flow] = file;
    }
    if (files.exports && files.imports) {
      publishedMonths(
        year,
        publishableMonths(year, now).filter((each) => each <= month),
        now,
        base,
      );
      return { month, files };
    }
  }
  if (asked.length === 0) publishedMonths(year, [], now, base);
  const problem = `${base}: no import and export archive of ${asked.at(-1)} to ${asked[0]}`;
  if (year < FIRST_YEAR) {
    throw new CensusError(
      `${problem}; the archives there begin with ${FIRST_YEAR}`,
      `choose --year ${FIRST_YEAR} or a later one, or name a folder that has older archives by --from`,
    );
  }
  throw new NotPublished(
    problem,
    "choose another --year, check --archive-base, or put the files into a folder and name it by --from",
  );
}
