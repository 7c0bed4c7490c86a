/** Shift-share: a case by hand, exact addition, symmetry, and the change of Mexico's share. */
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import pl from "nodejs-polars";
import {
  comparableYears,
  meanChange,
  meanChangeTotal,
  shareChanges,
  type ShiftShare,
  shiftShare,
} from "../../lib/analysis/mod.ts";
import { ALL_INDUSTRIES, MEXICO, NAICS3_CODES, USMCA } from "../../lib/codes/mod.ts";
import { type Naics3Imports, readTable } from "../../lib/data/mod.ts";
import { type Frame, literal, records, rowOf } from "../../lib/frame.ts";
import { KNOWN } from "../known.ts";
import { arbitraryOrder, imports, ofMonth, RUNS, shuffled } from "./small.ts";

const BEFORE = { period_start: "2017-01", period_end: "2017-01" };
const AFTER = { period_start: "2024-01", period_end: "2024-01" };
const YEARS = { partner: MEXICO, from: BEFORE, to: AFTER };
const PARTS = [
  "contribution",
  "within",
  "mix",
  "cross",
  "within_midpoint",
  "mix_midpoint",
] as const;

/** Imports from Mexico and from the world in two industries and two years. */
const industries = (figures: Record<string, [number, number, number, number]>) =>
  imports(
    Object.entries(figures).flatMap(([naics, [own0, world0, own1, world1]]) => [
      ...ofMonth("2017-01", { [MEXICO]: own0, "-": world0 }, { naics }),
      ...ofMonth("2024-01", { [MEXICO]: own1, "-": world1 }, { naics }),
    ]),
  );

Deno.test("by hand: shares 20% → 30% of half, 40% → 50% of a half that grew to three quarters", () => {
  const frame = shiftShare(
    industries({ "334": [10, 50, 30, 100], "336": [20, 50, 150, 300] }),
    YEARS,
  );
  const of = (naics: string) => rowOf(frame, { naics });
  // 334: w 0.5 → 0.25, s 0.2 → 0.3. 336: w 0.5 → 0.75, s 0.4 → 0.5.
  const expected: Record<string, number[]> = {
    //       contribution, within, mix, cross, within_midpoint, mix_midpoint
    "334": [0.075 - 0.1, 0.05, -0.05, -0.025, 0.0375, -0.0625],
    "336": [0.375 - 0.2, 0.05, 0.1, 0.025, 0.0625, 0.1125],
    "00": [0.15, 0.1, 0.05, 0, 0.1, 0.05], // 30 of 100 → 180 of 400
  };
  for (const [naics, values] of Object.entries(expected)) {
    for (const [i, name] of PARTS.entries()) {
      assertAlmostEquals(of(naics)[name], values[i], 1e-15, `${naics} ${name}`);
    }
  }
  assertAlmostEquals(of(ALL_INDUSTRIES).from_share, 0.3, 1e-15);
  assertAlmostEquals(of(ALL_INDUSTRIES).to_share, 0.45, 1e-15);
  // Against the average share of ½(0.3 + 0.45): 334 lost weight below it, 336 gained above it.
  assertAlmostEquals(of("334").mix_against_average, (0.25 - 0.375) * -0.25, 1e-15);
  assertAlmostEquals(of("336").mix_against_average, (0.45 - 0.375) * 0.25, 1e-15);
});

Deno.test("an industry that is new changes the share by its weight alone", () => {
  const frame = shiftShare(industries({ "334": [10, 50, 10, 50], "115": [0, 0, 30, 50] }), YEARS);
  const fresh = rowOf(frame, { naics: "115" });
  assertEquals([fresh.from_weight, fresh.within, fresh.cross], [0, 0, 0]);
  assertAlmostEquals(fresh.mix, 0.3, 1e-15); // 0.6 × 0.5
  const absent = imports([
    ...ofMonth("2017-01", { [MEXICO]: 10, "-": 50 }),
    ...ofMonth("2024-01", { [MEXICO]: 10, "-": 50 }),
    ...ofMonth("2024-01", { [MEXICO]: 30, "-": 50 }, { naics: "115" }),
  ]);
  assertEquals(records(shiftShare(absent, YEARS)), records(frame)); // no row is as good as zero
});

Deno.test("Mexico, 2017-2024: 2.1 points up, all of it inside industries", async () => {
  const figures = await readTable("naics3_imports_by_partner_monthly", KNOWN);
  const years = comparableYears(figures, "2017", "2024");
  const frame = shiftShare(figures, { partner: MEXICO, ...years });
  assertEquals(records(frame).map((row) => row.naics), [ALL_INDUSTRIES, ...NAICS3_CODES]);
  const whole = rowOf(frame, { naics: ALL_INDUSTRIES });
  const points = (value: number) => Number((value * 100).toFixed(2));
  assertEquals(
    [whole.contribution, whole.within_midpoint, whole.mix_midpoint].map(points),
    [2.1, 2.22, -0.12],
  );
  assertEquals([whole.within, whole.mix, whole.cross].map(points), [2.3, -0.04, -0.17]);
  // The same change, from the published row of all industries.
  const all: Frame<Naics3Imports> = figures.filter(pl.col("naics").eq(literal(ALL_INDUSTRIES)));
  const published = rowOf(shareChanges(all, years), { partner_code: MEXICO });
  assertAlmostEquals(whole.contribution, published.change, 1e-15);
  assertAlmostEquals(whole.from_share, published.from_share, 1e-15);
});

