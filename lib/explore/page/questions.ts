/** The five questions and the names of their choices. */
import { ATP_GROUP_CODES, ATP_TOTAL, atpGroupName } from "../../codes/atp.ts";
import { IMPORT_BASES } from "../../codes/bases.ts";
import { ALL_INDUSTRIES, NAICS3_CODES, naicsTitle } from "../../codes/naics.ts";
import { MEXICO, partnerName } from "../../codes/partners.ts";
import { ATP_LINES, fields, MEASURES, type Question } from "../fields.ts";
import type { SearchEntry } from "../pieces/layout.ts";
import { firstView, type View, type Years } from "../view.ts";

export type Option = [value: string, label: string];

export const QUESTIONS: Record<Question, string> = {
  suppliers: "Suppliers of an industry",
  changes: "Who gained, who lost",
  groups: "Advanced technology",
  goods: "Goods by tariff code",
  dependence: "Dependence on Mexico and Canada",
};

export const INDUSTRIES: Option[] = [ALL_INDUSTRIES, ...NAICS3_CODES]
  .map((
    code,
  ) => [code, code === ALL_INDUSTRIES ? naicsTitle(code) : `${code} ${naicsTitle(code)}`]);

export const GROUPS: Option[] = [
  [ATP_TOTAL, "All advanced technology"],
  ...ATP_GROUP_CODES.map((code): Option => [code, `${code} ${atpGroupName(code)}`]),
];

const MEASURE_NAMES = ["Shares", "Dollars", "Ranks", "Effective duty rate"];
export const MEASURE_OPTIONS: Option[] = MEASURES.map((it, at) => [it, MEASURE_NAMES[at]]);

const BASIS_NAMES = ["General imports", "Imports for consumption"];
export const BASIS_OPTIONS: Option[] = IMPORT_BASES.map((it, at) => [it, BASIS_NAMES[at]]);

/** Years, those with fewer than twelve months marked. */
export const yearOptions = (years: string[], full: string[]): Option[] =>
  years.map((year) => [year, full.includes(year) ? year : `${year} (part)`]);

/** Partners by name, Mexico first. */
export const partnerOptions = (codes: string[]): Option[] =>
  codes.map((code): Option => [code, partnerName(code)])
    .sort(([a, one], [b, other]) =>
      Number(b === MEXICO) - Number(a === MEXICO) || one.localeCompare(other, "en")
    );

/** Another question, with the choices that it shares with the present one. */
export function asking(ask: Question, view: View, years: Years): View {
  const first = firstView(ask, years);
  const shared = fields(ask, years).filter(({ name }) => name in view)
    .map(({ name }) => [name, view[name as keyof View]]);
  return { ...first, ...Object.fromEntries(shared), ask } as View;
}

/** The view of something found; an industry is asked for its changes where changes are asked. */
export function viewOf({ kind, code }: SearchEntry, view: View, years: Years): View {
  if (kind === "industry") {
    const ask = view.ask === "changes" ? "changes" : "suppliers";
    return { ...asking(ask, view, years), naics: code } as View;
  }
  if (kind === "group") return { ...asking("groups", view, years), group: code } as View;
  return { ...asking("goods", view, years), hts: code } as View;
}

/** What kind of thing was found, and its code. */
export const KINDS: Record<SearchEntry["kind"], string> = {
  industry: "Industry, NAICS",
  group: "Advanced technology, group",
  chapter: "Chapter of the tariff, HTS",
  heading: "Heading of the tariff, HTS",
  line: "Tariff line, HTS",
};

export { ATP_LINES };
