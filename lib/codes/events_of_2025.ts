/** Changes of U.S. import duties that took effect in 2025; see `events.ts` for what is listed. */
import type { DutyEvent } from "./events.ts";

export const EVENTS_OF_2025: readonly DutyEvent[] = [
  {
    effective: "2025-01-01",
    what: "Section 301 duties on semiconductors of China raised to 50%",
    source: "89 FR 76581",
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
    name: "China 20%, Canada, Mexico",
  },
  {
    effective: "2025-03-04",
    what: "Additional duties on goods of Canada and Mexico (Executive Orders 14193 and 14194)",
    source: "90 FR 9113 and 90 FR 9117",
  },
  {
    effective: "2025-03-07",
    what:
      "Goods of Canada and Mexico that qualify under the USMCA exempted from the duties of 4 March (Executive Orders 14231 and 14232)",
    source: "FR Doc. 2025-03990 and FR Doc. 2025-03991",
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
    name: "Most countries 10%",
  },
  {
    effective: "2025-04-05",
    what:
      "Computers, smartphones and semiconductors exempted from the duties of Executive Order 14257, by a memorandum of 11 April back to this day (named in Executive Order 14298)",
    source: "90 FR 21831",
  },
  {
    effective: "2025-04-09",
    what:
      "Additional duties of Executive Order 14257 raised for China, to 84% and a day later 125% (Executive Orders 14259 and 14266)",
    source: "90 FR 15509 and 90 FR 15625",
  },
  {
    effective: "2025-05-03",
    what: "Duties on car parts, 25% (Proclamation 10908)",
    source: "90 FR 14705",
  },
  {
    effective: "2025-05-14",
    what:
      "Additional duties of Executive Order 14257 lowered for China to 10% (Executive Order 14298)",
    source: "90 FR 21831",
  },
  {
    effective: "2025-06-04",
    what: "Duties on steel and aluminum raised to 50% (Proclamation 10947)",
    source: "90 FR 24199",
  },
  {
    effective: "2025-06-23",
    what:
      "Duties on the steel in refrigerators, washing machines, dryers, dishwashers, freezers and stoves, 50%",
    source: "90 FR 25208",
  },
  {
    effective: "2025-08-01",
    what: "Additional duties on goods of Canada raised to 35% (Executive Order 14325)",
    source: "90 FR 37957",
  },
  {
    effective: "2025-08-01",
    what:
      "Duties on the copper in semi-finished and other copper products, cable among them, 50% (Proclamation 10962)",
    source: "90 FR 37727",
  },
  {
    effective: "2025-08-06",
    what: "Additional duties on goods of Brazil, 40% (Executive Order 14323)",
    source: "90 FR 37739",
  },
  {
    effective: "2025-08-07",
    what: "Additional duties by country, most above 10% (Executive Order 14326)",
    source: "90 FR 37963",
    name: "Rates by country",
  },
  {
    effective: "2025-08-18",
    what:
      "Duties on steel and aluminum extended to the metal in the goods of 407 further tariff codes",
    source: "90 FR 40326",
  },
  {
    effective: "2025-08-27",
    what: "Additional duties on goods of India, 25% more (Executive Order 14329)",
    source: "FR Doc. 2025-15267",
  },
  {
    effective: "2025-09-16",
    what:
      "Duties on cars and parts of Japan lowered to 15% in all; other goods of Japan 15% in all, back to 7 August (Executive Order 14345)",
    source: "90 FR 43535 and 90 FR 44638",
  },
  {
    effective: "2025-09-25",
    what: "Duties on cars and parts of the EU lowered to 15% in all, back to 1 August",
    source: "FR Doc. 2025-18660",
  },
  {
    effective: "2025-11-01",
    what: "Duties on heavy trucks and their parts, 25%, and buses, 10% (Proclamation 10984)",
    source: "90 FR 48451",
  },
  {
    effective: "2025-11-10",
    what:
      "Additional duties on goods of China: those of 20% lowered to 10%, the pause of others extended (Executive Orders 14357 and 14358)",
    source: "90 FR 50725 and 90 FR 50729",
  },
];
