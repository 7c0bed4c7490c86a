/** Supplier shares and ranking: published shares, cases by hand, properties, faults. */
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import pl from "nodejs-polars";
import { rankSuppliers, supplierShares, withGroup, withYear } from "../../lib/analysis/mod.ts";
import { readTable } from "../../lib/data/mod.ts";
import { type Frame, literal, records, rowOf } from "../../lib/frame.ts";
import { KNOWN } from "../known.ts";
import {
  arbitraryOrder,
  arbitraryValues,
  type ImportRow,
  imports,
  ofMonth,
  RUNS,
  shuffled,
  total,
  withWorld,
} from "./small.ts";

const WORLD_SHARES = { by: [], denominator: "world" } as const;
const worldShares = (frame: Frame<ImportRow>) => supplierShares(frame, { ...WORLD_SHARES, by: [] });

const ofIndustry = async (naics: string) =>
  supplierShares(
    withYear(
      (await readTable("naics3_imports_by_partner_monthly", KNOWN))
        .filter(pl.col("naics").eq(literal(naics))) as Frame<ImportRow>,
    ),
    { by: ["year"], denominator: "world" },
  );

Deno.test("NAICS 334 in 2024: 547.9 billion, China 21.40%, Mexico 17.68%, Taiwan 14.03%", async () => {
  const shares = await ofIndustry("334");
  const share = (partner_code: string, year: string) =>
    (rowOf(shares, { partner_code, year }).share * 100).toFixed(2);
  assertEquals(rowOf(shares, { partner_code: "5700", year: "2024" }).total_usd, 547_922_405_584);
  assertEquals(share("5700", "2024"), "21.40");
  assertEquals(share("2010", "2024"), "17.68");
  assertEquals(share("5830", "2024"), "14.03");
  assertEquals(share("5520", "2024"), "11.56");
  assertEquals(["2014", "2025"].map((year) => share("5700", year)), ["46.06", "9.10"]);
  const year = rowOf(shares, { partner_code: "2010", year: "2025" });
  assertEquals([year.period_start, year.period_end], ["2025-01", "2025-11"]);
  assertEquals([year.basis, year.vintage], ["imports_for_consumption", "2025-11"]);
});

Deno.test("NAICS 335 in 2024: 191.2 billion, China 28.47%, Mexico 23.92%", async () => {
  const shares = await ofIndustry("335");
  const of = (partner_code: string) => rowOf(shares, { partner_code, year: "2024" });
  assertEquals(of("5700").total_usd, 191_175_476_957);
  assertEquals([of("5700"), of("2010")].map((row) => (row.share * 100).toFixed(2)), [
    "28.47",
    "23.92",
  ]);
});

Deno.test("Canada and Mexico add to the published USMCA row in every year", async () => {
  const by: ["year"] = ["year"];
  const shares = withGroup(await ofIndustry("334"), by, "0020", ["1220", "2010"]);
  const published = withYear(
    (await readTable("naics3_imports_by_partner_monthly", KNOWN)).filter(
      pl.col("naics").eq(literal("334")).and(pl.col("partner_code").eq(literal("0020"))),
    ) as Frame<ImportRow>,
  ).groupBy("year").agg(pl.col("value_usd").sum()).sort("year");
  assertEquals(published.height, 13);
  assertEquals(
    records(shares).filter((row) => row.partner_code === "0020").map((row) => row.value_usd),
    records<{ value_usd: number }>(published).map((row) => row.value_usd),
  );
});

Deno.test("ICT suppliers of 2024 from tariff lines: China 97.2, Mexico 63.8, Taiwan 62.7 bn", async () => {
  const lines = await readTable("atp_imports_hs10_by_partner", KNOWN);
  const by: ["atp_group"] = ["atp_group"];
  const shares = supplierShares(lines, { by, denominator: "listed", blocks: ["0003"] });
  const top = (atp_group: string) =>
    records(rankSuppliers(shares, by)).filter((row) => row.atp_group === atp_group && row.rank <= 3)
      .map((row) => `${row.rank} ${row.partner_code} ${(row.value_usd / 1e9).toFixed(1)}`);
  assertEquals(top("04"), ["1 5700 97.2", "2 2010 63.8", "3 5830 62.7"]);
  assertEquals(top("08").slice(0, 2), ["1 0003 24.0", "2 1220 13.6"]); // the EU27 as one block
});

