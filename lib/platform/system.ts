/** Which system this is. */
import { posix, win32 } from "node:path";

export type System = "linux" | "darwin" | "windows";

/** Variables of the environment. */
export type Environment = Record<string, string>;

/** This machine's; another Unix is as Linux is. Pure, so that a script for browsers goes without it. */
export const SYSTEM: System = /* @__PURE__ */ systemOf(() => Deno.build.os);

function systemOf(os: () => string): System {
  const name = os();
  return name === "windows" || name === "darwin" ? name : "linux";
}

/** How a system's paths are read. */
export const pathsOf = (system: System): typeof posix => system === "windows" ? win32 : posix;
