/** The few operations on files that a new vintage is made of, so that tests can break each. */
import { writeWhole } from "../transfer/snapshot.ts";

export interface Disk {
  /** Writes a file whole or not at all. */
  write: (path: string, bytes: Uint8Array) => Promise<void>;
  /** Makes a file have another name, at once. */
  rename: (from: string, to: string) => Promise<void>;
  remove: (path: string) => Promise<void>;
}

/** The real disk. */
export const DISK: Disk = {
  write: writeWhole,
  rename: (from, to) => Deno.rename(from, to),
  remove: (path) => Deno.remove(path, { recursive: true }),
};
