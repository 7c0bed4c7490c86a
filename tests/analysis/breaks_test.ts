/** Breaks of a series: known ones, none where there are none, and the best of all segmentations. */
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import pl from "nodejs-polars";
import {
  breakSensitivity,
  effectiveDutyRates,
  levelBreaks,
  levelSegments,
} from "../../lib/analysis/mod.ts";
import { segmentStarts } from "../../lib/analysis/segmentation.ts";
import { CHINA, WORLD } from "../../lib/codes/mod.ts";
import { type Naics3Imports, readTable } from "../../lib/data/mod.ts";
import { column, type Frame, frameOf, literal, records } from "../../lib/frame.ts";
import { KNOWN } from "../known.ts";

const monthOf = (index: number) =>
  `${2013 + Math.floor(index / 12)}-${String(index % 12 + 1).padStart(2, "0")}`;
const series = (values: (number | null)[]) =>
  frameOf(values.map((rate, index) => ({ month: monthOf(index), rate: rate as number })), {
    month: pl.String,
    rate: pl.Float64,
  });
const levels = (...stretches: [number, number][]) =>
  stretches.flatMap(([length, level]) => new Array<number>(length).fill(level));
const BY_RATE = { value: "rate" } as const;

/** Normal noise from a fixed seed (a linear congruential generator and Box–Muller). */
function noise(count: number, seed: number): number[] {
  let state = seed;
  const uniform = () => ((state = (state * 1664525 + 1013904223) >>> 0) + 0.5) / 2 ** 32;
  return Array.from(
    { length: count },
    () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform()),
  );
}

Deno.test("known steps are found, with their months and levels", () => {
  const frame = series(levels([30, 1], [14, 3], [40, 2.5]));
  assertEquals(records(levelBreaks(frame, BY_RATE)), [
    {
      month: "2015-07", // January 2013 + 30 months
      level_before: 1,
      level_after: 3,
      change: 2,
      months_before: 30,
      months_after: 14,
    },
    {
      month: "2016-09", // + 14
      level_before: 3,
      level_after: 2.5,
      change: -0.5,
      months_before: 14,
      months_after: 40,
    },
  ]);
  assertEquals(records(levelSegments(frame, BY_RATE)).map((row) => [row.segment, row.months]), [
    [1, 30],
    [2, 14],
    [3, 40],
  ]);
});

Deno.test("a series without a break has one stretch: constant, zero, or noise alone", () => {
  for (const values of [levels([24, 0.1 + 0.2]), levels([24, 0]), noise(155, 1), noise(155, 2)]) {
    const [only, ...others] = records(levelSegments(series(values), BY_RATE));
    assertEquals(others, []);
    assertEquals([only.period_start, only.months], ["2013-01", values.length]);
    assertEquals(levelBreaks(series(values), BY_RATE).height, 0);
  }
});

Deno.test("a single odd month is no level of its own", () => {
  const values = levels([20, 1], [1, 9], [20, 1]).map((level, i) => level + noise(41, 7)[i] / 10);
  const starts = column(levelSegments(series(values), BY_RATE), "months");
  assert(starts.every((months) => months >= 2));
});

Deno.test("steps in noise: found to the month in most of 40 series, few false alarms", () => {
  let exact = 0, alarms = 0;
  for (let seed = 1; seed <= 40; seed++) {
    const random = noise(155, seed * 7919);
    const stepped = random.map((value, i) => value + (i >= 100 ? 4 : 0));
    const found = segmentStarts(stepped, 2, 10);
    if (found.length === 2 && found[1] === 100) exact++;
    if (segmentStarts(random, 2, 10).length > 1) alarms++;
  }
  assert(exact >= 34, `${exact} of 40 to the month`);
  assert(alarms <= 2, `${alarms} of 40 false alarms`);
});

Deno.test("months that hang together raise few false alarms", () => {
  let alarms = 0;
  for (let seed = 1; seed <= 40; seed++) {
    let last = 0;
    const values = noise(155, seed * 104729).map((value) => (last = 0.3 * last + value));
    if (segmentStarts(values, 2, 10).length > 1) alarms++;
  }
  assert(alarms <= 4, `${alarms} of 40 false alarms`);
});

/** All segmentations of n values into stretches of at least two, by trying. */
function* segmentations(n: number, breaks: number, from = 0): Generator<number[]> {
  if (breaks === 0) {
    if (n - from >= 2) yield [from];
    return;
  }
  for (let next = from + 2; next <= n - 2 * breaks; next++) {
    for (const rest of segmentations(n, breaks - 1, next)) yield [from, ...rest];
  }
}
const residual = (values: number[], starts: number[]) =>
  starts.reduce((sum, start, i) => {
    const stretch = values.slice(start, starts[i + 1] ?? values.length);
    const mean = stretch.reduce((added, value) => added + value, 0) / stretch.length;
    return sum + stretch.reduce((added, value) => added + (value - mean) ** 2, 0);
  }, 0);

Deno.test("no segmentation with as many breaks fits better than the one found", () => {
  const values = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 9, maxLength: 12 });
  fc.assert(
    fc.property(values, (list) => {
      const found = segmentStarts(list, 2, 3);
      const least = Math.min(
        ...[...segmentations(list.length, found.length - 1)].map((each) => residual(list, each)),
      );
      assertAlmostEquals(residual(list, found), least, 1e-6);
    }),
    { numRuns: 200 },
  );
});

