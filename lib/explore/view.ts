/** What a reader asks of the explorer: a question with its choices, and its address in the page. */
import type { ImportBasis } from "../analysis/mod.ts";

/** Suppliers of an industry over years. */
export interface SuppliersView {
  ask: "suppliers";
  /** NAICS-3 code, or `00` for all goods. */
  naics: string;
  measure: "share" | "dollars" | "rank" | "duty";
  /** Chosen partners by code; none: those that the figure chooses. */
  partners: string[];
  from: string;
  to: string;
}

/** Suppliers of a group of advanced technology products in one year. */
export interface GroupView {
  ask: "groups";
  /** ATP group `01` … `10`, or `total`. */
  group: string;
  basis: ImportBasis;
  year: string;
}

/** Suppliers of goods by tariff code. */
export interface GoodsView {
  ask: "goods";
  /** The first 2, 4, 6, 8 or all 10 digits of an HTS code, without dots. */
  hts: string;
  basis: ImportBasis;
  year: string;
}

/** Who gained and who lost between two years. */
export interface ChangesView {
  ask: "changes";
  naics: string;
  from: string;
  to: string;
}

/** How far tariff lines depend on Mexico and Canada. */
export interface DependenceView {
  ask: "dependence";
  /** `atp`: the lines of the list of advanced technology; else the first 2, 4 or 6 digits of HTS codes. */
  lines: string;
  basis: ImportBasis;
  year: string;
}

export type View = SuppliersView | GroupView | GoodsView | ChangesView | DependenceView;
