/** Effective duty rates and their change: cases by hand, exact parts, published figures, faults. */
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import pl from "nodejs-polars";
import {
  comparableYears,
  type DutyRateChange,
  dutyRateChange,
  type DutyRateSources,
  dutyRateSources,
  effectiveDutyRates,
  withYear,
} from "../../lib/analysis/mod.ts";
import { CHINA, MEXICO, OTHER, USMCA, WORLD } from "../../lib/codes/mod.ts";
import { type Naics3Imports, readTable } from "../../lib/data/mod.ts";
import { type Frame, literal, records, rowOf } from "../../lib/frame.ts";
import { KNOWN } from "../known.ts";
import {
  arbitraryOrder,
  type ImportRow,
  imports,
  ofMonth,
  RUNS,
  shuffled,
  total,
} from "./small.ts";

const BEFORE = { period_start: "2024-01", period_end: "2024-01" };
const AFTER = { period_start: "2025-01", period_end: "2025-01" };
const YEARS = { from: BEFORE, to: AFTER };
type Paid = Record<string, [number, number]>;
const twoYears = (before: Paid, after: Paid, naics = "334") =>
  imports([...ofMonth("2024-01", before, { naics }), ...ofMonth("2025-01", after, { naics })]);

Deno.test("by hand: duty of 20 on 100 from China, of nothing on 60 from Mexico, of 4 on the rest", () => {
  const frame = imports(ofMonth("2024-01", {
    [CHINA]: [100, 20],
    [MEXICO]: [60, 0],
    [USMCA]: [60, 0],
    "0003": [10, 1],
    [WORLD]: [200, 24],
  }));
  const rates = effectiveDutyRates(frame, { by: ["naics"] });
  const of = (partner_code: string) => {
    const { rate, import_share, duty_share } = rowOf(rates, { partner_code });
    return [rate, import_share, duty_share];
  };
  assertEquals(of(WORLD), [0.12, 1, 1]);
  assertEquals(of(CHINA), [0.2, 0.5, 20 / 24]);
  assertEquals(of(MEXICO), [0, 0.3, 0]);
  assertEquals(of(OTHER), [0.1, 0.2, 4 / 24]); // 24 − 20 of duty on 200 − 160
  assertEquals(of(USMCA), of(MEXICO));
  assertEquals(rates.height, 5); // the European Union is no part of it unless asked for
  const asked = effectiveDutyRates(frame, { by: [], groups: ["0003"] });
  assertEquals(rowOf(asked, { partner_code: "0003" }).rate, 0.1);
});

Deno.test("no imports have no rate, and no duty has no shares", () => {
  const frame = imports(ofMonth("2024-01", { [CHINA]: [0, 0], [MEXICO]: [5, 0], [WORLD]: [5, 0] }));
  const rates = effectiveDutyRates(frame, { by: [] });
  assertEquals(rowOf(rates, { partner_code: CHINA }).rate, null);
  assertEquals(rowOf(rates, { partner_code: MEXICO }).duty_share, null);
});

Deno.test("all goods: the average rate was 2.34% in 2024 and 7.5% in January-November 2025", async () => {
  const all: Frame<Naics3Imports> = (await readTable("naics3_imports_by_partner_monthly", KNOWN))
    .filter(pl.col("naics").eq(literal("00")));
  const rates = effectiveDutyRates(withYear(all), { by: ["year"] });
  const of = (year: string, partner_code: string) =>
    (rowOf(rates, { year, partner_code }).rate! * 100).toFixed(2);
  assertEquals([of("2024", WORLD), of("2025", WORLD)], ["2.34", "7.53"]);
  assertEquals([of("2024", MEXICO), of("2025", MEXICO)], ["0.25", "3.66"]);
  const rows = records(rates).filter((row) => row.year === "2025" && row.partner_code !== USMCA);
  const [world, ...parts] = rows;
  assertEquals(parts.reduce((sum, row) => sum + row.duty_usd, 0), world.duty_usd); // to the dollar
  assertEquals(parts.reduce((sum, row) => sum + row.value_usd, 0), world.value_usd);
});

