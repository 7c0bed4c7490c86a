/** Changes of U.S. import duties that took effect before 2025; see `events.ts` for what is listed. */
import type { DutyEvent } from "./events.ts";

export const EVENTS_BEFORE_2025: readonly DutyEvent[] = [
  {
    effective: "2018-02-07",
    what:
      "Safeguard duties (Section 201) on solar cells and modules and on large washing machines (Proclamations 9693 and 9694)",
    source: "83 FR 3541 and 83 FR 3553",
  },
  {
    effective: "2018-03-23",
    what:
      "Duties on steel (25%) and aluminum (10%), at first without Canada, Mexico and the EU (Proclamations 9704 and 9705)",
    source: "83 FR 11619 and 83 FR 11625",
  },
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
    effective: "2018-08-23",
    what: "Section 301 duties on goods of China, list 2 (25%; semiconductors among them)",
    source: "83 FR 40823",
  },
  {
    effective: "2018-09-24",
    what: "Section 301 duties on goods of China, list 3 (10%)",
    source: "83 FR 47974",
    name: "China, list 3",
  },
  {
    effective: "2019-05-10",
    what: "Section 301 duties on goods of China, list 3 raised to 25%",
    source: "84 FR 20459",
    name: "List 3 at 25%",
  },
  {
    effective: "2019-05-20",
    what:
      "Duties on steel and aluminum ended for Canada and Mexico (Proclamations 9893 and 9894, published together)",
    source: "84 FR 23983",
  },
  {
    effective: "2019-09-01",
    what:
      "Section 301 duties on goods of China, list 4A (15%; set at 10%, raised before it took effect)",
    source: "84 FR 43304 and 84 FR 45821",
    name: "List 4A",
  },
  {
    effective: "2020-02-14",
    what: "Section 301 duties on goods of China, list 4A lowered to 7.5%",
    source: "85 FR 3741",
  },
  {
    effective: "2024-09-27",
    what:
      "Section 301 duties on goods of China raised on electric cars (100%), solar cells (50%), batteries for electric cars and battery parts (25%)",
    source: "89 FR 76581",
  },
];
