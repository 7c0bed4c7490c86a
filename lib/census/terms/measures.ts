/** What is measured: values of each flow by basis, and the classes of ATP. */
import { ATP_GROUP_CODES, ATP_TOTAL, NOT_ATP } from "../../codes/mod.ts";
import type { Basis, Flow } from "../../data/mod.ts";
import { total } from "./sums.ts";

export interface Measure {
  basis: Basis;
  month: string;
  toDate: string;
}

/** Names of the value variables of each flow, by basis. */
export const MEASURES: Record<Flow, Measure[]> = {
  imports: [
    { basis: "general_imports", month: "GEN_VAL_MO", toDate: "GEN_VAL_YR" },
    { basis: "imports_for_consumption", month: "CON_VAL_MO", toDate: "CON_VAL_YR" },
  ],
  exports: [{ basis: "total_exports", month: "ALL_VAL_MO", toDate: "ALL_VAL_YR" }],
};
export const FLOWS: Flow[] = ["exports", "imports"];
/** ATP code of what is not advanced technology. */

/** The ten groups and what is not ATP: together all commodities. */
export const CLASSES = [NOT_ATP, ...ATP_GROUP_CODES];

/** The key of a figure: its codes in a fixed order. */
export const key = (...parts: string[]): string => parts.join(" ");

/** Values of the ten groups and their sum. */
export function withTotal(valueOf: (group: string) => number): [group: string, value: number][] {
  const groups = ATP_GROUP_CODES.map((group): [string, number] => [group, valueOf(group)]);
  return [...groups, [ATP_TOTAL, total(groups.map(([, value]) => value))]];
}