Deno.test("the parts of Canada and Mexico add to those of the USMCA", async () => {
  const figures = await readTable("naics3_imports_by_partner_monthly", KNOWN);
  const years = comparableYears(figures, "2017", "2024");
  const [canada, mexico, both] = ["1220", MEXICO, USMCA].map((partner) =>
    records(shiftShare(figures, { partner, ...years }))
  );
  for (const [i, row] of both.entries()) {
    for (const name of PARTS) {
      assertAlmostEquals(canada[i][name] + mexico[i][name], row[name], 1e-15, row.naics);
    }
  }
});

/** Random imports from Mexico and the world in five industries and two years. */
const arbitraryIndustries = fc.array(
  fc.tuple(
    fc.nat(1e9),
    fc.integer({ min: 1, max: 1e9 }),
    fc.nat(1e9),
    fc.integer({ min: 1, max: 1e9 }),
  ),
  { minLength: 5, maxLength: 5 },
).map((rows) =>
  Object.fromEntries(rows.map(([own0, rest0, own1, rest1], i) => [
    NAICS3_CODES[i],
    [own0, own0 + rest0, own1, own1 + rest1] as [number, number, number, number],
  ]))
).filter((figures) =>
  Object.values(figures).some(([own]) => own > 0) &&
  Object.values(figures).some((row) => row[2] > 0)
);

Deno.test("the parts add to the change, row by row and over the rows", () => {
  fc.assert(
    fc.property(arbitraryIndustries, (figures) => {
      const rows = records(shiftShare(industries(figures), YEARS));
      const [whole, ...cells] = rows;
      for (const row of rows) {
        assertAlmostEquals(row.within + row.mix + row.cross, row.contribution, 1e-15);
        assertAlmostEquals(row.within_midpoint + row.mix_midpoint, row.contribution, 1e-15);
      }
      assertAlmostEquals(whole.contribution, whole.to_share - whole.from_share, 1e-15);
      for (const name of [...PARTS, "from_weight", "to_weight"] as (keyof ShiftShare)[]) {
        const sum = cells.reduce((added, row) => added + Number(row[name]), 0);
        assertAlmostEquals(sum, Number(whole[name]), 1e-15, name);
      }
      assertAlmostEquals(whole.mix_against_average, whole.mix_midpoint, 1e-15);
    }),
    RUNS,
  );
});

Deno.test("midpoints turn their sign when the periods are swapped, base weights do not", () => {
  let asymmetric = 0;
  fc.assert(
    fc.property(arbitraryIndustries, (figures) => {
      const there = records(shiftShare(industries(figures), YEARS));
      const back = records(shiftShare(industries(figures), { ...YEARS, from: AFTER, to: BEFORE }));
      for (const [i, row] of there.entries()) {
        assertAlmostEquals(back[i].within_midpoint, 0 - row.within_midpoint, 1e-15);
        assertAlmostEquals(back[i].mix_midpoint, 0 - row.mix_midpoint, 1e-15);
        assertAlmostEquals(back[i].mix_against_average, 0 - row.mix_against_average, 1e-15);
        assertAlmostEquals(back[i].within, 0 - (row.within + row.cross), 1e-15);
      }
      if (Math.abs(there[0].cross) > 1e-9) asymmetric++;
    }),
    RUNS,
  );
  assert(asymmetric > 0);
});

Deno.test("order of rows, an industry of zero and another unit change nothing", () => {
  fc.assert(
    fc.property(arbitraryIndustries, arbitraryOrder, (figures, order) => {
      const frame = industries(figures);
      const plain = records(shiftShare(frame, YEARS));
      assertEquals(records(shiftShare(shuffled(frame, order), YEARS)), plain);
      assertEquals(records(shiftShare(frame.lazy(), YEARS)), plain);
      const zero = industries({ ...figures, "990": [0, 0, 0, 0] });
      assertEquals(records(shiftShare(zero, YEARS)).slice(0, plain.length), plain);
      const scaled = frame.withColumn(
        pl.col("value_usd").mul(literal(3).cast(pl.Int64)).alias("value_usd"),
      );
      const [whole] = records(shiftShare(scaled, YEARS));
      for (const name of PARTS) assertAlmostEquals(whole[name], plain[0][name], 1e-14);
    }),
    RUNS,
  );
});

Deno.test("a mean that does not change has parts of zero", () => {
  const still = meanChange([
    { from_weight: 0.5, to_weight: 0.5, from_level: 2, to_level: 2 },
    { from_weight: 0.5, to_weight: 0.5, from_level: null, to_level: null },
  ]);
  assertEquals(meanChangeTotal(still), {
    from_weight: 1,
    to_weight: 1,
    from_level: 1,
    to_level: 1,
    contribution: 0,
    level_effect: 0,
    weight_effect: 0,
    cross_effect: 0,
    level_midpoint: 0,
    weight_midpoint: 0,
    weight_against_mean: 0,
  });
});

Deno.test("what cannot be decomposed is refused", () => {
  const frame = industries({ "334": [10, 50, 30, 100] });
  assertThrows(
    () => shiftShare(frame, { ...YEARS, partner: "5700" }),
    RangeError,
    "shiftShare: no imports from 5700 in one of the periods",
  );
  assertThrows(
    () => shiftShare(frame.filter(pl.col("partner_code").neq(literal("-"))), YEARS),
    RangeError,
    "have no world row",
  );
  assertThrows(
    () => shiftShare(frame.drop("naics"), YEARS),
    TypeError,
    "shiftShare: column naics missing",
  );
  const mixed = pl.concat([
    frame,
    imports(ofMonth("2024-01", { [MEXICO]: 1 }, { basis: "general_imports" })),
  ]);
  assertThrows(() => shiftShare(mixed, YEARS), RangeError, "are mixed");
});
