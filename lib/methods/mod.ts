/** How is it done? Words, assumptions and formulas, kept once. */
export * from "./assumptions.ts";
export * from "./glossary.ts";
export { assumptionsTable, glossaryTable } from "./tables.ts";
