/**
 * Changes of U.S. import duties, by the day on which they took effect, each with its official
 * source. Not complete: those that touched the goods of this report. They are named beside breaks
 * that were found in the figures first; a month in common is no proof of cause.
 */

export interface DutyEvent {
  /** Day on which it took effect, YYYY-MM-DD. */
  effective: string;
  what: string;
  /** Federal Register citation: volume FR page. */
  source: string;
}

/** Duty events in order of the day. */
export const DUTY_EVENTS: readonly DutyEvent[] = [
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
    effective: "2019-09-01",
    what: "Section 301 duties on goods of China, list 4A (15%)",
    source: "84 FR 43304",
  },
  {
    effective: "2020-02-14",
    what: "Section 301 duties on goods of China, list 4A lowered to 7.5%",
    source: "85 FR 3741",
  },
  {
    effective: "2025-02-04",
    what: "Additional duties on goods of China (Executive Order 14195)",
    source: "90 FR 9121",
  },
  {
    effective: "2025-03-04",
    what:
      "Additional duties on goods of Canada and Mexico (Executive Orders 14193 and 14194); goods that qualify under the USMCA exempted from 7 March (Executive Orders 14231 and 14232)",
    source: "90 FR 9113 and 90 FR 9117",
  },
  {
    effective: "2025-04-05",
    what: "Additional duties on goods of most countries (Executive Order 14257)",
    source: "90 FR 15041",
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
