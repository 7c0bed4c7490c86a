/** The choices of each question: their keys in an address, what they may be, and what they are at first. */
import { ATP_GROUP_CODES, ATP_TOTAL } from "../codes/atp.ts";
import { IMPORT_BASES } from "../codes/bases.ts";
import { ALL_INDUSTRIES, NAICS3_CODES } from "../codes/naics.ts";
import { isCountry, PARTNERS } from "../codes/partners.ts";
import { lineCode } from "../codes/tariff_lines.ts";
import type { View, Years } from "./view.ts";

export type Question = View["ask"];

/** The key by which an address names its question; it has the question's first choice. */
export const KEYS: Record<Question, string> = {
  suppliers: "naics",
  changes: "changes",
  groups: "group",
  goods: "hts",
  dependence: "depends",
};

export const MEASURES = ["share", "dollars", "rank", "duty"] as const;
/** The lines of the list of advanced technology. */
export const ATP_LINES = "atp";

/** Computers and electronics, servers: what the report is about. */
const FIRST_NAICS = "334";
const FIRST_HTS = "84715001";

type Value = string | string[];

export interface Field {
  /** In the view. */
  name: string;
  /** In the address. */
  key: string;
  fallback: Value;
  /** What a text means; a fault says which text is not to be had, and what is. */
  read(text: string): { value?: Value; fault?: string };
  /** How the address writes a value. */
  write(value: Value): string;
}

/** The fields of a question, in the order in which its address names them. */
export function fields(ask: Question, { industries, full, lines, fullLines }: Years): Field[] {
  const industry = one(
    "naics",
    KEYS[ask],
    "industry",
    [ALL_INDUSTRIES, ...NAICS3_CODES],
    FIRST_NAICS,
  );
  const from = one("from", "from", "year", industries, industries[0]);
  const to = one("to", "to", "year", industries, full.at(-1)!);
  const year = one("year", "year", "year", lines, fullLines.at(-1)!);
  const basis = one("basis", "basis", "basis", IMPORT_BASES, IMPORT_BASES[0]);
  switch (ask) {
    case "suppliers":
      return [
        industry,
        partners,
        one("measure", "show", "measure", MEASURES, MEASURES[0]),
        from,
        to,
      ];
    case "changes":
      return [industry, from, to];
    case "groups":
      return [
        one("group", KEYS[ask], "ATP group", [...ATP_GROUP_CODES, ATP_TOTAL], ATP_TOTAL),
        basis,
        year,
      ];
    case "goods":
      return [code("hts", KEYS[ask], [2, 4, 6, 8, 10], FIRST_HTS), basis, year];
    case "dependence":
      return [code("lines", KEYS[ask], [2, 4, 6], ATP_LINES), basis, year];
  }
}

/** One of a few values. */
function one(
  name: string,
  key: string,
  what: string,
  values: readonly string[],
  fallback: string,
): Field {
  const read = (text: string) =>
    values.includes(text)
      ? { value: text }
      : { fault: `There is no ${what} “${text}”; there are ${values.join(", ")}.` };
  return { name, key, fallback, read, write: String };
}

/** Some partners, each once. */
const partners: Field = {
  name: "partners",
  key: "partners",
  fallback: [],
  write: String,
  read(text) {
    const codes = [...new Set(text.split(",").map((it) => it.trim()).filter((it) => it))];
    const known = (code: string) => isCountry(code) && Object.hasOwn(PARTNERS, code);
    const unknown = codes.filter((it) => !known(it)).map((it) => `“${it}”`).join(", ");
    return {
      value: codes.filter(known),
      fault: unknown &&
        `No partner has the code ${unknown}; a code is one of Schedule C, such as 2010 for Mexico.`,
    };
  },
};

/** The beginning of a tariff code, with or without its dots. */
function code(name: string, key: string, lengths: number[], fallback: string): Field {
  const read = (text: string) => {
    const digits = text.replace(/[.\s]/g, "");
    if (text === fallback && !/\d/.test(text)) return { value: text };
    if (/^\d+$/.test(digits) && lengths.includes(digits.length)) return { value: digits };
    const last = lengths.at(-1);
    return {
      fault:
        `“${text}” is no tariff code here; one has ${lengths.slice(0, -1).join(", ")} or ${last} ` +
        `digits, such as ${dotted(FIRST_HTS.slice(0, last))}.`,
    };
  };
  return { name, key, fallback, read, write: (value) => dotted(String(value)) };
}

/** A tariff code, whole or its beginning, as the schedule prints it; another text as it is. */
export const dotted = (text: string): string => /^\d+$/.test(text) ? lineCode(text) : text;
