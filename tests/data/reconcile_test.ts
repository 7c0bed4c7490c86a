/** Reconciliations: all hold on the embedded figures, and each fails on figures that do not add up. */
import { assert, assertEquals } from "@std/assert";
import { checksOf, readPackage, reconcile } from "../../lib/data/mod.ts";
import { fingerprint, rewriteCsv, withCopy } from "./fixture.ts";

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

/** Each row spoils one figure; the checks named must fail, all others must hold. */
const SPOILED = [
  {
    what: "a group that is 9 million too large",
    table: "atp_by_group",
    change: (csv: string) => csv.replace(",13701000000", ",13710000000"),
    failing: ["The ten ATP groups"],
  },
  {
    what: "a country that is not counted in its area",
    table: "atp_by_area",
    change: (csv: string) =>
      csv.replace(/(2024-03,exports,total_exports,Mexico,1000000),\d+/, "$1,0"),
    failing: ["North America in Exhibit 16a"],
  },
  {
    what: "an area of the world left out",
    table: "atp_by_area",
    change: (csv: string) =>
      csv.replace(/\n2025-05-06,2025-03,2025-03,imports,general_imports,European Union,.*/, ""),
    failing: ["The five areas"],
  },
  {
    what: "a month revised in one table only",
    table: "atp_world_monthly",
    change: (csv: string) =>
      csv.replace(/(2025-04-04,2024-02,imports,general_imports,1),\d+/, "$1,50000000000"),
    failing: ["Exhibit 16a for January"],
  },
  {
    what: "a code moved to another group",
    table: "concordance_imports_hs10_atp",
    change: (csv: string) => csv.replace("2022,2844200010,10", "2022,2844200010,09"),
    failing: ["Every ATP tariff line", "Every newer tariff line"],
  },
  {
    what: "preference above all imports",
    table: "agreement_imports_monthly",
    change: (csv: string) =>
      csv.replace(/(2024-05,imports_for_consumption,USMCA,2010),\d+/, "$1,99000000000"),
    failing: ["Imports under NAFTA and USMCA"],
  },
];

for (const { what, table, change, failing } of SPOILED) {
  Deno.test(`${what} is found`, async () => {
    const before = await fingerprint();
    await withCopy(async (dir) => {
      await rewriteCsv(dir, table, change);
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
