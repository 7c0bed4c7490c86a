/** The balance: published totals, cases by hand, and what must hold for any figures. */
import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import pl from "nodejs-polars";
import {
  annualBalance,
  balance,
  balanceByGroup,
  longestPartOfYear,
  ofPeriod,
} from "../../lib/analysis/mod.ts";
import { readTable } from "../../lib/data/mod.ts";
import { frameOf, literal, records, rowOf } from "../../lib/frame.ts";
import { KNOWN } from "../known.ts";
import { RUNS } from "./small.ts";

interface Trade {
  vintage: string;
  month: string;
  flow: string;
  basis: string;
  value_usd: number;
}

const trade = (rows: Partial<Trade>[]) =>
  frameOf<Trade>(
    rows.map((row) => ({
      vintage: "2025-01",
      month: "2024-01",
      flow: "imports",
      basis: row.flow === "exports" ? "total_exports" : "general_imports",
      value_usd: 0,
      ...row,
    })),
    {
      vintage: pl.String,
      month: pl.String,
      flow: pl.String,
      basis: pl.String,
      value_usd: pl.Int64,
    },
  );

Deno.test("ATP trade of 2024 is the published one, in both vintages", async () => {
  const of2024 = async (vintage: string) =>
    rowOf(annualBalance(await readTable("atp_world_monthly", { vintage })), { year: "2024" });
  assertEquals(await of2024("2025-04-04"), {
    year: "2024",
    vintage: "2025-04-04",
    months: 12,
    exports_usd: 464_290_844_933,
    imports_usd: 763_239_061_303,
    balance_usd: -298_948_216_370,
    export_import_ratio: 464_290_844_933 / 763_239_061_303,
  });
  // Published as 466,531.8 − 760,961.2 = −294,429.4 million; each of the twelve months is rounded
  // to 0.1 million, so that their sum may miss the year by 12 × 0.05.
  const revised = await of2024("2026-10-01");
  assertAlmostEquals(revised.exports_usd / 1e6, 466_531.8, 0.6);
  assertAlmostEquals(revised.imports_usd / 1e6, 760_961.2, 0.6);
  assertAlmostEquals(revised.balance_usd / 1e6, -294_429.4, 1.2);
});

Deno.test("exports were 149% of imports in 1989, 61% in 2024 and 57% in 2025", async () => {
  const annual = annualBalance(await readTable("atp_world_monthly", KNOWN));
  const ratio = (year: string) => Math.round(rowOf(annual, { year }).export_import_ratio * 100);
  assertEquals(["1989", "2024", "2025"].map(ratio), [149, 61, 57]);
});

Deno.test("the ATP surplus ended in 2002", async () => {
  const annual = records(annualBalance(await readTable("atp_world_monthly", KNOWN)));
  assertEquals(annual.find((row) => row.balance_usd < 0)?.year, "2002");
});

Deno.test("ICT is 75.8% of the ATP deficit of January-March 2024, 58.5% a year later", async () => {
  const groups = balanceByGroup(await readTable("atp_by_group", KNOWN));
  const million = async (year: number, atp_group: string) => {
    const frame = ofPeriod(groups, longestPartOfYear(await readTable("atp_by_group", KNOWN), year));
    const row = rowOf(frame, { atp_group });
    return [row.balance_usd / 1e6, Number(row.share_of_balance.toFixed(3))];
  };
  assertEquals(await million(2024, "total"), [-54_555, 1]);
  assertEquals(await million(2024, "04"), [-41_347, 0.758]);
  assertEquals(await million(2024, "08"), [17_882, -0.328]);
  assertEquals(await million(2024, "09"), [491, -0.009]);
  assertEquals(await million(2025, "total"), [-124_044, 1]);
  // Published as −72,532 and +674: the balance is rounded by itself, so that it may miss by one.
  assertEquals(await million(2025, "04"), [-72_531, 0.585]);
  assertEquals(await million(2025, "08"), [23_704, -0.191]);
  assertEquals(await million(2025, "09"), [675, -0.005]);
});

