/** Finds what a reader's words or digits may mean. */
import { plain } from "../../plain.ts";
import type { SearchEntry } from "./layout.ts";

/** Of the same rank: industries and groups, then the tariff from chapters down. */
const KINDS: SearchEntry["kind"][] = ["industry", "group", "chapter", "heading", "line"];

/**
 * Entries that match a text, the likeliest first: an exact code; industries and groups whose name has
 * the words; then goods, whole words before beginnings, our names before the Bureau's abbreviations,
 * and names that begin so before others.
 *
 * Words count in any order, without regard to capitals, accents and plural; beginnings of words are
 * enough. Where no entry has all of the words, those that have most of them are given. Codes may have
 * dots: `8471.50`. A code of the tariff that has no entry is offered if its chapter is there: its name is
 * that of the heading or chapter of which it is part.
 *
 * @param limit how many at most.
 */
export function found(entries: SearchEntry[], text: string, limit = 20): SearchEntry[] {
  const digits = /^(?:hts|hs|naics|atp)?[\s.]*(\d[\d.\s]*)$/i.exec(text.trim())?.[1]
    .replace(/[.\s]/g, "");
  const matches = digits ? ofCode(entries, digits) : ofWords(entries, wordsOf(text));
  return matches.slice(0, limit);
}

function ofCode(entries: SearchEntry[], digits: string): SearchEntry[] {
  const exact = entries.filter(({ code }) => code === digits);
  const within = entries.filter((entry) =>
    isGoods(entry) && entry.code.startsWith(digits) && entry.code !== digits
  );
  const byLength = within.sort((a, b) =>
    a.code.length - b.code.length || Number(b.plain) - Number(a.plain) ||
    (a.code < b.code ? -1 : 1)
  );
  const hasGoods = exact.some(isGoods);
  return [...exact, ...(hasGoods ? [] : unlisted(entries, digits)), ...byLength];
}

const isGoods = ({ kind }: SearchEntry): boolean => kind !== "industry" && kind !== "group";

/** A code that may be one of the tariff, called after the longest listed code that it is part of. */
function unlisted(entries: SearchEntry[], code: string): SearchEntry[] {
  if (![4, 6, 8, 10].includes(code.length)) return [];
  const wholes = entries.filter((entry) => isGoods(entry) && code.startsWith(entry.code));
  if (wholes.length === 0) return [];
  const whole = wholes.filter((entry) => entry.code.length <= 4)
    .reduce((long, each) => each.code.length > long.code.length ? each : long);
  const kind = code.length > 6 ? "line" : "heading";
  return [{ kind, code, name: whole.name, words: "", plain: true }];
}

function ofWords(entries: SearchEntry[], words: string[]): SearchEntry[] {
  const telling = words.filter((word) => !COMMONPLACE.has(word));
  const asked = telling.length > 0 ? telling : words;
  const ranked = entries.flatMap((entry) => {
    const rank = rankOf(entry, asked);
    return rank === undefined ? [] : [{ entry, rank }];
  });
  const lacking = ranked.reduce((least, { rank }) => Math.min(least, rank[0]), words.length);
  return ranked
    .filter(({ rank }) => rank[0] === lacking)
    .sort((a, b) => {
      const differs = a.rank.findIndex((value, place) => value !== b.rank[place]);
      if (differs >= 0) return a.rank[differs] - b.rank[differs];
      return family(a.entry) < family(b.entry) ? -1 : 1;
    })
    .map(({ entry }) => entry)
    .filter(({ code, name }, place, all) =>
      name !== all[place - 1]?.name || !all[place - 1].code.startsWith(code)
    );
}

/** How likely an entry is meant, the least first; none when it has none of the words. */
function rankOf(entry: SearchEntry, words: string[]): number[] | undefined {
  const { name, ours, more } = wordsIn(entry);
  const has = (own: string[]) => (word: string) => own.some((it) => it.startsWith(word));
  const met = words.filter(has([...name, ...ours, ...more]));
  if (met.length === 0) return undefined;
  const inName = met.every(has([...name, ...ours]));
  const isWhole = met.every((word) => [name, ours, more].some((own) => own.includes(word)));
  const begins = met.some(has([name[0], ...ours]));
  return [
    words.length - met.length,
    inName && !isGoods(entry) ? 0 : 1,
    isWhole ? 0 : 1,
    !inName ? 4 : (entry.plain ? 0 : 2) + (begins ? 0 : 1),
    isDetail(entry) ? KINDS.length : KINDS.indexOf(entry.kind),
  ];
}

/** Tariff lines, and the six digits before them. */
const isDetail = ({ kind, code }: SearchEntry): boolean => kind === "line" || code.length === 6;

/**
 * Lines in order of their codes, and six digits after the line that they are called after; they are left
 * out where that is all that they hold.
 */
const family = ({ code }: SearchEntry): string => code.padEnd(10, "~");

/** What is said of any goods: it is passed over beside other words. */
const COMMONPLACE = new Set(["import", "product", "good", "from", "of", "and", "the", "in", "for"]);

interface Words {
  name: string[];
  /** Common words for what the name says, as good as the name. */
  ours: string[];
  /** The Bureau's text and the code. */
  more: string[];
}
const known = new WeakMap<SearchEntry, Words>();

function wordsIn(entry: SearchEntry): Words {
  const before = known.get(entry);
  if (before) return before;
  const [others, code] = [wordsOf(entry.words), [entry.code]];
  const words = {
    name: wordsOf(entry.name),
    ...isDetail(entry) ? { ours: [], more: [...others, ...code] } : { ours: others, more: code },
  };
  known.set(entry, words);
  return words;
}

/** Words without accents, capitals and plural: `México` is `mexico`, `Batteries` is `battery`. */
export const wordsOf = (text: string): string[] =>
  (plain(text).match(/[a-z0-9]+/g) ?? []).map(singular);

function singular(word: string): string {
  if (!word.endsWith("s") || word.length < 4 || /(ss|us|is)$/.test(word)) return word;
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  return word.slice(0, /(ch|sh|ss|x|z)es$/.test(word) ? -2 : -1);
}
