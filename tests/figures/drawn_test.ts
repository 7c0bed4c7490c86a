/** The data behind figures: what the helper adds and refuses, and every figure's rows against its picture. */
import { assert, assertEquals, assertThrows } from "@std/assert";
import { type Drawn, drawnFrame, fractionOf, USD } from "../../lib/figures/drawn.ts";
import { FULL_TABLES } from "../../lib/figures/full_tables.ts";
import { readPackage } from "../../lib/data/mod.ts";
import { dataFaults, labelsOf, rowsOf } from "./data_faults.ts";
import { gallery } from "./gallery.ts";

const figures = await gallery();
const figureOf = (id: string) => figures.find((each) => each.id === id)!;
const sum = (rows: Record<string, unknown>[], name: string) =>
  rows.reduce((all, row) => all + Number(row[name]), 0);

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
  const { data } = { data: drawnFrame(drawn({ rows: [row, world] })) };
  assertEquals(data.toRecords(), [
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
    { ...data.toRecords()[0], partner_code: "world", partner: "All suppliers", role: "total" },
  ]);
});

Deno.test("numbers of several units say which is which; a column that a row lacks is empty", () => {
  const rows = [{ ...row, share: 0.5 }, { ...row, partner_code: "1220" }];
  const units = { imports_usd: USD, share: fractionOf("imports") };
  const [first, second] = drawnFrame(drawn({ rows, units })).toRecords();
  assertEquals(first.unit, "imports_usd: US dollars; share: fraction of imports");
  assertEquals([first.share, second.share], [0.5, null]);
});

Deno.test("rows without a unit, a period or anything at all are refused", () => {
  const refused = (more: Partial<Drawn>, says: string) =>
    assertThrows(() => drawnFrame(drawn(more)), TypeError, says);
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

for (const figure of figures) {
  Deno.test(`${figure.id}: its data are those of the picture, named, and the parts add up`, () => {
    assertEquals(dataFaults(figure), []);
  });
}

Deno.test("labels with a share are found in the pictures that have them", () => {
  const found = (id: string) => labelsOf(figureOf(id)).map(({ name }) => name);
  assert(found("supplier-shares-334").includes("All others"));
  assert(found("supplier-shares-334").includes("USMCA"));
  assert(found("duty-rates-334").includes("All suppliers"));
  assert(found("technology-yardstick").includes("All goods"));
  assertEquals(found("preference-use-334").sort(), ["Canada", "Mexico"]);
});

Deno.test("shares of suppliers add to one, their changes to nothing", () => {
  for (const naics of ["334", "335"]) {
    for (const id of [`supplier-shares-${naics}`, `monthly-shares-${naics}`]) {
      const parts = rowsOf(figureOf(id)).filter(({ role }) => role === "part");
      for (const of of Map.groupBy(parts, ({ year, month }) => year ?? month).values()) {
        assert(Math.abs(sum(of, "share") - 1) < 1e-9, id);
      }
    }
    const parts = rowsOf(figureOf(`share-changes-${naics}`)).filter(({ role }) => role === "part");
    assert(Math.abs(sum(parts, "to_share") - 1) < 1e-9 && Math.abs(sum(parts, "change")) < 1e-9);
  }
  assert(Math.abs(sum(rowsOf(figureOf("supplier-ranking-04")), "share") - 1) < 1e-9);
});

Deno.test("duty rates: the parts of a month add to the world exactly, 1 and not 2.2 times", () => {
  const rows = rowsOf(figureOf("duty-rates-334")).filter(({ month }) => month === "2024-12");
  const [world] = rows.filter(({ role }) => role === "total");
  const parts = rows.filter(({ role }) => role === "part");
  assertEquals(parts.length, 6);
  assertEquals(sum(parts, "imports_usd"), world.imports_usd);
  assertEquals(sum(parts, "duty_usd"), world.duty_usd);
});

Deno.test("no more rows than are drawn: suppliers of a label, months of an axis", () => {
  const counts = Object.fromEntries(
    ["supplier-shares-334", "monthly-shares-334", "duty-rates-334", "preference", "line-dependence"]
      .map((id) => [id, figureOf(id).data.height]),
  );
  assertEquals(counts, {
    "supplier-shares-334": 10 * 13, // eight suppliers, all others and the USMCA in 13 years
    "monthly-shares-334": 8 * 155, // seven suppliers and all others in 155 months
    "duty-rates-334": 7 * 95, // five suppliers, all others and the world in 95 months
    "preference": 2 * 391,
    "line-dependence": 12,
  });
});

Deno.test("the USMCA is said to be counted already in the lines of Canada and Mexico", () => {
  for (const naics of ["334", "335"]) {
    const { svg, alt } = figureOf(`supplier-shares-${naics}`);
    assert(svg.replace(/<[^>]+>/g, " ").includes("already counted in their own lines"));
    assert(/USMCA, already counted in the lines of Canada and Mexico: /.test(alt), alt);
  }
});