Deno.test("by hand: China 60% at 10% → 40% at 30%, Mexico 40% at 0% → 60% at 5%", () => {
  const frame = twoYears(
    { [CHINA]: [60, 6], [MEXICO]: [40, 0], [WORLD]: [100, 6] },
    { [CHINA]: [80, 24], [MEXICO]: [120, 6], [WORLD]: [200, 30] },
  );
  const change = dutyRateChange(frame, YEARS);
  const of = (partner_code: string) => rowOf(change, { partner_code });
  // ΔR = 30/200 − 6/100 = 0.09. China: ½(0.6+0.4)·0.2 = 0.1 and ½(0.1+0.3)·(−0.2) = −0.04.
  assertAlmostEquals(of(CHINA).rate_effect, 0.1, 1e-15);
  assertAlmostEquals(of(CHINA).mix_effect, -0.04, 1e-15);
  // Mexico: ½(0.4+0.6)·0.05 = 0.025 and ½(0+0.05)·0.2 = 0.005.
  assertAlmostEquals(of(MEXICO).rate_effect, 0.025, 1e-15);
  assertAlmostEquals(of(MEXICO).mix_effect, 0.005, 1e-15);
  // Against ½(0.06+0.15) = 0.105: China (0.2 − 0.105)·(−0.2), Mexico (0.025 − 0.105)·0.2.
  assertAlmostEquals(of(CHINA).mix_against_average, -0.019, 1e-15);
  assertAlmostEquals(of(MEXICO).mix_against_average, -0.016, 1e-15);
  const world = of(WORLD);
  assertEquals([world.vintage, world.basis], ["2025-01", "imports_for_consumption"]);
  assertEquals([world.from_start, world.to_end], ["2024-01", "2025-01"]);
  assertAlmostEquals(world.contribution, 0.09, 1e-15);
  assertAlmostEquals(world.rate_effect, 0.125, 1e-15);
  assertAlmostEquals(world.mix_effect, -0.035, 1e-15);
  assertEquals([world.from_rate, world.to_rate].map((rate) => rate.toFixed(12)), [
    "0.060000000000",
    "0.150000000000",
  ]);
});

Deno.test("by hand: each effect lies halfway between its two ends, which pair crosswise", () => {
  const frame = twoYears(
    { [CHINA]: [60, 6], [MEXICO]: [40, 0], [WORLD]: [100, 6] },
    { [CHINA]: [80, 24], [MEXICO]: [120, 6], [WORLD]: [200, 30] },
  );
  const world = rowOf(dutyRateChange(frame, YEARS), { partner_code: WORLD });
  // Rates at 60:40: 0.6·0.2 + 0.4·0.05 = 0.14; at 40:60: 0.4·0.2 + 0.6·0.05 = 0.11.
  assertAlmostEquals(world.rate_at_before, 0.14, 1e-15);
  assertAlmostEquals(world.rate_at_after, 0.11, 1e-15);
  // Mix at 10% and 0%: −0.2·0.1 = −0.02; at 30% and 5%: −0.2·0.3 + 0.2·0.05 = −0.05.
  assertAlmostEquals(world.mix_at_before, -0.02, 1e-15);
  assertAlmostEquals(world.mix_at_after, -0.05, 1e-15);
  // The second rates at the first shares: 0.6·0.3 + 0.4·0.05.
  assertAlmostEquals(world.to_rate_at_from_share, 0.2, 1e-15);
});

Deno.test("January-November, 2024 to 2025: the midpoints and their ends, in three aggregates", async () => {
  const figures = await readTable("naics3_imports_by_partner_monthly", KNOWN);
  const by = dutyRateChange(
    figures.filter(pl.col("naics").isIn(["334", "335", "00"])) as Frame<Naics3Imports>,
    { ...comparableYears(figures, "2024", "2025"), by: ["naics"] },
  );
  const of = (naics: string) => {
    const row = rowOf(by, { naics, partner_code: WORLD });
    return [row.rate_effect, row.rate_at_before, row.rate_at_after]
      .concat([row.mix_effect, row.mix_at_after, row.mix_at_before, row.to_rate_at_from_share])
      .map((value) => (value * 100).toFixed(2));
  };
  assertEquals(of("334"), ["4.02", "5.00", "3.03", "-1.38", "-2.37", "-0.39", "5.81"]);
  assertEquals(of("335"), ["10.37", "10.81", "9.94", "-1.26", "-1.70", "-0.83", "15.39"]);
  assertEquals(of("00"), ["5.95", "6.35", "5.55", "-0.77", "-1.16", "-0.37", "8.70"]);
});

