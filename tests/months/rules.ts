/** Rules that what a report says must keep in every month. */
import type { Passage } from "./texts.ts";
import { sentences } from "./texts.ts";

export interface Circumstances {
  /** The newest month of the data. */
  newest: string;
}

interface Rule {
  name: string;
  /** What of a sentence breaks the rule; undefined when nothing does. */
  broken: (sentence: string, circumstances: Circumstances) => string | undefined;
}

const found = (pattern: RegExp) => (sentence: string) => pattern.exec(sentence)?.[0];

export const RULES: Rule[] = [
  { name: "no value that is none", broken: found(/\b(undefined|NaN|null|Infinity)\b|\[object/) },
];

/** Every sentence that breaks a rule: chapter, cell, rule, sentence. */
export function findings(passages: Passage[], circumstances: Circumstances): string[] {
  return passages.flatMap(({ chapter, cell, text }) =>
    sentences(text).flatMap((sentence) =>
      RULES.flatMap(({ name, broken }) => {
        const what = broken(sentence, circumstances);
        return what === undefined ? [] : [`${chapter} ${cell}: ${name} («${what}»): ${sentence}`];
      })
    )
  );
}
