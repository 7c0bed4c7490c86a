/** What stands for code and files in the keys of what is kept: a hash of all of them. */
import { dirname, resolve } from "node:path";
import { slashed, within } from "../../platform.ts";
import { ROOT } from "../../root.ts";
import { filesBelow, unchangedSince } from "./files.ts";
import { hashOf } from "./kept.ts";

/** Which packages the code runs on. */
const PINS = [`${ROOT}/deno.json`, `${ROOT}/deno.lock`];

/**
 * A key for what modules of the project compute: their sources, those of all that they import, the pins
 * of the packages, and other files or folders that they read.
 *
 * @returns `null` where one was changed in the second in which this program began, or later: it may run
 * what was there before
 */
export async function codeKey(modules: string[], files: string[] = []): Promise<string | null> {
  const paths = [...await imported(modules), ...await filesIn([...PINS, ...files])];
  const old = await Promise.all(paths.map((path) => unchangedSince(path, performance.timeOrigin)));
  return old.every(Boolean) ? await filesKey(paths) : null;
}

/** A key for files and all that lies in folders: their places in the project, and their bytes. */
export async function filesKey(paths: string[]): Promise<string> {
  const files = await filesIn(paths);
  const contents = await Promise.all(files.map((path) => Deno.readFile(path)));
  return hashOf(files.flatMap((path, index) => [within(ROOT, path) ?? path, contents[index]]));
}

/**
 * A key for programs, which are too large to be read each time: their places, sizes and times.
 *
 * @param paths of files, or folders of files
 * @returns `null` where one is missing
 */
export async function stampsKey(paths: string[]): Promise<string | null> {
  try {
    const files = await filesIn(paths);
    const stamps = await Promise.all(files.map(async (path) => {
      const { size, mtime, ctime } = await Deno.stat(path);
      return [path, size, mtime?.getTime(), ctime?.getTime()];
    }));
    return JSON.stringify(stamps);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
}

/** Modules with all that they import of the project, by their sources; types leave no trace in what runs. */
export async function imported(modules: string[]): Promise<string[]> {
  const found = new Set(modules.map((it) => slashed(it)));
  for (const module of found) {
    const source = await Deno.readTextFile(module);
    for (const [, path] of source.matchAll(IMPORTS)) {
      found.add(slashed(resolve(dirname(module), path)));
    }
  }
  return [...found].sort();
}

const IMPORTS = /(?:^(?:import|export)\s+(?!type\s)[^"();=]*|\bimport\()"(\.[^"]+)"/gm;

async function filesIn(paths: string[]): Promise<string[]> {
  const found = await Promise.all(paths.map(async (path) => {
    const { isDirectory } = await Deno.stat(path);
    if (!isDirectory) return [path];
    return (await filesBelow(path)).map((below) => `${path}/${below}`);
  }));
  return found.flat().sort();
}
