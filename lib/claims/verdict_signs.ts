/** A sign for each verdict, for strips and tables: read together with its word, never alone. */
import type { Verdict } from "./claim.ts";

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
