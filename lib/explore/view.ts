/** What a reader asks of the explorer: a question with its choices, and its address in the page. */
import type { ImportBasis } from "../codes/bases.ts";
import { fields, KEYS, type Question } from "./fields.ts";

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

/** Years of which there are figures, in order. */
export interface Years {
  /** Of industries. */
  industries: string[];
  /** Those of them with all twelve months. */
  full: string[];
  /** Of tariff lines and ATP groups by partner. */
  lines: string[];
  /** Those of them with all twelve months. */
  fullLines: string[];
}

/** A view as an address gives it, and what of the address is not to be had, in sentences. */
export interface Parsed {
  view: View;
  faults: string[];
}

/**
 * Reads an address such as `#naics=334&partners=2010,5700&from=2017`. What it leaves out, or says wrongly,
 * is as at first: suppliers of computers and electronics, general imports, the newest whole year.
 */
export function parseView(hash: string, years: Years): Parsed {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  const ask = [...given.keys()].map((key) => questionOf(key)).find((it) => it) ?? "suppliers";
  const own = fields(ask, years);
  const faults: string[] = [];
  const choices = own.map(({ name, key, read, fallback }) => {
    const text = given.get(key);
    if (text === null) return [name, fallback];
    const { value, fault } = read(text.trim());
    if (fault) faults.push(fault);
    return [name, value ?? fallback];
  });
  for (const key of new Set(given.keys())) {
    if (own.some((it) => it.key === key)) continue;
    const keys = own.map((it) => it.key).join(", ");
    faults.push(`“${key}” is no choice of this question; its choices are ${keys}.`);
  }
  return inOrder({ ask, ...Object.fromEntries(choices) } as View, years, faults);
}

/** The address of a view, without what is as at first: `#naics=334&show=duty`. */
export function addressOf(view: View, years: Years): string {
  const [first, ...rest] = fields(view.ask, years).map(({ name, key, fallback, write }) => {
    const value = write(view[name as keyof View]);
    const text = encodeURIComponent(value).replaceAll("%2C", ",");
    return { said: `${key}=${text}`, isFallback: value === write(fallback) };
  });
  return `#${[first, ...rest.filter((it) => !it.isFallback)].map(({ said }) => said).join("&")}`;
}

/** The view that a question opens with. */
export const firstView = (ask: Question, years: Years): View =>
  parseView(`#${KEYS[ask]}=${fields(ask, years)[0].fallback}`, years).view;

const questionOf = (key: string): Question | undefined =>
  (Object.keys(KEYS) as Question[]).find((ask) => KEYS[ask] === key);

/** Two years run forward, and a change has two. */
function inOrder(view: View, { full }: Years, faults: string[]): Parsed {
  if (view.ask !== "suppliers" && view.ask !== "changes") return { view, faults };
  const { from, to } = view;
  if (from > to) {
    const said =
      `The years run backwards, from ${from} to ${to}: they are taken from ${to} to ${from}.`;
    return { view: { ...view, from: to, to: from }, faults: [...faults, said] };
  }
  if (from < to || view.ask === "suppliers") return { view, faults };
  const other = full.find((year) => year < to) ?? full.find((year) => year > to)!;
  const [first, last] = [from, other].sort();
  const said = `A change is between two years, and ${from} is one: it is set against ${other}.`;
  return { view: { ...view, from: first, to: last }, faults: [...faults, said] };
}
