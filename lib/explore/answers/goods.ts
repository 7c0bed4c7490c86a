/** Answers: suppliers of goods by tariff code, and what of them enters under the USMCA. */
import { preferenceByMonth } from "../../arithmetic/mod.ts";
import { CANADA, goodsInWords, goodsName, MEXICO, NOT_ATP, ofHts } from "../../codes/mod.ts";
import { drawnTable } from "../../figures/drawn.ts";
import { lineSuppliersBars } from "../../figures/line_suppliers.ts";
import { capitalized, number, percent, periodName, sourceLine } from "../../format.ts";
import { goodsSuppliersTable } from "../../notebook/goods_suppliers_table.ts";
import type { Answer } from "../answer.ts";
import type { DependenceSum, LineSum, Pieces } from "../pieces/layout.ts";
import type { GoodsView } from "../view.ts";
import { noGoods } from "./goods_missing.ts";
import { USE_UNITS, useFigure, useRows, useSaid } from "./goods_use.ts";
import { dutiesOf, rowsBeside, sumsOf, suppliersOf } from "./line_sums.ts";
import * as words from "./line_words.ts";

export interface GoodsPieces {
  /** What is under the code, and nothing else. */
  goods: Pieces[`goods-${string}`];
  /** The Bureau's texts of lines are here, and every year that the tables have. */
  dependence: DependenceSum[];
  /** Lines of the code's chapter, where nothing is under the code: the codes that there are. */
  chapter?: LineSum[];
}

/** What a view of goods shows; where nothing is listed under the code, which codes there are. */
export function goodsAnswer(
  view: GoodsView,
  { goods: held, dependence, chapter = [] }: GoodsPieces,
): Answer {
  const { hts, basis, year } = view;
  const description = dependence.find((row) => row.hts10 === hts && row.description)?.description;
  const goods = goodsInWords(hts, description);
  const lines = rowsBeside(held.lines, year, dependence);
  if (lines.length === 0) return noGoods(view, [...held.lines, ...chapter], goods);
  const sums = sumsOf(lines);
  const [suppliers, duties] = [suppliersOf(sums), dutiesOf(sums)];
  const use = held.preference.length === 0 ? [] : preferenceByMonth(held.preference, held.months, {
    ...ofHts(hts),
    vintage: held.preference[0].vintage,
  });
  const drawn = suppliers.filter((row) => row.basis === basis);
  const isImported = drawn.some((row) => row.year === year);
  return {
    title: `Imports of ${goods} by supplier`,
    said: [
      ...(isImported
        ? [
          words.neighborsSaid(suppliers, { goods, basis, year }),
          words.totalSaid(suppliers, { basis, year }),
        ]
        : [`${capitalized(goods)} had no ${words.SHORT_BASIS[basis]} in ${year}.`]),
      [...words.dutySaid(duties, year), ...useSaid(use, held)].join(" "),
    ].filter((text) => text !== ""),
    figures: [
      ...(drawn.length
        ? [lineSuppliersBars(drawn, {
          ...{ hts10: hts, description, always: [MEXICO, CANADA], most: 3 },
        })]
        : []),
      ...useFigure(use, hts, description),
    ],
    tables: [goodsSuppliersTable(suppliers, { goods, year, basis, duties })],
    notes: [
      linesNote(lines, view),
      ...(isImported ? [words.suppliersNote(suppliers, basis, year)] : []),
      words.BASIS_NOTE,
    ],
    source: sourceLine([...suppliers, ...use.slice(0, 1)]),
    data: () =>
      drawnTable({
        rows: [
          ...words.supplierRows(suppliers, duties, ownCode(hts, description)),
          ...useRows(use, ownCode(hts, description)),
        ],
        units: useRows(use, {}).length
          ? { ...words.SUPPLIER_UNITS, ...USE_UNITS }
          : words.SUPPLIER_UNITS,
        tables: ["import_lines", "import_line_classes", "preference_lines"],
      }),
  };
}

const ownCode = (hts: string, description?: string) => ({
  [hts.length === 10 ? "hts10" : "hts"]: hts,
  description: goodsName(hts, description),
});

/** How many lines there are under the code, and what part of their value is advanced technology. */
function linesNote(lines: LineSum[], { hts, basis, year }: GoodsView): string {
  const own = lines.filter(({ period_start }) => period_start.startsWith(year));
  const atp = own.filter(({ atp_group }) => atp_group !== NOT_ATP);
  const derived = atp.filter(({ atp_method }) => words.isDerived(atp_method));
  const count = (rows: LineSum[]) => new Set(rows.map(({ hts10 }) => hts10)).size;
  const usd = (rows: LineSum[]) => rows.reduce((sum, row) => sum + row[`${basis}_usd`], 0);
  const part = (rows: LineSum[]) => percent(usd(own) > 0 ? usd(rows) / usd(own) : 0);
  const newer = "newer than the Bureau’s list of 2022, so that the class is derived";
  if (hts.length === 10) {
    const is = atp.length ? "is" : "is not";
    return `The line ${is} on the list of advanced technology products` +
      `${derived.length ? `: it is ${newer}` : ""}.`;
  }
  const noun = count(own) === 1 ? "tariff line was" : "tariff lines were";
  const atpList = "the list of advanced technology products";
  const when = own.length === 0 ? year : periodName(own[0].period_start, own[0].period_end);
  const all = `${number(count(own))} ${noun} imported under the code in ${when}`;
  if (atp.length === 0) return `${all}; none is on ${atpList}.`;
  return `${all}. On ${atpList}: ${number(count(atp))}, with ${part(atp)} of the value` +
    `${derived.length ? `; lines with ${part(derived)} of the value are ${newer}` : ""}.`;
}
