/** ATP trade with each partner in both directions, side by side, with its Grubel–Lloyd index. */
import type { Period, TwoWayTrade } from "../analysis/mod.ts";
import { CANADA, MEXICO, partnerName } from "../codes/mod.ts";
import { list, number, periodName } from "../format.ts";
import { records, requireColumns, type Rows } from "../rows.ts";
import { BOTH_FLOWS, drawnTable, ROUNDED_USD, taken } from "./drawn.ts";
import type { Figure } from "./figure.ts";
import { figure } from "./frame.ts";
import { twoWayBars } from "./two_way_bars.ts";
import { source } from "./words.ts";

const NEIGHBORS = [CANADA, MEXICO];

export interface TwoWayTradeOptions {
  period: Period;
  /** Countries that are drawn, the largest by trade; Canada and Mexico always are. */
  count?: number;
  id?: string;
}

/**
 * Bars of exports and imports of the largest partners, sorted by their sum.
 *
 * @param two from `twoWayTrade`.
 * @throws RangeError when the period has no countries.
 */
export function twoWayTradeByPartner(
  two: Rows<TwoWayTrade>,
  { period, count = 12, id = "two-way-trade" }: TwoWayTradeOptions,
): Figure {
  requireColumns(two, ["partner_code", "trade_usd", "grubel_lloyd"], "twoWayTradeByPartner");
  const countries = records(two).filter((row) =>
    row.period_start === period.period_start && row.period_end === period.period_end &&
    row.partner_code !== ""
  ).sort((a, b) => b.trade_usd - a.trade_usd);
  const name = periodName(period.period_start, period.period_end);
  if (countries.length === 0) throw new RangeError(`twoWayTradeByPartner: no countries in ${name}`);
  const rows = countries.filter((row, place) =>
    place < count || NEIGHBORS.includes(row.partner_code)
  );
  return figure({
    id,
    title: title(countries),
    subtitle:
      "U.S. exports and imports of advanced technology products (ATP) by partner, billion " +
      `dollars, ${name}; index of two-way trade`,
    notes: [
      `The ${rows.length} partners with the most trade of ${countries.length} listed by the Census ` +
      "Bureau. Index of Grubel and Lloyd: 1 when exports equal imports, 0 when trade goes one way " +
      "only.",
    ],
    source: source(rows.flatMap(({ vintage }) => [
      { basis: "total_exports", vintage },
      { basis: "general_imports", vintage },
    ])),
    alt: `Bars of ATP exports and imports by partner in ${name}, billion dollars, with the ` +
      `Grubel–Lloyd index: ${list(rows.map(sentence))}.`,
    data: drawnTable({
      rows: rows.map((row) => ({
        ...taken(row, "period_start", "period_end", "partner_code"),
        role: "part",
        ...taken(row, "exports_usd", "imports_usd", "grubel_lloyd", "vintage"),
        basis: BOTH_FLOWS,
      })),
      units: {
        exports_usd: ROUNDED_USD,
        imports_usd: ROUNDED_USD,
        grubel_lloyd: "index from 0 to 1",
      },
      tables: ["atp_by_area"],
    }),
    draw: (layout) => twoWayBars(layout, rows),
  });
}

const sentence = (row: TwoWayTrade): string =>
  `${partnerName(row.partner_code)} exports ${number(row.exports_usd / 1e9, 1)}, imports ` +
  `${number(row.imports_usd / 1e9, 1)} (${number(row.grubel_lloyd, 2)})`;

/** Whose trade is matched most, in dollars. */
function title(countries: TwoWayTrade[]): string {
  const [most] = countries.toSorted((a, b) => b.matched_usd - a.matched_usd);
  return `Advanced technology flows both ways most with ${partnerName(most.partner_code)}: ` +
    `${number(most.exports_usd / 1e9, 1)} out, ${number(most.imports_usd / 1e9, 1)} in`;
}
