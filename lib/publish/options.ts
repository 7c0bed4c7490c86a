/** The options of `deno task report`. */
import { basename } from "node:path";
import { listed, readArguments, UsageError } from "../command.ts";
import { ALL_INDUSTRIES, industriesListed, NAICS3_CODES } from "../codes/naics.ts";

export interface Options {
  help: boolean;
  /** Chapters to execute, as they were asked for: numbers or names. */
  only: string[];
  pdf: boolean;
  accept: boolean;
  /** Execute chapters and set pages and PDFs as if nothing had been made before. */
  fresh: boolean;
  industry: string[];
  from?: string;
  to?: string;
}

export const HELP = `deno task report: executes the chapters, applies the gates, writes build/ anew

Without --industry the earlier build gives way whole: its PDFs (with --no-pdf, too) and its
pages of industries are no longer there.

  --only <chapters>    execute these chapters alone, by number or name: 3, 3,4, 3-5 or the-balance;
                       the others are taken with the outputs they were committed with
  --no-pdf             leave the PDFs out
  --fresh              make all of it anew, and use nothing that an earlier report has kept in .cache/
  --accept             take the new outputs into notebooks/
  --industry <codes>   instead: the chapter with parameters for a NAICS-3 industry, or for several
                       (336 or 325,336); into build/site/industry-<code>.html and
                       build/industry-<code>.pdf
  --from <year>        first year to compare, with --industry
  --to <year>          last year to compare, with --industry
  -h, --help           this text
`;

const OPTIONS = {
  only: { type: "string", multiple: true, default: [] as string[] },
  "no-pdf": { type: "boolean", default: false },
  accept: { type: "boolean", default: false },
  fresh: { type: "boolean", default: false },
  industry: { type: "string", multiple: true, default: [] as string[] },
  from: { type: "string" },
  to: { type: "string" },
} as const;

/**
 * Reads the options.
 *
 * @throws UsageError for an option that is not known or does not fit the others.
 */
export function readOptions(args: string[]): Options {
  const { "no-pdf": noPdf, ...values } = readArguments(args, OPTIONS, HELP);
  if (values.industry.length === 0 && (values.from ?? values.to) !== undefined) {
    throw new UsageError("--from and --to go with --industry <code>");
  }
  if (values.industry.length > 0 && (values.only.length > 0 || values.accept)) {
    throw new UsageError("--industry stands without --only and --accept");
  }
  for (const year of [values.from, values.to]) {
    if (year !== undefined && !/^\d{4}$/.test(year)) {
      throw new UsageError(`--from and --to are years, such as 2017; ${year} is not`);
    }
  }
  if (values.from !== undefined && values.to !== undefined && values.from >= values.to) {
    throw new UsageError(`--from ${values.from} is not before --to ${values.to}`);
  }
  const industry = knownIndustries(listed(values.industry));
  return { ...values, only: listed(values.only), industry, pdf: !noPdf };
}

/** The industries that were asked for. */
function knownIndustries(asked: string[]): string[] {
  const known = [ALL_INDUSTRIES, ...NAICS3_CODES];
  const unknown = asked.filter((code) => !known.includes(code));
  if (unknown.length === 0) return asked;
  const list = industriesListed();
  throw new UsageError(`no industry ${unknown.join(", ")}; the NAICS-3 codes are:\n${list}`);
}

/**
 * The chapters that were asked for, in the order of the report; all when none was.
 *
 * @param only numbers, names, or ranges of numbers
 * @throws UsageError naming the chapters that there are.
 */
export function chosenChapters(only: string[], names: string[]): string[] {
  if (only.length === 0) return names;
  const wanted = only.flatMap((asked) => {
    const range = /^(\d+)-(\d+)$/.exec(asked)?.slice(1).map(Number);
    const within = names.filter((name) =>
      range && range[0] <= parseInt(name) && parseInt(name) <= range[1]
    );
    if (within.length > 0) return within;
    const key = basename(asked, ".ipynb");
    const found = names.find((name) =>
      [name, name.split("-")[0], name.replace(/^\d+-/, "")].includes(key)
    );
    if (found) return found;
    throw new UsageError(`no chapter ${asked}; there are:\n  ${names.join("\n  ")}`);
  });
  return names.filter((name) => wanted.includes(name));
}
