/** What an answer looks like: a number, a word, a list, a text in one's own words, something that a rule judges. */
import { given } from "../given.ts";
import { plain } from "../plain.ts";
import { RULES } from "./rules/mod.ts";

/** How the answer to an exercise is written, and by what it is judged. */
export type Form =
  | { kind: "number"; step: number; unit: string }
  | { kind: "word" }
  | { kind: "list"; ordered: boolean; count?: number }
  | { kind: "argument"; words: number; mention: Record<string, string[]> }
  | { kind: "rule"; rule: string };

/**
 * A number, right when it is less than `step` from the answer, which is rounded to steps.
 *
 * @param unit what to give, in words: "a share between 0 and 1"
 */
export const numberWithin = (step: number, unit: string): Form => ({ kind: "number", step, unit });

/** A word, a letter, a name or a code, in any case, with or without accents. */
export const oneOf = (): Form => ({ kind: "word" });

/** A list of words or codes, in any order unless it is `ordered`. */
export const listOf = ({ ordered = false } = {}): Form => ({ kind: "list", ordered });

/**
 * A text in the student's own words. A program cannot judge it: it counts the words and looks for what
 * must be spoken of.
 *
 * @param words least number of words
 * @param mention what must be spoken of, each with the words or parts of words of which one must occur:
 *   `{ "the size of the total": ["total", "weight"] }`
 */
export const argument = (
  { words, mention = {} }: { words: number; mention?: Record<string, string[]> },
): Form => ({ kind: "argument", words, mention });

/**
 * What a rule of `rules/` judges, by the rule's name.
 *
 * @throws Error naming the rules that there are.
 */
export function byRule(rule: string): Form {
  if (rule in RULES) return { kind: "rule", rule };
  throw new Error(`no rule ${rule}; there are ${Object.keys(RULES).join(", ")}`);
}

/** Why a value cannot be an answer of a form; null where it can. */
export function misfit(form: Form, value: unknown): string | null {
  const instead = `It was given ${given(value)}.`;
  switch (form.kind) {
    case "number":
      if (typeof value === "number" && Number.isFinite(value)) return null;
      return `Give a number: ${form.unit}. ${instead}`;
    case "word":
      return typeof value === "string" ? null : `Give a text, in quotes. ${instead}`;
    case "list": {
      const isList = Array.isArray(value) && value.every((it) => typeof it === "string");
      return isList ? null : `Give a list of texts, such as ["2010", "5700"]. ${instead}`;
    }
    case "argument":
      return typeof value === "string" ? null : `Give a text, in quotes or backticks. ${instead}`;
    case "rule":
      return null;
  }
}

/** An answer as one text that equals that of every other way to write it; numbers as steps. */
export function token(form: Form, value: unknown): string {
  if (form.kind === "number") return String(Math.round(value as number / form.step));
  if (form.kind !== "list") return bare(String(value));
  const entries = (value as string[]).map(bare);
  return (form.ordered ? entries : entries.toSorted()).join("|");
}

/** Text without what does not matter in an answer: case, accents, marks, spaces, a full stop. */
const bare = (text: string): string =>
  plain(text).replace(/[^\p{L}\p{N}.%-]+|\.(?!\d)/gu, " ").trim();
