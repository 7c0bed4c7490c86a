/**
 * Rules that whatever a report says must keep in every month: what a template gets wrong when a list is
 * empty, a sign turns, a year becomes whole or a period has one month.
 */
import { type Passage, sentences } from "./texts.ts";

export interface Circumstances {
  /** The newest month of the data, YYYY-MM; where it is not known, nothing is stale. */
  newest?: string;
}

interface Rule {
  name: string;
  /** What breaks the rule, in the text's own words; undefined when nothing does. */
  broken: (text: string, circumstances: Circumstances) => string | undefined;
  /** Holds of tables and of the words in a picture too, which are no sentences. */
  everywhere?: true;
  /** Is asked of a paragraph and not of each sentence. */
  paragraph?: true;
}

const MONTH =
  "(?:January|February|March|April|May|June|July|August|September|October|November|December)";
const YEAR = "(?:19|20)\\d\\d";
/** A part of a year in words. */
const PART = `${MONTH}(?:–${MONTH})? ${YEAR}`;
const NUMBER = "[−+]?\\d[\\d,]*(?:\\.\\d+)?";
const UP = "rose|grew|climbed|increased|went up",
  DOWN = "fell|sank|dropped|shrank|declined|went down";

const found = (pattern: RegExp) => (text: string) => pattern.exec(text)?.[0];
const any = (...patterns: RegExp[]) => (text: string) =>
  patterns.map((pattern) => pattern.exec(text)?.[0]).find((each) => each !== undefined);
const valueOf = (text: string) =>
  Number(text.replaceAll(",", "").replace("−", "-").replace("+", ""));

/** A verb that says up where the numbers go down, or the other way round. */
function againstItsNumbers(sentence: string): string | undefined {
  const moves = new RegExp(
    `\\b(${UP}|${DOWN}) from \\**(${NUMBER})[^;:]{0,40}? to \\**(${NUMBER})`,
    "g",
  );
  const isYear = new RegExp(`^${YEAR}$`);
  const isUp = new RegExp(`^(?:${UP})$`);
  for (const [text, verb, from, to] of sentence.matchAll(moves)) {
    if ([from, to].every((each) => isYear.test(each))) continue;
    const change = valueOf(to) - valueOf(from);
    if (isUp.test(verb) ? change < 0 : change > 0) return text;
  }
}

/** A month or year that is said to be the newest and is not. */
function stale(sentence: string, { newest }: Circumstances): string | undefined {
  if (newest === undefined) return;
  const [year, month] = newest.split("-").map(Number);
  const named = new RegExp(`\\b(?:latest|newest) (?:whole |full )?year,? (?:is |was )?(${YEAR})`)
    .exec(
      sentence,
    );
  if (named && Number(named[1]) < (month === 12 ? year : year - 1)) return named[0];
  const ends = new RegExp(`\\bdata [^.;]{0,40}\\bends? (?:in|with) (${MONTH}) (${YEAR})`).exec(
    sentence,
  );
  const monthOf = (name: string) => new Date(`${name} 1, 2000 UTC`).getUTCMonth() + 1;
  if (ends && (Number(ends[2]) !== year || monthOf(ends[1]) !== month)) return ends[0];
}

/** Words that may stand twice. */
const TWICE = ["that", "had", "more"];

