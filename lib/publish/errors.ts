/** What can go wrong on the way from notebooks to pages, each said with its mend. */

/** A fault that a person can mend. Its message says where it is and how; no stack is shown. */
export class PublishError extends Error {
  override name = "PublishError";
}

/** Runs a command to its exit code: a `PublishError` is printed plainly, anything else whole. */
export async function exitCodeOf(run: () => Promise<number | void>): Promise<number> {
  try {
    return await run() ?? 0;
  } catch (error) {
    console.error(error instanceof PublishError ? `\nerror: ${error.message}` : error);
    return 1;
  }
}
