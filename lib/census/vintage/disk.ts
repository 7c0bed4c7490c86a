/** The few operations on files that a new vintage is made of, so that tests can break each. */
import { CensusError } from "../transfer/errors.ts";
import { writeWhole } from "../transfer/snapshot.ts";

export interface Disk {
  /** Writes a file whole or not at all. */
  write: (path: string, bytes: Uint8Array) => Promise<void>;
  copy: (from: string, to: string) => Promise<void>;
  /** Makes a file have another name, at once. */
  rename: (from: string, to: string) => Promise<void>;
  remove: (path: string) => Promise<void>;
}

/** The real disk. */
export const DISK: Disk = {
  write: writeWhole,
  copy: (from, to) => named(to, () => Deno.copyFile(from, to)),
  rename: (from, to) => named(to, () => Deno.rename(from, to)),
  remove: (path) => Deno.remove(path, { recursive: true }),
};

/** An operation whose failure names the file. */
async function named(path: string, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    throw new CensusError(
      `${path} could not be written: ${(error as Error).message}`,
      "data/ is unchanged; make room on the disk, check the folder's permissions, and run again",
    );
  }
}
