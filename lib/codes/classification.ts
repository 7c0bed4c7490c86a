/** Classes of goods that the report sets side by side: all goods, an industry, a technology group. */
import { ATP_TOTAL, atpGroupName } from "./atp.ts";
import { ALL_INDUSTRIES, naicsTitle } from "./naics.ts";

export type Classification = "all_goods" | "naics3" | "atp_group";

/** A class of goods: its classification and its code in it. */
export interface GoodsClass {
  classification: Classification;
  /** `00` of all goods; a NAICS-3 code; an ATP group or `total`. */
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

/** Title of a class: an industry's, a group's, `All goods`, `All ATP`. Throws on an unknown code. */
export function className({ classification, code }: GoodsClass): string {
  return classification === "atp_group" ? atpGroupName(code) : naicsTitle(code);
}

/** Its code as a text names it: `NAICS 334`, `ATP group 04`, `all ATP groups`, `all industries`. */
export function classCode({ classification, code }: GoodsClass): string {
  if (classification === "all_goods") return "all industries";
  if (classification === "naics3") return `NAICS ${code}`;
  return code === ATP_TOTAL ? "all ATP groups" : `ATP group ${code}`;
}
