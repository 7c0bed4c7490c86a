/** Tables of suppliers on both bases, and of lines that depend on the neighbors. */
import { assertEquals, assertStringIncludes } from "@std/assert";
import { goodsSuppliersTable } from "../../lib/notebook/goods_suppliers_table.ts";
import { dependenceTable } from "../../lib/notebook/dependence_table.ts";

const row = (partner_code: string, value_usd: number, total_usd: number, year = "2025") => ({
  ...{ vintage: "2026-08-09", basis: "imports_for_consumption", year, partner_code, value_usd },
  ...{ period_start: `${year}-01`, period_end: `${year}-12`, total_usd },
  share: value_usd / total_usd,
});
const duty = (partner_code: string, rate: number | null) => ({
  ...row(partner_code, 1, 1),
  ...{ duty_usd: 0, rate, import_share: 1, duty_share: null },
});
const linesOf = (shown: { data: Record<string, unknown> }) =>
  String(shown.data["text/plain"]).split("\n").map((line) => line.trim().replace(/ {2,}/g, "|"));

Deno.test("suppliers: the largest, then Mexico and Canada wherever they stand, then all together", () => {
  const shares = [
    row("5700", 6_000_000, 10_000_000),
    row("5830", 3_000_000, 10_000_000),
    row("2010", 1_000_000, 10_000_000),
    row("5830", 8_000_000, 8_000_000, "2024"),
  ];
  const lines = linesOf(goodsSuppliersTable(shares, {
    ...{ goods: "servers", year: "2025", basis: "general_imports", most: 1 },
    duties: [duty("5700", 0.25), duty("-", 0.15), duty("2010", null)],
  }));
  assertStringIncludes(lines[0], "Imports of servers by supplier, thousand dollars, 2024 and 2025");
  assertStringIncludes(lines[0], "the 1 largest, Mexico and Canada");
  assertEquals(lines.slice(1), [
    "Supplier|Rank|2024|Share|2025|Share|Duty rate, 2024|Duty rate, 2025",
    "Imports for consumption (customs value)",
    "China|1|0|0.0%|6,000|60.0%|–|25.0%",
    "Mexico|3|0|0.0%|1,000|10.0%|–|–",
    "Canada|–|0|0.0%|0|0.0%|–|–",
    "All suppliers|–|8,000|100.0%|10,000|100.0%|–|15.0%",
    "Source: U.S. Census Bureau; imports for consumption (customs value); vintage 2026-08-09",
  ]);
});

Deno.test("lines: the largest are shown and how many there are is said; another year where it is given", () => {
  const line = (hts10: string, value_usd: number, mexico: number, year = "2025") => ({
    ...row("-", value_usd, value_usd, year),
    ...{ hts10, atp_group: "04", mexico_usd: mexico, canada_usd: 0 },
    ...{ mexico_share: mexico / value_usd, canada_share: 0, share: mexico / value_usd },
  });
  const lines = [line("8471500150", 4e6, 2e6), line("8708295160", 2e6, 1e6)];
  const shown = linesOf(dependenceTable(lines, {
    ...{ what: "technology lines", beside: [line("8471500150", 1e6, 1e6, "2024")], most: 1 },
  }));
  assertStringIncludes(shown[0], "2025; the 1 largest of 2 lines");
  assertEquals(shown.slice(1, 3), [
    "HTS-10|Goods|Million dollars|Mexico|Canada|Both|Both, 2024",
    "8471.50.0150|Servers and other processing units|4.0|50.0%|0.0%|50.0%|100.0%",
  ]);
  const alone = linesOf(dependenceTable(lines, { what: "lines of HTS 84" }));
  assertStringIncludes(alone[3], "8708.29.5160|Auto parts|2.0|50.0%");
});

Deno.test("small goods: a unit that writes the smaller suppliers too; what would be 0 has no row", () => {
  const total = 3_600_000_000;
  const shares = [
    row("2010", 3_599_990_000, total),
    row("1220", 9_700, total),
    row("5700", 300, total),
  ];
  const options = {
    goods: "tomatoes",
    year: "2025",
    basis: "general_imports" as const,
    duties: [],
  };
  const lines = linesOf(goodsSuppliersTable(shares, options));
  assertStringIncludes(lines[0], "thousand dollars, 2025: the smallest suppliers have no row");
  assertEquals(lines.slice(3, -1), [
    "Mexico|1|3,599,990|100.0%|–",
    "Canada|2|10|0.0%|–",
    "All suppliers|–|3,600,000|100.0%|–",
  ]);
});