Deno.test("NAICS 334, 2024 to January-November 2025: rates +4.0 points, suppliers −1.4", async () => {
  const figures = await readTable("naics3_imports_by_partner_monthly", KNOWN);
  const industry: Frame<Naics3Imports> = figures.filter(pl.col("naics").eq(literal("334")));
  const years = comparableYears(figures, "2024", "2025");
  const world = rowOf(dutyRateChange(industry, years), { partner_code: WORLD });
  const points = (value: number) => (value * 100).toFixed(2);
  assertEquals(
    [world.contribution, world.rate_effect, world.mix_effect].map(points),
    ["2.64", "4.02", "-1.38"],
  );
  const both: Frame<Naics3Imports> = figures.filter(pl.col("naics").isIn(["334", "335"]));
  const by = dutyRateChange(both, { ...years, by: ["naics"] });
  const { naics: _, ...alone } = rowOf(by, { partner_code: WORLD, naics: "334" });
  assertEquals(alone, world);
});

Deno.test("the three sources of all goods add to the change of the published rate", async () => {
  const figures = await readTable("naics3_imports_by_partner_monthly", KNOWN);
  const years = comparableYears(figures, "2024", "2025");
  const all: Frame<Naics3Imports> = figures.filter(pl.col("naics").eq(literal("00")));
  const published = rowOf(dutyRateChange(all, years), { partner_code: WORLD });
  const sources = dutyRateSources(figures, years);
  const whole = rowOf(sources, { partner_code: WORLD });
  assertAlmostEquals(whole.total_effect, published.contribution, 1e-15);
  assertEquals(sources.height, 32); // the world, 30 countries, the remainder
  const points = (value: number) => (value * 100).toFixed(2);
  assertEquals(
    [whole.rate_effect, whole.rate_at_before, whole.rate_at_after].map(points),
    ["6.09", "6.59", "5.59"],
  );
  assertEquals(
    [whole.supplier_suppliers_first, whole.goods_suppliers_first].map(points),
    ["-0.75", "-0.16"],
  );
  assertEquals(
    [whole.supplier_industries_first, whole.goods_industries_first].map(points),
    ["-0.67", "-0.23"],
  );
  assertEquals([whole.supplier_effect, whole.goods_effect].map(points), ["-0.71", "-0.20"]);
  // Without the industries, other goods from the same supplier look like another rate of it.
  assertAlmostEquals(
    whole.supplier_effect + whole.goods_effect + whole.rate_effect,
    published.rate_effect + published.mix_effect,
    1e-15,
  );
});

Deno.test("by hand: one supplier whose rates stay and whose goods move to the dutiable ones", () => {
  const frame = pl.concat([
    twoYears({ [CHINA]: [50, 10], [WORLD]: [50, 10] }, { [CHINA]: [75, 15], [WORLD]: [75, 15] }),
    twoYears({ [CHINA]: [50, 0], [WORLD]: [50, 0] }, { [CHINA]: [25, 0], [WORLD]: [25, 0] }, "336"),
  ]);
  const whole = rowOf(dutyRateSources(frame, YEARS), { partner_code: WORLD });
  assertAlmostEquals(whole.goods_effect, 0.05, 1e-15); // 15% − 10%, all of it goods
  assertEquals([whole.rate_effect, whole.supplier_effect], [0, 0]);
});

Deno.test("by hand: the order of suppliers and goods matters when both move together", () => {
  // China sends only what pays 20%, Mexico only what pays nothing; imports move from 60:40 to 40:60.
  const frame = pl.concat([
    twoYears({ [CHINA]: [60, 12], [WORLD]: [60, 12] }, { [CHINA]: [40, 8], [WORLD]: [40, 8] }),
    twoYears(
      { [MEXICO]: [40, 0], [WORLD]: [40, 0] },
      { [MEXICO]: [60, 0], [WORLD]: [60, 0] },
      "336",
    ),
  ]);
  const whole = rowOf(dutyRateSources(frame, YEARS), { partner_code: WORLD });
  // Suppliers first: each sends one good before and after, so that all of −4 points is suppliers.
  assertAlmostEquals(whole.supplier_suppliers_first, -0.04, 1e-15);
  assertAlmostEquals(whole.goods_suppliers_first, 0, 1e-15);
  // Industries first: each has one supplier before and after, so that all of it is goods.
  assertAlmostEquals(whole.supplier_industries_first, 0, 1e-15);
  assertAlmostEquals(whole.goods_industries_first, -0.04, 1e-15);
  assertAlmostEquals(whole.supplier_effect, -0.02, 1e-15);
  assertAlmostEquals(whole.goods_effect, -0.02, 1e-15);
});