export const RULES: Rule[] = [
  {
    name: "a value that is none",
    everywhere: true,
    broken: found(/\b(?:undefined|NaN|null|Infinity)\b|\[object/),
  },
  {
    name: "the same twice",
    everywhere: true,
    broken: any(
      /\b[Ff]rom (?=[^a-z]|\S+ \S*\d)(\S+(?: \S+){0,3}) to \1(?![\w%–-]|[.,]\d)/,
      new RegExp(`\\b(${MONTH}|${YEAR}|${MONTH} ${YEAR})–\\1(?![\\d–])`),
      new RegExp(`\\b(${PART}|${YEAR})(?: and|, then| against| to) \\1\\b`),
      new RegExp(
        `${NUMBER}%? in (${PART}|${YEAR})(?:,| and|; in|, then)(?: \\w+)? ${NUMBER}%? in \\1\\b`,
      ),
      new RegExp(`\\bin (${PART})[;,] (?:and )?in \\1\\b`),
    ),
  },
  {
    name: "a whole year as its months",
    everywhere: true,
    broken: found(/\bJan(?:uary)?–Dec(?:ember)? \d{4}/),
  },
  {
    name: "a part of a year against a whole one",
    broken: any(
      new RegExp(`\\bfrom ${YEAR} to ${PART}`),
      new RegExp(`\\bfrom ${PART} to ${YEAR}(?!-)`),
      new RegExp(`\\bfrom [^.;]{0,30} in ${YEAR} to [^.;]{0,30} in ${PART}`),
      new RegExp(`\\bfrom [^.;]{0,30} in ${PART} to [^.;]{0,30} in ${YEAR}(?!-)`),
    ),
  },
  {
    name: "a verb against its numbers",
    broken: (sentence) =>
      againstItsNumbers(sentence) ??
        found(
          new RegExp(
            `\\b(?:${UP}|${DOWN}|gained|lost|ahead|behind|more|less|higher|lower|larger|smaller) (?:\\w+ )?by [−]\\d\\S*`,
          ),
        )(sentence) ??
        found(/\b(?:gained|lost|added) −\d\S*/)(sentence),
  },
  {
    name: "nothing where something must be",
    broken: any(/\S \(?[.,;:)](?=\s|$)/, /\(\)/, /\*\*\*\*/),
  },
  { name: "none of none", broken: found(/\b(?:\d+|all|none|any) of (?:the )?0\b(?!\.\d)/) },
  { name: "marks together", broken: found(/[,;:?!][.,;:]|(?<![.A-Z])\.[.,;](?!\.)/) },
  { name: "two spaces", broken: found(/\S {2,}\S/) },
  {
    name: "a word twice",
    broken: (sentence) =>
      [...sentence.matchAll(/\b([A-Za-z]+) \1\b/gi)].map(([text, word]) =>
        TWICE.includes(word.toLowerCase()) ? undefined : text
      ).find(Boolean),
  },
  {
    name: "one and many",
    broken: any(
      /(?<![\d.,−–+:-]|\d |\b(?:Figure|Table|Chapter|Step|Exhibit|Exercise|Section|Annex|List|[Gg]roup) )\b1 (?!(?:is|was|has|does|as|plus|minus|less|across)\b)(?:percentage |listed |other |tariff |published )?[a-z-]+(?<!s|u|i)s\b(?! of)/,
      /(?<![\d.,–-])(?:[02-9]|[1-9]\d+) (?:month|year|line|supplier|country|group|partner|release|period|part|table)\b(?!-)/,
      /\b1 of (?:the )?[\d,]+ [a-z -]+? (?:gain|lose|come|have|are|were|rise|fall)\b/,
    ),
  },
  { name: "a sign on nothing", broken: found(/[−+]0(?:\.0+)?(?!\.?\d)/) },
  { name: "stale", broken: stale },
  {
    name: "bold that does not end",
    paragraph: true,
    broken: (text) => (text.match(/\*\*/g) ?? []).length % 2 === 1 ? text.slice(0, 40) : undefined,
  },
  {
    name: "a sentence without a capital",
    paragraph: true,
    broken: (text) =>
      found(/^[a-z]/)(text) ??
        found(/(?<!\b(?:f\.a\.|e\.|i\.|v|N|c|p|et a))[a-z%)]\. (?!v\. )[a-z]\w*/)(text),
  },
];

/** Code and addresses are no prose. */
const withoutCode = (text: string): string =>
  text.replace(/```[^]*?```/g, "").replace(/`[^`]*`/g, "‹code›").replace(/\]\([^)]*\)/g, "]")
    .replace(/<https?:[^>]*>/g, "‹address›");

/** Every passage that breaks a rule: chapter, cell, rule, its own words, the sentence. */
export function findings(passages: Passage[], circumstances: Circumstances): string[] {
  return passages.flatMap(({ chapter, cell, kind, text }) => {
    const prose = withoutCode(text);
    const isProse = kind !== "table" && kind !== "picture";
    return RULES.filter(({ everywhere }) => isProse || everywhere).flatMap((rule) =>
      (rule.paragraph ? prose.split(/\n\s*\n|\n(?=\s*[-*>|#])/) : sentences(prose))
        .flatMap((part) => {
          const what = rule.broken(part.trim(), circumstances);
          return what === undefined
            ? []
            : [`${chapter} ${cell}: ${rule.name} («${what}»): ${part.trim().slice(0, 300)}`];
        })
    );
  });
}
