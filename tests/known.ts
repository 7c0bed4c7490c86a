/**
 * Known answers are those of the figures that were embedded first: a refresh adds vintages, so tests
 * of values read the figures as known on this day.
 */
export const KNOWN = { vintage: "2026-11-01" };
