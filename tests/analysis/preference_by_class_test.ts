/** What enters under the agreement by class: a case by hand, published values, months that do not hold. */
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import {
  monthsThatHold,
  preferenceByClass,
  preferenceInMonths,
  preferenceShares,
} from "../../lib/analysis/mod.ts";
import { consumptionOfAllGoods } from "../../lib/analysis/mod.ts";
import {
  ALL_ATP,
  ALL_GOODS,
  CANADA,
  type GoodsClass,
  MEXICO,
  NAICS3_CODES,
  ofAtpGroup,
  ofNaics,
  USMCA,
} from "../../lib/codes/mod.ts";
import { readTable, scanTable } from "../../lib/data/mod.ts";
import { keep, records, rowOf } from "../../lib/frame.ts";
import { KNOWN } from "../known.ts";
import { CABLE, CLASSES, COMPUTER, linesOf, totalsOf, TRUCK } from "./preference_lines.ts";

const small = () =>
  preferenceByClass(
    linesOf([
      ["2025-01", MEXICO, COMPUTER, 100, 10],
      ["2025-01", MEXICO, CABLE, 60, 30],
      ["2025-01", CANADA, TRUCK, 40, 40],
      ["2025-03", MEXICO, COMPUTER, 100, 20],
      ["2025-03", CANADA, TRUCK, 40, 40],
    ]),
    CLASSES,
    totalsOf([
      ["2025-01", MEXICO, "2026-10-01", 40],
      ["2025-01", CANADA, "2026-10-01", 40],
      ["2025-03", MEXICO, "2026-10-01", 90], // 20 before
      ["2025-03", CANADA, "2026-10-01", 40],
    ]),
  );

Deno.test("by hand: 10 of 100 in 334, 30 of 60 in 335, 50 of 140 in ATP from both", () => {
  const use = keep(small(), { month: "2025-01" });
  const shareOf = (
    of: GoodsClass,
    partner: string,
  ) => rowOf(use, { ...of, partner_code: partner }).preference_share;
  assertEquals(shareOf(ofNaics("334"), MEXICO), 0.1);
  assertEquals(shareOf(ofNaics("335"), MEXICO), 0.5);
  assertEquals(shareOf(ofAtpGroup("04"), MEXICO), 0.1);
  assertEquals(shareOf(ALL_ATP, MEXICO), 0.1);
  assertEquals(shareOf(ALL_ATP, CANADA), 1);
  assertEquals(shareOf(ALL_ATP, USMCA), 50 / 140);
  assertEquals(shareOf(ALL_GOODS, USMCA), 80 / 200);
});

Deno.test("a month of both partners is restated when one of the two is", () => {
  const use = small();
  const march = (partner_code: string) =>
    rowOf(use, { ...ALL_GOODS, month: "2025-03", partner_code }).restated;
  assertEquals([MEXICO, CANADA, USMCA].map(march), [true, false, true]);
  assertEquals(monthsThatHold(use), ["2025-01"]);
});

Deno.test("months that were restated, or are not there, are refused by name", () => {
  const use = small();
  assertThrows(() => preferenceInMonths(use, ["2025-01", "2025-03"]), RangeError, "2025-03 cannot");
  assertThrows(() => preferenceInMonths(use, ["2025-02"]), RangeError, "2025-02 cannot be used");
  assertThrows(() => preferenceInMonths(use, []), RangeError, "no month");
  const lines = linesOf([["2025-01", MEXICO, "0000000000", 1, 0]]);
  assertThrows(
    () => preferenceByClass(lines, CLASSES, totalsOf([])),
    RangeError,
    "a tariff line has no class",
  );
  assertThrows(
    () => preferenceByClass(linesOf([["2025-01", MEXICO, CABLE, 1, 0]]), CLASSES, totalsOf([])),
    RangeError,
    "a month has no total",
  );
});

