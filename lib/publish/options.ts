/** The options of `deno task report`. */
import { parseArgs } from "node:util";
import { ALL_INDUSTRIES, industriesListed, NAICS3_CODES } from "../codes/naics.ts";
import { PublishError } from "./errors.ts";

export interface Options {
  help: boolean;
  /** Chapters to execute, as they were asked for: numbers or names. */
  only: string[];
  pdf: boolean;
  accept: boolean;
  industry: string[];
  from?: string;
  to?: string;
}

export const HELP = `deno task report: executes the chapters, applies the gates, writes build/ anew

Without --industry the earlier build gives way whole: its PDFs (with --no-pdf, too) and its
pages of industries are no longer there.

  --only <chapter>     execute this chapter alone, by number or name (may be repeated);
                       the others are taken with the outputs they were committed with
  --no-pdf             leave the PDFs out
  --accept             take the new outputs into notebooks/
  --industry <code>    instead: chapter 9 for a NAICS-3 industry (may be repeated),
                       into build/site/industry-<code>.html and build/industry-<code>.pdf
  --from <year>        first year to compare, with --industry
  --to <year>          last year to compare, with --industry
  --help               this text
`;

const OPTIONS = {
  help: { type: "boolean", default: false },
  only: { type: "string", multiple: true, default: [] as string[] },
  "no-pdf": { type: "boolean", default: false },
  accept: { type: "boolean", default: false },
  industry: { type: "string", multiple: true, default: [] as string[] },
  from: { type: "string" },
  to: { type: "string" },
} as const;

/**
 * Reads the options.
 *
 * @throws PublishError for an option that is not known or does not fit the others.
 */
export function readOptions(args: string[]): Options {
  const { "no-pdf": noPdf, ...values } = parsed(args);
  if (values.industry.length === 0 && (values.from ?? values.to) !== undefined) {
    throw new PublishError("--from and --to go with --industry <code>");
  }
  if (values.industry.length > 0 && (values.only.length > 0 || values.accept)) {
    throw new PublishError("--industry stands without --only and --accept");
  }
  for (const year of [values.from, values.to]) {
    if (year !== undefined && !/^\d{4}$/.test(year)) {
      throw new PublishError(`--from and --to are years, such as 2017; ${year} is not`);
    }
  }
  return { ...values, industry: knownIndustries(values.industry), pdf: !noPdf };
}

/** The industries that were asked for, each once. */
function knownIndustries(asked: string[]): string[] {
  const known = [ALL_INDUSTRIES, ...NAICS3_CODES];
  const unknown = asked.filter((code) => !known.includes(code));
  if (unknown.length === 0) return [...new Set(asked)];
  const list = industriesListed();
  throw new PublishError(`no industry ${unknown.join(", ")}; the NAICS-3 codes are:\n${list}`);
}

function parsed(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS }).values;
  } catch (error) {
    throw new PublishError(`${(error as Error).message}\n\n${HELP}`);
  }
}

/**
 * The chapters that were asked for, in the order of the report; all when none was.
 *
 * @throws PublishError naming the chapters that there are.
 */
export function chosenChapters(only: string[], names: string[]): string[] {
  if (only.length === 0) return names;
  const wanted = only.map((asked) => {
    const key = asked.replace(/\.ipynb$/, "").split("/").at(-1)!;
    const found = names.find((name) =>
      [name, name.split("-")[0], name.replace(/^\d+-/, "")].includes(key)
    );
    if (found) return found;
    throw new PublishError(`no chapter ${asked}; there are:\n  ${names.join("\n  ")}`);
  });
  return names.filter((name) => wanted.includes(name));
}
