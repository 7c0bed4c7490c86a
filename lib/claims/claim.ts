/** What a claim is, which verdicts there are, and the tables that evidence may read. */
import type pl from "nodejs-polars";
import type { Frame } from "../frame.ts";
import type { ReadOptions, Tables } from "../data/mod.ts";

/** The seven verdicts. Each is computed from the figures by the claim's rule. */
export type Verdict =
  | "confirmed"
  | "confirmed in part"
  | "consistent, by estimate"
  | "depends on the basis"
  | "not confirmed"
  | "not decidable on these figures"
  | "interpretation";

/** What a number is: money in US dollars; a share or its change as a fraction; an index; a count. */
export type Unit = "USD" | "share" | "change of a share" | "index" | "ratio" | "count";

/** One number that a verdict rests on. */
export interface Measure {
  /** What is measured, e.g. `share of Canada and Mexico in ATP imports`. */
  measure: string;
  value: number;
  unit: Unit;
  /** In words, e.g. `2024`, `January–March 2025`, `2017–2024`. */
  period: string;
  /** Statistical basis in words. */
  basis: string;
  vintage: string;
  /** Name of the partner, where it is of one. */
  partner?: string;
  /** True of a number that is estimated, not published. */
  estimate?: true;
}

/** What a claim's rule finds in the figures. */
export interface Judgment {
  verdict: Verdict;
  /** One plain sentence for a hurried reader, its number last. */
  finding: string;
  /** The numbers behind it, the one that the rule looks at first. */
  evidence: Measure[];
  /** How far the rule can be moved before the verdict turns, in a sentence. */
  sensitivity: string;
}

/** The figures that evidence may read. */
export interface Figures {
  /** Opens a table; each is opened once. */
  read: <Name extends keyof Tables>(
    name: Name,
    options?: Pick<ReadOptions, "vintage">,
  ) => Promise<Frame<Tables[Name]>>;
  /** Scans a large table lazily; what is computed from it belongs to the claim that asks. */
  scan: (
    name: keyof Tables,
    options?: Pick<ReadOptions, "vintage">,
  ) => Promise<pl.LazyDataFrame>;
  /** Whether a table is there: some begin with the first refresh. */
  has: (name: keyof Tables) => boolean;
}

export interface Claim {
  id: string;
  /** The note's claim in our own words. */
  claim: string;
  /** How the verdict is reached from the figures. */
  rule: string;
  judge: (figures: Figures) => Promise<Judgment>;
}

/** A claim with its judgment: one row of `build/claims.json`. */
export type JudgedClaim = Omit<Claim, "judge"> & Judgment;
