/** Tables of an industry's suppliers: what is set side by side, what never is, and who is in them. */
import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { changesOf, ratesOf, sharesOf } from "../../lib/arithmetic/mod.ts";
import {
  dutyRatesTable,
  shareChangesTable,
  type Shown,
  suppliersTable,
} from "../../lib/notebook/mod.ts";

type Sum = [code: string, value_usd: number, duty_usd: number];
const year = (year: string, sums: Sum[], end = "12") =>
  sums.map(([partner_code, value_usd, duty_usd]) => ({
    ...{ year, partner_code, value_usd, duty_usd },
    ...{ period_start: `${year}-01`, period_end: `${year}-${end}` },
    ...{ basis: "imports_for_consumption", vintage: "2025-11" },
  }));
const sums = [
  ...year("2023", [["-", 100e9, 2e9], ["2010", 40e9, 0], ["5700", 30e9, 2e9], ["5330", 1e9, 0]]),
  ...year("2024", [["-", 120e9, 6e9], ["2010", 60e9, 0], ["5700", 20e9, 6e9]]),
  ...year("2025", [["-", 50e9, 5e9], ["2010", 30e9, 1e9], ["5700", 5e9, 4e9]], "06"),
];
const by: ["year"] = ["year"];
const naics = "335";
const shares = sharesOf(sums, { by, denominator: "world" });
const rates = ratesOf(sums, { by });
const lines = ({ data }: Shown): string[] => String(data["text/plain"]).split("\n");
const squeezed = (shown: Shown): string[] =>
  lines(shown).slice(1, -1).map((line) => line.trim().replace(/ {2,}/g, " | "));

Deno.test("shares: whole years with their change, a part of a year in a column of its own", () => {
  const shown = suppliersTable(shares, { naics });
  assertEquals(
    lines(shown)[0],
    "Suppliers’ shares of U.S. imports of electrical equipment, appliances and components (NAICS " +
      "335), 2023–2024 and January–June 2025; the change in percentage points",
  );
  assertEquals(squeezed(shown), [
    "Supplier | 2023 | 2024 | Change | Jan–Jun 2025 | Billion dollars, 2024",
    "Mexico | 40.0% | 50.0% | +10.0 | 60.0% | 60.0",
    "China | 30.0% | 16.7% | −13.3 | 10.0% | 20.0",
    "India | 1.0% | – | – | – | –",
    "Rest (not listed) | 29.0% | 33.3% | +4.3 | 30.0% | 40.0",
    "World | 100.0% | 100.0% | 0.0 | 100.0% | 120.0",
  ]);
  assertStringIncludes(String(shown.data["text/html"]), "<strong>Mexico</strong>");
});

Deno.test("dollars and places of chosen suppliers alone, the rest and the world below", () => {
  const dollars = suppliersTable(shares, { naics, measure: "dollars", partners: ["5700"] });
  assertEquals(squeezed(dollars), [
    "Supplier | 2023 | 2024 | Change | Jan–Jun 2025 | Share, 2024",
    "China | 30.0 | 20.0 | −10.0 | 5.0 | 16.7%",
    "Rest (not listed) | 29.0 | 40.0 | +11.0 | 15.0 | 33.3%",
    "World | 100.0 | 120.0 | +20.0 | 50.0 | 100.0%",
  ]);
  const places = suppliersTable(shares, { naics, measure: "rank", partners: ["5330", "5700"] });
  assertEquals(squeezed(places).slice(0, 3), [
    "Supplier | 2023 | 2024 | Jan–Jun 2025 | Share, 2024",
    "China | 2 | 2 | 2 | 16.7%",
    "India | 3 | – | – | –",
  ]);
});

Deno.test("duty rates: no rate where nothing came, no change without both", () => {
  assertEquals(squeezed(dutyRatesTable(rates, { naics, partners: ["5330", "5700"] })), [
    "Supplier | 2023 | 2024 | Change | Jan–Jun 2025 | Billion dollars, 2024",
    "China | 6.67% | 30.00% | +23.33 | 80.00% | 20.0",
    "India | 0.00% | – | – | – | –",
    "Rest (not listed) | 0.00% | 0.00% | 0.00 | 0.00% | 40.0",
    "World | 2.00% | 5.00% | +3.00 | 10.00% | 120.0",
  ]);
});

Deno.test("one year alone has no change, and its caption speaks of none", () => {
  const alone = suppliersTable(shares.filter((row) => row.year === "2025"), { naics });
  assertEquals(squeezed(alone)[0], "Supplier | Jan–Jun 2025 | Billion dollars, Jan–Jun 2025");
  assert(!lines(alone)[0].includes("change"));
});

Deno.test("changes: the largest gain first, both years, the rest and the world below", () => {
  const of = (year: string) =>
    sharesOf(sums.filter((row) => row.year === year), { by: [], denominator: "world" });
  const shown = shareChangesTable(changesOf(of("2023"), of("2024")), { naics });
  assertEquals(squeezed(shown), [
    "Supplier | 2023 | 2024 | Change | Billion dollars, 2023 | Billion dollars, 2024",
    "Mexico | 40.0% | 50.0% | +10.0 | 40.0 | 60.0",
    "India | 1.0% | 0.0% | −1.0 | 1.0 | 0.0",
    "China | 30.0% | 16.7% | −13.3 | 30.0 | 20.0",
    "Rest (not listed) | 29.0% | 33.3% | +4.3 | 29.0 | 40.0",
    "World | 100.0% | 100.0% | 0.0 | 100.0 | 120.0",
  ]);
});

Deno.test("no rows are refused, and rows that lack a column, by name", () => {
  assertThrows(() => suppliersTable([], { naics }), RangeError, "no rows");
  assertThrows(() => shareChangesTable([], { naics }), RangeError, "no rows");
  const lacking = [{ year: "2024" }] as unknown as typeof rates;
  assertThrows(() => dutyRatesTable(lacking, { naics }), TypeError, "column partner_code, rate");
});
