/** Reconciliations: all hold on the embedded figures, and each fails on figures that do not add up. */
import pl from "nodejs-polars";
import { assert, assertEquals } from "@std/assert";
import {
  CHECKS,
  checksOf,
  readPackage,
  readTable,
  reconcile,
  scanTable,
} from "../../lib/data/mod.ts";
import { collect, literal } from "../../lib/frame.ts";
import { KNOWN } from "../known.ts";
import { fingerprint, rewriteCsv, rewriteParquet, withCopy } from "./fixture.ts";

Deno.test("every reconciliation of the embedded figures holds and compares something", async () => {
  const findings = await reconcile();
  assertEquals(findings.length, checksOf(await readPackage()).length);
  for (const { statement, passed, compared } of findings) {
    assert(passed, statement);
    assert(compared > 0, statement);
  }
});

Deno.test("the ten groups miss the published total by at most 3 million dollars", async () => {
  const [groups] = await reconcile();
  assertEquals(groups.gap, 3_000_000);
  assertEquals(groups.allowed, 5_500_000); // eleven figures, each rounded to a million
});

interface Spoiled {
  what: string;
  spoil: (dir: string) => Promise<void>;
  failing: string[];
}

const csv = (table: string, change: (csv: string) => string) => (dir: string) =>
  rewriteCsv(dir, table, change);
/** Adds to a measure of the rows of a Parquet table that a predicate names. */
const add = (table: string, rows: pl.Expr, measure: string, usd: number) => (dir: string) =>
  rewriteParquet(dir, table, (frame) =>
    frame.withColumn(
      pl.when(rows).then(pl.col(measure).plus(literal(usd).cast(pl.Int64)))
        .otherwise(pl.col(measure)).alias(measure),
    ));
const is = (column: string, value: string) => pl.col(column).eq(literal(value));
/** One line of Mexico's in 2024: servers. */
const SERVER = is("hts10", "8471500150").and(is("partner_code", "2010"))
  .and(is("period_end", "2024-12"));

/** Each row spoils one figure; the checks named must fail, all others must hold. */
const SPOILED: Spoiled[] = [
  {
    what: "a group that is 9 million too large",
    spoil: csv("atp_by_group", (text) => text.replace(",13701000000", ",13710000000")),
    failing: ["The ten ATP groups"],
  },
  {
    what: "a country that is not counted in its area",
    spoil: csv(
      "atp_by_area",
      (text) => text.replace(/(2024-03,exports,total_exports,Mexico,1000000),\d+/, "$1,0"),
    ),
    failing: ["The countries and the rest of each area"],
  },
  {
    what: "an area of the world left out",
    spoil: csv(
      "atp_by_area",
      (text) =>
        text.replace(/\n2025-05-06,2025-03,2025-03,imports,general_imports,European Union,.*/, ""),
    ),
    failing: ["The five areas"],
  },
  {
    what: "a month revised in one table only",
    spoil: csv(
      "atp_world_monthly",
      (text) =>
        text.replace(/(2025-04-04,2024-02,imports,general_imports,1),\d+/, "$1,50000000000"),
    ),
    failing: ["Exhibit 16a for January"],
  },
  {
    what: "a code moved to another group",
    spoil: csv(
      "concordance_imports_hs10_atp",
      (text) => text.replace("2022,2844200010,10", "2022,2844200010,09"),
    ),
    failing: ["Every tariff line of the 2022 list"],
  },
  {
    what: "preference above all imports",
    spoil: csv(
      "agreement_imports_monthly",
      (text) =>
        text.replaceAll(/(2024-05,imports_for_consumption,USMCA,2010),\d+/g, "$1,99000000000"),
    ),
    failing: ["Imports under NAFTA and USMCA"],
  },
  {
    what: "a line of ATP that is a billion too large",
    spoil: add("import_lines", SERVER, "general_imports_usd", 1e9),
    failing: ["ATP over the tariff lines is the published total"],
  },
  {
    what: "duty of a line that is one dollar too large",
    spoil: add("import_lines", SERVER, "duty_usd", 1),
    failing: ["All lines add to imports for consumption and duty"],
  },
  {
    what: "goods of a partner booked a million short",
    spoil: add(
      "import_lines",
      is("hts10", "0101210010").and(is("partner_code", "1220")).and(is("period_end", "2025-12")),
      "general_imports_usd",
      2e6,
    ),
    failing: ["General imports over the lines are those of the country file"],
  },
  {
    what: "more dutiable than imported",
    spoil: add("import_lines", SERVER, "dutiable_usd", 1e12),
    failing: ["Dutiable value never exceeds"],
  },
  {
    what: "more preference than imports, and than the total",
    spoil: add(
      "preference_lines",
      is("hts10", "8471500150").and(is("partner_code", "2010")).and(is("month", "2026-02")),
      "preference_usd",
      1e12,
    ),
    failing: ["What enters under the USMCA never exceeds", "Preference by line adds"],
  },
  {
    what: "a line that no class is given for",
    spoil: (dir) =>
      rewriteParquet(
        dir,
        "import_line_classes",
        (frame) => frame.filter(is("hts10", "0101210010").not()),
      ),
    failing: ["Every tariff line that was imported has a class"],
  },
  {
    what: "electronics booked under another industry",
    spoil: (dir) =>
      rewriteParquet(
        dir,
        "import_line_classes",
        (frame) =>
          frame.withColumn(
            pl.when(is("hts10", "8471500150")).then(literal("336411")).otherwise(pl.col("naics6"))
              .alias("naics6"),
          ),
      ),
    failing: ["Tariff lines by derived NAICS 334"],
  },
  {
    what: "a four-digit industry of Mexico that is doubled",
    spoil: csv(
      "naics4_imports_monthly",
      (text) => text.replace(/(2025-01,imports_for_consumption,2010,3341),\d+/, "$1,9186043054"),
    ),
    failing: ["Mexico's NAICS-4 industries"],
  },
];

