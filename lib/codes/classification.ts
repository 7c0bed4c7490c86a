/** Classes of goods that the report sets side by side: all goods, an industry, a technology group. */
import { ATP_TOTAL, atpGroupName } from "./atp.ts";
import { ALL_INDUSTRIES, naicsTitle } from "./naics.ts";
import { goodsName, lineCode } from "./tariff_lines.ts";

export type Classification = "all_goods" | "naics3" | "atp_group" | "hts";

/** A class of goods: its classification and its code in it. */
export interface GoodsClass {
  classification: Classification;
  /** `00` of all goods; a NAICS-3 code; an ATP group or `total`; the first digits of HTS codes. */
  code: string;
}

/** Every good. */
export const ALL_GOODS: GoodsClass = { classification: "all_goods", code: ALL_INDUSTRIES };
/** Every advanced technology product. */
export const ALL_ATP: GoodsClass = { classification: "atp_group", code: ATP_TOTAL };
/** An industry of NAICS, by its three digits. */
export const ofNaics = (code: string): GoodsClass => ({ classification: "naics3", code });
/** One of the ten ATP groups. */
export const ofAtpGroup = (code: string): GoodsClass => ({ classification: "atp_group", code });

/** Goods of the tariff, by the first 2, 4, 6, 8 or all 10 digits of their HTS code. */
export const ofHts = (code: string): GoodsClass => ({ classification: "hts", code });

/** Title of a class: an industry's, a group's, `All goods`, `All ATP`. Throws on an unknown code. */
export function className({ classification, code }: GoodsClass): string {
  if (classification === "hts") return goodsName(code);
  return classification === "atp_group" ? atpGroupName(code) : naicsTitle(code);
}

/**
 * Its code as a text names it: `NAICS 334`, `ATP group 04`, `HTS 8471.50`, `all ATP groups`, `all
 * industries`.
 */
export function classCode({ classification, code }: GoodsClass): string {
  if (classification === "all_goods") return "all industries";
  if (classification === "hts") return `HTS ${lineCode(code)}`;
  if (classification === "naics3") return `NAICS ${code}`;
  return code === ATP_TOTAL ? "all ATP groups" : `ATP group ${code}`;
}
