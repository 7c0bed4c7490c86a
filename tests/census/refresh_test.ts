/** From an empty cache, each source: refresh, verify, and the values that the fake publisher holds. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import pl from "nodejs-polars";
import { balanceByGroup, supplierShares } from "../../lib/analysis/mod.ts";
import { ATP_GROUP_CODES, CHINA, MEXICO, TAIWAN, WORLD } from "../../lib/codes/mod.ts";
import { readPackage, readTable, reconcile, type Tables } from "../../lib/data/mod.ts";
import { literal, records } from "../../lib/frame.ts";
import { fingerprint } from "../data/fixture.ts";
import { PART_CHECKS, publishArchives, publishTotals, rowsOf, withPlace } from "./fixture.ts";
import { type Cell, groupOf, type Model, sumOf } from "./model.ts";
import { linesOf } from "./workbook.ts";

const is = (name: string, value: string) => pl.col(name).eq(literal(value));

/** Every table opens and every reconciliation holds. */
async function assertVerified(dir: string): Promise<void> {
  for (const { name } of (await readPackage(dir)).resources) {
    await readTable(name as keyof Tables, { dir, vintage: "all" });
  }
  for (const { statement, passed, compared } of await reconcile(dir, PART_CHECKS)) {
    assert(passed && compared > 0, statement);
  }
}

/** ATP by group, and by group and partner, are what the model holds for the whole year. */
async function assertAtp(dir: string, model: Model): Promise<void> {
  const expected = (cells: Cell[], measure: string, group: string, partner: string) =>
    sumOf(
      cells,
      measure,
      1,
      12,
      (cell) =>
        (group === "total" ? groupOf(cell) !== "00" : groupOf(cell) === group) &&
        (partner === WORLD || cell.partner === partner),
    );
  const year = (row: { period_start: string; period_end: string }) =>
    row.period_start === "2024-01" && row.period_end === "2024-12";
  const groups = (await rowsOf(dir, "atp_by_group")).filter(year);
  assertEquals(groups.length, 2 * 11);
  for (const row of groups) {
    const [cells, measure] = row.flow === "imports"
      ? [model.imports, "gen"]
      : [model.exports, "all"];
    assertEquals(row.value_usd, expected(cells, measure, row.atp_group, WORLD));
    assertEquals(row.rounding_usd, 1);
  }
  const partners = await rowsOf(dir, "atp_by_group_and_partner");
  const measures = {
    general_imports: "gen",
    imports_for_consumption: "con",
    total_exports: "all",
  };
  assert(partners.length > 1000);
  for (const row of partners) {
    const cells = row.flow === "imports" ? model.imports : model.exports;
    const sum = expected(cells, measures[row.basis], row.atp_group, row.partner_code);
    assertEquals(row.value_usd, sum, `${row.basis} ${row.atp_group} ${row.partner_code}`);
  }
}

Deno.test("api: ATP of the full year and imports by industry are what the fake holds", async () => {
  await withPlace(async ({ refresh, fake, dataDir, said }) => {
    const model = fake.models.get(2024)!;
    const reports = await refresh("api");
    await assertVerified(dataDir);
    await assertAtp(dataDir, model);
    assertEquals(reports.map(({ table }) => table).sort(), [
      "atp_by_group",
      "atp_by_group_and_partner",
      "end_use_trade_monthly",
      "goods_consumption_monthly",
      "import_line_classes",
      "import_lines",
      "naics3_imports_by_partner",
      "naics3_imports_by_partner_monthly",
      "naics4_imports_monthly",
      "semiconductor_exports_monthly",
    ]);
    const monthly = await rowsOf(dataDir, "naics3_imports_by_partner_monthly");
    assertEquals(new Set(monthly.map((row) => row.naics)), new Set(["334", "335"]));
    const listed = new Set(monthly.map((row) => row.partner_code));
    assert(listed.has("0003") && listed.has("0020") && listed.has(WORLD));
    for (const row of monthly.filter(({ partner_code }) => /^[1-7]|-/.test(partner_code))) {
      const month = Number(row.month.slice(5));
      const fits = (cell: Cell) =>
        cell.commodity.naics.startsWith(row.naics) &&
        (row.partner_code === WORLD || row.partner_code === cell.partner);
      assertEquals(row.value_usd, sumOf(model.imports, "con", month, month, fits));
      assertEquals(row.duty_usd, sumOf(model.imports, "duty", month, month, fits));
    }
    const period = await rowsOf(dataDir, "naics3_imports_by_partner");
    for (const row of period) {
      const fits = (cell: Cell) =>
        cell.commodity.naics.startsWith(row.naics) &&
        (row.partner_code === WORLD || row.partner_code === cell.partner);
      const measure = row.basis === "general_imports" ? "gen" : "con";
      assertEquals(row.value_usd, sumOf(model.imports, measure, 1, 12, fits));
    }
    assertStringIncludes(said.join("\n"), "reconciliations hold with the new figures");
  });
});

