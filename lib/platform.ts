/**
 * What Linux, macOS and Windows do each in their way, and no other module: pure functions of the system, its
 * environment and what is there, so that each system is tested on any. `lib/publish/setup/systems.py` is the
 * same for the programs in Python.
 *
 * A path of the project is written with `/` on every system; Windows reads it so.
 */
import { posix, win32 } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export type System = "linux" | "darwin" | "windows";

type Environment = Record<string, string>;

/** This machine's; another Unix is as Linux is. */
export const SYSTEM: System = Deno.build.os === "windows" || Deno.build.os === "darwin"
  ? Deno.build.os
  : "linux";

const pathsOf = (system: System): typeof posix => system === "windows" ? win32 : posix;

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

/** The address of a file, or of a folder whose path ends with `/`. */
export const urlOf = (path: string, system = SYSTEM): string =>
  pathToFileURL(path, { windows: system === "windows" }).href;

/** The path of a `file:` address. */
export const pathOf = (url: string, system = SYSTEM): string => slashed(fileURLToPath(url), system);

/** The environment; Windows does not tell `Path` from `PATH`, and keeps its drives' folders in it as `=C:`. */
export const environment = (all = Deno.env.toObject(), system = SYSTEM): Environment =>
  system !== "windows" ? all : Object.fromEntries(
    Object.entries(all).filter(([name]) => !name.startsWith("="))
      .map(([name, value]) => [name.toUpperCase(), value]),
  );

/** What each program needs, whatever else is kept from it: Windows' own libraries ask for these. */
export const neededBy = (env: Environment, system = SYSTEM): Environment =>
  system !== "windows"
    ? {}
    : Object.fromEntries(Object.entries(env).filter(([name]) => NEEDED.test(name)));

const NEEDED = /^(SYSTEMROOT|SYSTEMDRIVE|WINDIR|COMSPEC|PATHEXT|TEMP|TMP|USERPROFILE)$/;

/** Where programs put what is temporary. */
export const temporaryIn = (folder: string, system = SYSTEM): Environment =>
  system === "windows" ? { TEMP: folder, TMP: folder } : { TMPDIR: folder };

/** The file that is always empty, as Python names it. */
export const emptyFile = (system = SYSTEM): string => system === "windows" ? "nul" : "/dev/null";

/** A program, and what it is given first. */
export interface Command {
  program: string;
  args: string[];
}

/** What Python is called, by what is tried first: on Windows its launcher knows all that are installed. */
export function pythons(system = SYSTEM): Command[] {
  const newer = [14, 13, 12, 11, 10].map((minor) => `python3.${minor}`);
  const names = system === "windows"
    ? ["py -3", "python", "python3"]
    : ["python3", "python", ...newer];
  return names.map((name) => name.split(" ")).map(([program, ...args]) => ({ program, args }));
}

/** A program of a virtual environment. */
export const programOf = (venv: string, name: string, system = SYSTEM): string =>
  system === "windows" ? `${venv}/Scripts/${name}.exe` : `${venv}/bin/${name}`;

/** A script that pip has made: by its Python, since a path with spaces cannot stand in its first line. */
export const scriptOf = (venv: string, name: string, system = SYSTEM): Command =>
  system === "windows"
    ? { program: programOf(venv, name, system), args: [] }
    : { program: programOf(venv, "python", system), args: [programOf(venv, name, system)] };

/** Where the pandoc of a virtual environment may lie. @param inLib what lies in its folder `lib` */
export const pandocs = (venv: string, inLib: string[], system = SYSTEM): string[] =>
  system === "windows"
    ? [`${venv}/Lib/site-packages/pypandoc/files/pandoc.exe`]
    : inLib.map((name) => `${venv}/lib/${name}/site-packages/pypandoc/files/pandoc`);

/** How Jupyter stops a cell: Windows has no signal for it. */
export const interrupt = (system = SYSTEM): { interrupt_mode?: "message" } =>
  system === "windows" ? { interrupt_mode: "message" } : {};

/** Signals by which a program is told to end. */
export const endSignals = (system = SYSTEM): Deno.Signal[] => [
  ...["SIGINT", "SIGTERM"] as const,
  ...system === "windows" ? ["SIGBREAK"] as const : [],
];

/** The same, and that its terminal was closed. */
export const stopSignals = (system = SYSTEM): Deno.Signal[] => [...endSignals(system), "SIGHUP"];

/**
 * Whether a signal asks a program to end. On Windows each ends it at once, without the programs that it has
 * started; but Ctrl+C reaches all of them, and those that hold others end with their standard input.
 */
export const signalsAsk = (system = SYSTEM): boolean => system !== "windows";

/** Whether it was a person, or the end of the terminal, that ended a program. */
export const wasStopped = (
  { signal, code }: { signal: string | null; code: number },
  system = SYSTEM,
): boolean =>
  signal === "SIGINT" || signal === "SIGHUP" ||
  // STATUS_CONTROL_C_EXIT, with or without a sign.
  system === "windows" && code >>> 0 === 0xC000013A;

/**
 * Where a browser of Chromium's kind may be, by what is tried first: what `CHROMIUM` names, and nothing else
 * then; the usual places; the path.
 */
export function browsers(env: Environment, system = SYSTEM): string[] {
  if (env.CHROMIUM) return [slashed(env.CHROMIUM, system)];
  const path = (env.PATH ?? "").split(pathsOf(system).delimiter).filter(Boolean);
  const name = system === "windows" ? "chromium.exe" : "chromium";
  return [
    ...USUAL[system](env),
    ...path.map((folder) => `${slashed(folder, system)}/${name}`),
  ];
}

const APPS = ["Chromium", "Google Chrome", "Microsoft Edge"];
const PROGRAMS = ["Chromium/Application/chrome", "Google/Chrome/Application/chrome"];

const USUAL: Record<System, (env: Environment) => string[]> = {
  linux: () => ["chromium", "chromium-browser", "google-chrome"].map((name) => `/usr/bin/${name}`),
  darwin: ({ HOME }) =>
    APPS.flatMap((app) =>
      ["", ...HOME ? [HOME] : []].map((at) => `${at}/Applications/${app}.app/Contents/MacOS/${app}`)
    ),
  windows: (env) =>
    [...PROGRAMS, "Microsoft/Edge/Application/msedge"].flatMap((program) =>
      ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap((name) =>
        env[name] ? [`${slashed(env[name], "windows")}/${program}.exe`] : []
      )
    ),
};
