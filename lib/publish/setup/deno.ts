/** Which Deno can run the report. */
import { PublishError } from "../system/errors.ts";

/** Older ones were not tried. */
const OLDEST = "2.9.6";
const SWALLOW_ERRORS = ["2.8.2", "2.8.3"];
const MEND = "Use the one the project is pinned to: npx -y deno@2.9.6 task report";

/**
 * Refuses a Deno whose kernel cannot be trusted.
 *
 * @throws PublishError naming the version, what is wrong with it, and the one to use.
 */
export function requireDeno(version: string = Deno.version.deno): void {
  if (SWALLOW_ERRORS.includes(version)) {
    throw new PublishError(
      `Deno ${version} reports a notebook cell that failed as if it had run well. ${MEND}`,
    );
  }
  if (version.localeCompare(OLDEST, "en", { numeric: true }) < 0) {
    throw new PublishError(`Deno ${version} is too old; ${OLDEST} or newer is needed. ${MEND}`);
  }
}
