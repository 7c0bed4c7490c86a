/** What a claim is, which verdicts there are, and the tables that evidence may read. */
import type { Frame } from "../frame.ts";
import type { ReadOptions, Tables } from "../data/mod.ts";

/** The six verdicts. Each is computed from the figures by the claim's rule. */
export type Verdict =
  | "confirmed"
  | "confirmed in part"
  | "depends on the basis"
  | "not confirmed"
  | "not decidable on these figures"
  | "interpretation";

export interface Evidence {
  verdict: Verdict;
  /** The number that the rule looks at; text where the claim is an order of names. */
  value: number | string;
  unit: string;
  period: string;
  basis: string;
  vintage: string;
  /** What the figures say, in a sentence or two. */
  finding: string;
}

/** The figures that evidence may read. */
export interface Figures {
  /** Opens a table; each is opened once. */
  read: <Name extends keyof Tables>(
    name: Name,
    options?: Pick<ReadOptions, "vintage">,
  ) => Promise<Frame<Tables[Name]>>;
  /** Whether a table is there: some begin with the first refresh. */
  has: (name: keyof Tables) => boolean;
}

export interface Claim {
  id: string;
  /** The note's claim in our own words. */
  claim: string;
  /** How the verdict is reached from the figures. */
  rule: string;
  evidence: (figures: Figures) => Promise<Evidence>;
}

/** A claim with its evidence: one row of `build/claims.json`. */
export type JudgedClaim = Omit<Claim, "evidence"> & Evidence;
