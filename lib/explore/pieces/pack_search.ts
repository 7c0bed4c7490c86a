/** What can be asked for by words: industries, ATP groups, chapters, headings and named tariff lines. */
import {
  ALL_INDUSTRIES,
  ATP_GROUP_CODES,
  ATP_TOTAL,
  atpGroupName,
  lineCode,
  lineName,
  NAICS3_CODES,
  naicsTitle,
} from "../../codes/mod.ts";
import { COMMON_WORDS } from "./common_words.ts";
import type { SearchEntry } from "./layout.ts";

export interface Searchable {
  /** Ten-digit codes of the tariff that the tables have. */
  lines: string[];
  /** The Bureau's texts of lines, by code. */
  texts: ReadonlyMap<string, string>;
  /** Short names of chapters (2 digits) and headings (4). */
  headings: Readonly<Record<string, string>>;
}

/**
 * The entries in order of kind and code. Of the tariff there are all chapters, all headings that have a
 * name, the lines that have one, and the six digits before these.
 */
export function searchEntries({ lines, texts, headings }: Searchable): SearchEntry[] {
  const codes = (digits: number) => [...new Set(lines.map((line) => line.slice(0, digits)))].sort();
  const named = codes(10).filter((line) => isOurs(line) || texts.has(line));
  const all = Map.groupBy(lines, (line) => line.slice(0, 6));
  const goods = (kind: "chapter" | "heading", code: string): SearchEntry => ({
    ...{ kind, code, name: headings[code] ?? `HTS ${code}` },
    ...{ words: COMMON_WORDS[code] ?? "", plain: true },
  });
  return [
    ...[ALL_INDUSTRIES, ...NAICS3_CODES].map((code) => industry(code)),
    ...ATP_GROUP_CODES.map((code) => group(code, "")),
    group(ATP_TOTAL, "advanced technology products"),
    ...codes(2).map((code) => goods("chapter", code)),
    ...codes(4).filter((code) => headings[code]).map((code) => goods("heading", code)),
    ...[...Map.groupBy(named, (line) => line.slice(0, 6))].map(([code, own]) =>
      subheading(code, own, all.get(code)!.length, texts)
    ),
    ...named.map((line) => tariffLine(line, texts.get(line))),
  ];
}

const industry = (code: string): SearchEntry => ({
  ...{ kind: "industry", code, name: naicsTitle(code), words: "", plain: true },
});
const group = (code: string, words: string): SearchEntry => ({
  ...{ kind: "group", code, name: atpGroupName(code), words, plain: true },
});

/** Whether we have given a line a name of our own. */
const isOurs = (line: string): boolean => lineName(line) !== `HTS ${lineCode(line)}`;

const tariffLine = (code: string, text = ""): SearchEntry => ({
  ...{ kind: "line", code, name: lineName(code, text) },
  ...{ words: isOurs(code) ? text.toLowerCase() : "", plain: isOurs(code) },
});

/** Six digits are called after a line that is part of them, one of our names if there is any. */
function subheading(
  code: string,
  named: string[],
  all: number,
  texts: ReadonlyMap<string, string>,
): SearchEntry {
  const first = named.find(isOurs) ?? named[0];
  const name = lineName(first, texts.get(first));
  const others = all === 1 ? "" : all === 2 ? ", and another line" : `, and ${all - 1} other lines`;
  return {
    ...{ kind: "heading", code, name: `${name}${others}` },
    words: named.filter((line) => line !== first).map((line) => lineName(line, texts.get(line)))
      .join(" "),
    plain: isOurs(first),
  };
}
