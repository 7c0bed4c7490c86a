/** How many months have a duty event near: the base rate of a match between a break and an event. */
import { eventsNear } from "../codes/mod.ts";

/** Of `months` months, `near` have an event in them or in the month before. */
export interface EventCoverage {
  months: number;
  near: number;
  /** near ÷ months: how often a month that is picked blindly has an event near it. */
  share: number;
}

/**
 * How many months have a listed event near: what a match of a break and an event must be held
 * against.
 *
 * @param months YYYY-MM; a doubled one counts once.
 * @throws RangeError when there is no month.
 */
export function eventCoverage(months: string[]): EventCoverage {
  const distinct = [...new Set(months)];
  if (distinct.length === 0) throw new RangeError("eventCoverage: no months");
  const near = distinct.filter((month) => eventsNear(month).length > 0).length;
  return { months: distinct.length, near, share: near / distinct.length };
}
