/**
 * What a kernel read while it executed a chapter, by Deno's audit of permissions: every module, table
 * and other file, each as it was. Only then is it known what the chapter's outputs depend on.
 */
import { normalize } from "node:path";
import { pathOf as pathOfUrl, slashed } from "../../platform.ts";
import { sha256, textOf } from "../system/files.ts";

/** What the runner asks for when all cells have run, after which the audit is whole (fenced.py). */
const sealOf = (audit: string): string => `${audit}.sealed`;

interface Entry {
  permission: string;
  value: string | null;
}

/**
 * The files that were read, without repeats. Null where the audit does not tell all that the outputs
 * depend on: it is not whole, or the kernel did more than read files and load polars.
 *
 * @param log what Deno wrote; its last line asks for `seal`, so that nothing before it is missing
 */
export function filesRead(log: string, seal: string): string[] | null {
  const lines = log.trimEnd().split("\n").map((line) => entryOf(line));
  if (lines.includes(null)) return null;
  const entries = lines as Entry[];
  const end = entries.findIndex(({ value }) => value === seal);
  if (end < 0) return null;
  const told = entries.slice(0, end);
  // The kernel's own sockets, before the first cell runs.
  const sockets = told.findIndex(({ permission }) => permission !== "net");
  const work = told.slice(sockets);
  if (!work.every(isTraced)) return null;
  return [...new Set(work.filter(({ permission }) => permission === "read").map(pathOf))].sort();
}

/** What a file holds, in short; null where there is none, and undefined where that cannot be said. */
export async function fingerprint(path: string): Promise<string | null | undefined> {
  try {
    return await sha256(await Deno.readFile(path));
  } catch (error) {
    return error instanceof Deno.errors.NotFound ? null : undefined;
  }
}

/** The same of a kernel whose audit lies in a file; null, too, where it wrote none. */
export const readsIn = async (audit: string): Promise<string[] | null> =>
  filesRead(await textOf(audit) ?? "", sealOf(audit));

function entryOf(line: string): Entry | null {
  try {
    const { permission, value } = JSON.parse(line);
    return { permission, value };
  } catch {
    return null;
  }
}

/** Polars asks for the machine when it is loaded, and is loaded from Deno's cache, by its pin. */
const MACHINE = ["cpus", "networkInterfaces", "hostname"];
const POLARS = /[\\/]nodejs-polars[^\\/]*[\\/].*\.node$/;

function isTraced({ permission, value }: Entry): boolean {
  if (value === null) return false;
  if (permission === "sys") return MACHINE.includes(value);
  if (permission === "ffi") return POLARS.test(value);
  // Deno asks for both whenever a file is opened; cells cannot write (see `isPure`).
  return permission === "read" || permission === "write";
}

const pathOf = ({ value }: Entry): string =>
  slashed(normalize(value!.startsWith("file:") ? pathOfUrl(value!) : value!));
