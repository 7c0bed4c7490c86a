/** The options of `deno task bench`. */
import { listed, readArguments, UsageError } from "../../lib/command.ts";

/** Measured unless others are named. */
const ALWAYS = [
  ...["loading", "analyses", "claims", "figures", "explorer", "publishing", "report", "edit"],
  ...["tests", "hts10", "scale", "archive"],
] as const;
/** Measured only when named. */
const NAMED = ["suite", "peers"] as const;

export type SectionName = typeof ALWAYS[number] | typeof NAMED[number];

export interface Options {
  help: boolean;
  sections: SectionName[];
  /** Rows of the generated table. */
  rows: number;
  /** Pairs of runs against other tools. */
  pairs: number;
}

export const HELP =
  `deno task bench: measures loading, analysis, figures, execution, export, the report, and scale

  --rows <number>      rows of the generated table (20000000)
  --only <sections>    measure these sections alone: loading, analyses, claims, figures, explorer,
                       publishing, report, edit, tests, hts10, scale, archive (several with commas);
                       only when named: suite (every test; minutes), peers
  --peers              the same as --only peers: the chapters and three figures by other tools, which are
                       installed into a temporary folder (network; half an hour)
  --pairs <number>     pairs of runs, ours and theirs, of which --peers takes the median (3)
  -h, --help           this text

Times are medians of five runs, or of one where a run is long. A target stands behind its figure as met
or not met; it never fails the bench. Nothing is written into the project.
`;

const DEFAULTS = { rows: "20000000", pairs: "3" };

const OPTIONS = {
  rows: { type: "string", default: DEFAULTS.rows },
  only: { type: "string", multiple: true, default: [] as string[] },
  peers: { type: "boolean", default: false },
  pairs: { type: "string", default: DEFAULTS.pairs },
} as const;

/**
 * Reads the options.
 *
 * @throws UsageError for an option or a section that is not known, and a count that is none.
 */
export function readOptions(args: string[]): Options {
  const { help, rows, only, peers, pairs } = readArguments(args, OPTIONS, HELP);
  if (peers && only.length > 0) throw new UsageError("--peers stands without --only");
  return {
    help,
    sections: peers ? ["peers"] : sectionsOf(listed(only)),
    rows: count("--rows", rows),
    pairs: count("--pairs", pairs),
  };
}

/** In the order in which they are measured. */
function sectionsOf(only: string[]): SectionName[] {
  if (only.length === 0) return [...ALWAYS];
  const all: SectionName[] = [...ALWAYS, ...NAMED];
  const unknown = only.find((name) => !(all as string[]).includes(name));
  if (unknown === undefined) return all.filter((name) => only.includes(name));
  throw new UsageError(`no section ${unknown}; there are: ${all.join(", ")}`);
}

function count(option: string, asked: string): number {
  const value = Number(asked);
  if (!Number.isInteger(value) || value < 1) throw new UsageError(`${option} ${asked} is no count`);
  return value;
}