/** Random imports and duties of five suppliers and a rest, in two years and two industries. */
const paid = fc.tuple(fc.nat(1e9), fc.nat(1000)).map(([value, permille]): [number, number] => [
  value,
  Math.floor(value * permille / 1000),
]);
const arbitraryPaid = fc.tuple(...[CHINA, MEXICO, "1220", "5830", "5520"].map(() => paid), paid)
  .map((rows): Paid => {
    const [rest, ...suppliers] = rows.toReversed();
    const codes = [CHINA, MEXICO, "1220", "5830", "5520"];
    const world = [rest, ...suppliers].reduce(
      (sum, [value, duty]) => [sum[0] + value, sum[1] + duty] as [number, number],
      [0, 0] as [number, number],
    );
    return { ...Object.fromEntries(suppliers.map((row, i) => [codes[i], row])), [WORLD]: world };
  }).filter((row) => row[WORLD][0] > 0);
const arbitraryFrame = fc.tuple(arbitraryPaid, arbitraryPaid, arbitraryPaid, arbitraryPaid)
  .map(([a, b, c, d]) => pl.concat([twoYears(a, b), twoYears(c, d, "336")]) as Frame<ImportRow>);
const EFFECTS = ["contribution", "rate_effect", "mix_effect", "mix_against_average"] as const;
const SOURCES = ["total_effect", "rate_effect", "supplier_effect", "goods_effect"] as const;
/** Both orders too: their parts add over suppliers and turn their sign like the means. */
const ORDERED = [
  ...SOURCES,
  "supplier_suppliers_first",
  "goods_suppliers_first",
  "supplier_industries_first",
  "goods_industries_first",
] as const;

Deno.test("rates and suppliers add to the change of the average rate", () => {
  fc.assert(
    fc.property(arbitraryFrame, (frame) => {
      const industry: Frame<ImportRow> = frame.filter(pl.col("naics").eq(literal("334")));
      const rows = records(dutyRateChange(industry, YEARS));
      const [world, ...parts] = rows;
      for (const row of rows) {
        assertAlmostEquals(row.rate_effect + row.mix_effect, row.contribution, 1e-15);
        assertAlmostEquals(row.rate_at_before + row.mix_at_after, row.contribution, 1e-15);
        assertAlmostEquals(row.rate_at_after + row.mix_at_before, row.contribution, 1e-15);
        assertAlmostEquals((row.rate_at_before + row.rate_at_after) / 2, row.rate_effect, 1e-15);
        assertAlmostEquals((row.mix_at_before + row.mix_at_after) / 2, row.mix_effect, 1e-15);
      }
      assertAlmostEquals(world.contribution, world.to_rate - world.from_rate, 1e-15);
      assertAlmostEquals(world.mix_effect, world.mix_against_average, 1e-15);
      const rates = effectiveDutyRates(industry, { by: ["month"] });
      const [before, after] = ["2024-01", "2025-01"]
        .map((month) => rowOf(rates, { month, partner_code: WORLD }).rate!);
      assertAlmostEquals(world.contribution, after - before, 1e-14);
      for (const name of EFFECTS) {
        assertAlmostEquals(
          parts.reduce((sum, row) => sum + row[name], 0),
          world[name],
          1e-15,
          name,
        );
      }
    }),
    RUNS,
  );
});

Deno.test("the three sources add to the whole and turn their sign when the years are swapped", () => {
  fc.assert(
    fc.property(arbitraryFrame, arbitraryOrder, (frame, order) => {
      const sources = dutyRateSources(frame, YEARS);
      const [world, ...parts] = records(sources);
      const average = (month: string) => {
        const rows = frame.filter(
          pl.col("month").eq(literal(month)).and(pl.col("partner_code").eq(literal(WORLD))),
        ) as Frame<ImportRow>;
        return total(rows, "duty_usd") / total(rows, "value_usd");
      };
      assertAlmostEquals(world.total_effect, average("2025-01") - average("2024-01"), 1e-14);
      for (const row of [world, ...parts]) {
        const shifts = row.supplier_effect + row.goods_effect;
        assertAlmostEquals(row.supplier_suppliers_first + row.goods_suppliers_first, shifts, 1e-14);
        assertAlmostEquals(
          row.supplier_industries_first + row.goods_industries_first,
          shifts,
          1e-14,
        );
        assertAlmostEquals((row.rate_at_before + row.rate_at_after) / 2, row.rate_effect, 1e-14);
      }
      for (const name of ORDERED) {
        assertAlmostEquals(
          parts.reduce((sum, row) => sum + row[name], 0),
          world[name],
          1e-15,
          name,
        );
      }
      const back = records(dutyRateSources(frame, { from: AFTER, to: BEFORE }));
      for (const [i, row] of records(sources).entries()) {
        for (const name of ORDERED) assertAlmostEquals(back[i][name], 0 - row[name], 1e-14, name);
      }
      assertEquals(records(dutyRateSources(shuffled(frame, order), YEARS)), records(sources));
    }),
    RUNS,
  );
});

