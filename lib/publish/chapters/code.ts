/**
 * The code cells of chapters as TypeScript modules, so that `deno check` can read what the kernel
 * runs unchecked. Every line of a module belongs to one line of one cell.
 */
import { urlOf } from "../../platform.ts";
import { privateEnvironment } from "../setup/environment.ts";
import type { Chapter } from "./notebook.ts";
import { textOf, writeWhole } from "../system/files.ts";
import { run } from "../system/process.ts";

export interface CellModule {
  text: string;
  /** For each line of the text: the cell and the line in it, both from 1. */
  places: { cell: number; line: number }[];
}

/**
 * One module of all code cells. A name imported again is dropped from the later import; relative
 * imports are resolved against `folder`, where the kernel runs.
 */
export function cellModule(chapter: Chapter, folder: string): CellModule {
  const lines: string[] = [];
  const places: CellModule["places"] = [];
  const imported = new Set<string>();
  for (const { kind, source, number } of chapter.cells) {
    if (kind !== "code") continue;
    const text = withoutRepeats(absoluteImports(source, folder), imported);
    // Cells need no semicolon at their end; the next one might begin with a bracket.
    for (const [index, line] of `${text}\n;`.split("\n").entries()) {
      lines.push(line);
      places.push({ cell: number, line: index + 1 });
    }
  }
  return { text: `${lines.join("\n")}\nexport {};\n`, places };
}

/**
 * Type-checks chapters. Gives one text per error, naming chapter, cell and line.
 *
 * @param root the project's folder, whose deno.json rules
 * @param kept where the modules stay: Deno checks only what has changed of those that it knows
 */
export async function checkCells(
  chapters: Chapter[],
  folder: string,
  root: string,
  kept?: string,
): Promise<string[]> {
  const modules = modulesOf(chapters, folder);
  return await written(modules, kept, async (files, place) => {
    const args = ["check", "--quiet", "--config", `${root}/deno.json`, ...files];
    const { success, stderr } = await run(Deno.execPath(), args, {
      cwd: root,
      env: { ...privateEnvironment(), NO_COLOR: "1" },
    });
    return success ? [] : errors(stderr, place, modules);
  });
}

/** The module of each chapter, by its name. */
export const modulesOf = (chapters: Chapter[], folder: string): Map<string, CellModule> =>
  new Map(chapters.map((it) => [it.name, cellModule(it, folder)]));

/** Writes modules into a folder, a temporary one unless another is named, and gives the work their paths. */
export async function written<Result>(
  modules: Map<string, CellModule>,
  kept: string | undefined,
  work: (files: string[], place: string) => Promise<Result>,
): Promise<Result> {
  const place = kept ?? await Deno.makeTempDir({ prefix: "cells-" });
  try {
    await Deno.mkdir(place, { recursive: true });
    const files = await Promise.all([...modules].map(async ([name, { text }]) => {
      const path = `${place}/${name}.ts`;
      if (await textOf(path) !== text) await writeWhole(path, text);
      return path;
    }));
    return await work(files, place);
  } finally {
    if (!kept) await Deno.remove(place, { recursive: true });
  }
}

/** Where a line of a chapter's module stands in the chapter, in words. */
export function placed(
  name: string,
  module: CellModule,
  line: number,
  column: number | string,
): string | undefined {
  const place = module.places[line - 1];
  return place && `${name}, cell ${place.cell}, line ${place.line}, column ${column}`;
}

function errors(stderr: string, place: string, modules: Map<string, CellModule>): string[] {
  const named = stderr.replace(
    /(file:\/\/\S*\/)([^/\s]+)\.ts:(\d+):(\d+)/g,
    (whole, folder, name, line, column) => {
      const module = folder === urlOf(`${place}/`) ? modules.get(name) : undefined;
      return module && placed(name, module, Number(line), column) || whole;
    },
  );
  const noise = /^(Found \d+ errors?\.|Type checking failed\.|Stack backtrace:)/;
  return named.split(/\n\n(?=\S)/)
    .map((part) => part.replace(/^error: /, "").replace(/^ *\d+ (?=\|)/gm, "  ").trim())
    .filter((part) => part && !noise.test(part));
}

function absoluteImports(source: string, folder: string): string {
  return source.replace(
    /(\bfrom\s*|\bimport\s*\(?\s*)(["'])(\.{1,2}\/[^"']+)\2/g,
    (_, before, quote, path) => `${before}${quote}${new URL(path, urlOf(`${folder}/`))}${quote}`,
  );
}

function withoutRepeats(source: string, imported: Set<string>): string {
  return source.replace(
    /^import(\s+type)?\s*\{([^}]*)\}(\s*from\s*["'][^"']+["'];?)/gm,
    (whole, type = "", names: string, from: string) => {
      const fresh = names.split(",").filter((name) => name.trim() && !imported.has(name.trim()));
      fresh.forEach((name) => imported.add(name.trim()));
      const kept = `import${type} {${fresh.join(",")}}${from}`;
      return kept + "\n".repeat(count(whole, "\n") - count(kept, "\n"));
    },
  );
}

const count = (text: string, part: string): number => text.split(part).length - 1;