Deno.test("nothing imported is no share", () => {
  const use = preferenceByClass(
    linesOf([["2025-01", MEXICO, CABLE, 0, 0], ["2025-01", CANADA, CABLE, 1, 1]]),
    CLASSES,
    totalsOf([["2025-01", MEXICO, "2026-04", 0], ["2025-01", CANADA, "2026-04", 1]]),
  );
  assertEquals(rowOf(use, { ...ofNaics("335"), partner_code: MEXICO }).preference_share, null);
});

const real = preferenceByClass(
  await scanTable("preference_lines", KNOWN),
  await readTable("import_line_classes", KNOWN),
  await readTable("agreement_imports_monthly", KNOWN),
);
const percentOf = (of: ReturnType<typeof ofNaics>, partner_code: string, month: string) =>
  (rowOf(real, { ...of, partner_code, month }).preference_share! * 100).toFixed(1);

Deno.test("Mexico, NAICS 334: 10.3% in January 2025, 90.3 in July, 96.0 in February 2026", () => {
  const months = ["2025-01", "2025-07", "2026-02"];
  const path = (of: ReturnType<typeof ofNaics>, partner: string) =>
    months.map((month) => percentOf(of, partner, month));
  assertEquals(path(ofNaics("334"), MEXICO), ["10.3", "90.3", "96.0"]);
  assertEquals(path(ALL_ATP, MEXICO), ["18.3", "91.0", "96.5"]);
  assertEquals(path(ofNaics("334"), CANADA), ["5.3", "70.9", "76.2"]);
  assertEquals(path(ofNaics("335"), MEXICO), ["52.7", "91.5", "89.7"]);
});

Deno.test("the months that hold are January, February 2025 and those from July 2025", () => {
  assertEquals(monthsThatHold(real), [
    ...["2025-01", "2025-02", "2025-07", "2025-08", "2025-09", "2025-10", "2025-11", "2025-12"],
    ...["2026-01", "2026-02"],
  ]);
});

Deno.test("January and February, both partners: 334 9.0 to 95.2%, 335 54.1 to 89.5, ATP 17.0 to 95.1", () => {
  const shares = (year: string) => {
    const of = preferenceInMonths(real, [`${year}-01`, `${year}-02`]);
    return [ofNaics("334"), ofNaics("335"), ALL_ATP].map((each) =>
      (rowOf(of, { ...each, partner_code: USMCA }).preference_share! * 100).toFixed(1)
    );
  };
  assertEquals(shares("2025"), ["9.0", "54.1", "17.0"]);
  assertEquals(shares("2026"), ["95.2", "89.5", "95.1"]);
});

Deno.test("of Mexico's information and communications goods nothing was claimed in early 2025", () => {
  const [before, after] = ["2025", "2026"].map((year) =>
    rowOf(preferenceInMonths(real, [`${year}-01`, `${year}-02`]), {
      ...ofAtpGroup("04"),
      partner_code: MEXICO,
    }).preference_share!
  );
  assert(before < 0.0001);
  assertAlmostEquals(after, 0.9825, 5e-5);
});

Deno.test("industries add to all goods, groups to ATP; all goods agree with the totals", async () => {
  const january = records(keep(real, { month: "2026-01", partner_code: MEXICO }));
  const sum = (classification: string, codes?: string[]) =>
    january.filter((row) => row.classification === classification)
      .filter((row) => codes?.includes(row.code) ?? row.code !== "total")
      .reduce((all, row) => all + row.preference_usd, 0);
  assertEquals(sum("naics3", NAICS3_CODES), sum("all_goods"));
  const total = january.find((row) => row.code === "total")!;
  assertEquals(sum("atp_group"), total.preference_usd);
  const whole = preferenceShares(
    await readTable("agreement_imports_monthly", KNOWN),
    consumptionOfAllGoods(
      await readTable("naics3_imports_by_partner_monthly", KNOWN),
      await readTable("goods_consumption_monthly", KNOWN),
    ),
    { by: "month" },
  );
  for (const month of monthsThatHold(real)) {
    const { preference_share } = rowOf(real, { ...ALL_GOODS, partner_code: MEXICO, month });
    const published = rowOf(whole, { partner_code: MEXICO, period_start: month }).preference_share;
    assertAlmostEquals(preference_share!, published, 0.008, month); // one revision apart
  }
});
