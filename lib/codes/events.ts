/**
 * Changes of U.S. import duties, by the day on which they took effect, each with its official
 * source. They are named beside breaks that were found in the figures first; a month in common is no
 * proof of cause.
 *
 * Listed are changes that touched computers and electronics (NAICS 334), electrical equipment (335)
 * or the imports of many industries. Day and citation of each were looked up. Not listed, because
 * they were not verified or have no one day: the exclusions of single products from the Section 301
 * duties, granted and ended in several hundred steps; those of two-sided solar modules from the
 * safeguard (2019 to 2024); the end of duty-free entry of small parcels (2025); duties on timber and
 * furniture (2025); cars of the Republic of Korea at 15% (2025). Where the page was not verified, the
 * number of the document (FR Doc.) is cited; Proclamation 9894 follows 9893, which the page names.
 */
import { monthAfter } from "../format.ts";
import { EVENTS_BEFORE_2025 } from "./events_before_2025.ts";
import { EVENTS_OF_2025 } from "./events_of_2025.ts";

export interface DutyEvent {
  /** Day on which it took effect, YYYY-MM-DD. */
  effective: string;
  what: string;
  /** Federal Register citation, volume FR page or FR Doc. number; where two, both set what is said. */
  source: string;
  /** What a figure calls it; only the few that changed the duties on most goods have one. */
  name?: string;
}

/** Duty events in order of the day. */
export const DUTY_EVENTS: readonly DutyEvent[] = [...EVENTS_BEFORE_2025, ...EVENTS_OF_2025];

/** The last month (YYYY-MM) of which a listed event is near: of later months the list says nothing. */
export const LAST_OF_EVENTS: string = monthAfter(DUTY_EVENTS.at(-1)!.effective.slice(0, 7));

/** Whether an event took effect in a month (YYYY-MM) or in the month before it. */
export const isNear = ({ effective }: DutyEvent, month: string): boolean =>
  effective.startsWith(month) || effective.startsWith(monthAfter(month, -1));

/**
 * Events that took effect in a month (YYYY-MM) or in the month before it.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const events = eventsNear("2025-04");
 * assertEquals(events.every(({ effective }) => effective >= "2025-03"), true);
 * ```
 */
export const eventsNear = (month: string): DutyEvent[] =>
  DUTY_EVENTS.filter((event) => isNear(event, month));
