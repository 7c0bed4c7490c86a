/**
 * Changes of U.S. import duties, by the day on which they took effect, each with its official
 * source. Not complete: those that touched the goods of this report. They are named beside breaks
 * that were found in the figures first; a month in common is no proof of cause.
 */

export interface DutyEvent {
  /** Day on which it took effect, YYYY-MM-DD. */
  effective: string;
  what: string;
  /** Federal Register citation: volume FR page; where one names two, both set what is said. */
  source: string;
}

/** Duty events in order of the day. */
export const DUTY_EVENTS: readonly DutyEvent[] = [
  {
    effective: "2018-06-01",
    what:
      "Duties on steel (25%) and aluminum (10%) extended to Canada, Mexico and the EU (Proclamations 9758 and 9759)",
    source: "83 FR 25849 and 83 FR 25857",
  },
  {
    effective: "2018-07-06",
    what: "Section 301 duties on goods of China, list 1 (25%)",
    source: "83 FR 28710",
  },
  {
    effective: "2018-09-24",
    what: "Section 301 duties on goods of China, list 3 (10%)",
    source: "83 FR 47974",
  },
  {
    effective: "2019-05-10",
    what: "Section 301 duties on goods of China, list 3 raised to 25%",
    source: "84 FR 20459",
  },
  {
    effective: "2019-05-20",
    what: "Duties on steel and aluminum ended for Canada and Mexico (Proclamations 9893 and 9894)",
    source: "84 FR 23983",
  },
  {
    effective: "2019-09-01",
    what:
      "Section 301 duties on goods of China, list 4A (15%; set at 10%, raised before it took effect)",
    source: "84 FR 43304 and 84 FR 45821",
  },
  {
    effective: "2020-02-14",
    what: "Section 301 duties on goods of China, list 4A lowered to 7.5%",
    source: "85 FR 3741",
  },
  {
    effective: "2025-02-04",
    what: "Additional duties on goods of China, 10% (Executive Order 14195)",
    source: "90 FR 9121",
  },
  {
    effective: "2025-03-04",
    what: "Additional duties on goods of China raised to 20% (Executive Order 14228)",
    source: "90 FR 11463",
  },
  {
    effective: "2025-03-04",
    what:
      "Additional duties on goods of Canada and Mexico (Executive Orders 14193 and 14194); goods that qualify under the USMCA exempted from 7 March (Executive Orders 14231 and 14232)",
    source: "90 FR 9113 and 90 FR 9117",
  },
  {
    effective: "2025-03-12",
    what:
      "Duties on steel and aluminum, 25%, without exempted countries (Proclamations 10895 and 10896)",
    source: "90 FR 9807 and 90 FR 9817",
  },
  {
    effective: "2025-04-03",
    what: "Duties on cars, 25% (Proclamation 10908)",
    source: "90 FR 14705",
  },
  {
    effective: "2025-04-05",
    what: "Additional duties on goods of most countries, 10% (Executive Order 14257)",
    source: "90 FR 15041",
  },
  {
    effective: "2025-04-05",
    what:
      "Computers, smartphones and semiconductors excepted from the duties of Executive Order 14257, by a memorandum of 11 April back to this day (named in Executive Order 14298)",
    source: "90 FR 21831",
  },
  {
    effective: "2025-04-09",
    what:
      "Additional duties of Executive Order 14257 raised for China, to 84% and a day later 125% (Executive Orders 14259 and 14266)",
    source: "90 FR 15509 and 90 FR 15625",
  },
  {
    effective: "2025-05-14",
    what: "The same lowered for China to 10% (Executive Order 14298)",
    source: "90 FR 21831",
  },
  {
    effective: "2025-06-04",
    what: "Duties on steel and aluminum raised to 50% (Proclamation 10947)",
    source: "90 FR 24199",
  },
  {
    effective: "2025-08-01",
    what: "Additional duties on goods of Canada raised to 35% (Executive Order 14325)",
    source: "90 FR 37957",
  },
  {
    effective: "2025-08-07",
    what: "Additional duties by country, most above 10% (Executive Order 14326)",
    source: "90 FR 37963",
  },
  {
    effective: "2025-11-10",
    what:
      "Additional duties on goods of China: those of 20% lowered to 10%, the pause of others extended (Executive Orders 14357 and 14358)",
    source: "90 FR 50725 and 90 FR 50729",
  },
];

/** Events that took effect in a month (YYYY-MM) or in the month before it. */
export function eventsNear(month: string): DutyEvent[] {
  const [year, number] = month.split("-").map(Number);
  const before = new Date(Date.UTC(year, number - 2, 1)).toISOString().slice(0, 7);
  return DUTY_EVENTS.filter(({ effective }) =>
    effective.startsWith(month) || effective.startsWith(before)
  );
}
