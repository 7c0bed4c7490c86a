/** Who took a supplier's share: known changes, a case by hand, identities and bounds. */
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import pl from "nodejs-polars";
import {
  comparableYears,
  largestLoser,
  replacementTable,
  shareChanges,
} from "../../lib/analysis/mod.ts";
import { CHINA, OTHER } from "../../lib/codes/mod.ts";
import { type Naics3Imports, readTable } from "../../lib/data/mod.ts";
import { type Frame, literal, records, rowOf } from "../../lib/frame.ts";
import { KNOWN } from "../known.ts";
import {
  arbitraryOrder,
  arbitraryValues,
  imports,
  ofMonth,
  RUNS,
  shuffled,
  total,
  withWorld,
} from "./small.ts";

const BEFORE = { period_start: "2017-01", period_end: "2017-01" };
const AFTER = { period_start: "2024-01", period_end: "2024-01" };
const YEARS = { from: BEFORE, to: AFTER };
const twoYears = (before: Record<string, number>, after: Record<string, number>) =>
  imports([...ofMonth("2017-01", before), ...ofMonth("2024-01", after)]);

const ofIndustry = async (naics: string) =>
  (await readTable("naics3_imports_by_partner_monthly", KNOWN))
    .filter(pl.col("naics").eq(literal(naics))) as Frame<Naics3Imports>;

Deno.test("NAICS 334, 2017-2024: China lost 24.7 points; Taiwan and Vietnam gained more than Mexico", async () => {
  const industry = await ofIndustry("334");
  const changes = shareChanges(industry, comparableYears(industry, "2017", "2024"));
  const points = (partner_code: string) =>
    Number((rowOf(changes, { partner_code }).change * 100).toFixed(1));
  assertEquals(["5700", "5830", "5520", "2010", "1220"].map(points), [-24.7, 10, 8.6, 2.9, -0.2]);
  const mexico = rowOf(changes, { partner_code: "2010" });
  assertEquals([mexico.from_rank, mexico.to_rank], [2, 2]);
  assertEquals([mexico.from_start, mexico.to_end], ["2017-01", "2024-12"]);
  assertEquals([mexico.basis, mexico.vintage], ["imports_for_consumption", "2025-11"]);
  assertEquals(rowOf(changes, { partner_code: "5830" }).to_rank, 3);
  assertEquals(largestLoser(changes), CHINA);
});

Deno.test("by hand: China 50 → 20, Japan 20 → 10; Taiwan +25, Mexico +10, the rest +5", () => {
  const changes = shareChanges(
    twoYears(
      { "5700": 50, "5880": 20, "5830": 15, "2010": 10, "1220": 3, "-": 100 }, // rest 2
      { "5700": 40, "5880": 20, "5830": 80, "2010": 40, "1220": 6, "-": 200 }, // rest 14
    ),
    YEARS,
  );
  assertAlmostEquals(rowOf(changes, { partner_code: "5700" }).change, -0.3, 1e-15); // 40/200 − 50/100
  const table = replacementTable(changes);
  const of = (partner_code: string) => rowOf(table, { partner_code });
  // L = 30; gains 25 + 10 + 5 = 40 = losses 30 + 10.
  assertEquals(of("5830").role, "gainer");
  assertAlmostEquals(of("5830").net_per_point, 25 / 30, 1e-14);
  assertAlmostEquals(of("5830").gross_per_point, 25 / 40, 1e-14);
  assertAlmostEquals(of("5830").least_per_point, 15 / 30, 1e-14); // 25 less the other losses, 10
  assertAlmostEquals(of("5830").most_per_point, 25 / 30, 1e-14);
  assertAlmostEquals(of("2010").least_per_point, 0, 1e-14); // its 10 may all be Japan's
  assertAlmostEquals(of("2010").most_per_point, 10 / 30, 1e-14);
  assertEquals([of("5880").role, of("5880").gross_per_point], ["other loser", 0]);
  assertAlmostEquals(of("5880").net_per_point, -10 / 30, 1e-14);
  assertEquals([of("5700").role, of("5700").net_per_point], ["studied loser", -1]);
  assertEquals(of("1220").role, "held"); // 3 of 100, 6 of 200
  assertAlmostEquals(of(OTHER).gross_per_point, 5 / 40, 1e-14); // 2 of 100 → 14 of 200
  assertEquals([of("0020").role, of("0020").change], ["group", of("2010").change]);
});