Deno.test("shares by hand: 60 + 25 of 100, 15 unlisted; then of the listed 85", () => {
  const frame = imports(ofMonth("2024-01", { "5700": 60, "2010": 25, "-": 100 }));
  assertEquals(
    records(worldShares(frame)).map((row) => [row.partner_code, row.value_usd, row.share]),
    [["5700", 60, 0.6], ["2010", 25, 0.25], ["other", 15, 0.15]],
  );
  assertEquals(
    records(supplierShares(frame, { by: [], denominator: "listed" }))
      .map((row) => [row.partner_code, row.total_usd, row.share]),
    [["5700", 85, 60 / 85], ["2010", 85, 25 / 85]],
  );
});

Deno.test("a world that no listed supplier has a part in is all rest", () => {
  const frame = imports([
    ...ofMonth("2024-01", { "5700": 1, "-": 4 }),
    ...ofMonth("2024-02", { "-": 5 }),
  ]);
  assertEquals(
    records(supplierShares(frame, { by: ["month"], denominator: "world" }))
      .map((row) => [row.month, row.partner_code, row.share]),
    [["2024-01", "5700", 0.25], ["2024-01", "other", 0.75], ["2024-02", "other", 1]],
  );
});

Deno.test("a lazy scan gives the same shares as the frame", () => {
  const frame = imports(ofMonth("2024-01", { "5700": 60, "2010": 25, "-": 100 }));
  assertEquals(
    records(supplierShares(frame.lazy(), { by: ["month"], denominator: "world" })),
    records(supplierShares(frame, { by: ["month"], denominator: "world" })),
  );
  assertEquals(withYear(frame.lazy()).collectSync().columns.at(-1), "year");
});

Deno.test("shares of a total add to one", () => {
  fc.assert(
    fc.property(arbitraryValues(), fc.nat(1e9), (values, unlisted) => {
      const frame = imports(ofMonth("2024-01", withWorld(values, unlisted)));
      assertAlmostEquals(total(worldShares(frame), "share"), 1, 1e-14);
      const listed = supplierShares(frame, { by: [], denominator: "listed" });
      assertAlmostEquals(total(listed, "share"), 1, 1e-14);
    }),
    RUNS,
  );
});

Deno.test("order of rows, a partner of zero and another unit change no share", () => {
  fc.assert(
    fc.property(
      arbitraryValues(),
      arbitraryOrder,
      fc.integer({ min: 2, max: 1000 }),
      (values, order, factor) => {
        const frame = imports(ofMonth("2024-01", withWorld(values, 10)));
        const plain = records(worldShares(frame));
        assertEquals(records(worldShares(shuffled(frame, order))), plain);
        const withZero = imports(ofMonth("2024-01", withWorld({ ...values, "7910": 0 }, 10)));
        const others = records(worldShares(withZero)).filter((row) => row.partner_code !== "7910");
        assertEquals(others, plain);
        const scaled = frame.withColumn(
          pl.col("value_usd").mul(literal(factor).cast(pl.Int64)).alias("value_usd"),
        );
        for (const [index, row] of records(worldShares(scaled)).entries()) {
          assertAlmostEquals(row.share, plain[index].share, 1e-15);
        }
      },
    ),
    RUNS,
  );
});

