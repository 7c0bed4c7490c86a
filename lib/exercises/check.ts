/** What a student is told of an answer: right, or not yet and why. */
import { given } from "../given.ts";
import { moneyInMarkdown } from "../notebook/escape.ts";
import type { Shown } from "../notebook/show.ts";
import { type Form, misfit, token } from "./forms.ts";
import { type AnswerKey, complaints, hashed, isJudged, keyOf } from "./key.ts";

/** How an answer stands. */
export interface Outcome {
  /** Number of the exercise: `3.1`. */
  exercise: string;
  state: "right" | "not yet" | "no answer";
  /** What the student is told besides. */
  say: string;
}

/** The MIME type by which grading reads an outcome. */
export const ANSWER_MIME = "application/vnd.technology-frontier.answer+json";

/**
 * Checks an answer and says how it stands, without giving the right one away:
 * `await show(checkAnswer("3.1", () => answer3_1))`. It asks for a function, so that an answer that is
 * not there yet is no error.
 *
 * @param exercise number of the exercise
 * @param answer gives the answer
 * @throws Error when there is no such exercise.
 *
 * @example
 * ```ts
 * import { show } from "../notebook/show.ts";
 * const answer3_1 = undefined;
 * await show(checkAnswer("3.1", () => answer3_1));
 * ```
 */
export function checkAnswer(exercise: string, answer: () => unknown): Shown {
  const outcome = { exercise, ...judged(exercise, keyOf(exercise), answer) };
  const { state, say } = outcome;
  const sign = { "right": "✓", "not yet": "○", "no answer": "…" }[state];
  const text = `${sign} Exercise ${exercise}: ${state}.`;
  return {
    data: {
      "text/markdown": `**${text}** ${moneyInMarkdown(say)}`.trim(),
      "text/plain": `${text} ${say}`.trim(),
      [ANSWER_MIME]: outcome,
    },
    metadata: {},
  };
}

/** What the answer to an exercise is called: `answer3_1`. */
export const variableOf = (exercise: string): string => `answer${exercise.replace(".", "_")}`;

/** What a check cell holds, to the letter: students' copies are known and graded by it. */
export const checkCode = (exercise: string): string =>
  `await show(checkAnswer("${exercise}", () => ${variableOf(exercise)}));`;

type Judged = Pick<Outcome, "state" | "say">;

function judged(exercise: string, key: AnswerKey, answer: () => unknown): Judged {
  const name = variableOf(exercise);
  if (typeof answer !== "function") {
    return notYet(`The check cell was changed; write: ${checkCode(exercise)}`);
  }
  let value;
  try {
    value = answer();
  } catch (error) {
    if (!(error instanceof ReferenceError)) return notYet(`Your answer fails: ${error}`);
    const mend = `Run the cell that sets ${name}, then this one`;
    return noAnswer(`${error.message}. ${mend}; after a restart: ${RUN_ABOVE}.`);
  }
  if (value === undefined) {
    return noAnswer(`Set ${name} in the cell above, run that cell, then this one.`);
  }
  if (value instanceof Promise) return notYet(`It was given ${given(value)}.`);
  const fault = misfit(key.form, value);
  if (fault) return notYet(fault);
  if (!isJudged(key.form)) return compared(exercise, key, value);
  const lacking = complaints(key.form, value);
  if (lacking.length > 0) return notYet(lacking.join(" "));
  return { state: "right", say: typeof value === "string" ? FOR_A_READER : "" };
}

/** How JupyterLab brings back the variables of earlier cells. */
const RUN_ABOVE = "Run → Run All Above Selected Cell";

const FOR_A_READER =
  "It says what must be said; whether it convinces, a reader decides: compare it with a classmate's.";

/** An answer against the hash of the right one, then against those of known mistakes. */
function compared(exercise: string, { form, hash, mistakes = [] }: AnswerKey, value: unknown) {
  const is = (text: string) => hashed(exercise, text) === hash;
  if (tokensNear(form, value).some(is)) return { state: "right", say: "" } as const;
  const own = hashed(exercise, token(form, value));
  const known = mistakes.find((it) => it.hash === own);
  if (known) return notYet(known.say);
  if (form.kind === "number") return notYet(numberHint(form, value as number, is));
  if (form.kind === "list" && form.count !== (value as string[]).length) {
    return notYet(`The list has ${form.count} entries, yours ${(value as string[]).length}.`);
  }
  return notYet(LOOK_AGAIN);
}

const LOOK_AGAIN = "Read the question again, and open the hint.";

/** The steps on both sides of a number, so that one that was rounded otherwise counts as well. */
function tokensNear(form: Form, value: unknown): string[] {
  if (form.kind !== "number") return [token(form, value)];
  const steps = value as number / form.step;
  return [...new Set([Math.floor(steps), Math.ceil(steps)])].map(String);
}

/** Mistakes of unit and sign, by what would be right: a factor, and what to say. */
const FACTORS: [number, (unit: string) => string][] = [
  [-1, () => "The size is right, the sign is not: what is taken from what?"],
  ...[100, 1e3, 1e6, 1e9].flatMap((factor): [number, (unit: string) => string][] => {
    const say = (unit: string) => `The digits are right, the unit is not: give ${unit}.`;
    return [[factor, say], [1 / factor, say]];
  }),
];

/** With fewer steps than this a number has no digits that could be recognised. */
const TELLING = 20;

function numberHint(
  form: Form & { kind: "number" },
  value: number,
  is: (text: string) => boolean,
): string {
  for (const [factor, say] of FACTORS) {
    if (Math.abs(value * factor / form.step) < TELLING) continue;
    if (tokensNear(form, value * factor).some(is)) return say(form.unit);
  }
  const steps = Math.round(value / form.step);
  if ([-3, -2, -1, 1, 2, 3].some((off) => is(String(steps + off)))) {
    return form.step === 1
      ? "Close. Which ones do you count that should not be there, or the other way round?"
      : "Close. Round only at the end, and check the period and the basis.";
  }
  return `${LOOK_AGAIN} The answer is ${form.unit}.`;
}

const notYet = (say: string): Judged => ({ state: "not yet", say });
const noAnswer = (say: string): Judged => ({ state: "no answer", say });
