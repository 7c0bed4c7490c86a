/** A sentence on cause that a referee lets pass: size, time, what else moved, and no more than is known. */
import { given } from "../../given.ts";
import type { Rule } from "./mod.ts";
import { causeIn, sentencesOf, wordCount } from "./text.ts";

const LEAST_WORDS = 25;

/** What the sentence must hold, and what to say where it does not. */
const WANTED: [sign: RegExp, say: string][] = [
  [
    /\d[\s-]*(%|per ?cent|points?\b)/i,
    "Give the size of what changed: a number with its unit.",
  ],
  [/\b20\d\d\b/, "Say when: the periods that are compared."],
  [
    /server|boom|demand|pandemic|exempt|ahead|stock|gold|price|other goods/i,
    "Name something else that moved in the same months: Step 6 has it.",
  ],
  [
    /\b(not|cannot|no|whether|alone|fits?|consistent|coincid\w*|beside|same (months|time)|possibl[ey]|may|might)\b|n['’]t\b/i,
    "Say what the figures leave open.",
  ],
];

/** A text on why something changed; whether it convinces, a reader decides. */
export const sentenceOnCause: Rule = (answer) => {
  if (typeof answer !== "string") {
    return [`Give a text, in quotes or backticks. It was given ${given(answer)}.`];
  }
  const words = wordCount(answer);
  const claim = sentencesOf(answer).map(causeIn).find((it) => it);
  return [
    ...words < LEAST_WORDS ? [`Say more: ${words} of at least ${LEAST_WORDS} words.`] : [],
    ...WANTED.filter(([sign]) => !sign.test(answer)).map(([, say]) => say),
    ...claim
      ? [
        `“${claim}” claims a cause, and the sentence does not take it back: what do the figures show?`,
      ]
      : [],
  ];
};