Deno.test("a supplier of one period only has a share of zero, and no rank, in the other", () => {
  const changes = shareChanges(
    twoYears({ "5700": 9, "-": 10 }, { "5700": 6, "5520": 4, "-": 10 }),
    YEARS,
  );
  const vietnam = rowOf(changes, { partner_code: "5520" });
  assertEquals([vietnam.from_usd, vietnam.from_share, vietnam.from_rank], [0, 0, null]);
  assertEquals([vietnam.to_share, vietnam.change, vietnam.to_rank], [0.4, 0.4, 2]);
  assertEquals(records(changes).map((row) => row.partner_code), ["5520", "other", "5700"]);
});

/** Two random years with an unlisted rest, in which China loses. */
const arbitraryYears = fc.tuple(arbitraryValues(), arbitraryValues(), fc.nat(1e9), fc.nat(1e9))
  .map(([before, after, ...rest]) =>
    twoYears(withWorld(before, rest[0]), withWorld(after, rest[1]))
  );
const chinaLost = (frame: ReturnType<typeof twoYears>) =>
  rowOf(shareChanges(frame, YEARS), { partner_code: CHINA }).change < -1e-6;

Deno.test("changes add to zero: all gains are all losses", () => {
  fc.assert(
    fc.property(arbitraryYears, (frame) => {
      assertAlmostEquals(total(shareChanges(frame, YEARS), "change"), 0, 1e-15);
    }),
    RUNS,
  );
});

Deno.test("swapping the periods turns the sign of every change", () => {
  fc.assert(
    fc.property(arbitraryYears, (frame) => {
      const back = shareChanges(frame, { from: AFTER, to: BEFORE });
      for (const { partner_code, change } of records(shareChanges(frame, YEARS))) {
        assertEquals(rowOf(back, { partner_code }).change, 0 - change);
      }
    }),
    RUNS,
  );
});

Deno.test("what replaces each point adds to one point, within bounds that hold", () => {
  fc.assert(
    fc.property(arbitraryYears.filter(chinaLost), (frame) => {
      const all = records(replacementTable(shareChanges(frame, YEARS)));
      const others = all.filter((row) => !["group", "studied loser"].includes(row.role));
      const sum = (
        name: "net_per_point" | "gross_per_point" | "least_per_point" | "most_per_point",
      ) => others.reduce((added, row) => added + row[name], 0);
      assertAlmostEquals(sum("net_per_point"), 1, 1e-9);
      assertAlmostEquals(sum("gross_per_point"), 1, 1e-14);
      assert(sum("least_per_point") <= 1 + 1e-9 && sum("most_per_point") >= 1 - 1e-9);
      for (const row of all) {
        assert(row.least_per_point <= row.gross_per_point + 1e-9, row.partner_code);
        assert(row.gross_per_point <= row.most_per_point + 1e-9, row.partner_code);
      }
    }),
    RUNS,
  );
});

Deno.test("no table of flows from losers to gainers goes past the bounds", () => {
  // Random flows from two losers to three gainers; the margins alone go into the table.
  const flows = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 6, maxLength: 6 });
  fc.assert(
    fc.property(flows, ([a, b, c, d, e, f]) => {
      const gains = { "5830": a + d, "5520": b + e, "2010": c + f };
      const losses = { "5700": a + b + c, "5880": d + e + f };
      const sum = a + b + c + d + e + f;
      const before = { ...losses, "5830": 0, "5520": 0, "2010": 0, "-": sum };
      const after = { "5700": 0, "5880": 0, ...gains, "-": sum };
      const table = replacementTable(shareChanges(twoYears(before, after), YEARS));
      for (const [partner_code, fromChina] of [["5830", a], ["5520", b], ["2010", c]] as const) {
        const row = rowOf(table, { partner_code });
        const true_part = fromChina / losses["5700"];
        assert(row.least_per_point <= true_part + 1e-12 && true_part <= row.most_per_point + 1e-12);
      }
    }),
    RUNS,
  );
});

