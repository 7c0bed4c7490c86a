/** A fault on the way from the Census Bureau to `data/`: what is wrong, and how to mend it. */
export class CensusError extends Error {
  override name = "CensusError";

  constructor(readonly problem: string, readonly mend: string) {
    super(`${problem}\n  mend: ${mend}`);
  }
}

/** Nothing of a year is published yet. */
export class NotPublished extends CensusError {
  override name = "NotPublished";
}

/** The publisher cannot be reached, or does not let us in: what else is asked of it would fail alike. */
export class Unreachable extends CensusError {
  override name = "Unreachable";
}

/** The person stopped the refresh. Nothing is half-done: what was retrieved stays in the cache. */
export class Interrupted extends Error {
  override name = "Interrupted";

  constructor() {
    super("interrupted: data/ is unchanged; the next run goes on from what the cache holds");
  }
}

/** The mend of a reply that breaks what is known of the interface. */
export const REPORT_REPLY =
  "data/ is unchanged; the verbatim reply is in the cache. Try again; if it stays, the interface " +
  "has changed and lib/census must follow";

/** The mend of an ATP group beside the ten. */
export const NEW_GROUP =
  "data/ is unchanged; the Bureau's list of advanced technology has ten groups, 01 to 10: if it has " +
  "grown, lib/codes/atp.ts must name the new one";