Deno.test("splitting a supplier in equal parts changes no other row and no sum", () => {
  fc.assert(
    fc.property(arbitraryFrame, (frame) => {
      const isChina = pl.col("partner_code").eq(literal(CHINA));
      const factor = (number: number) => literal(number).cast(pl.Int64);
      const times = (rows: pl.DataFrame, number: number) =>
        rows.withColumns(
          pl.col("value_usd").mul(factor(number)).alias("value_usd"),
          pl.col("duty_usd").mul(factor(number)).alias("duty_usd"),
        );
      const china = frame.filter(isChina);
      const renamed = china.withColumn(literal("5701").alias("partner_code")).select(
        ...frame.columns,
      );
      const whole = times(frame, 2) as Frame<ImportRow>;
      const others = whole.filter(isChina.not());
      const split = pl.concat([others, china, renamed]) as Frame<ImportRow>;
      const [one, two] = [whole, split].map((rows) => dutyRateSources(rows, YEARS));
      const of = (rows: Frame<DutyRateSources>, code: string) =>
        rowOf(rows, { partner_code: code });
      for (const code of [MEXICO, WORLD]) {
        for (const name of SOURCES) {
          assertAlmostEquals(of(one, code)[name], of(two, code)[name], 1e-14, `${code} ${name}`);
        }
      }
      assertAlmostEquals(
        of(one, CHINA).rate_effect,
        of(two, CHINA).rate_effect + of(two, "5701").rate_effect,
        1e-14,
      );
    }),
    RUNS,
  );
});

Deno.test("a supplier that is new changes the average by its share alone", () => {
  const frame = twoYears(
    { [CHINA]: [100, 10], [WORLD]: [100, 10] },
    { [CHINA]: [50, 5], [MEXICO]: [50, 0], [WORLD]: [100, 5] },
  );
  const mexico: DutyRateChange = rowOf(dutyRateChange(frame, YEARS), { partner_code: MEXICO });
  assertEquals([mexico.rate_effect, mexico.from_share, mexico.to_share], [0, 0, 0.5]);
  assertAlmostEquals(mexico.mix_against_average, -0.0375, 1e-15); // (0 − ½(0.1+0.05)) × 0.5
});

Deno.test("duty on the wrong basis, or without a world, is refused", () => {
  const good = ofMonth("2024-01", { [CHINA]: [10, 1], [WORLD]: [10, 1] });
  const general = imports(good.map((row) => ({ ...row, basis: "general_imports" })));
  assertThrows(
    () => effectiveDutyRates(general, { by: [] }),
    RangeError,
    "duty is charged on imports_for_consumption, not on general_imports",
  );
  const mixed = imports([
    ...good,
    ...ofMonth("2024-01", { [CHINA]: 1 }, { basis: "general_imports" }),
  ]);
  assertThrows(() => effectiveDutyRates(mixed, { by: [] }), RangeError, "not on general_imports");
  assertThrows(
    () => effectiveDutyRates(imports(good.slice(0, 1)), { by: ["month"] }),
    RangeError,
    "effectiveDutyRates: the world row (-) is missing in part of the selection",
  );
  assertThrows(
    () => effectiveDutyRates(imports(good).filter(pl.col("naics").eq(literal("336"))), { by: [] }),
    RangeError,
    "effectiveDutyRates: no imports in this selection",
  );
  assertThrows(
    () => effectiveDutyRates(imports(good).drop("duty_usd"), { by: [] }),
    TypeError,
    "effectiveDutyRates: column duty_usd missing",
  );
  const group = imports([...good, ...ofMonth("2024-01", { "5701": [5, 0] })]);
  assertThrows(
    () => effectiveDutyRates(group, { by: [] }),
    RangeError,
    "the countries exceed the world; is a group among them?",
  );
  assertThrows(() => dutyRateChange(imports(good), YEARS), RangeError, "no figures from 2025-01");
  assertThrows(
    () => dutyRateSources(imports(good).drop("naics"), YEARS),
    TypeError,
    "dutyRateSources: column naics missing",
  );
});

Deno.test("a lazy scan gives the same rates", () => {
  const frame = imports(ofMonth("2024-01", { [CHINA]: [10, 1], [WORLD]: [20, 1] }));
  const [one, two] = [frame, frame.lazy()].map((rows) =>
    effectiveDutyRates(rows, { by: ["month"] })
  );
  assertEquals(records(one), records(two));
  assert(one.height === 3);
});
