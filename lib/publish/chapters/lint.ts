/** `deno lint` on the code cells of chapters: what is imported or set and never used, and slips. */
import { basename } from "node:path";
import { privateEnvironment } from "../setup/environment.ts";
import { PublishError } from "../system/errors.ts";
import { lastLines, run } from "../system/process.ts";
import { modulesOf, placed, written } from "./code.ts";
import type { Chapter } from "./notebook.ts";

interface Diagnostic {
  filename: string;
  range: { start: { line: number; col: number } };
  message: string;
  code: string;
  hint?: string;
}

/**
 * Lints chapters. Gives one text per finding, naming chapter, cell and line. Code that cannot be parsed is
 * left to the type-checker, which says so.
 *
 * @param folder where the chapters' kernels run
 * @param root the project's folder, whose deno.json rules
 */
export async function lintCells(
  chapters: Chapter[],
  folder: string,
  root: string,
): Promise<string[]> {
  const modules = modulesOf(chapters, folder);
  return await written(modules, undefined, async (files) => {
    const args = ["lint", "--json", "--config", `${root}/deno.json`, ...files];
    const env = { ...privateEnvironment(), NO_COLOR: "1" };
    const { stdout, stderr } = await run(Deno.execPath(), args, { cwd: root, env });
    return diagnostics(stdout, stderr).flatMap(({ filename, range, message, code, hint }) => {
      const name = basename(filename, ".ts");
      const unused = /^`(\w+)` is never used/.exec(message)?.[1];
      const { cells } = chapters.find((it) => it.name === name)!;
      if (code === "no-unused-vars" && cells.some((cell) => names(cell, unused))) return [];
      const { start: { line, col } } = range;
      const place = placed(name, modules.get(name)!, line, col + 1) ?? name;
      // The hint would have an unused name kept under another one.
      return [`${code}: ${message}\n    at ${place}${hint && !unused ? `\n    ${hint}` : ""}`];
    });
  });
}

function diagnostics(stdout: string, stderr: string): Diagnostic[] {
  try {
    return JSON.parse(stdout).diagnostics;
  } catch {
    throw new PublishError(`deno lint could not be run:\n${lastLines(stderr)}`);
  }
}

/** What an exercise tells students to use is there for them. */
const names = ({ kind, source }: Chapter["cells"][number], name = ""): boolean =>
  kind === "markdown" && source.includes(`\`${name}\``);
