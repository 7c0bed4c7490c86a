/** Who supplied a tariff line, or all lines under a code, year by year: bars in dollars made of suppliers. */
import type { SupplierShare } from "../analysis/mod.ts";
import {
  CANADA,
  goodsInTitle,
  goodsInWords,
  goodsName,
  isCountry,
  MEXICO,
  OTHER,
  partnerName,
  WORLD,
} from "../codes/mod.ts";
import {
  basisName,
  capitalized,
  commonUnit,
  inUnit,
  list,
  percent,
  periodName,
} from "../format.ts";
import { records, requireColumns, type Rows } from "../rows.ts";
import { type DrawnRow, drawnTable, fractionOf, labelled, taken, USD } from "./drawn.ts";
import type { Figure } from "./figure.ts";
import { figure } from "./frame.ts";
import { lookOf, supplierLabel } from "./looks.ts";
import { tone } from "./palette.ts";
import { stackedBars } from "./stacked_bars.ts";
import { headline, possessive, source } from "./words.ts";

export interface LineSuppliersOptions {
  /** Code of the line, or the first digits of the codes of some lines together. */
  hts10: string;
  /** Text of a line that has no name of its own: the Bureau's. */
  description?: string;
  /** How many suppliers are named, the largest of the last year. */
  most?: number;
  /** Suppliers that are named wherever they stand, before the others. */
  always?: string[];
  id?: string;
}

type Row = SupplierShare & { year: string };

/**
 * Bars of imports by supplier for each year, on one scale of dollars.
 *
 * @param shares of one basis by year, from `suppliersOfLine` or `suppliersOnBothBases`.
 * @throws RangeError when there is no year.
 */
export function lineSuppliersBars(
  shares: Rows<Row>,
  { hts10, description, most = 2, always = [], id = `line-suppliers-${hts10}` }:
    LineSuppliersOptions,
): Figure {
  requireColumns(shares, ["year", "partner_code", "value_usd", "share"], "lineSuppliersBars");
  const rows = records(shares);
  const years = [...new Set(rows.map((row) => row.year))].sort();
  if (years.length === 0) throw new RangeError("lineSuppliersBars: no year");
  const of = (year: string) => rows.filter((row) => row.year === year);
  const name = (year: string) => periodName(of(year)[0].period_start, of(year)[0].period_end);
  const last = of(years.at(-1)!).filter(({ partner_code }) => isCountry(partner_code))
    .toSorted((a, b) => b.value_usd - a.value_usd).map((row) => row.partner_code);
  const named = [...always, ...last.filter((code) => !always.includes(code))].slice(0, most);
  const shareOf = (year: string, code: string) =>
    of(year).find((row) => row.partner_code === code)?.share ?? 0;
  const total = (year: string) => of(year)[0].total_usd;
  const unit = commonUnit(
    years.flatMap((
      year,
    ) => [total(year), ...named.map((code) => shareOf(year, code) * total(year))]),
  );
  const usd = (value: number) => inUnit(value, unit);
  const goods = goodsInTitle(hts10, description);
  return figure({
    id,
    title: title(rows, { years, named, goods }),
    subtitle:
      `${capitalized(goodsInWords(hts10, description))}: U.S. ${
        basisName(of(years[0])[0].basis)
      } by supplier, ` +
      `${unit.name}, ${list(years.map(name))}`,
    source: source(rows),
    alt: `Bars of U.S. imports of ${goods[0]}: ` +
      list(years.map((year) =>
        `${name(year)} ${usd(total(year))} ${unit.name} (` +
        list(named.map((code) => `${partnerName(code)} ${percent(shareOf(year, code))}`)) + ")"
      )) + ".",
    data: drawnTable({
      rows: years.flatMap((year) =>
        drawnRows({ code: hts10, name: goodsName(hts10, description) }, of(year), named)
      ),
      units: {
        imports_usd: USD,
        share: fractionOf(isLine(hts10) ? "the line's imports" : "imports under the code"),
      },
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

const isLine = (code: string): boolean => code.length === 10;

interface Told {
  years: string[];
  named: string[];
  /** From the fullest name to the shortest. */
  goods: string[];
}

/** What became of all imports, and of the share of a neighbor, or of the first that is named. */
function title(rows: Row[], { years, named, goods }: Told): string {
  const ends = [...new Set([years[0], years.at(-1)!])]
    .map((year) => rows.filter((row) => row.year === year));
  const shares = (code: string) =>
    ends.map((of) => of.find((row) => row.partner_code === code)?.share ?? 0);
  const supplies = (code: string) =>
    named.includes(code) && shares(code).some((share) => share > 0);
  const accent = [MEXICO, CANADA].find(supplies) ?? named.find(supplies) ?? named[0];
  const totals = ends.map(([{ total_usd }]) => total_usd);
  const unit = commonUnit(totals);
  const total = course(
    totals,
    (usd) => inUnit(usd, unit),
    "were",
  );
  const [[{ period_start, period_end }]] = ends;
  const when = ends.length > 1 ? "" : ` in ${periodName(period_start, period_end)}`;
  const share = `${possessive(partnerName(accent))} share ${
    course(shares(accent), percent, "was")
  }`;
  const [names, code] = [goods.slice(0, -1), goods.at(-1)!];
  // Of three years and more the last is not set against the one before.
  const since = years.length > 2 ? `, ${years[0]}–${years.at(-1)}` : "";
  const said = (what: string) =>
    `Imports of ${what} ${total} ${unit.name}${when}; ${share}${since}`;
  const [usd, now] = [inUnit(totals.at(-1)!, unit), percent(shares(accent).at(-1)!)];
  const lastSaid = (what: string) =>
    `${capitalized(what)}: ${usd} ${unit.name} of imports, ${now} from ${partnerName(accent)}`;
  return headline(...names.map(said), ...names.map(lastSaid), said(code), lastSaid(code));
}

/** The suppliers that are named, all others, and all together in one year. */
function drawnRows(
  goods: { code: string; name: string },
  rows: Row[],
  named: string[],
): DrawnRow[] {
  const [{ total_usd, ...of }] = rows;
  const usd = named.map((code) => rows.find((row) => row.partner_code === code)?.value_usd ?? 0);
  const others = total_usd - usd.reduce((sum, each) => sum + each, 0);
  return [...named, OTHER, WORLD].map((code, place) => {
    const imports_usd = [...usd, others, total_usd][place];
    return {
      ...taken(of, "year", "period_start", "period_end", "basis", "vintage"),
      [isLine(goods.code) ? "hts10" : "hts"]: goods.code,
      description: goods.name,
      ...(code === WORLD ? { partner_code: code } : labelled(code, supplierLabel)),
      role: code === WORLD ? "total" : "part",
      imports_usd,
      share: imports_usd / total_usd,
    };
  });
}

/** From the first to the last: `fell to 4.0`; of one alone `were 4.0`. */
function course(values: number[], write: (value: number) => string, verb: string): string {
  const [first, last] = [values[0], values.at(-1)!];
  const now = write(last);
  if (values.length === 1) return `${verb} ${now}`;
  return `${write(first) === now ? "held at" : last < first ? "fell to" : "rose to"} ${now}`;
}
