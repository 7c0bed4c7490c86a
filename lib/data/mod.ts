/** What the figures are: tables with their contracts, reconciliations, provenance. */
export * from "./codebook.ts";
export * from "./errors.ts";
export * from "./package.ts";
export type { Check, Gap } from "./gap.ts";
export * from "./reconcile.ts";
export * from "./rows.ts";
export * from "./tables.ts";
