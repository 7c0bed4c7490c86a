/**
 * Is it right? Exercises of the chapters: what their answers look like (forms), what is kept of them
 * (keys: salted hashes), what makes a judgment sound (rules), and what a student is told (check).
 */
export { ANSWER_MIME, checkAnswer, type Outcome } from "./check.ts";
export { argument, byRule, listOf, numberWithin, oneOf } from "./forms.ts";
export { answerKey } from "./key.ts";
