/** Sums that must hold to the dollar, and the error that names both sides when they do not. */
import { number } from "../../format.ts";
import { CensusError, REPORT_REPLY } from "../transfer/errors.ts";

/** Sum of whole dollars. Throws when it is too large to be exact. */
export function total(values: Iterable<number>): number {
  let sum = 0;
  for (const value of values) sum += value;
  if (!Number.isSafeInteger(sum)) throw new RangeError(`${sum} is too large to be exact`);
  return sum;
}

/**
 * Asserts that parts add to their whole, exactly.
 *
 * @param statement what must hold, e.g. `countries add to the world, group 04, 2024-12`.
 * @throws CensusError with both sums and the difference.
 */
export function mustAdd(
  parts: Iterable<number>,
  whole: number | undefined,
  statement: string,
  source: string,
  mend = REPORT_REPLY,
): void {
  let sum = 0;
  for (const value of parts) sum += value;
  if (!Number.isSafeInteger(sum)) {
    throw new CensusError(`${source}: ${statement}: ${sum} is too large to be exact`, mend);
  }
  if (whole === undefined) {
    throw new CensusError(`${source}: ${statement}: the total is missing`, mend);
  }
  if (sum !== whole) {
    throw new CensusError(
      `${source}: ${statement}: the parts are ${number(sum)}, the total ${number(whole)}, ` +
        `the difference ${number(sum - whole)} USD`,
      mend,
    );
  }
}
