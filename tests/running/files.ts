/** The test files of the project, and what each needs: a browser, other programs, or neither. */
import { existsSync } from "node:fs";
import { posix } from "node:path";
import { filesBelow } from "../../lib/publish/system/files.ts";

/** What takes long about a file. One that is `plain` computes, and starts nothing. */
export type Kind = "browser" | "programs" | "plain";

export interface TestFile {
  /** From the project's folder: `tests/data/tables_test.ts`. */
  path: string;
  source: string;
  kind: Kind;
  /** Modules of the project that it reaches, and the packages, as they are imported. */
  reached: Set<string>;
}

/** The names in which `deno test` finds tests. */
const TEST = /(^|\/|[._])test\.[mc]?[jt]sx?$/;

const IMPORT = /\b(?:from|import)\s*\(?\s*"([^"]+)"/g;
const STARTS = /\bDeno\.Command\(|\bnew Worker\(/;

/** Files below a folder, with the folder. */
export const pathsBelow = async (folder: string, wanted: RegExp): Promise<string[]> =>
  (await filesBelow(folder)).map((path) => `${folder}/${path}`).filter((path) => wanted.test(path));

/** Every test file below `tests/` of the folder that one stands in. */
export async function testFiles(): Promise<TestFile[]> {
  const sources = new Map<string, string>();
  const sourceOf = async (path: string) => {
    if (!sources.has(path)) sources.set(path, await Deno.readTextFile(path));
    return sources.get(path)!;
  };
  return await Promise.all((await pathsBelow("tests", TEST)).map(async (path) => {
    const reached = await reachedFrom(path, sourceOf);
    const starts = reached.has("lib/publish/system/process.ts") ||
      [...reached].some((it) => it.startsWith("tests/") && STARTS.test(sources.get(it) ?? ""));
    const kind = reached.has("playwright-core") ? "browser" : starts ? "programs" : "plain";
    return { path, source: await sourceOf(path), kind, reached };
  }));
}

async function reachedFrom(
  start: string,
  sourceOf: (path: string) => Promise<string>,
): Promise<Set<string>> {
  const reached = new Set([start]);
  for (const path of reached) {
    // Packages, and what a test writes into a module of its own, are no files of the project.
    if (!/^(lib|tests)\/.*\.tsx?$/.test(path) || !existsSync(path)) continue;
    for (const [, specifier] of (await sourceOf(path)).matchAll(IMPORT)) {
      const isFile = specifier.startsWith(".");
      reached.add(isFile ? posix.join(posix.dirname(path), specifier) : specifier);
    }
  }
  return reached;
}

/** Files that take next to no time: nothing is started, and no table is loaded or figure drawn. */
export function quickFiles(files: TestFile[]): TestFile[] {
  return files.filter(({ kind, reached }) => kind === "plain" && !reached.has("nodejs-polars"));
}
