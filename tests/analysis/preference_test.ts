/** Origin and preference: a case by hand, published values, and bases that are never mixed. */
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import pl from "nodejs-polars";
import {
  basisGap,
  consumptionOfAllGoods,
  generalImportsOfAllGoods,
  type PartnerImports,
  preferenceSeries,
  preferenceShares,
} from "../../lib/analysis/mod.ts";
import { CANADA, MEXICO, USMCA } from "../../lib/codes/mod.ts";
import { readTable } from "../../lib/data/mod.ts";
import { type Frame, frameOf, literal, records, rowOf } from "../../lib/frame.ts";
import { KNOWN } from "../known.ts";
import { imports, ofMonth } from "./small.ts";

const agreementOf = (rows: [string, string, number, number][]) =>
  frameOf(
    rows.flatMap(([month, agreement, canada, mexico]) =>
      [[CANADA, canada], [MEXICO, mexico]].map(([partner_code, value_usd]) => ({
        vintage: "2025-04",
        month,
        basis: "imports_for_consumption",
        agreement,
        partner_code: String(partner_code),
        value_usd: Number(value_usd),
      }))
    ),
    {
      vintage: pl.String,
      month: pl.String,
      basis: pl.String,
      agreement: pl.String,
      partner_code: pl.String,
      value_usd: pl.Int64,
    },
  );
const importsOf = (months: string[], basis = "imports_for_consumption") =>
  imports(
    months.flatMap((month) =>
      ofMonth(month, { [CANADA]: 100, [MEXICO]: 60, "-": 800 }, { basis, naics: "00" })
    ),
  ) as Frame<PartnerImports & { naics: string }>;

const real = async () => ({
  agreement: await readTable("agreement_imports_monthly", KNOWN),
  consumption: consumptionOfAllGoods(await readTable("naics3_imports_by_partner_monthly", KNOWN)),
  general: generalImportsOfAllGoods(await readTable("goods_by_partner_monthly", KNOWN)),
});

Deno.test("by hand: 40 of Canada's 100 and 30 of Mexico's 60, of 800 in all", () => {
  const agreement = agreementOf([["2020-06", "NAFTA", 40, 30], ["2020-07", "USMCA", 50, 45]]);
  const frame = importsOf(["2020-06", "2020-07"]);
  const monthly = preferenceShares(agreement, frame, { by: "month" });
  const of = (period_start: string, partner_code: string) =>
    rowOf(monthly, { period_start, partner_code });
  assertEquals(of("2020-06", CANADA).preference_share, 0.4);
  assertEquals(of("2020-06", MEXICO).preference_share, 0.5);
  assertEquals(of("2020-06", USMCA).preference_share, 70 / 160);
  assertEquals(of("2020-06", USMCA).share_of_imports, 0.2); // 160 of 800, counted once
  assertEquals(of("2020-07", MEXICO).agreement, "USMCA");
  const year = rowOf(preferenceShares(agreement, frame, { by: "year" }), { partner_code: MEXICO });
  assertEquals(year, {
    vintage: "2025-04",
    denominator_vintage: "2025-01",
    period_start: "2020-06",
    period_end: "2020-07",
    months: 2,
    partner_code: MEXICO,
    agreement: "NAFTA, USMCA",
    agreement_usd: 75,
    imports_usd: 120,
    preference_share: 75 / 120,
    denominator_basis: "imports_for_consumption",
    world_usd: 1600,
    share_of_imports: 120 / 1600,
  });
});

Deno.test("2024: 249.7 bn from Mexico and 156.9 bn from Canada entered under the USMCA", async () => {
  const { agreement, consumption } = await real();
  const year = preferenceShares(agreement, consumption, { by: "year" });
  const of = (partner_code: string) => {
    const row = rowOf(year, { partner_code, period_start: "2024-01" });
    return [row.agreement_usd / 1e9, row.preference_share * 100].map((value) => value.toFixed(1));
  };
  assertEquals([of(MEXICO), of(CANADA)], [["249.7", "49.6"], ["156.9", "38.1"]]);
  assertAlmostEquals(
    rowOf(year, { partner_code: USMCA, period_start: "2024-01" }).agreement_usd,
    406.6e9,
    0.1e9, // 249.7 + 156.9
  );
});

Deno.test("the long series starts in 1994 and changes its basis once, in 2013", async () => {
  const { agreement, consumption, general } = await real();
  for (const by of ["month", "year"] as const) {
    const series = preferenceSeries(agreement, consumption, general, { by });
    const periods = by === "month" ? 374 : 32; // 31 years and two months of 2025
    assertEquals(series.height, 3 * periods);
    for (const row of records(series)) {
      const expected = row.period_start < "2013" ? "general_imports" : "imports_for_consumption";
      assertEquals(row.denominator_basis, expected, row.period_start);
      assert(row.preference_share > 0 && row.preference_share < 1, row.period_start);
      assert(row.agreement_usd <= row.imports_usd && row.imports_usd <= row.world_usd);
    }
    const last = records(series).at(-1)!;
    assertEquals([last.period_end, last.agreement], ["2025-02", "USMCA"]);
  }
});

Deno.test("a year that only general imports hold whole is measured on them", () => {
  const agreement = agreementOf([["2012-11", "NAFTA", 1, 1], ["2012-12", "NAFTA", 1, 1]]);
  const general = importsOf(["2012-11", "2012-12"], "general_imports");
  const series = preferenceSeries(agreement, importsOf(["2012-12"]), general, { by: "year" });
  assertEquals(
    records(series).map((row) => [row.denominator_basis, row.months]),
    [["general_imports", 2], ["general_imports", 2], ["general_imports", 2]],
  );
});

Deno.test("the two bases differ by less than a percentage point in every full year", async () => {
  const { agreement, consumption, general } = await real();
  const gaps = records(basisGap(agreement, consumption, general, { by: "year" }));
  assertEquals(gaps.length, 39); // 13 years of three rows
  for (const { difference, consumption, general, period_end } of gaps) {
    assertAlmostEquals(difference, general - consumption, 1e-15);
    assert(Math.abs(difference) < 0.01, period_end);
  }
});

Deno.test("bases that are mixed, or months that do not match, are refused", () => {
  const agreement = agreementOf([["2024-01", "USMCA", 40, 30]]);
  const good = importsOf(["2024-01"]);
  const mixed = pl.concat([good, importsOf(["2024-01"], "general_imports")]);
  assertThrows(
    () => preferenceShares(agreement, mixed, { by: "year" }),
    RangeError,
    "give imports of one basis, not",
  );
  assertThrows(
    () => preferenceShares(agreement, importsOf(["2023-01"]), { by: "year" }),
    RangeError,
    "in the same months (0 months, 0 rows)",
  );
  const withoutMexico = good.filter(pl.col("partner_code").neq(literal(MEXICO)));
  assertThrows(
    () => preferenceShares(agreement, withoutMexico, { by: "year" }),
    RangeError,
    "do not both hold Canada, Mexico and the world, once, in the same months (1 months, 1 rows)",
  );
  assertThrows(
    () => preferenceShares(agreement.drop("agreement"), good, { by: "year" }),
    TypeError,
    "preferenceShares: column agreement missing",
  );
  assertThrows(
    () =>
      basisGap(agreement, good, importsOf(["2024-01"], "general_imports").head(0), { by: "year" }),
    RangeError,
    "give imports of one basis",
  );
});