Deno.test("api: totals written empty, as in older replies, are totals all the same", async () => {
  await withPlace(async ({ refresh, fake, dataDir }) => {
    fake.total = "";
    await refresh("api");
    await assertAtp(dataDir, fake.models.get(2024)!);
  });
});

Deno.test("archives: the December archives give the year, and claims of preference", async () => {
  await withPlace(async ({ refresh, fake, dataDir, said }) => {
    const model = fake.models.get(2024)!;
    await publishArchives(fake);
    await refresh("archives");
    await assertVerified(dataDir);
    await assertAtp(dataDir, model);
    const claims = await rowsOf(dataDir, "agreement_imports");
    const all = claims.find((row) =>
      row.classification === "all_goods" && row.partner_code === MEXICO
    )!;
    const claimed = (cell: Cell) => cell.partner === MEXICO && /^S/.test(cell.programme);
    assertEquals(all.value_usd, sumOf(model.imports, "con", 1, 12, claimed));
    assertEquals(all.agreement, "USMCA");
    for (const row of claims.filter(({ classification }) => classification === "atp_group")) {
      const fits = (cell: Cell) =>
        cell.partner === row.partner_code && /^S/.test(cell.programme) &&
        (row.code === "total" ? groupOf(cell) !== "00" : groupOf(cell) === row.code);
      assertEquals(row.value_usd, sumOf(model.imports, "con", 1, 12, fits));
    }
    const december = await rowsOf(dataDir, "naics3_imports_by_partner_monthly");
    assertEquals(new Set(december.map((row) => row.month)), new Set(["2024-12"]));
    assertEquals(new Set(december.map((row) => row.naics)).size, 33);
    for (const row of december.filter(({ partner_code }) => partner_code === MEXICO)) {
      const fits = (cell: Cell) =>
        cell.partner === MEXICO &&
        (row.naics === "00" || cell.commodity.naics.startsWith(row.naics));
      assertEquals(row.value_usd, sumOf(model.imports, "con", 12, 12, fits));
      assertEquals(row.duty_usd, sumOf(model.imports, "duty", 12, 12, fits));
    }
    assertStringIncludes(said.join("\n"), "IMP_COMM.TXT: 336 control totals hold to the dollar");
  });
});

Deno.test("totals: ATP, claims and goods of the year are what the workbook holds", async () => {
  await withPlace(async ({ refresh, fake, dataDir }) => {
    await publishTotals(fake);
    await refresh("totals");
    await assertVerified(dataDir);
    const atp = await rowsOf(dataDir, "atp_world_monthly");
    const line = linesOf(2024).find(({ code }) => code === "0007")!;
    assertEquals(atp.length, 24);
    for (const row of atp) {
      const millions = line[row.flow][Number(row.month.slice(5)) - 1]!;
      assertEquals(row.value_usd, Math.round(millions * 1e6));
    }
    const claims = await rowsOf(dataDir, "agreement_imports_monthly");
    assertEquals(claims.length, 24);
    assertEquals(new Set(claims.map((row) => row.agreement)), new Set(["USMCA"]));
    const goods = await rowsOf(dataDir, "goods_by_partner_monthly");
    assertEquals(goods.filter((row) => row.partner_code === "5700").length, 24);
    assertEquals(goods.some((row) => ["0005", "0007", "0021"].includes(row.partner_code)), false);
  });
});

