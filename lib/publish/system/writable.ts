/** Whether results can be written where they go: asked before the work, not found out after it. */
import { access, constants } from "node:fs/promises";
import { PublishError } from "./errors.ts";

/**
 * Makes a folder where there is none, and refuses one in which nothing can be written.
 *
 * @throws PublishError naming the folder and what the system says of it.
 */
export async function requireWritable(folder: string): Promise<void> {
  try {
    await Deno.mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
  } catch (error) {
    throw new PublishError(
      `cannot write into ${folder}: ${(error as Error).message}\n` +
        `Make it a folder that can be written, or build in a copy of the project that is.`,
    );
  }
}
