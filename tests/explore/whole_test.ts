/** The page's arithmetic on its pieces is the analysis of the whole table, to the last digit. */
import { assert, assertEquals } from "@std/assert";
import {
  comparableYears,
  effectiveDutyRates,
  rankSuppliers,
  sameMonths,
  shareChanges,
  supplierShares,
  withYear,
} from "../../lib/analysis/mod.ts";
import { changesOf, ranked, ratesOf, sharesOf } from "../../lib/arithmetic/mod.ts";
import { isCountry, OTHER, WORLD } from "../../lib/codes/mod.ts";
import { type Naics3Imports, readTable } from "../../lib/data/mod.ts";
import type { IndustrySum } from "../../lib/explore/pieces/layout.ts";
import { type Frame, keep, records } from "../../lib/frame.ts";
import { INDUSTRIES, load } from "./views.ts";

const table = await readTable("naics3_imports_by_partner_monthly");
const by: ["year"] = ["year"];
const sharesIn = (imports: Frame<Naics3Imports>) =>
  supplierShares(withYear(imports), { by, denominator: "world" });
const places = (
  row: { year: string; partner_code: string; rank: number },
) => [row.year, row.partner_code, row.rank];
const yearsOf = (rows: IndustrySum[]) => [...new Set(rows.map(({ year }) => year))].sort();

let compared = 0;

for (const naics of INDUSTRIES) {
  Deno.test(`${naics}: shares, ranks and duty rates of every year and partner`, async () => {
    const { whole, same } = await load(`industry-${naics}`);
    const imports = keep(table, { naics });
    for (const [rows, months] of [[whole, imports], [same, sameMonths(imports)]] as const) {
      const shares = sharesIn(months);
      const own = sharesOf(rows, { by, denominator: "world" });
      assertEquals(own, records(shares));
      assertEquals(ranked(own, by).map(places), records(rankSuppliers(shares, by)).map(places));
      const rates = effectiveDutyRates(withYear(months), { by, groups: [] });
      assertEquals(ratesOf(rows, { by }), records(rates));
      compared += own.length;
    }
  });

  Deno.test(`${naics}: changes between each year and the next, and the first and the last`, async () => {
    const { whole, same } = await load(`industry-${naics}`);
    const imports = keep(table, { naics });
    const years = yearsOf(whole);
    const pairs = [...years.slice(1).map((year, place) => [years[place], year])];
    for (const [from, to] of [...pairs, [years[0], years.at(-1)!], [years[0], years.at(-2)!]]) {
      if (from === to) continue;
      const comparison = comparableYears(imports, from, to);
      const rows = comparison.to.period_end.endsWith("-12") ? whole : same;
      const [before, after] = [from, to].map((year) =>
        sharesOf(rows.filter((row) => row.year === year), { by: [], denominator: "world" })
      );
      assertEquals(changesOf(before, after), records(shareChanges(imports, comparison)));
    }
  });
}

Deno.test("shares and rates are what a plain addition of the table's months gives", async () => {
  const sums = new Map<string, { value: number; duty: number }>();
  for (const { month, naics, partner_code, value_usd, duty_usd } of records(table)) {
    const key = `${naics} ${month.slice(0, 4)} ${partner_code}`;
    const sum = sums.get(key) ?? { value: 0, duty: 0 };
    sums.set(key, { value: sum.value + value_usd, duty: sum.duty + duty_usd });
  }
  for (const naics of INDUSTRIES) {
    const { whole } = await load(`industry-${naics}`);
    const shares = sharesOf(whole, { by, denominator: "world" });
    const rates = ratesOf(whole, { by });
    const of = (year: string, code: string) => sums.get(`${naics} ${year} ${code}`)!;
    for (
      const { year, partner_code, share } of shares.filter((row) => isCountry(row.partner_code))
    ) {
      assertEquals(share, of(year, partner_code).value / of(year, WORLD).value);
    }
    for (const { year, partner_code, rate } of rates.filter((row) => row.partner_code !== OTHER)) {
      const { value, duty } = of(year, partner_code);
      assertEquals(rate, value === 0 ? null : duty / value);
    }
  }
});

Deno.test("every row of every industry was compared", () => {
  assertEquals(INDUSTRIES.length, 33);
  assert(compared > 25_000, `${compared}`);
});
