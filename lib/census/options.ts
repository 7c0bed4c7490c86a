/** The options of `deno task refresh`, from the command line. */
import { resolve } from "node:path";
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

/** Where the person stands: `deno task` runs in the project's folder and keeps theirs in INIT_CWD. */
export const hereOf = (): string => Deno.env.get("INIT_CWD") || Deno.cwd();

const LISTS = ["source", "year", "years", "months", "industry"] as const;
const SINGLE = ["from", "api-base", "archive-base", "data", "cache"] as const;

/**
 * Reads the command line.
 *
 * @param here where relative folders count from.
 * @returns `help`, or what is asked for.
 * @throws UsageError naming the option and what it may be.
 */
export function parseOptions(args: string[], here: string): "help" | Asked {
  const parsed = parseArgs(args, {
    boolean: ["help", "dry-run"],
    alias: { h: "help" },
    string: [...LISTS, ...SINGLE],
    collect: [...LISTS, ...SINGLE],
    unknown: (option: string) => {
      throw new UsageError(option ? `unknown option ${option}` : "an option has an empty value");
    },
  });
  if (parsed.help) return "help";
  const given = (name: typeof LISTS[number] | typeof SINGLE[number]) => parsed[name] as string[];
  for (const name of [...LISTS, ...SINGLE]) {
    if (given(name).some((text) => !text.trim())) throw new UsageError(`--${name}: needs a value`);
  }
  const twice = SINGLE.find((name) => given(name).length > 1);
  if (twice) throw new UsageError(`--${twice}: give it once`);
  const list = (name: typeof LISTS[number]) => given(name).flatMap(listed);
  const [sources, industries] = [list("source").map(sourceOf), list("industry")];
  const years = [...list("year"), ...list("years")].flatMap(yearsOf);
  const months = list("months").length > 0 ? monthsOf(list("months")) : undefined;
  if (months && sources.length > 0 && !sources.includes("archives")) {
    throw new UsageError("--months: is read from archives alone; add them to --source");
  }
  const single = (name: typeof SINGLE[number]): string | undefined => given(name)[0];
  const folder = (name: typeof SINGLE[number]) => {
    const path = single(name);
    return path === undefined ? undefined : resolve(here, path);
  };
  return {
    sources: sources.length > 0
      ? SOURCES.filter((each) => sources.includes(each))
      : months && ["archives"],
    years: years.length > 0 ? [...new Set(years)].sort() : undefined,
    months,
    industries: industriesOf(industries.length > 0 ? industries : ["334", "335"]),
    from: folder("from"),
    dryRun: parsed["dry-run"],
    apiBase: baseOf(single("api-base") ?? API_BASE, "--api-base"),
    archiveBase: baseOf(single("archive-base") ?? SITE, "--archive-base"),
    dataDir: folder("data") ?? resolve(DATA_DIR),
    cacheDir: folder("cache") ?? `${ROOT}/.cache/census`,
  };
}

const listed = (text: string) => text.split(",").map((each) => each.trim()).filter(Boolean);

function sourceOf(text: string): Source {
  const source = SOURCES.find((each) => each === text);
  if (!source) throw new UsageError(`--source ${text}: choose of ${SOURCES.join(", ")}`);
  return source;
}

/** `2024`, `2020-2024`. */
function yearsOf(part: string): number[] {
  const [, first, last = first] = /^((?:19|20)\d\d)(?:-((?:19|20)\d\d))?$/.exec(part) ?? [];
  if (!first || first > last) {
    throw new UsageError(`--year ${part}: write 2024, 2020-2024 or 2019,2024`);
  }
  return Array.from({ length: Number(last) - Number(first) + 1 }, (_, at) => Number(first) + at);
}

/** `2026-03`, `2026-03..2026-08`. */
function monthsOf(parts: string[]): string[] {
  const months = parts.flatMap((part) => {
    const month = "((?:19|20)\\d\\d-(?:0[1-9]|1[0-2]))";
    const [, first, last = first] = new RegExp(`^${month}(?:\\.\\.${month})?$`).exec(part) ?? [];
    if (!first || first > last) {
      throw new UsageError(`--months ${part}: write 2026-03, 2026-03..2026-08 or 2025-12,2026-01`);
    }
    return monthsBetween(first, last);
  });
  return [...new Set(months)].sort();
}

function industriesOf(asked: string[]): string[] {
  if (asked.includes("all")) return NAICS3_CODES;
  const codes = [...new Set(asked)].sort();
  const unknown = codes.find((code) => !NAICS3_CODES.includes(code));
  if (unknown === undefined && codes.length > 0) return codes;
  const known = NAICS3_CODES.map((code) => `  ${code} ${naicsTitle(code)}`).join("\n");
  throw new UsageError(`--industry ${unknown ?? ""}: choose all, or of\n${known}`);
}

function baseOf(text: string, option: string): string {
  const url = URL.parse(text);
  // A comma in a host would name two of them where permissions are listed.
  if (url && /^https?:$/.test(url.protocol) && !url.search && !url.host.includes(",")) {
    return text.replace(/\/$/, "");
  }
  throw new UsageError(`${option} ${text}: write an address like https://example.org/path`);
}
