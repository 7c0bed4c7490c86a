/** All that the notebooks use, room by room. */
export { default as pl } from "nodejs-polars";
export * from "./analysis/mod.ts";
export * from "./claims/mod.ts";
export * from "./codes/mod.ts";
export * from "./data/mod.ts";
export * from "./exercises/mod.ts";
export * from "./format.ts";
export * from "./figures/mod.ts";
export * from "./frame.ts";
export * from "./methods/mod.ts";
export * from "./notebook/mod.ts";
