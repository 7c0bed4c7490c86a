/**
 * Chapters that were executed before, kept in `.cache/chapters/` with all that their outputs depend on.
 * They are taken again only where every part of it is the same: the code cells, each file that the
 * kernel read (modules, tables), the pins, the versions, the language of the machine.
 */
import { fingerprint, readsIn } from "./reads.ts";
import { codeOf, withOutputs } from "./merge.ts";
import { isPureCell, isPureModule } from "./pure.ts";
import { textOf, unchangedSince } from "../system/files.ts";
import { keep, recall } from "../system/kept.ts";
import type { Tools } from "../setup/setup.ts";
import { ROOT } from "../../root.ts";

/** What all chapters depend on, whatever their cells do; the running Deno's where not said. */
export interface Circumstances {
  root: string;
  /** Where the kernels run: relative imports start there. */
  notebooks: string;
  tools: Pick<Tools, "venv" | "env">;
  deno?: string;
}

/** Chapters executed before, and how new ones are kept. */
export interface Kept {
  /** The notebook as executed, with today's prose; null where it has to be executed. */
  recall(notebook: string): Promise<string | null>;
  /**
   * Keeps an executed notebook, if all that it depends on is known and was not touched meanwhile.
   *
   * @param audit the file of the kernel's audit
   * @param started when the kernel may have begun to read, in milliseconds
   */
  keep(executed: string, audit: string, started: number): Promise<void>;
}

/** A kept chapter: its executed notebook, and what each file held that was read for it. */
interface Entry {
  executed: string;
  reads: Record<string, string | null>;
}

/** Files that bear on every execution. */
const RUNNER = ["chapters/execute.py", "chapters/fenced.py", "chapters/reads.ts"]
  .map((path) => `${ROOT}/lib/publish/${path}`);
const CONFIG = ["deno.json", "deno.lock"];
/** Settings of the machine that V8, Deno or polars heed without asking. */
const SETTINGS = /^(TZ|LANG|LANGUAGE|LC_|DENO_|POLARS_|RAYON_)/;

/** The kept chapters under these circumstances; in `madeAnew` none is recalled. */
export async function keptChapters(circumstances: Circumstances): Promise<Kept> {
  const { root } = circumstances;
  const place = { folder: `${root}/.cache` };
  const config = [...CONFIG.map((name) => `${root}/${name}`), ...RUNNER];
  const shared = await describe(circumstances, config);
  const keysOf = (cells: unknown) => [shared, JSON.stringify(cells)];
  const seen = new Map<string, ReturnType<typeof fingerprint>>();
  const now = (path: string) => {
    if (!seen.has(path)) seen.set(path, fingerprint(path));
    return seen.get(path)!;
  };

  return {
    async recall(notebook) {
      const cells = codeOf(notebook);
      if (cells === null || !cells.every(({ source }) => isPureCell(String(source)))) return null;
      const entry = await recall<Entry>("chapters", keysOf(cells), place);
      if (entry === null) return null;
      const same = await Promise.all(
        Object.entries(entry.reads).map(async ([path, held]) => await now(path) === held),
      );
      return same.every(Boolean) ? withOutputs(notebook, entry.executed) : null;
    },
    async keep(executed, audit, started) {
      const cells = codeOf(executed);
      const files = await readsIn(audit);
      if (cells === null || files === null) return;
      for (const path of [...files, ...config]) {
        if (!await unchangedSince(path, started)) return;
      }
      const reads: Entry["reads"] = {};
      for (const path of files) {
        const held = await fingerprint(path);
        if (held === undefined) return;
        if (/\.tsx?$/.test(path) && !isPureModule(await textOf(path) ?? "")) return;
        reads[path] = held;
      }
      await keep("chapters", keysOf(cells), { executed, reads }, place);
    },
  };
}

/** All that is known of the circumstances before anything runs, as text. */
async function describe(circumstances: Circumstances, config: string[]): Promise<string> {
  const files = await Promise.all(config.map(fingerprint));
  return JSON.stringify([await machineOf(circumstances), files, circumstances.notebooks]);
}

/** The machine as far as outputs depend on it: Deno, the Python packages, settings. */
export async function machineOf({ tools, deno }: Omit<Circumstances, "root" | "notebooks">) {
  return {
    deno: deno ?? { ...Deno.version, target: Deno.build.target },
    pins: await textOf(`${tools.venv}/pins.sha256`),
    settings: Object.entries(tools.env).filter(([name]) => SETTINGS.test(name)).sort(),
  };
}
