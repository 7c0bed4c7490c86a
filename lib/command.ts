/** What the commands have in common: how they read their options and refuse wrong ones. */
import { slashed } from "./platform.ts";
import { parseArgs, type ParseArgsConfig, type ParseArgsOptionsConfig } from "node:util";

/** What is wrong with a command line. Commands end with `WRONG_USAGE` then, before any work. */
export class UsageError extends Error {
  override name = "UsageError";
}

/** Exit code of a wrong command line; 1 is that of work that failed. */
export const WRONG_USAGE = 2;

const HELP = { help: { type: "boolean", short: "h", default: false } } as const;

type Values<Options extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ options: Options & typeof HELP }>
>["values"];

/**
 * Reads a command line. Every command has `--help` and `-h`.
 *
 * @param options as `parseArgs` of node:util takes them
 * @param help the command's own, shown when the command line is wrong: it lists the choices
 * @throws UsageError for an option that is not known, lacks its value or has one too many, and for a
 * stray word.
 */
export function readArguments<Options extends ParseArgsOptionsConfig>(
  args: string[],
  options: Options,
  help: string,
): Values<Options> {
  return parsed({ args, options: { ...options, ...HELP } }, help).values as Values<Options>;
}

/**
 * Reads a command line that may have words besides its options.
 *
 * @param config as `parseArgs` of node:util takes it
 * @param help shown when the command line is wrong
 * @throws UsageError
 */
export function parsed<Config extends ParseArgsConfig>(config: Config, help: string) {
  try {
    return parseArgs(config);
  } catch (error) {
    // Its first sentence; the second is on words that begin with a hyphen.
    const [what] = (error as Error).message.split(/\. /);
    throw new UsageError(`${what}\n\n${help.trim()}`);
  }
}

/** Values of an option that may be repeated, and may hold several with commas: each once. */
export const listed = (values: string[]): string[] => [
  ...new Set(values.flatMap((value) => value.split(",")).map((value) => value.trim())),
];

/** Where the person stands: `deno task` runs in the project's folder and keeps theirs in INIT_CWD. */
export const hereOf = (): string => slashed(Deno.env.get("INIT_CWD") || Deno.cwd());
