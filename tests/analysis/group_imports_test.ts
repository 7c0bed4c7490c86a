/** Imports of a group from tariff lines, and what a revision changed. */
import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import pl from "nodejs-polars";
import { groupImports, olderToNewer } from "../../lib/analysis/mod.ts";
import { readTable, scanTable } from "../../lib/data/mod.ts";
import { frameOf } from "../../lib/frame.ts";
import { KNOWN } from "../known.ts";

const year = { period_start: "2024-01", period_end: "2024-12" };
const lines = frameOf(
  [["8471", "4280", 10, 8], ["8471", "2010", 5, 5], ["3002", "4280", 100, 90]].map((
    [hts10, partner_code, general_imports_usd, imports_for_consumption_usd],
  ) => ({ ...year, hts10, partner_code, general_imports_usd, imports_for_consumption_usd })),
  {
    period_start: pl.String,
    period_end: pl.String,
    hts10: pl.String,
    partner_code: pl.String,
    general_imports_usd: pl.Int64,
    imports_for_consumption_usd: pl.Int64,
  },
);
const classes = frameOf([{ hts10: "8471", atp_group: "04" }, { hts10: "3002", atp_group: "01" }], {
  hts10: pl.String,
  atp_group: pl.String,
});

Deno.test("imports of a group by hand, on either basis, of all partners or some", () => {
  const of = { group: "04", ...year };
  assertEquals(groupImports(lines, classes, { ...of, basis: "general_imports" }), 15);
  assertEquals(groupImports(lines.lazy(), classes, { ...of, basis: "general_imports" }), 15);
  assertEquals(
    groupImports(lines, classes, { ...of, basis: "imports_for_consumption", partners: ["4280"] }),
    8,
  );
  assertThrows(
    () => groupImports(lines, classes, { ...of, group: "09", basis: "general_imports" }),
    RangeError,
    "no lines of group 09",
  );
});

Deno.test("older ÷ newer counts the members of the European Union behind its block", () => {
  const older = frameOf(
    [{ ...year, atp_group: "04", partner_code: "0003", value_usd: 10 }],
    {
      period_start: pl.String,
      period_end: pl.String,
      atp_group: pl.String,
      partner_code: pl.String,
      value_usd: pl.Int64,
    },
  );
  assertEquals(olderToNewer(older, lines, classes, "04"), 10 / 8); // Germany alone
  assertThrows(() => olderToNewer(older, lines, classes, "01"), RangeError, "older lines");
});

Deno.test("ICT imports of 2024 are 354.3 billion dollars and were hardly revised", async () => {
  const [all, known] = [
    await scanTable("import_lines", KNOWN),
    await readTable("import_line_classes", KNOWN),
  ];
  const older = await readTable("atp_imports_hs10_by_partner", KNOWN);
  const usd = groupImports(all, known, { group: "04", ...year, basis: "general_imports" });
  assertEquals(usd, 354_308_179_621);
  assertAlmostEquals(olderToNewer(older, all, known, "04"), 1.000164, 1e-6); // 353,995.7 ÷ 353,937.7
  assertAlmostEquals(olderToNewer(older, all, known, "01"), 1.015809, 1e-6); // 124,096.3 ÷ 122,165.0
});