Deno.test("all three at once agree, and a second run asks nothing and changes nothing", async () => {
  await withPlace(async ({ refresh, fake, dataDir, said }) => {
    await publishArchives(fake);
    await publishTotals(fake);
    await refresh(["api", "archives", "totals"]);
    await assertVerified(dataDir);
    await assertAtp(dataDir, fake.models.get(2024)!);
    assertStringIncludes(said.join("\n"), "agree in");
    const before = await fingerprint(dataDir), asked = fake.asked.length;
    assertEquals(await refresh(["api", "archives", "totals"]), []);
    assertEquals(fake.asked.length, asked);
    assertEquals(await fingerprint(dataDir), before);
    assertStringIncludes(said.at(-1)!, "is up to date: unchanged");
  });
});

Deno.test("the report's questions can be asked of the refreshed tables", async () => {
  await withPlace(async ({ refresh, fake, dataDir }) => {
    await refresh("api");
    const model = fake.models.get(2024)!;
    const groups = await readTable("atp_by_group", { dir: dataDir });
    const year = balanceByGroup(groups.filter(is("period_end", "2024-12")));
    assertEquals(year.height, ATP_GROUP_CODES.length + 1);
    const ict = (await readTable("atp_by_group_and_partner", { dir: dataDir })).filter(
      is("flow", "imports").and(is("basis", "general_imports")).and(is("atp_group", "04")),
    );
    const shares = records(supplierShares(ict, { by: ["atp_group"], denominator: "world" }));
    const of = (partner: string) =>
      shares.find(({ partner_code }) => partner_code === partner)?.value_usd;
    for (const partner of [CHINA, TAIWAN, MEXICO]) {
      const sum = sumOf(
        model.imports,
        "gen",
        1,
        12,
        (cell) => groupOf(cell) === "04" && cell.partner === partner,
      );
      assertEquals(of(partner) ?? 0, sum);
    }
    assertEquals(of("other"), 0);
  });
});

Deno.test("a year under way: the last published months, from the API and from the archives", async () => {
  await withPlace(async ({ refresh, fake, dataDir, said }) => {
    const model = { ...fake.models.get(2024)!, year: 2026 };
    fake.models.set(2026, model);
    fake.published.set(2026, 8);
    await refresh("api", { years: [2026] });
    const rows = await rowsOf(dataDir, "atp_by_group");
    assertEquals(rows.map((row) => row.period_end).sort().at(-1), "2026-08");
    const late = fake.asked.filter((each) => /2026-1\d/.test(each));
    assertEquals(late, [], "nothing is asked later than two months back");
    await refresh("archives", { years: [2026] }).catch((error) => said.push(error.message));
    assertStringIncludes(said.join("\n"), "EXDB2609.ZIP is not published");
  });
});

Deno.test("by default the note's year, the last and the current one; what is not published is left out", async () => {
  await withPlace(async ({ refresh, dataDir, said }) => {
    const march = { years: undefined, now: () => new Date("2026-03-20T12:00:00Z") };
    await refresh("api", march);
    assertStringIncludes(said.join("\n"), "api: 2024, 2025, 2026");
    for (const year of [2025, 2026]) {
      assertStringIncludes(said.join("\n"), `no month of ${year} is published: left out`);
    }
    const rows = await readTable("atp_by_group", { dir: dataDir, vintage: "all" });
    assert(rows.filter(is("vintage", "2026-03-20")).height > 0);
    said.length = 0;
    await refresh("totals", { ...march, sources: undefined, key: undefined, dryRun: true });
    const plan = said.join("\n");
    assertStringIncludes(plan, "CENSUS_API_KEY is not set: archives, totals and exhibits");
    assertStringIncludes(plan, "EXDB2512.ZIP");
    for (const table of ["import_lines", "preference_lines", "atp_by_area"]) {
      assertStringIncludes(plan, table);
    }
    said.length = 0;
    const june = { ...march, now: () => new Date("2026-06-12T12:00:00Z"), dryRun: true };
    await refresh("api", june);
    assertStringIncludes(said.join("\n"), "In June the publisher revises all years");
    assertStringIncludes(said.join("\n"), "imports/naics 2026: 334, 335");
    assertEquals(said.some((line) => line.includes("hitech 2024")), false, "2024 is there by now");
  });
});
