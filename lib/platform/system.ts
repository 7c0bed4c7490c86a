/** Which system this is. */
import { posix, win32 } from "node:path";

export type System = "linux" | "darwin" | "windows";

/** Variables of the environment. */
export type Environment = Record<string, string>;

/** This machine's; another Unix is as Linux is. */
export const SYSTEM: System = Deno.build.os === "windows" || Deno.build.os === "darwin"
  ? Deno.build.os
  : "linux";

/** How a system's paths are read. */
export const pathsOf = (system: System): typeof posix => system === "windows" ? win32 : posix;