for (const { what, spoil, failing } of SPOILED) {
  Deno.test(`${what} is found`, async () => {
    const before = await fingerprint();
    await withCopy(async (dir) => {
      await spoil(dir);
      const failed = (await reconcile(dir)).filter(({ passed }) => !passed);
      assert(failed.length > 0, "nothing failed");
      for (const { statement } of failed) {
        assert(failing.some((start) => statement.startsWith(start)), statement);
      }
      assert(failed.some(({ statement }) => statement.startsWith(failing[0])));
    });
    assertEquals(await fingerprint(), before);
  });
}

Deno.test("ATP over the tariff lines is the published total to its printed digit", async () => {
  const scan = await scanTable("import_lines");
  const atp = (await readTable("import_line_classes", KNOWN))
    .filter(is("atp_group", "00").not()).select("hts10").lazy();
  const years = collect(
    scan.join(atp, { on: "hts10", how: "inner" }).groupBy("period_end")
      .agg(pl.col("general_imports_usd").sum()).sort("period_end"),
    scan,
  );
  assertEquals(
    years.getColumn("general_imports_usd").toArray().map((usd) =>
      Math.round(Number(usd) / 1e5) / 10
    ),
    [760_961.2, 965_992.6],
  );
});

Deno.test("a total printed to a tenth of a million is that of the rounded lines, and no other", async () => {
  await withCopy(async (dir) => {
    const row = /(2026-04,2025-01,imports_for_consumption,USMCA,1220),\d+/;
    const withTotal = async (usd: number) => {
      await rewriteCsv(dir, "agreement_imports_monthly", (text) => text.replace(row, `$1,${usd}`));
      const checks = CHECKS.filter(({ statement }) => statement.startsWith("Preference by line"));
      return (await reconcile(dir, checks)).map(({ passed, gap }) => [passed, gap]);
    };
    // The lines add to 13,161,744,191.
    assertEquals(await withTotal(13_161_700_000), [[true, 0]]);
    assertEquals(await withTotal(13_161_800_000), [[false, 55_809]]);
    assertEquals(await withTotal(13_161_744_190), [[false, 1]]);
  });
});
