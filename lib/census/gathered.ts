/** What sources brought, part by part: a part that fails is kept for the end and takes no other with it. */
import type { Source } from "./addresses.ts";
import type { RefreshOptions } from "./options.ts";
import type { Contribution } from "./terms/contribution.ts";
import { CensusError, NotPublished, Unreachable } from "./transfer/errors.ts";

/** What a source brought, and which parts of what was asked of it did not arrive. */
export interface Gathered {
  contributions: Contribution[];
  failed: { what: string; error: CensusError }[];
}

/** Gathers parts one by one, years or months. */
export type Each = <Part extends number | string>(
  parts: Part[],
  run: (part: Part) => Promise<Contribution[]>,
) => Promise<Contribution[]>;

/**
 * Gathers the parts of a source.
 *
 * @param failed gets every part that did not arrive, but for a year of a refresh without `--year` of which
 * nothing is published yet.
 */
export function eachOf(
  source: Source,
  { years, say }: RefreshOptions,
  failed: Gathered["failed"],
): Each {
  return async (parts, run) => {
    const found: Contribution[] = [];
    for (const part of parts) {
      try {
        found.push(...await run(part));
      } catch (error) {
        if (!(error instanceof CensusError) || error instanceof Unreachable) throw error;
        say(`  ${error.problem}: left out`);
        const isExpected = error instanceof NotPublished && !years && typeof part === "number";
        if (!isExpected) failed.push({ what: `${source} ${part}`, error });
      }
    }
    return found;
  };
}

/** What of the question was not answered, with the mend of each. */
export function notArrived(failed: Gathered["failed"], state: string): CensusError {
  const first = failed[0].error;
  if (failed.every(({ error }) => error.message === first.message) && state.includes("unchanged")) {
    return first;
  }
  const lines = failed.map(({ what, error }) => `  ${what}: ${error.problem}\n    ${error.mend}`);
  return new CensusError(`did not arrive:\n${lines.join("\n")}`, `as each line says; ${state}`);
}
