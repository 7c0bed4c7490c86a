/** Which duty events stand near a month, and how many months have one near: the base rate. */
import pl from "nodejs-polars";
import { eventsNear } from "../codes/mod.ts";
import { type Frame, frameOf } from "../frame.ts";

/** One event near a month; the three columns are null where none is listed. */
export interface EventMatch {
  month: string;
  /** Day on which the event took effect, YYYY-MM-DD. */
  effective: string | null;
  what: string | null;
  source: string | null;
}

/**
 * The events of each month and of the month before it, one row an event.
 *
 * @param months YYYY-MM, e.g. those of breaks; a doubled one counts once.
 * @returns month, effective, what, source; by month and day, one row of nulls where none is listed.
 */
export function eventMatches(months: string[]): Frame<EventMatch> {
  const none = { effective: null, what: null, source: null };
  const rows = [...new Set(months)].sort().flatMap((month) => {
    const events = eventsNear(month);
    return (events.length ? events : [none]).map(({ effective, what, source }) => ({
      month,
      effective,
      what,
      source,
    }));
  });
  return frameOf<EventMatch>(rows, {
    month: pl.String,
    effective: pl.String,
    what: pl.String,
    source: pl.String,
  });
}

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
 * @throws RangeError when there is no month.
 */
export function eventCoverage(months: string[]): EventCoverage {
  const distinct = [...new Set(months)];
  if (distinct.length === 0) throw new RangeError("eventCoverage: no months");
  const near = distinct.filter((month) => eventsNear(month).length > 0).length;
  return { months: distinct.length, near, share: near / distinct.length };
}
