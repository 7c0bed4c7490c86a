/** Who supplied one tariff line, year by year: bars in dollars made of its suppliers. */
import type { SupplierShare } from "../analysis/mod.ts";
import {
  CANADA,
  isCountry,
  lineCode,
  lineName,
  MEXICO,
  OTHER,
  partnerName,
  WORLD,
} from "../codes/mod.ts";
import { basisName, list, number, percent, periodName } from "../format.ts";
import { records, requireColumns, type Rows } from "../rows.ts";
import { type DrawnRow, drawnTable, fractionOf, labelled, taken, USD } from "./drawn.ts";
import type { Figure } from "./figure.ts";
import { figure } from "./frame.ts";
import { lookOf, supplierLabel } from "./looks.ts";
import { tone } from "./palette.ts";
import { shortName } from "./reliance_classes.ts";
import { stackedBars } from "./stacked_bars.ts";
import { possessive, source } from "./words.ts";

export interface LineSuppliersOptions {
  hts10: string;
  /** How many suppliers are named, the largest of the last year. */
  most?: number;
  id?: string;
}

type Row = SupplierShare & { year: string };

/**
 * Bars of a line's imports by supplier for each year, on one scale of dollars.
 *
 * @param shares of one line by year, from `suppliersOfLine`.
 * @throws RangeError when there are not two years.
 */
export function lineSuppliersBars(
  shares: Rows<Row>,
  { hts10, most = 2, id = `line-suppliers-${hts10}` }: LineSuppliersOptions,
): Figure {
  requireColumns(shares, ["year", "partner_code", "value_usd", "share"], "lineSuppliersBars");
  const rows = records(shares);
  const years = [...new Set(rows.map((row) => row.year))].sort();
  if (years.length < 2) throw new RangeError(`lineSuppliersBars: ${years.length} years, not two`);
  const of = (year: string) => rows.filter((row) => row.year === year);
  const name = (year: string) => periodName(of(year)[0].period_start, of(year)[0].period_end);
  const last = of(years.at(-1)!).filter(({ partner_code }) => isCountry(partner_code))
    .toSorted((a, b) => b.value_usd - a.value_usd);
  const named = last.slice(0, most).map((row) => row.partner_code);
  const shareOf = (year: string, code: string) =>
    of(year).find((row) => row.partner_code === code)?.share ?? 0;
  const [start, end] = [years[0], years.at(-1)!];
  const total = (year: string) => of(year)[0].total_usd;
  const usd = (value: number) => number(value / 1e9, 1);
  const goods = lineName(hts10);
  const accent = [MEXICO, CANADA].find((code) => named.includes(code)) ?? named[0];
  return figure({
    id,
    title: `Imports of ${shortName(hts10).toLowerCase()} ${went(total(start), total(end))} ` +
      `${usd(total(end))} billion dollars; ${possessive(partnerName(accent))} share ` +
      `${went(shareOf(start, accent), shareOf(end, accent))} ${percent(shareOf(end, accent))}`,
    subtitle:
      `${goods} (HTS ${lineCode(hts10)}): U.S. ${basisName(of(end)[0].basis)} by supplier, ` +
      `billion dollars, ${list(years.map(name))}`,
    source: source(rows),
    alt: `Bars of U.S. imports of ${goods.toLowerCase()}: ` +
      list(years.map((year) =>
        `${name(year)} ${usd(total(year))} billion dollars (` +
        list(named.map((code) => `${partnerName(code)} ${percent(shareOf(year, code))}`)) + ")"
      )) + ".",
    data: drawnTable({
      rows: years.flatMap((year) => drawnRows(hts10, of(year), named)),
      units: { imports_usd: USD, share: fractionOf("the line's imports") },
      tables: ["import_lines", "import_line_classes"],
    }),
    draw: (layout) =>
      stackedBars(layout, {
        rows: years.map((year) => ({
          label: name(year),
          parts: [
            ...named.map((code) => ({
              value: shareOf(year, code) * total(year),
              fill: lookOf(code).colour,
              text: percent(shareOf(year, code)),
            })),
            {
              value: total(year) -
                named.reduce((sum, code) => sum + shareOf(year, code) * total(year), 0),
              fill: tone("rest"),
            },
          ],
          cells: [
            ...named.map((code) => usd(shareOf(year, code) * total(year))),
            usd(total(year)),
          ],
        })),
        heads: [...named.map((code) => partnerName(code)), "Total"],
        key: [
          ...named.map((code) => ({ text: partnerName(code), colour: lookOf(code).colour })),
          { text: "All others", colour: tone("rest") },
        ],
      }),
  });
}

/** The suppliers that are named, all others, and all together in one year. */
function drawnRows(hts10: string, rows: Row[], named: string[]): DrawnRow[] {
  const [{ total_usd, ...of }] = rows;
  const usd = named.map((code) => rows.find((row) => row.partner_code === code)?.value_usd ?? 0);
  const others = total_usd - usd.reduce((sum, each) => sum + each, 0);
  return [...named, OTHER, WORLD].map((code, place) => {
    const imports_usd = [...usd, others, total_usd][place];
    return {
      ...taken(of, "year", "period_start", "period_end", "basis", "vintage"),
      hts10,
      ...(code === WORLD ? { partner_code: code } : labelled(code, supplierLabel)),
      role: code === WORLD ? "total" : "part",
      imports_usd,
      share: imports_usd / total_usd,
    };
  });
}

const went = (from: number, to: number) => `${to < from ? "fell" : "rose"} to`;
