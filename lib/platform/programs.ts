/** Other programs: their environment, what they are called and where they lie, how they are told to end. */
import { type Environment, SYSTEM } from "./system.ts";

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

/** What is opened to lock a folder: itself, or, on Windows, which opens none, a file in it. */
export const lockIn = (folder: string, system = SYSTEM): [path: string, Deno.OpenOptions] =>
  system === "windows"
    ? [`${folder}/lock`, { create: true, write: true }]
    : [folder, { read: true }];

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
