/** A sign for each verdict, for strips and tables: read together with its word, never alone. */
import type { JudgedClaim, Verdict } from "./claim.ts";

/** One character for each verdict, from the firmest to what no figure decides. */
export const VERDICT_SIGNS: Record<Verdict, string> = {
  "confirmed": "✓",
  "confirmed in part": "◐",
  "consistent, by estimate": "≈",
  "depends on the basis": "⇄",
  "not confirmed": "✗",
  "not decidable on these figures": "?",
  "interpretation": "¶",
};

/** Claims by the verdict that they have, in the order of the signs; a verdict that none has is left out. */
export const byVerdict = (
  claims: JudgedClaim[],
): { verdict: Verdict; claims: JudgedClaim[] }[] =>
  (Object.keys(VERDICT_SIGNS) as Verdict[])
    .map((verdict) => ({ verdict, claims: claims.filter((each) => each.verdict === verdict) }))
    .filter(({ claims }) => claims.length > 0);
