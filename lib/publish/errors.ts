/** What can go wrong on the way from notebooks to pages, each said with its mend. */
import { UsageError, WRONG_USAGE } from "../command.ts";

/** A fault that a person can mend. Its message says where it is and how; no stack is shown. */
export class PublishError extends Error {
  override name = "PublishError";
}

/** The work was stopped from outside; there is nothing to say and nothing to mend. */
export class Interrupted extends Error {
  override name = "Interrupted";
}

/** The exit code of a program that a person stopped. */
export const STOPPED = 130;

/**
 * Runs a command to its exit code: what a person can mend is printed plainly, anything else whole.
 * 1 is work that failed, 2 a command line that is wrong.
 */
export async function exitCodeOf(run: () => Promise<number | void>): Promise<number> {
  try {
    return await run() ?? 0;
  } catch (error) {
    if (error instanceof Interrupted) return STOPPED;
    const isWrongUsage = error instanceof UsageError;
    const isPlain = isWrongUsage || error instanceof PublishError;
    console.error(isPlain ? `\nerror: ${error.message}` : error);
    return isWrongUsage ? WRONG_USAGE : 1;
  }
}
