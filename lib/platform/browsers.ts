/** Where browsers are. */
import { slashed } from "./paths.ts";
import { type Environment, pathsOf, SYSTEM, type System } from "./system.ts";

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
