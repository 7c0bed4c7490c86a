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
 * @formula Base rate of a match with an event
 * q = \frac{\left|\{\, k : \text{an event in month } k \text{ or } k - 1 \,\}\right|}{n}
 * @where $n$ is the number of months; $q$ is how often a month that is picked blindly has an event
 * near it, a fraction. A match of a break and an event says little where $q$ is large.
 * @assumes event-near-a-break
 * @taught 8
 */
export function eventCoverage(months: string[]): EventCoverage {
  const distinct = [...new Set(months)];
  if (distinct.length === 0) throw new RangeError("eventCoverage: no months");
  const near = distinct.filter((month) => eventsNear(month).length > 0).length;
  return { months: distinct.length, near, share: near / distinct.length };
}