Deno.test("order of rows, a supplier of zero and another unit change nothing", () => {
  fc.assert(
    fc.property(arbitraryYears.filter(chinaLost), arbitraryOrder, (frame, order) => {
      const plain = records(replacementTable(shareChanges(frame, YEARS)));
      const changes = shareChanges(shuffled(frame, order), YEARS);
      assertEquals(records(replacementTable(shuffled(changes, order))), plain);
      const zero = imports([
        ...ofMonth("2017-01", { "7910": 0 }),
        ...ofMonth("2024-01", { "7910": 0 }),
      ]);
      const withZero = replacementTable(shareChanges(pl.concat([frame, zero]), YEARS));
      const kept = records(withZero).filter((row) => row.partner_code !== "7910");
      assertEquals(kept, plain);
      const scaled = frame.withColumn(
        pl.col("value_usd").mul(literal(8).cast(pl.Int64)).alias("value_usd"),
      );
      for (const [i, row] of records(replacementTable(shareChanges(scaled, YEARS))).entries()) {
        assertAlmostEquals(row.net_per_point, plain[i].net_per_point, 1e-12);
      }
    }),
    RUNS,
  );
});

Deno.test("splitting a gainer into two that gain leaves all others as they were", () => {
  const before = { "5700": 60, "5880": 20, "2010": 20, "-": 100 };
  const whole = twoYears(before, { "5700": 30, "5880": 10, "2010": 60, "-": 100 });
  const split = twoYears(
    { ...before, "2010": 12, "2011": 8 },
    { "5700": 30, "5880": 10, "2010": 36, "2011": 24, "-": 100 }, // 60 = 36 + 24
  );
  const table = (frame: ReturnType<typeof twoYears>) =>
    replacementTable(shareChanges(frame, YEARS), { groups: { block: ["2010", "2011"] } });
  assertEquals(
    rowOf(table(split), { partner_code: "5880" }),
    rowOf(table(whole), {
      partner_code: "5880",
    }),
  );
  const [one, two] = [whole, split].map((frame) => rowOf(table(frame), { partner_code: "block" }));
  for (const name of ["change", "gross_per_point", "least_per_point", "most_per_point"] as const) {
    assertAlmostEquals(one[name], two[name], 1e-12, name);
  }
});

Deno.test("what cannot be answered is refused", () => {
  const changes = shareChanges(
    twoYears({ "5700": 5, "2010": 5, "-": 10 }, { "5700": 6, "2010": 4, "-": 10 }),
    YEARS,
  );
  assertThrows(() => replacementTable(changes), RangeError, "5700 did not lose");
  assertEquals(replacementTable(changes, { loser: "2010" }).height, 4);
  assertEquals(largestLoser(changes), "2010");
  assertThrows(
    () => replacementTable(changes, { loser: "5880" }),
    RangeError,
    "0 rows of supplier 5880",
  );
  assertThrows(
    () => replacementTable(pl.concat([changes, changes]), { loser: "2010" }),
    RangeError,
    "2 rows of supplier 2010; give one selection",
  );
  const cut = changes.filter(pl.col("partner_code").neq(literal("5700")));
  assertThrows(
    () => replacementTable(cut, { loser: "2010" }),
    RangeError,
    "the changes do not add to zero; is a supplier missing?",
  );
  assertThrows(
    () => replacementTable(changes.drop("change")),
    TypeError,
    "replacementTable: column change missing",
  );
});

Deno.test("where nobody lost there is no largest loser", () => {
  const same = twoYears({ "5700": 5, "-": 10 }, { "5700": 5, "-": 10 });
  assertEquals(largestLoser(shareChanges(same, YEARS)), undefined);
});
