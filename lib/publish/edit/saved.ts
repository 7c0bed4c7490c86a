/** Saved files, sorted by what depends on them. */
import { basename } from "node:path";
import { within } from "../../platform.ts";

export interface Saved {
  /** Names of chapters. */
  chapters: string[];
  /** Modules that cells may use. */
  modules: string[];
  /** What makes the pages: modules, style, scripts, fonts. */
  makers: string[];
  data: string[];
  /** What this program itself has read when it was started. */
  own: string[];
}

/** Parts of `lib/` that no cell imports. */
const MAKERS = /^lib\/(publish|explore|course|census)\/|^lib\/.*(?<!\.tsx?)$|^CITATION\.cff$/;

const OWN =
  /^deno\.(json|lock)$|^lib\/publish\/(edit\.ts|(edit|setup)\/.*|chapters\/(execute|failures)\.ts|.*\.py)$/;

/** Whether a file of the project bears on what is served; folders have no ending. */
export const isOfInterest = (file: string): boolean =>
  /^(lib|data)\/.*\.\w+$|^CITATION\.cff$/.test(file) || OWN.test(file);

/**
 * @param paths within the project's folder or in that of the notebooks
 */
export function sorted(paths: string[], root: string, notebooks: string): Saved {
  const isNotebook = (path: string) => within(notebooks, path) !== null;
  const chapters = paths.filter((path) => isNotebook(path) && path.endsWith(".ipynb"))
    .map((path) => basename(path, ".ipynb"));
  const files = paths.filter((path) => !isNotebook(path)).flatMap((path) =>
    within(root, path) ?? []
  );
  const own = files.filter((file) => OWN.test(file));
  const data = files.filter((file) => file.startsWith("data/"));
  const makers = files.filter((file) => MAKERS.test(file) && !own.includes(file));
  const modules = files.filter((file) =>
    file.startsWith("lib/") && !own.includes(file) && !makers.includes(file)
  );
  return { chapters, modules, makers, data, own };
}
