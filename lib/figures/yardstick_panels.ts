/** The two panels of the yardstick, products and industries: their classes, names and rows of data. */
import type { RelativeShare } from "../analysis/mod.ts";
import {
  ALL_ATP,
  ALL_GOODS,
  ATP_TOTAL,
  atpGroupName,
  CANADA,
  type GoodsClass,
  MEXICO,
  ofAtpGroup,
  ofNaics,
  USMCA,
} from "../codes/mod.ts";
import { type DrawnRow, fractionOf, taken } from "./drawn.ts";
import { kicker } from "./words.ts";

export const OF_CLASS = fractionOf("the class's imports");

export interface Panel {
  kind: "products" | "industries";
  rows: RelativeShare[];
  /** Of both together, in the order of the bars. */
  both: RelativeShare[];
  /** Of a class, by its code. */
  name: (code: string) => string;
}

const productName = (code: string) =>
  code === ALL_GOODS.classification
    ? "All goods"
    : code === ATP_TOTAL
    ? "Advanced technology"
    : atpGroupName(code);
const industryName = (code: string) => `${kicker(code)} (${code})`;
/** The classes that hold the others. */
export const WHOLES = [ALL_GOODS.classification, ATP_TOTAL];

/** The wholes first, then the parts by their size. */
export function panelOf(rows: RelativeShare[], kind: Panel["kind"]): Panel {
  const rank = (row: RelativeShare) => (WHOLES.indexOf(row.class) + 1) || WHOLES.length + 1;
  const both = rows.filter((row) => row.partner_code === USMCA)
    .toSorted((a, b) => rank(a) - rank(b) || b.total_usd - a.total_usd);
  return { kind, rows, both, name: kind === "products" ? productName : industryName };
}

/** The share of one partner in the class of a row. */
export const shareOf = ({ rows }: Panel, row: RelativeShare, code: string): number =>
  rows.find((each) => each.class === row.class && each.partner_code === code)!.share;

/** The classes of a panel; the share in all goods, which is its line, where it is no bar. */
export function drawnRows(panel: Panel): DrawnRow[] {
  const { kind, both, name } = panel;
  const rows = both.map((row): DrawnRow => ({
    panel: kind,
    ...taken(row, "period_start", "period_end"),
    ...classOf(row.class, kind),
    class: name(row.class),
    role: row.class === ATP_TOTAL
      ? "total"
      : row.class === ALL_GOODS.classification
      ? "separate"
      : "part",
    mexico_share: shareOf(panel, row, MEXICO),
    canada_share: shareOf(panel, row, CANADA),
    both_share: row.share,
    relative_share: row.relative_share,
    imports_usd: row.total_usd,
    ...taken(row, "basis", "vintage"),
  }));
  if (both.some((row) => row.class === ALL_GOODS.classification)) return rows;
  const [{ all_share: both_share, ...of }] = both;
  const own = taken(of, "period_start", "period_end", "basis", "vintage");
  return [{ panel: kind, ...own, ...ALL_GOODS, role: "separate", both_share }, ...rows];
}

function classOf(code: string, kind: Panel["kind"]): GoodsClass {
  if (code === ALL_GOODS.classification) return ALL_GOODS;
  if (kind === "industries") return ofNaics(code);
  return code === ATP_TOTAL ? ALL_ATP : ofAtpGroup(code);
}