Deno.test("shares of the ten groups add to one up to the publisher's rounding", async () => {
  const groups = balanceByGroup(await readTable("atp_by_group", KNOWN));
  const sums = groups.filter(pl.col("atp_group").neq(literal("total")))
    .groupBy("period_start", "period_end").agg(pl.col("share_of_balance").sum());
  assertEquals(sums.height, 12);
  for (const { share_of_balance } of records<{ share_of_balance: number }>(sums)) {
    assertAlmostEquals(share_of_balance, 1, 5e-4); // months: 22 roundings of half a million in 10 billion
  }
});

Deno.test("a balance by hand: exports 10 + 5, imports 8 + 9 in two months", () => {
  const frame = trade([
    { month: "2024-02", flow: "imports", value_usd: 9 },
    { month: "2024-01", flow: "exports", value_usd: 10 },
    { month: "2024-01", flow: "imports", value_usd: 8 },
    { month: "2024-02", flow: "exports", value_usd: 5 },
  ]);
  assertEquals(records(balance(frame, ["month"])), [
    { month: "2024-01", exports_usd: 10, imports_usd: 8, balance_usd: 2 }, // 10 − 8
    { month: "2024-02", exports_usd: 5, imports_usd: 9, balance_usd: -4 }, // 5 − 9
  ]);
  assertEquals(records(annualBalance(frame)), [{
    year: "2024",
    vintage: "2025-01",
    months: 2,
    exports_usd: 15, // 10 + 5
    imports_usd: 17, // 8 + 9
    balance_usd: -2,
    export_import_ratio: 15 / 17,
  }]);
});

Deno.test("a flow without a row counts as zero", () => {
  const frame = trade([{ flow: "imports", value_usd: 7 }]);
  assertEquals(rowOf(balance(frame, ["month"]), {}).balance_usd, -7);
});

const arbitraryTrade = fc.array(
  fc.record({
    month: fc.constantFrom("2023-12", "2024-01", "2024-02"),
    flow: fc.constantFrom("exports", "imports"),
    value_usd: fc.integer({ min: 0, max: 1e12 }),
  }),
  { minLength: 1, maxLength: 12 },
);

Deno.test("the balance changes its sign when the flows are swapped", () => {
  fc.assert(
    fc.property(arbitraryTrade, (rows) => {
      const swap = (flow: string) => flow === "exports" ? "imports" : "exports";
      const swapped = rows.map((row) => ({ ...row, flow: swap(row.flow) }));
      assertEquals(
        records(balance(trade(swapped), ["month"])).map((row) => 0 - row.balance_usd),
        records(balance(trade(rows), ["month"])).map((row) => row.balance_usd),
      );
    }),
    RUNS,
  );
});

Deno.test("the order of rows and rows of zero change no balance", () => {
  fc.assert(
    fc.property(arbitraryTrade, (rows) => {
      const zero = { ...rows[0], value_usd: 0 };
      assertEquals(
        records(balance(trade([zero, ...rows.toReversed()]), ["month"])),
        records(balance(trade(rows), ["month"])),
      );
    }),
    RUNS,
  );
});

Deno.test("sums stay exact beyond what floats hold", () => {
  // 2^53 + 1 is no float; as whole dollars it is exact until it is read as a number.
  const frame = trade([
    { flow: "exports", value_usd: 2 ** 53 },
    { flow: "exports", value_usd: 1 },
    { flow: "imports", value_usd: 2 ** 53 },
  ]);
  assertEquals(rowOf(balance(frame, ["month"]), {}).balance_usd, 1);
});

Deno.test("bad figures are refused", () => {
  const general = trade([{ flow: "imports" }]);
  const mixed = pl.concat([
    general,
    trade([{ flow: "imports", basis: "imports_for_consumption" }]),
  ]);
  assertThrows(
    () => balance(mixed, ["month"]),
    RangeError,
    "imports mix general_imports and imports_for_consumption; choose one basis",
  );
  assertThrows(
    () => balance(general.drop("flow"), ["month"]),
    TypeError,
    "balance: column flow missing; the frame has vintage, month, basis, value_usd",
  );
  assertThrows(
    () => annualBalance(trade([{ vintage: "2025-01" }, { vintage: "2026-01" }])),
    RangeError,
    "months are there in two vintages",
  );
});

Deno.test("a period without its total is refused", async () => {
  const groups = await readTable("atp_by_group", KNOWN);
  assertThrows(
    () => balanceByGroup(groups.filter(pl.col("atp_group").neq(literal("total")))),
    RangeError,
    "a period has no row `total`",
  );
});
