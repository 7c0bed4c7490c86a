/** The options of `deno task refresh`, from the command line. */
import { resolve } from "node:path";
import { NAICS3_CODES, naicsTitle } from "../codes/mod.ts";
import { listed, readArguments, UsageError } from "../command.ts";
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
  /** Build the report with what came, and tell what changed. */
  report: boolean;
  /** With the PDFs. */
  pdf: boolean;
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

const LIST = { type: "string", multiple: true } as const;

const OPTIONS = {
  source: LIST,
  year: LIST,
  years: LIST,
  months: LIST,
  industry: LIST,
  from: LIST,
  "api-base": LIST,
  "archive-base": LIST,
  data: LIST,
  cache: LIST,
  "dry-run": { type: "boolean", default: false },
  report: { type: "boolean", default: false },
  "no-pdf": { type: "boolean", default: false },
} as const;

type Name = Exclude<keyof typeof OPTIONS, "dry-run" | "report" | "no-pdf">;

/**
 * Reads the command line.
 *
 * @param here where relative folders count from.
 * @returns `help`, or what is asked for.
 * @throws UsageError naming the option and what it may be.
 */
export function parseOptions(args: string[], here: string): "help" | Asked {
  const choices = Object.keys(OPTIONS).map((name) => `--${name}`).join(", ");
  const { help, "dry-run": dryRun, report, "no-pdf": noPdf, ...given } = readArguments(
    args,
    OPTIONS,
    `There are ${choices}`,
  );
  if (help) return "help";
  if (report && (dryRun || given.data)) {
    throw new UsageError("--report: is of data/ and what came into it: without --data, --dry-run");
  }
  if (noPdf && !report) throw new UsageError("--no-pdf: goes with --report");
  for (const [name, values] of Object.entries(given)) {
    if (values.some((text) => !text.trim())) throw new UsageError(`--${name}: needs a value`);
  }
  const list = (name: Name) => listed(given[name] ?? []).filter(Boolean);
  const single = (name: Name): string | undefined => {
    const values = given[name] ?? [];
    if (values.length > 1) throw new UsageError(`--${name}: give it once`);
    return values[0];
  };
  const [sources, industries] = [list("source").map(sourceOf), list("industry")];
  const years = [...list("year"), ...list("years")].flatMap(yearsOf);
  const months = list("months").length > 0 ? monthsOf(list("months")) : undefined;
  if (months && sources.length > 0 && !sources.includes("archives")) {
    throw new UsageError("--months: is read from archives alone; add them to --source");
  }
  const folder = (name: Name) => {
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
    dryRun,
    report,
    pdf: !noPdf,
    apiBase: baseOf(single("api-base") ?? API_BASE, "--api-base"),
    archiveBase: baseOf(single("archive-base") ?? SITE, "--archive-base"),
    dataDir: folder("data") ?? resolve(DATA_DIR),
    cacheDir: folder("cache") ?? `${ROOT}/.cache/census`,
  };
}

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