Deno.test("figures that are split over rows, or a partner over two, leave the others alone", () => {
  fc.assert(
    fc.property(arbitraryValues(), fc.double({ min: 0, max: 1, noNaN: true }), (values, part) => {
      const whole = imports(ofMonth("2024-01", withWorld(values)));
      const first = Math.floor(values["5700"] * part), second = values["5700"] - first;
      const rest = ofMonth("2024-01", { ...withWorld(values), "5700": first });
      const rows = imports([...rest, ...ofMonth("2024-01", { "5700": second })]);
      assertEquals(records(worldShares(rows)), records(worldShares(whole)));
      const partners = imports([...rest, ...ofMonth("2024-01", { "5701": second })]);
      const unsplit = (frame: Frame<ImportRow>) =>
        records(worldShares(frame)).filter((row) => !row.partner_code.startsWith("570"));
      assertEquals(unsplit(partners), unsplit(whole));
    }),
    RUNS,
  );
});

Deno.test("ranks are stable under the order of rows, and equal values go by code", () => {
  fc.assert(
    fc.property(arbitraryValues(), arbitraryOrder, (values, order) => {
      const frame = imports(ofMonth("2024-01", withWorld(values, 1)));
      const ranked = records(rankSuppliers(worldShares(shuffled(frame, order)), []));
      assertEquals(ranked, records(rankSuppliers(worldShares(frame), [])));
      assertEquals(ranked.map((row) => row.rank), ranked.map((_, index) => index + 1));
      assert(ranked.every((row, i) => i === 0 || row.value_usd <= ranked[i - 1].value_usd));
    }),
    RUNS,
  );
  const tied = imports(ofMonth("2024-01", { "5700": 5, "2010": 5, "1220": 9, "-": 30 }));
  assertEquals(
    records(rankSuppliers(worldShares(tied), [])).map((row) => [row.rank, row.partner_code]),
    [[1, "1220"], [2, "2010"], [3, "5700"]],
  );
});

Deno.test("a group is the sum of its members, which stay", () => {
  const frame = imports(ofMonth("2024-01", { "1220": 10, "2010": 30, "5700": 40, "-": 100 }));
  const grouped = withGroup(worldShares(frame), [], "0020", ["1220", "2010"]);
  assertEquals(rowOf(grouped, { partner_code: "0020" }).value_usd, 40); // 10 + 30
  assertEquals(rowOf(grouped, { partner_code: "0020" }).share, 0.4);
  assertEquals(grouped.height, 5); // three countries, the rest, the group
});

Deno.test("bad figures are refused, each with its message", () => {
  const good = ofMonth("2024-01", { "5700": 60, "2010": 25, "-": 100 });
  const mixed = imports([
    ...good,
    ...ofMonth("2024-01", { "5700": 1 }, { basis: "general_imports" }),
  ]);
  assertThrows(
    () => supplierShares(mixed, { by: [], denominator: "listed" }),
    RangeError,
    "general imports and imports for consumption are mixed",
  );
  assertThrows(
    () => worldShares(imports(good).filter(pl.col("month").eq(literal("1999-01")))),
    RangeError,
    "no imports in this selection",
  );
  assertThrows(
    () => worldShares(imports(good).drop("basis")),
    TypeError,
    "supplierShares: column basis missing; the frame has vintage, month, naics",
  );
  const block = imports([...good, ...ofMonth("2024-01", { "0020": 40 })]);
  assertThrows(
    () => supplierShares(block, { by: [], denominator: "world", blocks: ["0020"] }),
    RangeError,
    "the suppliers exceed the world; is a group among them?",
  );
  assertThrows(
    () => worldShares(imports(ofMonth("2024-01", { "5700": 60 }))),
    RangeError,
    "1 of 1 selections have no world row (-)",
  );
  assertThrows(
    () => rankSuppliers(worldShares(imports(good)).drop("value_usd"), []),
    TypeError,
    "rankSuppliers: column value_usd missing",
  );
});

Deno.test("groups of partners in the table never enter the shares", () => {
  const frame = imports(ofMonth("2024-01", { "5700": 60, "0003": 25, "0020": 9, "-": 100 }));
  assertEquals(records(worldShares(frame)).map((row) => row.partner_code), ["5700", "other"]);
});
