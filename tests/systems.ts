/** Tests of what not every system has: skipped elsewhere, and why is said. */
import { SYSTEM } from "../lib/platform.ts";

const onlyOn = (systems: string[], why: string): { ignore: boolean } => {
  const ignore = !systems.includes(SYSTEM);
  if (ignore) console.log(`skipped, as this is ${SYSTEM}: ${why}`);
  return { ignore };
};

/** For `Deno.test`: runs on Linux alone. */
export const onLinux = (why: string) => onlyOn(["linux"], why);

/** For `Deno.test`: runs on Linux and macOS. */
export const onUnix = (why: string) => onlyOn(["linux", "darwin"], why);
