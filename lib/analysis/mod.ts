/** What follows from the figures: pure functions, frame in, frame out. */
export * from "./balance.ts";
export * from "./breaks.ts";
export * from "./comparison.ts";
export * from "./concentration.ts";
export * from "./duties.ts";
export * from "./duty_change.ts";
export * from "./duty_sources.ts";
export * from "./industry.ts";
export * from "./periods.ts";
export * from "./preference.ts";
export * from "./preference_series.ts";
export * from "./ranking.ts";
export * from "./replacement.ts";
export * from "./share_change.ts";
export * from "./shares.ts";
export * from "./shift_share.ts";
export * from "./vintages.ts";
