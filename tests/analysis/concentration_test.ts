/** The Herfindahl–Hirschman index: cases by hand, and bounds that no split of the rest goes past. */
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import pl from "nodejs-polars";
import { concentration, supplierShares, withGroup, withYear } from "../../lib/analysis/mod.ts";
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
  withWorld,
} from "./small.ts";

const sharesOf = (values: Record<string, number>) =>
  supplierShares(imports(ofMonth("2024-01", values)), { by: [], denominator: "world" });
const indexOf = (values: Record<string, number>, unlisted?: number) =>
  rowOf(concentration(sharesOf(values), { by: [], unlisted }), {});

Deno.test("by hand: shares 0.5, 0.3 and a rest of 0.2", () => {
  const index = indexOf({ "5700": 50, "2010": 30, "-": 100 });
  assertAlmostEquals(index.hhi_low, 0.34, 1e-15); // 0.25 + 0.09
  assertAlmostEquals(index.hhi_high, 0.38, 1e-15); // + 0.2²
  assertAlmostEquals(index.rest_share, 0.2, 1e-15);
  assertAlmostEquals(index.equal_suppliers_low, 1 / 0.38, 1e-14);
  assertAlmostEquals(index.equal_suppliers_high, 1 / 0.34, 1e-14);
  assertEquals([index.suppliers, index.period_start, index.period_end], [2, "2024-01", "2024-01"]);
  const four = indexOf({ "5700": 50, "2010": 30, "-": 100 }, 4);
  assertAlmostEquals(four.hhi_low, 0.35, 1e-15); // 0.34 + 4 × 0.05²
});

Deno.test("one supplier gives 1, n equal ones 1 ÷ n", () => {
  assertEquals(indexOf({ "5700": 7, "2010": 0, "-": 7 }).hhi_high, 1);
  const equal = indexOf({ "5700": 5, "2010": 5, "1220": 5, "5830": 5, "-": 20 });
  assertEquals([equal.hhi_low, equal.hhi_high, equal.equal_suppliers_low], [0.25, 0.25, 4]);
  assertEquals(equal.suppliers, 4);
});

Deno.test("suppliers of NAICS 334 were half as concentrated in 2024 as in 2017", async () => {
  const industry: Frame<Naics3Imports> =
    (await readTable("naics3_imports_by_partner_monthly", KNOWN))
      .filter(pl.col("naics").eq(literal("334")));
  const shares = supplierShares(withYear(industry), { by: ["year"], denominator: "world" });
  const index = concentration(shares, { by: ["year"] });
  assertEquals(index.height, 13);
  const points = (year: string) => {
    const { hhi_low, hhi_high } = rowOf(index, { year });
    return [hhi_low, hhi_high].map((hhi) => Math.round(hhi * 10_000));
  };
  assertEquals([points("2017"), points("2024")], [[2463, 2474], [1198, 1215]]);
});

Deno.test("no split of the rest leaves the bounds", () => {
  const parts = fc.array(fc.integer({ min: 1, max: 1_000_000_000 }), {
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(arbitraryValues(), parts, (values, rest) => {
      const unlisted = rest.reduce((sum, part) => sum + part, 0);
      const world = withWorld(values, unlisted);
      const bounds = indexOf(world), counted = indexOf(world, rest.length);
      // The truth, had every country been listed: some unlisted ones larger than listed ones.
      const truth = [...Object.values(values), ...rest]
        .reduce((sum, value) => sum + (value / world["-"]) ** 2, 0);
      assert(bounds.hhi_low <= truth + 1e-15 && truth <= bounds.hhi_high + 1e-15);
      assert(counted.hhi_low <= truth + 1e-15 && bounds.hhi_low <= counted.hhi_low);
    }),
    RUNS,
  );
});

Deno.test("the bounds are reached: by one country, and by equal ones", () => {
  fc.assert(
    fc.property(arbitraryValues(), fc.integer({ min: 1, max: 1e8 }), (values, part) => {
      const listed = Object.fromEntries([1, 2, 3, 4].map((i) => [`790${i}`, part]));
      const four = indexOf(withWorld({ ...values, ...listed }));
      const bounds = indexOf(withWorld(values, 4 * part), 4);
      assertAlmostEquals(four.hhi_low, bounds.hhi_low, 1e-15);
      const one = indexOf(withWorld({ ...values, "7901": 4 * part }));
      assertAlmostEquals(one.hhi_high, bounds.hhi_high, 1e-15);
    }),
    RUNS,
  );
});

Deno.test("splitting a supplier lowers the index, merging raises it", () => {
  fc.assert(
    fc.property(arbitraryValues(), fc.double({ min: 0, max: 1, noNaN: true }), (values, part) => {
      const first = Math.floor(values["5700"] * part);
      const split = { ...values, "5700": first, "5701": values["5700"] - first };
      assert(indexOf(withWorld(split)).hhi_low <= indexOf(withWorld(values)).hhi_low + 1e-15);
    }),
    RUNS,
  );
});

Deno.test("order of rows, a supplier of zero and another unit change nothing", () => {
  fc.assert(
    fc.property(arbitraryValues(), arbitraryOrder, (values, order) => {
      const shares = sharesOf(withWorld(values, 5));
      const plain = records(concentration(shares, { by: [] }));
      assertEquals(records(concentration(shuffled(shares, order), { by: [] })), plain);
      assertEquals(
        records(concentration(sharesOf(withWorld({ ...values, "7910": 0 }, 5)), { by: [] })),
        plain,
      );
      const tenfold = Object.fromEntries(Object.entries(values).map(([k, v]) => [k, v * 10]));
      assertAlmostEquals(indexOf(withWorld(tenfold, 50)).hhi_low, plain[0].hhi_low, 1e-15);
    }),
    RUNS,
  );
});

Deno.test("shares that are not all shares are refused", () => {
  const shares = sharesOf({ "1220": 20, "2010": 30, "-": 100 });
  assertThrows(
    () => concentration(withGroup(shares, [], "0020", ["1220", "2010"]), { by: [] }),
    RangeError,
    "concentration: shares add to 1.5, not to 1; is a group among its members",
  );
  assertThrows(
    () => concentration(shares.filter(pl.col("partner_code").neq(literal("other"))), { by: [] }),
    RangeError,
    "shares add to 0.5, not to 1",
  );
  assertThrows(
    () => concentration(shares, { by: [], unlisted: 0 }),
    RangeError,
    "`unlisted` counts at least 1 country",
  );
  assertThrows(
    () => concentration(shares.drop("share"), { by: [] }),
    TypeError,
    "concentration: column share missing",
  );
});
