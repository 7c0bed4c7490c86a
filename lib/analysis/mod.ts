/** What follows from the figures: pure functions, frame in, frame out. */
export * from "./balance.ts";
export * from "./periods.ts";
export * from "./shares.ts";
