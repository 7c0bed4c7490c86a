/** Keys: what is kept of the answers, so that a check can know them and a student cannot read them. */
import { pbkdf2Sync } from "node:crypto";
import type { Shown } from "../notebook/show.ts";
import { ROOT } from "../root.ts";
import { type Form, misfit, token } from "./forms.ts";
import { RULES } from "./rules/mod.ts";
import { wordCount } from "./rules/text.ts";

/** What is kept of an answer. */
export interface AnswerKey {
  form: Form;
  /** Of the answer; a judgment has none. */
  hash?: string;
  /** Mistakes that students make: the hash of each, and what to say. */
  mistakes?: { hash: string; say: string }[];
}

/** The MIME type by which `deno task report --accept` finds a key in a chapter's outputs. */
export const KEY_MIME = "application/vnd.technology-frontier.answer-key+json";

/** Keys of this session by exercise; a chapter that is executed checks its solutions with its own. */
const session = new Map<string, AnswerKey>();

/** What `deno task report --accept` kept of the chapters' keys. */
const kept = `${ROOT}/notebooks/answers.json`;

/**
 * Makes the key of an exercise from its solution; the last cell of a solution shows it. A student's copy
 * has neither, and checks with what is kept of it.
 *
 * @param exercise number of the exercise: `3.1`
 * @param answer the right answer
 * @param form what an answer looks like
 * @param mistakes wrong answers that students give, each with what to say to it
 * @throws TypeError when the answer, or a mistake, does not have the form; Error when the rule of the form
 *   does not accept the answer.
 */
export function answerKey(
  exercise: string,
  answer: unknown,
  form: Form,
  mistakes: [wrong: unknown, say: string][] = [],
): Shown {
  for (const value of [answer, ...mistakes.map(([wrong]) => wrong)]) {
    const fault = misfit(form, value);
    if (fault) throw new TypeError(`the key of exercise ${exercise}: ${fault}`);
  }
  const faults = complaints(form, answer);
  if (faults.length > 0) {
    throw new Error(`the key of exercise ${exercise} does not pass: ${faults.join(" ")}`);
  }
  const hash = (value: unknown) => hashed(exercise, token(form, value));
  const key: AnswerKey = isJudged(form) ? { form } : {
    form: form.kind === "list" ? { ...form, count: (answer as string[]).length } : form,
    hash: hash(answer),
    // Newer figures may make right what was a mistake.
    mistakes: mistakes.filter(([wrong]) => token(form, wrong) !== token(form, answer))
      .map(([wrong, say]) => ({ hash: hash(wrong), say })),
  };
  session.set(exercise, key);
  const text = `The key of exercise ${exercise}.`;
  const data = {
    "text/markdown": `*${text}*`,
    "text/plain": text,
    [KEY_MIME]: { [exercise]: key },
  };
  return { data, metadata: {} };
}

/**
 * The key of an exercise: of this session, else the kept one.
 *
 * @throws Error naming the exercises that there are.
 */
export function keyOf(exercise: string): AnswerKey {
  const own = session.get(exercise);
  if (own) return own;
  const all: Record<string, AnswerKey> = JSON.parse(Deno.readTextFileSync(kept));
  if (exercise in all) return all[exercise];
  const known = Object.keys(all).filter((id) => id.startsWith(`${exercise.split(".")[0]}.`));
  throw new Error(`no exercise ${exercise}; there are ${known.join(", ") || Object.keys(all)}`);
}

/** Whether an answer is judged by what it is, and not compared with one. */
export const isJudged = ({ kind }: Form): boolean => kind === "argument" || kind === "rule";

/** What a judgment lacks; empty for answers that are compared. */
export function complaints(form: Form, answer: unknown): string[] {
  if (form.kind === "rule") return RULES[form.rule](answer);
  if (form.kind !== "argument") return [];
  const text = String(answer).toLowerCase();
  const words = wordCount(text);
  const lacking = Object.entries(form.mention)
    .filter(([, signs]) => !signs.some((sign) => text.includes(sign.toLowerCase())))
    .map(([what]) => what);
  return [
    ...(words < form.words ? [`Say more: ${words} of at least ${form.words} words.`] : []),
    ...lacking.map((what) => `It does not speak of ${what} yet.`),
  ];
}

/** Slow enough that trying all shares one by one is more work than the exercise. */
const ROUNDS = 5_000;

/** Hashes of this session: a key and the check below it ask for the same ones. */
const known = new Map<string, string>();

/** An answer's hash: salted with the exercise, so that equal answers do not look alike. */
export function hashed(exercise: string, text: string): string {
  const asked = JSON.stringify([exercise, text]);
  const before = known.get(asked);
  if (before !== undefined) return before;
  const salt = `technology-frontier ${exercise}`;
  const hash = pbkdf2Sync(text, salt, ROUNDS, 12, "sha256").toString("base64url");
  known.set(asked, hash);
  return hash;
}
