/** Views that a reader may ask for, at random, and the pieces of data that answer them. */
import fc from "fast-check";
import {
  ALL_INDUSTRIES,
  ATP_GROUP_CODES,
  ATP_TOTAL,
  IMPORT_BASES,
  NAICS3_CODES,
} from "../../lib/codes/mod.ts";
import { inMemory, packedPieces } from "../../lib/explore/pieces/write.ts";
import type { View } from "../../lib/explore/view.ts";

/** A piece as the page has it once it is loaded. */
export const load = inMemory(await packedPieces());

export const INDUSTRIES = [ALL_INDUSTRIES, ...NAICS3_CODES];

const all = await load("industry-00");
export const YEARS = [...new Set(all.whole.map(({ year }) => year))].sort();
export const PARTNERS = [...new Set(all.whole.map((row) => row.partner_code))]
  .filter((code) => code !== "-");
const groups = await load("groups");
const LINE_YEARS = [...new Set(groups.map((row) => row.period_start.slice(0, 4)))].sort();
const LINES = (await load("search")).filter(({ kind }) => kind === "line").map((it) => it.code);

const ofLines = { basis: fc.constantFrom(...IMPORT_BASES), year: fc.constantFrom(...LINE_YEARS) };
const twoYears = fc.tuple(fc.constantFrom(...YEARS), fc.constantFrom(...YEARS))
  .map((years) => years.toSorted());
/** The first digits of a tariff line. */
const beginning = (...digits: number[]) =>
  fc.tuple(fc.constantFrom(...LINES), fc.constantFrom(...digits))
    .map(([line, length]) => line.slice(0, length));

/** Views of each question. */
const VIEWS: { [Ask in View["ask"]]: fc.Arbitrary<Extract<View, { ask: Ask }>> } = {
  suppliers: fc.record({
    ask: fc.constant("suppliers" as const),
    naics: fc.constantFrom(...INDUSTRIES),
    measure: fc.constantFrom(
      "share" as const,
      "dollars" as const,
      "rank" as const,
      "duty" as const,
    ),
    partners: fc.uniqueArray(fc.constantFrom(...PARTNERS), { maxLength: 10 }),
    years: twoYears,
  }).map(({ years: [from, to], ...view }) => ({ ...view, from, to })),
  changes: fc.record({
    ask: fc.constant("changes" as const),
    naics: fc.constantFrom(...INDUSTRIES),
    years: twoYears,
  }).map(({ years: [from, to], ...view }) => ({ ...view, from, to })),
  groups: fc.record({
    ask: fc.constant("groups" as const),
    group: fc.constantFrom(...ATP_GROUP_CODES, ATP_TOTAL),
    ...ofLines,
  }),
  goods: fc.record({
    ask: fc.constant("goods" as const),
    hts: beginning(2, 4, 6, 8, 10),
    ...ofLines,
  }),
  dependence: fc.record({
    ask: fc.constant("dependence" as const),
    lines: fc.oneof(fc.constant("atp"), beginning(2, 4, 6)),
    ...ofLines,
  }),
};

/** Some views of each of the questions, the same at every run. */
export const views = (asks: View["ask"][], ofEach: number): View[] =>
  asks.flatMap((ask) => fc.sample(VIEWS[ask] as fc.Arbitrary<View>, { numRuns: ofEach, seed: 11 }));
