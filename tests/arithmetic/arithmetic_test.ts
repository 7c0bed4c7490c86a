/** Shares, ranks, rates, changes and dependence of plain rows, worked by hand. */
import { assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import {
  changesOf,
  dependenceOf,
  ranked,
  ratesOf,
  sharesOf,
  withRest,
} from "../../lib/arithmetic/mod.ts";

const period = { period_start: "2024-01", period_end: "2024-12", vintage: "2025-01-01" };
const basis = "imports_for_consumption";
/** Imports and duty by partner, in one year. */
const sums = (values: Record<string, number>, year = "2024", duty = 0.1) =>
  Object.entries(values).map(([partner_code, value_usd]) => ({
    ...{ ...period, basis, year, partner_code, value_usd, duty_usd: value_usd * duty },
    period_start: `${year}-01`,
    period_end: `${year}-12`,
  }));

Deno.test("shares by hand: 60 and 25 of 100, the rest 15, each year by itself", () => {
  const shares = sharesOf([
    ...sums({ "2010": 25, "-": 100, "1220": 60 }),
    ...sums({ "-": 10, "2010": 10 }, "2023"),
  ], { by: ["year"], denominator: "world" });
  assertEquals(shares.map((row) => [row.year, row.partner_code, row.share]), [
    ["2023", "2010", 1],
    ["2023", "other", 0],
    ["2024", "1220", 0.6],
    ["2024", "2010", 0.25],
    ["2024", "other", 0.15],
  ]);
});

Deno.test("of the listed suppliers a block counts as one, the world and other groups not at all", () => {
  const shares = sharesOf(sums({ "0003": 30, "0020": 50, "2010": 70, "-": 500 }), {
    ...{ by: [], denominator: "listed", blocks: ["0003"] },
  });
  assertEquals(shares.map((row) => [row.partner_code, row.share]), [["2010", 0.7], ["0003", 0.3]]);
});

Deno.test("shares that no one can take are refused", () => {
  const refused = (rows: ReturnType<typeof sums>, says: string) =>
    assertThrows(() => sharesOf(rows, { by: ["year"], denominator: "world" }), RangeError, says);
  refused([], "no imports in this selection");
  refused(sums({ "2010": 1 }), "1 of 1 selections have no world row");
  refused(sums({ "2010": 3, "-": 2 }), "the suppliers exceed the world");
  const [general] = sums({ "1220": 1 });
  refused([...sums({ "-": 2 }), { ...general, basis: "general_imports" }], "are mixed");
});

Deno.test("ranks begin anew in each group; equal values go by code, and the rest has none", () => {
  const rows = [
    ...sums({ "5700": 4, "2010": 4, other: 9, "1220": 1 }),
    ...sums({ "1220": 1 }, "2023"),
  ];
  assertEquals(ranked(rows, ["year"]).map((row) => [row.year, row.partner_code, row.rank]), [
    ["2023", "1220", 1],
    ["2024", "2010", 1],
    ["2024", "5700", 2],
    ["2024", "1220", 3],
  ]);
});

Deno.test("rates by hand: duty over value; none where nothing came, none of no duty at all", () => {
  const rates = ratesOf(sums({ "2010": 40, "1220": 0, "-": 100 }), { by: ["year"] });
  assertEquals(
    rates.map((row) => [row.partner_code, row.value_usd, row.rate, row.import_share]),
    [["-", 100, 0.1, 1], ["1220", 0, null, 0], ["2010", 40, 0.1, 0.4], ["other", 60, 0.1, 0.6]],
  );
  const free = ratesOf(sums({ "-": 5 }, "2024", 0), { by: ["year"] });
  assertEquals(free.map((row) => [row.rate, row.duty_share]), [[0, null], [0, null]]);
  assertThrows(() => withRest(sums({ "2010": 1 }), [], "rates"), RangeError, "world row (-)");
  assertThrows(() => withRest(sums({ "-": 1, "2010": 2 }), [], "rates"), RangeError, "exceed");
});

Deno.test("changes by hand: who is in one period only had nothing in the other, and no place", () => {
  const of = (values: Record<string, number>, year: string) =>
    sharesOf(sums(values, year), { by: [], denominator: "world" });
  const changes = changesOf(
    of({ "5700": 8, "2010": 2, "-": 10 }, "2017"),
    of({ "2010": 5, "1220": 5, "-": 20 }, "2024"),
  );
  assertEquals(
    changes.map((row) => [row.partner_code, row.change, row.from_rank, row.to_rank]),
    [["other", 0.5, null, null], ["1220", 0.25, null, 1], ["2010", 0.04999999999999999, 2, 2], [
      "5700",
      -0.8,
      1,
      null,
    ]],
  );
  const { from_start, to_end, vintage } = changes[0];
  assertEquals([from_start, to_end, vintage], ["2017-01", "2024-12", "2025-01-01"]);
});

Deno.test("shares add to one and changes to nothing, whoever supplies", () => {
  const values = fc.dictionary(fc.constantFrom("1220", "2010", "5700", "5830"), fc.nat(1e9));
  const world = (own: Record<string, number>, rest: number) => ({
    ...own,
    "-": Object.values(own).reduce((sum, usd) => sum + usd, 0) + rest,
  });
  fc.assert(fc.property(values, values, fc.integer({ min: 1, max: 1e9 }), (one, two, rest) => {
    const [from, to] = [one, two].map((own, at) =>
      sharesOf(sums(world(own, rest), `${2023 + at}`), { by: [], denominator: "world" })
    );
    const sum = (of: number[]) => of.reduce((all, each) => all + each, 0);
    return [from, to].every((rows) => Math.abs(sum(rows.map(({ share }) => share)) - 1) < 1e-12) &&
      Math.abs(sum(changesOf(from, to).map(({ change }) => change))) < 1e-12;
  }));
});

Deno.test("dependence by hand: 30 and 20 of 100; a line without imports has none", () => {
  const line = (hts10: string, value_usd: number) => ({
    ...{ ...period, basis, hts10, atp_group: "04", value_usd },
    ...{ mexico_usd: value_usd * 0.3, canada_usd: value_usd * 0.2 },
  });
  const lines = dependenceOf([line("8471500150", 100), line("1", 0), line("8517130000", 200)]);
  assertEquals(lines.map((row) => [row.hts10, row.mexico_share, row.canada_share, row.share]), [
    ["8517130000", 0.3, 0.2, 0.5],
    ["8471500150", 0.3, 0.2, 0.5],
  ]);
});
