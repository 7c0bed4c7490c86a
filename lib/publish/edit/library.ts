/** Which chapters use a module of the library: by the names that their cells import, and what these lead to. */
import { build, type Plugin, stop } from "esbuild";
import { normalize, resolve } from "node:path";
import { pathOf, urlOf, within } from "../../platform.ts";
import { cellModule } from "../chapters/code.ts";
import type { Chapter } from "../chapters/notebook.ts";

/** The modules of each chapter. */
export type Uses = Map<string, Set<string>>;

/**
 * The modules that each chapter's code uses, as paths from `root`, by the chapter's name. A module of the
 * library does nothing by being loaded, so one of which a chapter needs no name does not count.
 *
 * @throws Error of esbuild where a module or a cell cannot be read, or a name is not there.
 */
export async function modulesUsed(
  chapters: Chapter[],
  notebooks: string,
  root: string,
): Promise<Uses> {
  try {
    const { metafile } = await build({
      entryPoints: chapters.map(({ name }) => `${CELLS}:${name}`),
      plugins: [cellsOf(chapters, notebooks)],
      ...{ bundle: true, write: false, metafile: true, logLevel: "silent", format: "esm" },
      ...{ packages: "external", outdir: "/", absWorkingDir: root },
    });
    // They are told from the folder's real place, which may be reached by a link.
    const place = await Deno.realPath(root);
    const named = (path: string) => within(root, resolve(place, path)) ?? path;
    return new Map(
      Object.values(metafile.outputs).map(({ entryPoint = "", inputs }) => {
        const used = Object.entries(inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
        return [entryPoint.slice(CELLS.length + 1), new Set(used.map(([path]) => named(path)))];
      }),
    );
  } finally {
    await stop();
  }
}

const CELLS = "cells";

/** The code of a chapter as a module, and every module but this without effects of its own. */
const cellsOf = (chapters: Chapter[], notebooks: string): Plugin => ({
  name: CELLS,
  setup({ onResolve, onLoad }) {
    onResolve(
      { filter: new RegExp(`^${CELLS}:`) },
      ({ path }) => ({ path: path.slice(CELLS.length + 1), namespace: CELLS }),
    );
    onResolve({ filter: /^(file:|\.\.?\/)/ }, ({ path, resolveDir }) => ({
      // As esbuild itself names files, so that none is there twice.
      path: normalize(pathOf(new URL(path, urlOf(`${resolveDir}/`)).href)),
      sideEffects: false,
    }));
    onLoad({ filter: /./, namespace: CELLS }, ({ path }) => ({
      contents: cellModule(chapters.find(({ name }) => name === path)!, notebooks).text,
      ...{ loader: "ts" as const, resolveDir: notebooks },
    }));
  },
});

/** Chapters that use a file of the library, by its path from the root, or used it before. */
export const usersOf = (file: string, ...uses: Uses[]): string[] => [
  ...new Set(
    uses.flatMap((each) => [...each].flatMap(([name, used]) => used.has(file) ? name : [])),
  ),
];
