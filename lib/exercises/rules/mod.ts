/** What makes a judgment sound: rules for answers that no single number holds. */

/** What is not yet right with an answer, in sentences that teach; empty when nothing is. */
export type Rule = (answer: unknown) => string[];

/** The rules, by the name that a key cell gives. */
export const RULES: Record<string, Rule> = {};
