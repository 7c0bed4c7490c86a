import { REPORT } from "../lib/report.ts";

/**
 * Known answers are those of the figures that were embedded first: a refresh adds vintages, so tests
 * of values read the figures as known on this day.
 */
export const KNOWN = { vintage: "2026-11-01" };

/** For tests of what one report alone has, that whose chapters the library names: in a new one they are left out. */
export const OF_LIBRARY = { ignore: !REPORT.isNamedInLibrary };