Deno.test("scaling, shifting and turning the series move no break", () => {
  const values = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 20, maxLength: 60 });
  fc.assert(
    fc.property(values, fc.integer({ min: 1, max: 1000 }), fc.integer({ min: -9, max: 9 }), (
      list,
      scale,
      shift,
    ) => {
      const stepped = list.map((value, i) => value + (i >= 11 ? 100 : 0) - (i >= 15 ? 60 : 0));
      const starts = segmentStarts(stepped, 2, 6);
      const moved = stepped.map((value) => value * scale / 1000 + shift);
      assertEquals(segmentStarts(moved, 2, 6), starts);
      assertEquals(segmentStarts(stepped.map((value) => -value), 2, 6), starts);
    }),
    { numRuns: 100 },
  );
});

Deno.test("the order of rows and repetition change nothing", () => {
  const frame = series(levels([9, 1], [9, 2]).map((level, i) => level + noise(18, 3)[i] / 20));
  const plain = records(levelBreaks(frame, BY_RATE));
  assertEquals(plain.map((row) => row.month), ["2013-10"]);
  assertEquals(records(levelBreaks(frame.sort(["rate"]), BY_RATE)), plain);
  assertEquals(records(levelBreaks(frame, BY_RATE)), plain);
});

Deno.test("the duty rates of NAICS 334 broke in 2018, 2019, 2020, 2023 and March 2025", async () => {
  const industry: Frame<Naics3Imports> =
    (await readTable("naics3_imports_by_partner_monthly", KNOWN))
      .filter(pl.col("naics").eq(literal("334")));
  const rates = effectiveDutyRates(industry, { by: ["month"] });
  const monthsOf = (partner_code: string) =>
    column(
      levelBreaks(
        rates.filter(pl.col("partner_code").eq(literal(partner_code))),
        BY_RATE,
      ),
      "month",
    );
  assertEquals(
    monthsOf(WORLD),
    ["2018-10", "2019-09", "2020-02", "2023-06", "2025-03", "2025-09"],
  );
  assertEquals(monthsOf(CHINA), ["2018-10", "2025-02", "2025-04", "2025-09"]);
});

Deno.test("how the months of the breaks move with the shortest stretch", async () => {
  const figures = await readTable("naics3_imports_by_partner_monthly", KNOWN);
  const monthsOf = (naics: string) => {
    const industry: Frame<Naics3Imports> = figures.filter(pl.col("naics").eq(literal(naics)));
    const rates = effectiveDutyRates(industry, { by: ["month"] })
      .filter(pl.col("partner_code").eq(literal(WORLD)));
    const rows = records(breakSensitivity(rates, { value: "rate", shortest: [2, 3, 6, 12] }));
    const at = (shortest: number) =>
      rows.filter((row) => row.shortest === shortest).map(({ month }) => month);
    assertEquals(at(2), column(levelBreaks(rates, BY_RATE), "month"));
    for (const row of rows) assert(row.months_after >= row.shortest);
    return [3, 6, 12].map(at);
  };
  assertEquals(monthsOf("334"), [
    ["2018-10", "2019-09", "2020-02", "2023-06", "2025-03", "2025-09"],
    ["2018-10", "2019-09", "2020-03", "2023-06", "2025-03"],
    ["2018-10", "2024-12"],
  ]);
  assertEquals(monthsOf("335"), [
    ["2018-09", "2019-06", "2022-03", "2025-01", "2025-04", "2025-08"],
    ["2018-09", "2019-06", "2022-03", "2025-04"],
    ["2018-10", "2024-12"],
  ]);
  assertEquals(monthsOf("00"), [
    ["2018-07", "2019-06", "2022-10", "2025-04", "2025-07"],
    ["2018-10", "2022-11", "2025-04"],
    ["2018-10", "2024-12"],
  ]);
});

Deno.test("no break at any shortest stretch: no rows, the same columns", () => {
  const none = breakSensitivity(series(levels([24, 1])), { value: "rate", shortest: [2, 6] });
  assertEquals(none.height, 0);
  assertEquals(none.columns[0], "shortest");
});

Deno.test("a series with holes, doubles or too few months is refused", () => {
  const frame = series(levels([12, 1]));
  const month = pl.col("month");
  assertThrows(
    () => levelSegments(frame.filter(month.neq(literal("2013-05"))), BY_RATE),
    RangeError,
    "months before 2013-06 are missing",
  );
  assertThrows(
    () => levelSegments(pl.concat([frame, frame.head(1)]), BY_RATE),
    RangeError,
    "2013-01 is there twice; give one series",
  );
  assertThrows(
    () => levelSegments(series([1, null, 2, 3]), BY_RATE),
    RangeError,
    "2013-02 has no figure",
  );
  assertThrows(() => levelSegments(series([1, 2, 3]), BY_RATE), RangeError, "3 months are too few");
  assertThrows(
    () => levelSegments(frame, { ...BY_RATE, shortest: 0 }),
    RangeError,
    "a stretch has at least 1 month, not 0",
  );
  assertThrows(
    () => levelSegments(frame.drop("rate"), BY_RATE),
    TypeError,
    "levelSegments: column rate missing",
  );
});
