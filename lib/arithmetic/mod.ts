/**
 * The arithmetic of plain rows: shares, ranks, duty rates, changes, dependence, preference. The functions of
 * `lib/analysis` sum frames with polars and end here; a browser, which has no polars, begins here.
 */
export * from "./changes.ts";
export * from "./dependence.ts";
export * from "./duties.ts";
export * from "./periods.ts";
export * from "./preference_by_month.ts";
export * from "./shares.ts";
export * from "./world.ts";
