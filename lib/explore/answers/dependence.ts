/** Answers: how far tariff lines depend on Mexico and Canada, line by line. */
import { dependenceOf, type LineImports } from "../../arithmetic/mod.ts";
import {
  CANADA,
  goodsInWords,
  goodsName,
  type ImportBasis,
  lineCode,
  MEXICO,
  NOT_ATP,
} from "../../codes/mod.ts";
import { drawnTable, fractionOf, taken, USD } from "../../figures/drawn.ts";
import { lineDependenceBars } from "../../figures/line_dependence.ts";
import { sourceLine } from "../../format.ts";
import { dependenceTable } from "../../notebook/dependence_table.ts";
import type { Answer } from "../answer.ts";
import type { DependenceSum, LineSum } from "../pieces/layout.ts";
import type { DependenceView } from "../view.ts";
import { dependenceNotes, dependenceSaid } from "./dependence_said.ts";
import { noGoods } from "./goods_missing.ts";
import { rowsBeside } from "./line_sums.ts";

export interface DependencePieces {
  dependence: DependenceSum[];
  /** What is under the code; none where the lines of advanced technology are asked for. */
  lines?: LineSum[];
  /** Lines of the code's chapter, where nothing is under the code: the codes that there are. */
  chapter?: LineSum[];
}

/** Above this share of its imports a line is said to come mostly from the two. */
const HALF = 0.5;

/** What a view of dependence shows; where nothing is listed under the code, which codes there are. */
export function dependenceAnswer(view: DependenceView, pieces: DependencePieces): Answer {
  const { lines: code, basis, year } = view;
  const isAtp = code === "atp";
  const held = isAtp
    ? rowsBeside(pieces.dependence, year).map((row) => ofSum(row, basis))
    : byLine(rowsBeside(pieces.lines!, year, pieces.dependence), basis);
  const of = (which: (start: string) => boolean) =>
    dependenceOf(held.filter(({ period_start }) => which(period_start)));
  const start = `${year}-01`;
  const other = held.map((row) => row.period_start).sort().findLast((each) => each !== start);
  const [rows, beside] = [of((each) => each === start), of((each) => each === other)];
  if (rows.length === 0) {
    const { lines = [], chapter = [] } = pieces;
    return noGoods({ hts: code, year }, [...lines, ...chapter], goodsInWords(code));
  }
  const what = isAtp ? "technology lines" : `lines of HTS ${lineCode(code)}`;
  const descriptions = new Map(
    pieces.dependence.filter(({ description }) => description)
      .map(({ hts10, description }) => [hts10, description]),
  );
  const above = rows.filter(({ share }) => share > HALF);
  return {
    title: `Dependence on Mexico and Canada: ${what}`,
    said: dependenceSaid(rows, { above, what, basis, descriptions }),
    figures: above.length
      ? [lineDependenceBars(rows, { ...(isAtp ? {} : { hts: code }), descriptions })]
      : [],
    tables: [dependenceTable(rows, { what, beside, descriptions })],
    notes: dependenceNotes(view, pieces, rows),
    source: sourceLine(rows),
    data: () =>
      drawnTable({
        rows: [...rows, ...beside].map((row) => ({
          ...taken(row, "period_start", "period_end", "hts10"),
          description: goodsName(row.hts10, descriptions.get(row.hts10)),
          ...taken(row, "atp_group"),
          ...(row.atp_group === NOT_ATP ? { group: "Not advanced technology" } : {}),
          role: "part",
          imports_usd: row.value_usd,
          ...taken(row, "mexico_usd", "canada_usd", "mexico_share", "canada_share"),
          both_share: row.share,
          ...taken(row, "basis", "vintage"),
        })),
        units: {
          ...{ imports_usd: USD, mexico_usd: USD, canada_usd: USD },
          ...{ mexico_share: OF_LINE, canada_share: OF_LINE, both_share: OF_LINE },
        },
        tables: ["import_lines", "import_line_classes"],
      }),
  };
}

const OF_LINE = fractionOf("the line's imports");

const ofSum = (row: DependenceSum, basis: ImportBasis): LineImports => ({
  ...taken(row, "vintage", "period_start", "period_end", "hts10", "atp_group"),
  basis,
  value_usd: row[`${basis}_usd`],
  mexico_usd: row[`${basis}_mexico_usd`],
  canada_usd: row[`${basis}_canada_usd`],
});

/** Imports by partner, summed to lines by period. */
function byLine(lines: LineSum[], basis: ImportBasis): LineImports[] {
  const sums = new Map<string, LineImports>();
  for (const row of lines) {
    const key = `${row.period_start} ${row.hts10}`;
    const sum = sums.get(key) ?? {
      ...taken(row, "vintage", "period_start", "period_end", "hts10", "atp_group"),
      ...{ basis, value_usd: 0, mexico_usd: 0, canada_usd: 0 },
    };
    const usd = row[`${basis}_usd`];
    sum.value_usd += usd;
    if (row.partner_code === MEXICO) sum.mexico_usd += usd;
    if (row.partner_code === CANADA) sum.canada_usd += usd;
    sums.set(key, sum);
  }
  return [...sums.values()];
}
