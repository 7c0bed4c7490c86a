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
  consumption: consumptionOfAllGoods(
    await readTable("naics3_imports_by_partner_monthly", KNOWN),
    await readTable("goods_consumption_monthly", KNOWN),
  ),
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

Deno.test("2024: 249.2 bn from Mexico and 156.3 bn from Canada entered under the USMCA", async () => {
  const { agreement, consumption } = await real();
  const year = preferenceShares(agreement, consumption, { by: "year" });
  const of = (partner_code: string) => {
    const row = rowOf(year, { partner_code, period_start: "2024-01" });
    return [row.agreement_usd / 1e9, row.preference_share * 100].map((value) => value.toFixed(1));
  };
  // The annual revision of June 2026; as first published, 249.7 and 156.9 (49.6 and 38.1%).
  assertEquals([of(MEXICO), of(CANADA)], [["249.2", "49.5"], ["156.3", "38.0"]]);
  const both = rowOf(year, { partner_code: USMCA, period_start: "2024-01" });
  assertAlmostEquals(both.agreement_usd, 405.6e9, 0.05e9); // 249.2 + 156.3
});

Deno.test("the long series: 1994 to July 2026, general imports before 2013 alone", async () => {
  const { agreement, consumption, general } = await real();
  for (const by of ["month", "year"] as const) {
    const series = preferenceSeries(agreement, consumption, general, { by });
    const periods = by === "month" ? 391 : 33; // 32 years and seven months of 2026
    assertEquals(series.height, 3 * periods);
    for (const row of records(series)) {
      const expected = row.period_start < "2013" ? "general_imports" : "imports_for_consumption";
      assertEquals(row.denominator_basis, expected, row.period_start);
      assert(row.preference_share > 0 && row.preference_share < 1, row.period_start);
      assert(row.agreement_usd <= row.imports_usd && row.imports_usd <= row.world_usd);
    }
    const last = records(series).at(-1)!;
    assertEquals([last.period_end, last.agreement], ["2026-07", "USMCA"]);
  }
});

Deno.test("the surge: Mexico 45.6% in February 2025, 76.4% in March, 83.1% in July 2026", async () => {
  const { agreement, consumption } = await real();
  const monthly = preferenceShares(agreement, consumption, { by: "month" });
  const of = (period_start: string) => {
    const row = rowOf(monthly, { partner_code: MEXICO, period_start });
    return (row.preference_share * 100).toFixed(1);
  };
  assertEquals(["2025-02", "2025-03", "2026-07"].map(of), ["45.6", "76.4", "83.1"]);
});

Deno.test("later totals replace the months that they hold whole, and no others", () => {
  const months = importsOf(["2024-12", "2025-01", "2025-02"]);
  const later = imports([
    ...ofMonth("2025-01", { [CANADA]: 7, [MEXICO]: 8, "-": 90, "5700": 3 }, { naics: "00" }),
    ...ofMonth("2025-02", { [CANADA]: 7, "-": 90 }, { naics: "00" }), // Mexico is missing
    ...ofMonth("2025-03", { [CANADA]: 5, [MEXICO]: 6, "-": 80 }, { naics: "00" }),
  ]) as Frame<PartnerImports>;
  const all = consumptionOfAllGoods(months, later);
  assertEquals(
    records(all).map((row) => `${row.month} ${row.partner_code} ${row.value_usd}`),
    [
      ...["2024-12 - 800", `2024-12 ${CANADA} 100`, `2024-12 ${MEXICO} 60`],
      ...["2025-01 - 90", `2025-01 ${CANADA} 7`, `2025-01 ${MEXICO} 8`],
      ...["2025-02 - 800", `2025-02 ${CANADA} 100`, `2025-02 ${MEXICO} 60`],
      ...["2025-03 - 80", `2025-03 ${CANADA} 5`, `2025-03 ${MEXICO} 6`],
    ],
  );
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
  assertEquals(gaps.length, 36); // 2013 to 2024, three rows each: general imports of the world end in February 2025
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
