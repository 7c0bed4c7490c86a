/** One number of a claim's evidence, for a sentence that says it elsewhere than under the claim. */
import type { JudgedClaim, Measure } from "./claim.ts";

/**
 * The first number of a claim's evidence that has what is asked for.
 *
 * @param claims from `judgeClaims`.
 * @param which measure, partner, period or basis, as the evidence writes them.
 * @throws RangeError when the claim is not there or has no such number, naming those that it has.
 */
export function measureOf(
  claims: JudgedClaim[],
  id: string,
  which: Partial<Pick<Measure, "measure" | "partner" | "period" | "basis">> = {},
): Measure {
  const claim = claims.find((each) => each.id === id);
  if (!claim) throw new RangeError(`no claim ${id}; there are: ${claims.map((c) => c.id).join()}`);
  const asked = Object.entries(which) as [keyof Measure, string][];
  const found = claim.evidence.find((each) => asked.every(([key, value]) => each[key] === value));
  if (found) return found;
  const known = claim.evidence.map(({ measure, partner, period }) =>
    [measure, partner, period].filter(Boolean).join(", ")
  );
  throw new RangeError(
    `${id} has no number with ${JSON.stringify(which)}; it has: ${known.join("; ")}`,
  );
}
