/** Answers: suppliers of a group of advanced technology products. */
import { ranked } from "../../arithmetic/mod.ts";
import { ATP_TOTAL, atpInWords, CANADA, MEXICO, partnerName } from "../../codes/mod.ts";
import { drawnTable } from "../../figures/drawn.ts";
import { supplierRanking } from "../../figures/supplier_ranking.ts";
import { ordinal, percent, sourceLine } from "../../format.ts";
import { goodsSuppliersTable } from "../../notebook/goods_suppliers_table.ts";
import type { Answer } from "../answer.ts";
import type { DependenceSum, GroupSum } from "../pieces/layout.ts";
import type { GroupView } from "../view.ts";
import { dutiesOf, rowsBeside, sumsOf, suppliersOf } from "./line_sums.ts";
import * as words from "./line_words.ts";

export interface GroupPieces {
  groups: GroupSum[];
  /** What tells how much of the value has a derived class. */
  dependence: DependenceSum[];
}

/** What a view of a group shows; a sentence where nothing of it was imported. */
export function groupsAnswer(view: GroupView, { groups, dependence }: GroupPieces): Answer {
  const { group, basis, year } = view;
  const goods = atpInWords(group);
  const isOf = ({ atp_group }: { atp_group: string }) => group === ATP_TOTAL || atp_group === group;
  const sums = sumsOf(rowsBeside(groups, year).filter(isOf));
  const [suppliers, duties] = [suppliersOf(sums), dutiesOf(sums)];
  const { rows } = words.ofYear(suppliers, basis, year);
  const title = `Imports of ${goods} by supplier`;
  if (rows.length === 0) return nothing(title, view, groups);
  const places = ranked(rows, []);
  return {
    title,
    said: [
      words.neighborsSaid(suppliers, { goods, basis, year }),
      `${placesSaid(places)} ${words.totalSaid(suppliers, { basis, year })}`,
      ...words.dutySaid(duties, year),
    ],
    figures: [supplierRanking(places, { group, complete: true })],
    tables: [goodsSuppliersTable(suppliers, { goods, year, basis, duties })],
    notes: [
      derivedNote(dependence.filter(isOf), view),
      "The Bureau’s list of advanced technology is one of products, not of industries.",
      words.suppliersNote(suppliers, basis, year),
      words.BASIS_NOTE,
    ],
    source: sourceLine(suppliers),
    data: () =>
      drawnTable({
        rows: words.supplierRows(suppliers, duties, { atp_group: group }),
        units: words.SUPPLIER_UNITS,
        tables: ["import_lines", "import_line_classes"],
      }),
  };
}

/** Who came first, and where Mexico and Canada stood. */
function placesSaid(places: { partner_code: string; rank: number }[]): string {
  const [first] = places;
  const two = [MEXICO, CANADA].filter((code) => code !== first.partner_code).flatMap((code) => {
    const own = places.find(({ partner_code }) => partner_code === code);
    return own ? [`${partnerName(code)} ${ordinal(own.rank)}`] : [];
  });
  return `${
    [`${partnerName(first.partner_code)} came first`, ...two]
      .join(", ")
  }.`;
}

/** What part of the value lies in lines that are newer than the list. */
function derivedNote(lines: DependenceSum[], { basis, year }: GroupView): string {
  const own = lines.filter(({ period_start }) => period_start.startsWith(year));
  const usd = (rows: DependenceSum[]) => rows.reduce((sum, row) => sum + row[`${basis}_usd`], 0);
  const derived = own.filter(({ atp_method }) => words.isDerived(atp_method));
  const part = usd(own) > 0 ? usd(derived) / usd(own) : 0;
  return derived.length === 0
    ? "All lines are on the Bureau’s list of 2022."
    : `${
      percent(part)
    } of the value lies in lines newer than the Bureau’s list of 2022: their group ` +
      "is the one that all codes of their eight-digit heading share there.";
}

const nothing = (title: string, { group, basis, year }: GroupView, groups: GroupSum[]): Answer => ({
  title,
  said: [`No ${words.SHORT_BASIS[basis]} of ${atpInWords(group)} are listed in ${year}.`],
  ...{ figures: [], tables: [], notes: [] },
  source: words.originOf(groups),
});
