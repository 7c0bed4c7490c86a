/**
 * What Linux, macOS and Windows do each in their way, and no other module: pure functions of the system, its
 * environment and what is there, so that each system is tested on any; this machine's where none is named.
 * `lib/publish/setup/systems.py` is the same for the programs in Python.
 */
export { SYSTEM, type System } from "./platform/system.ts";
export { asWatched, fromFolder, isPath, pathOf, slashed, urlOf, within } from "./platform/paths.ts";
export * from "./platform/programs.ts";
export { browsers } from "./platform/browsers.ts";
