/** Revisions between vintages. */
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import pl from "nodejs-polars";
import { annualBalance, type Revision, revisions } from "../../lib/analysis/mod.ts";
import { readTable } from "../../lib/data/mod.ts";
import { frameOf, records, rowOf } from "../../lib/frame.ts";

const figures = (rows: [string, string, number][]) =>
  frameOf(rows.map(([vintage, month, value_usd]) => ({ vintage, month, value_usd })), {
    vintage: pl.String,
    month: pl.String,
    value_usd: pl.Int64,
  });

Deno.test("by hand: 100 became 104, then 102; what was published once is left out", () => {
  const frame = figures([
    ["2026-06", "2024-01", 102],
    ["2025-04", "2024-01", 100],
    ["2025-06", "2024-01", 104],
    ["2025-04", "2024-02", 7],
  ]);
  const found = records(revisions(frame, ["month"]));
  assertEquals(found, [
    {
      month: "2024-01",
      earlier_vintage: "2025-04",
      later_vintage: "2025-06",
      earlier_usd: 100,
      later_usd: 104,
      difference_usd: 4,
      relative: 0.04,
      rounding_usd: 1,
    },
    {
      month: "2024-01",
      earlier_vintage: "2025-06",
      later_vintage: "2026-06",
      earlier_usd: 104,
      later_usd: 102,
      difference_usd: -2,
      relative: -2 / 104,
      rounding_usd: 1,
    },
  ]);
});

Deno.test("a revision of zero has no relative size", () => {
  const [only] = records(revisions(figures([["a", "2024-01", 0], ["b", "2024-01", 3]]), ["month"]));
  assertEquals([only.relative, only.difference_usd], [null, 3]);
});

Deno.test("figures of one vintage have no revision", () => {
  assertEquals(revisions(figures([["a", "2024-01", 1], ["a", "2024-02", 1]]), ["month"]).height, 0);
});

Deno.test("ATP: 14 months in two vintages; they add to the revision of the year", async () => {
  const all = await readTable("atp_world_monthly", { vintage: "all" });
  const found = records<Revision & { month: string; flow: string }>(
    revisions(all, ["month", "flow"]),
  );
  assertEquals(found.length, 28); // January 2024 to February 2025, two flows
  assert(found.every((row) => row.rounding_usd === 100_000)); // the coarser of 1 and 0.1 million
  const of2024 = async (vintage: string) =>
    rowOf(annualBalance(await readTable("atp_world_monthly", { vintage })), { year: "2024" });
  const [first, last] = [await of2024("2025-04-04"), await of2024("2026-10-01")];
  const revised = (flow: string) =>
    found.filter((row) => row.flow === flow && row.month < "2025")
      .reduce((sum, row) => sum + row.difference_usd, 0);
  assertEquals(revised("imports"), last.imports_usd - first.imports_usd);
  assertEquals(revised("exports"), last.exports_usd - first.exports_usd);
  assertAlmostEquals(revised("imports") / 1e9, -2.3, 0.05);
});

Deno.test("a key that does not identify a figure is refused", () => {
  const frame = figures([["a", "2024-01", 1], ["a", "2024-01", 2]]);
  assertThrows(
    () => revisions(frame, ["month"]),
    RangeError,
    "revisions: month does not identify one figure in a vintage",
  );
  assertThrows(
    () => revisions(frame.drop("vintage") as typeof frame, ["month"]),
    TypeError,
    "revisions: column vintage missing",
  );
});
