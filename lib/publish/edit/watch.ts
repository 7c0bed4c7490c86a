/** Saves of files, as an editor makes them: several events, partial files, renames, all as one. */

import { asWatched } from "../../platform.ts";

/** So long nothing more may happen, in milliseconds, until a save is taken as whole. */
const QUIET = 40;

/** Files that editors, Jupyter and the commands keep beside those that they write. */
const BESIDE = /(^|\/)(\.[^/]*|[^/]*~|[^/]*\.(partial|tmp|swp|swx)|4913)(\/|$)/;

/**
 * Waits for saves below the folders and gives the files of each, none twice; what comes together is given
 * together. Ends when the signal says so.
 *
 * @param files those to tell of, by their whole path below the folder as it is named here
 */
export async function* saves(
  folders: { path: string; recursive: boolean }[],
  files: (path: string) => boolean,
  signal: AbortSignal,
): AsyncGenerator<string[]> {
  let saved = new Set<string>();
  let due = false;
  let wake = () => {};
  let quiet: ReturnType<typeof setTimeout> | undefined;
  const watchers = folders.map(({ path, recursive }) => ({
    path,
    it: Deno.watchFs(path, { recursive }),
  }));
  const listen = async ({ path: folder, it }: typeof watchers[number]) => {
    const real = await Deno.realPath(folder);
    for await (const { kind, paths } of it) {
      if (kind === "access") continue;
      const told = paths.map((path) => asWatched(path, folder, real))
        .filter((path) => !BESIDE.test(path.slice(folder.length)) && files(path));
      if (told.length === 0) continue;
      told.forEach((path) => saved.add(path));
      clearTimeout(quiet);
      quiet = setTimeout(() => {
        due = true;
        wake();
      }, QUIET);
    }
  };
  const listening = watchers.map(listen);
  const end = () => {
    clearTimeout(quiet);
    watchers.forEach(({ it }) => it.close());
    wake();
  };
  if (signal.aborted) end();
  else signal.addEventListener("abort", end);
  while (!signal.aborted) {
    if (!due) await new Promise<void>((done) => wake = done);
    if (!due) continue;
    const whole = [...saved];
    [saved, due] = [new Set(), false];
    yield whole;
  }
  await Promise.all(listening);
}
