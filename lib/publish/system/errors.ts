/** What can go wrong on the way from notebooks to pages, each said with its mend. */
import { UsageError, WRONG_USAGE } from "../../command.ts";

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

/** What the system says when it refuses, and the mend. */
const REFUSED: Record<string, string> = {
  ENOSPC: "The disk is full. Make room, and try again; earlier results stay as they were.",
  EDQUOT: "Your part of the disk is full. Make room, and try again; earlier results stay.",
  EACCES: "Make it a place that can be read and written, or work in a copy of the project.",
  EPERM: "Make it a place that can be read and written, or work in a copy of the project.",
  EBUSY:
    "Another program has it open. Close that, and try again; earlier results stay as they were.",
  EROFS: "That disk can only be read. Work in a copy of the project elsewhere.",
};

/**
 * Runs a command to its exit code: what a person can mend and what the system refuses are
 * printed plainly, anything else whole. 1 is work that failed, 2 a command line that is wrong.
 */
export async function exitCodeOf(run: () => Promise<number | void>): Promise<number> {
  try {
    return await run() ?? 0;
  } catch (error) {
    if (error instanceof Interrupted) return STOPPED;
    const isWrongUsage = error instanceof UsageError;
    const mend = REFUSED[(error as { code?: string }).code ?? ""];
    const isPlain = isWrongUsage || error instanceof PublishError;
    if (mend) console.error(`\nerror: ${(error as Error).message}\n${mend}`);
    else console.error(isPlain ? `\nerror: ${(error as Error).message}` : error);
    return isWrongUsage ? WRONG_USAGE : 1;
  }
}
