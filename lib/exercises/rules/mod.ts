/** What makes a judgment sound: rules for answers that no single number holds. */
import { baseYear } from "./base_year.ts";
import { crossTerm } from "./cross_term.ts";
import { crucialPartner } from "./crucial_partner.ts";
import { essential } from "./essential.ts";
import { industryBrief } from "./industry_brief.ts";
import { sentenceOnCause } from "./sentence_on_cause.ts";
import { usmcaSentence } from "./usmca_sentence.ts";

/** What is not yet right with an answer, in sentences that teach; empty when nothing is. */
export type Rule = (answer: unknown) => string[];

/** The rules, by the name that a key cell gives. */
export const RULES: Record<string, Rule> = {
  baseYear,
  crossTerm,
  crucialPartner,
  essential,
  industryBrief,
  sentenceOnCause,
  usmcaSentence,
};
