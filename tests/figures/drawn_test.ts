/** The data behind a figure: what is added to the rows of a picture, and what is refused. */
import { assertEquals, assertThrows } from "@std/assert";
import {
  type Drawn,
  type DrawnTable,
  drawnTable,
  fractionOf,
  USD,
} from "../../lib/figures/drawn.ts";
import { FULL_TABLES } from "../../lib/figures/full_tables.ts";
import { readPackage } from "../../lib/data/mod.ts";

const row = {
  month: "2025-11",
  partner_code: "2010",
  naics: "334",
  role: "part" as const,
  imports_usd: 5,
  basis: "general_imports",
  vintage: "2025-11",
};
const drawn = (more: Partial<Drawn> = {}): Drawn => ({
  rows: [row],
  units: { imports_usd: USD },
  tables: ["import_lines", "import_line_classes"],
  ...more,
});

Deno.test("a row gets a name beside each code, its unit, its source and its full table", () => {
  const world = { ...row, partner_code: "-", role: "total" as const };
  const data = drawnTable(drawn({ rows: [row, world] }));
  assertEquals(data.rows, [
    {
      month: "2025-11",
      partner_code: "2010",
      partner: "Mexico",
      naics: "334",
      industry: "Computer and electronic products",
      role: "part",
      imports_usd: 5,
      unit: "US dollars",
      basis: "general_imports",
      vintage: "2025-11",
      source: "U.S. Census Bureau",
      full_table: "data/import_lines.parquet; data/import_line_classes.parquet",
    },
    { ...data.rows[0], partner_code: "world", partner: "All suppliers", role: "total" },
  ]);
});

Deno.test("numbers of several units say which is which; a column that a row lacks is empty", () => {
  const rows = [{ ...row, share: 0.5 }, { ...row, partner_code: "1220" }];
  const units = { imports_usd: USD, share: fractionOf("imports") };
  const [first, second] = drawnTable(drawn({ rows, units })).rows;
  assertEquals(first.unit, "imports_usd: US dollars; share: fraction of imports");
  assertEquals([first.share, second.share], [0.5, null]);
});

Deno.test("rows without a unit, a period or anything at all are refused", () => {
  const refused = (more: Partial<Drawn>, says: string) =>
    assertThrows(() => drawnTable(drawn(more)), TypeError, says);
  refused({ units: {} }, "column imports_usd has no unit");
  refused({ units: { imports_usd: USD, share: "x" } }, "a unit for share, which is no column");
  refused({ rows: [] }, "no rows");
  const { month: _, ...timeless } = row;
  refused({ rows: [timeless] }, "no period");
});

Deno.test("the full tables are files of the data package", async () => {
  const { resources } = await readPackage();
  for (const [name, path] of Object.entries(FULL_TABLES)) {
    assertEquals(path, `data/${resources.find((each) => each.name === name)?.path}`);
  }
});

Deno.test("a figure takes no table that was made otherwise", () => {
  // @ts-expect-error: the type-checker refuses it.
  const other: DrawnTable = { columns: ["month"], rows: [{ month: "2025-11" }] };
  assertEquals(other.rows.length, 1);
});
