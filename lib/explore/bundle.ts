/** The explorer's script: one file for browsers, of the same modules that the notebooks run. */
import { build, type Metafile, type Plugin, stop } from "esbuild";
import { createRequire } from "node:module";
import { normalize, relative } from "node:path";
import { slashed } from "../platform.ts";
import { PublishError } from "../publish/system/errors.ts";
import { ROOT } from "../root.ts";

/** Browsers of 2023: what the figures use of the language came with them. */
const TARGET = ["chrome110", "edge110", "firefox115", "safari16.4"];

/** Modules for the notebooks' host, and what stands for them in a browser. */
const STANDS_FOR: Record<string, string> = {
  linkedom: normalize(`${ROOT}/lib/explore/page/document.ts`),
};

/** Heavy sums are made before: a page that loads polars would be too large, and would not run. */
const HEAVY = "nodejs-polars";
/** Modules that no browser has. Until something of one is used, it may be imported. */
const ABSENT = "absent";

/**
 * Bundles a module for browsers: minified, the same bytes from the same sources.
 *
 * @throws PublishError where the module uses polars or what no browser has, with the imports that lead
 * there.
 */
export async function bundled(entry: string): Promise<string> {
  try {
    const { outputFiles, metafile } = await build({
      ...{ entryPoints: [entry], absWorkingDir: ROOT, plugins: [packages] },
      ...{ bundle: true, write: false, metafile: true, minify: true, logLevel: "silent" },
      ...{ format: "iife", platform: "browser", target: TARGET, charset: "utf8" },
      // Plot moves lines by half a pixel on screens of one dot a pixel; everywhere they stand alike.
      define: { "window.devicePixelRatio": "2" },
      ...{ jsx: "automatic", jsxImportSource: "preact", legalComments: "none" },
    });
    refuseAbsent(metafile, slashed(relative(ROOT, entry)));
    const { text } = outputFiles[0];
    refuseDeno(text);
    return text;
  } catch (error) {
    if (error instanceof PublishError) throw error;
    throw new PublishError(`the explorer's script: ${(error as Error).message}`);
  } finally {
    await stop();
  }
}

/** Finds packages where Deno keeps them: there is no node_modules beside the sources. */
const packages: Plugin = {
  name: "packages",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^[^./]/ }, ({ path, importer, kind }) => {
      if (kind === "entry-point") return undefined;
      // Of a package that is imported by names, what is not named can be left out.
      const found = STANDS_FOR[path] ?? foundBy(importer, path);
      return { ...(found ? { path: found } : { path, namespace: ABSENT }), sideEffects: false };
    });
    onLoad({ filter: /./, namespace: ABSENT }, () => ({ contents: "module.exports = {}" }));
  },
};

function foundBy(importer: string, path: string): string | undefined {
  if (path === HEAVY || path.startsWith("node:")) return undefined;
  try {
    return createRequire(importer).resolve(path);
  } catch {
    return undefined;
  }
}

function refuseAbsent({ inputs, outputs }: Metafile, entry: string): void {
  const used = Object.values(outputs).flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([path, { bytesInOutput }]) => path.startsWith(`${ABSENT}:`) && bytesInOutput > 0)
    .map(([path]) => chainTo(path, inputs, [[entry]]).join("\n  → "));
  if (used.length === 0) return;
  throw new PublishError(
    `the explorer's script uses what no browser has:\n  ${used.join("\n  ")}\n` +
      "In what goes to the browser, import types alone of lib/data and lib/analysis.",
  );
}

/** What asks Deno for something ends a browser's script when it is loaded. */
function refuseDeno(script: string): void {
  const [used] = /\bDeno\.\w+(?:\.\w+)*/.exec(script) ?? [];
  if (!used) return;
  throw new PublishError(
    `the explorer's script uses what no browser has: ${used}\n` +
      "Ask for it in a function, or let no module that goes to the browser import the one that does.",
  );
}

/** The shortest way from the entry to a module, by its imports. */
function chainTo(wanted: string, inputs: Metafile["inputs"], ways: string[][]): string[] {
  const seen = new Set(ways.flat());
  for (const way of ways) {
    const at = way.at(-1)!;
    if (at === wanted) return [...way.slice(0, -1), wanted.slice(ABSENT.length + 1)];
    for (const { path } of inputs[at]?.imports ?? []) {
      if (seen.size < seen.add(path).size) ways.push([...way, path]);
    }
  }
  return [wanted];
}
