/** Paths and the addresses of files. The project writes a path with `/` on every system; Windows reads it so. */
import { pathsOf, SYSTEM } from "./system.ts";

/** A path as the project writes it: `c:\a\b` is `C:/a/b`. */
export const slashed = (path: string, system = SYSTEM): string =>
  system !== "windows" ? path : path.replaceAll("\\", "/")
    .replace(/^\/?([a-z]):/i, (_, drive: string) => `${drive.toUpperCase()}:`);

/** Whether a name says where a file lies, and is not to be looked for. */
export const isPath = (name: string, system = SYSTEM): boolean =>
  slashed(name, system).includes("/");

/** The way from a folder to what lies below it; null to what lies elsewhere, and to the folder itself. */
export function within(folder: string, path: string, system = SYSTEM): string | null {
  const { isAbsolute, relative } = pathsOf(system);
  const way = relative(folder, path);
  return way === "" || isAbsolute(way) || /^\.\.([\\/]|$)/.test(way) ? null : slashed(way, system);
}

/** A path of which a permission of Deno is made: from `folder` where there is a way, as another drive has none. */
export function fromFolder(folder: string, path: string, system = SYSTEM): string {
  const { isAbsolute, relative } = pathsOf(system);
  const way = relative(folder, path);
  return slashed(isAbsolute(way) ? way : `./${way}`, system);
}

/**
 * A path as whoever watches a folder knows it: what is told of a folder that a link leads to, as of macOS's
 * `/tmp`, has its real name.
 */
export function asWatched(path: string, folder: string, real: string, system = SYSTEM): string {
  const way = within(folder, path, system) ?? within(real, path, system);
  return way === null ? slashed(path, system) : `${folder}/${way}`;
}

/**
 * The address of a file, or of a folder whose path ends with `/`, as Deno writes those of its modules:
 * node:url writes `~` and brackets in another way.
 */
export function urlOf(path: string, system = SYSTEM): string {
  const written = slashed(path, system).replace(/[%#?\\]/g, encodeURIComponent);
  const isShare = system === "windows" && written.startsWith("//");
  return new URL(`file:${isShare ? "" : "//"}${written.replace(/^[a-z]:/i, "/$&")}`).href;
}

/** The path of a `file:` address. */
export function pathOf(url: string, system = SYSTEM): string {
  const { host, pathname } = new URL(url);
  return slashed(`${host && `//${host}`}${decodeURIComponent(pathname)}`, system);
}
