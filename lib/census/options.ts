/** The options of `deno task refresh`, from the command line. */
import { parseArgs } from "@std/cli/parse-args";
import { NAICS3_CODES, naicsTitle } from "../codes/mod.ts";
import { type Check } from "../data/mod.ts";
import { DATA_DIR } from "../data/package.ts";
import { API_BASE, SITE, type Source, SOURCES } from "./addresses.ts";
import type { Disk } from "./vintage/disk.ts";
import type { Patience } from "./transfer/patience.ts";
import type { Progress } from "./transfer/progress.ts";
import { monthsBetween } from "./terms/months.ts";
import { ROOT } from "../root.ts";

export interface Asked {
  sources?: Source[];
  years?: number[];
  /** Months of which the import archive is read for the monthly tables, YYYY-MM. */
  months?: string[];
  industries: string[];
  /** Folder of files already downloaded. */
  from?: string;
  dryRun: boolean;
  apiBase: string;
  archiveBase: string;
  dataDir: string;
  cacheDir: string;
}

export interface RefreshOptions extends Asked {
  key?: string;
  now: () => Date;
  say: (line: string) => void;
  progress: Progress;
  patience: Patience;
  signal?: AbortSignal;
  disk?: Disk;
  /** The reconciliations that must hold in the end; all of them unless a test's figures are a part. */
  checks?: Check[];
}

/** What is wrong with the command line. */
export class UsageError extends Error {
  override name = "UsageError";
}

/**
 * Reads the command line.
 *
 * @returns `help`, or what is asked for.
 * @throws UsageError naming the option and what it may be.
 */
export function parseOptions(args: string[]): "help" | Asked {
  const given = parseArgs(args, {
    boolean: ["help", "dry-run"],
    string: [
      "source",
      "year",
      "years",
      "months",
      "industry",
      "from",
      "api-base",
      "archive-base",
      "data",
      "cache",
    ],
    unknown: (option: string) => {
      throw new UsageError(`unknown option ${option}`);
    },
  });
  if (given.help) return "help";
  const sources = given.source === undefined ? undefined : listed(given.source).map(sourceOf);
  const years = [given.year, given.years].filter((each) => each !== undefined).flatMap(yearsOf);
  const months = given.months === undefined ? undefined : monthsOf(given.months);
  return {
    sources: sources ? SOURCES.filter((each) => sources.includes(each)) : months && ["archives"],
    years: years.length > 0 ? [...new Set(years)].sort() : undefined,
    months,
    industries: industriesOf(given.industry ?? "334,335"),
    from: given.from,
    dryRun: given["dry-run"],
    apiBase: baseOf(given["api-base"] ?? API_BASE, "--api-base"),
    archiveBase: baseOf(given["archive-base"] ?? SITE, "--archive-base"),
    dataDir: (given.data ?? DATA_DIR).replace(/\/$/, ""),
    cacheDir: (given.cache ?? `${ROOT}/.cache/census`).replace(/\/$/, ""),
  };
}

const listed = (text: string) => text.split(",").map((each) => each.trim()).filter(Boolean);

function sourceOf(text: string): Source {
  const source = SOURCES.find((each) => each === text);
  if (!source) throw new UsageError(`--source ${text}: choose of ${SOURCES.join(", ")}`);
  return source;
}

/** `2024`, `2020-2024`, `2019,2024`. */
function yearsOf(text: string): number[] {
  return listed(text).flatMap((part) => {
    const [, first, last = first] = /^((?:19|20)\d\d)(?:-((?:19|20)\d\d))?$/.exec(part) ?? [];
    if (!first || first > last) {
      throw new UsageError(`--year ${part}: write 2024, 2020-2024 or 2019,2024`);
    }
    return Array.from({ length: Number(last) - Number(first) + 1 }, (_, at) => Number(first) + at);
  });
}

/** `2026-03`, `2026-03..2026-08`, several with commas. */
function monthsOf(text: string): string[] {
  const months = listed(text).flatMap((part) => {
    const month = "((?:19|20)\\d\\d-(?:0[1-9]|1[0-2]))";
    const [, first, last = first] = new RegExp(`^${month}(?:\\.\\.${month})?$`).exec(part) ?? [];
    if (!first || first > last) {
      throw new UsageError(`--months ${part}: write 2026-03, 2026-03..2026-08 or 2025-12,2026-01`);
    }
    return monthsBetween(first, last);
  });
  return [...new Set(months)].sort();
}

function industriesOf(text: string): string[] {
  if (text === "all") return NAICS3_CODES;
  const codes = [...new Set(listed(text))].sort();
  const unknown = codes.find((code) => !NAICS3_CODES.includes(code));
  if (unknown === undefined && codes.length > 0) return codes;
  const known = NAICS3_CODES.map((code) => `  ${code} ${naicsTitle(code)}`).join("\n");
  throw new UsageError(`--industry ${unknown ?? ""}: choose all, or of\n${known}`);
}

function baseOf(text: string, option: string): string {
  const url = URL.parse(text);
  if (url && /^https?:$/.test(url.protocol) && !url.search) return text.replace(/\/$/, "");
  throw new UsageError(`${option} ${text}: write an address like https://example.org/path`);
}
