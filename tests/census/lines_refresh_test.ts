/** From an empty cache, the tables by tariff line and the monthly ones: what the fake publisher holds. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { MEXICO, NAICS3_CODES, WORLD } from "../../lib/codes/mod.ts";
import { readPackage, reconcile } from "../../lib/data/mod.ts";
import { failsWith, publishArchives, publishTotals, rowsOf, withPlace } from "./fixture.ts";
import { type Cell, groupOf, makeModel, type Model, sumOf } from "./model.ts";

const LINE = {
  general_imports_usd: "gen",
  imports_for_consumption_usd: "con",
  dutiable_usd: "dutiable",
  duty_usd: "duty",
} as const;

/** Every line of the model and no other, each measure to the dollar. */
async function assertLines(dir: string, { imports }: Model, last: number, year = "2024") {
  const rows = (await rowsOf(dir, "import_lines"))
    .filter((row) => row.period_start === `${year}-01` && row.general_imports_usd > 0);
  const cells = Map.groupBy(imports, ({ commodity, partner }) => `${commodity.code} ${partner}`);
  for (const row of rows) {
    const own = cells.get(`${row.hts10} ${row.partner_code}`)!;
    for (const [column, measure] of Object.entries(LINE)) {
      assertEquals(row[column as keyof typeof LINE], sumOf(own, measure, 1, last), column);
    }
    assertEquals(row.period_end, `${year}-${String(last).padStart(2, "0")}`);
  }
  const traded = [...cells.values()].filter((own) => sumOf(own, "gen", 1, last) > 0);
  assertEquals(rows.length, traded.length);
}

/** All goods for consumption by country and the world, for some months. */
async function assertConsumption(dir: string, { imports }: Model, months: number[]) {
  const rows = (await rowsOf(dir, "goods_consumption_monthly")).filter((row) => row.value_usd > 0);
  assertEquals(new Set(rows.map((row) => Number(row.month.slice(5)))), new Set(months));
  for (const { month, partner_code, value_usd, duty_usd } of rows) {
    const at = Number(month.slice(5));
    const fits = ({ partner }: Cell) => partner_code === WORLD || partner === partner_code;
    assertEquals(value_usd, sumOf(imports, "con", at, at, fits));
    assertEquals(duty_usd, sumOf(imports, "duty", at, at, fits));
  }
  assertEquals(rows.filter(({ partner_code }) => partner_code === WORLD).length, months.length);
}

const EVERY_MONTH = Array.from({ length: 12 }, (_, at) => at + 1);

Deno.test("api: lines, all goods, Mexico's industries, end uses and chips are what the fake holds", async () => {
  await withPlace(async ({ refresh, fake, dataDir, said }) => {
    const { imports, exports } = fake.models.get(2024)!;
    await refresh("api");
    await assertLines(dataDir, fake.models.get(2024)!, 12);
    await assertConsumption(dataDir, fake.models.get(2024)!, EVERY_MONTH);
    for (const row of await rowsOf(dataDir, "naics4_imports_monthly")) {
      const at = Number(row.month.slice(5));
      const fits = ({ partner, commodity }: Cell) =>
        partner === MEXICO && commodity.naics.startsWith(row.naics);
      assertEquals(
        [row.value_usd, row.dutiable_usd, row.duty_usd],
        ["con", "dutiable", "duty"].map((measure) => sumOf(imports, measure, at, at, fits)),
      );
    }
    assertEquals(
      [...new Set((await rowsOf(dataDir, "naics4_imports_monthly")).map(({ naics }) => naics))]
        .sort(),
      ["3341", "3351"],
    );
    const endUses = await rowsOf(dataDir, "end_use_trade_monthly");
    assertEquals(endUses.length, 2 * 2 * 12);
    for (const row of endUses) {
      const at = Number(row.month.slice(5));
      const [cells, measure] = row.flow === "imports" ? [imports, "gen"] : [exports, "all"];
      const fits = ({ commodity }: Cell) => row.end_use_codes.split("+").includes(commodity.endUse);
      assertEquals(row.value_usd, sumOf(cells, measure, at, at, fits));
    }
    const chips = (await rowsOf(dataDir, "semiconductor_exports_monthly"))
      .filter(({ value_usd }) => value_usd > 0);
    assertEquals(
      new Set(chips.map(({ hs6 }) => hs6)),
      new Set(["852351", "854110", "854231", "854239"]),
    );
    for (const { month, hs6, value_usd } of chips) {
      const at = Number(month.slice(5));
      const fits = ({ commodity }: Cell) => commodity.code.startsWith(hs6);
      assertEquals(value_usd, sumOf(exports, "all", at, at, fits));
    }
    // The interface gives no class: the new lines are classed by their relatives, and it is said.
    const classes = await rowsOf(dataDir, "import_line_classes", "2024-01-01");
    assertEquals(classes.length, fake.models.get(2024)!.importCodes.length);
    assert(classes.every(({ atp_method }) => atp_method === "undetermined_not_atp"));
    assertStringIncludes(said.join("\n"), "new tariff lines are classed by their relatives");
  });
});

Deno.test("archives: lines with the class of their concordance, and preference by line", async () => {
  await withPlace(async ({ refresh, fake, dataDir }) => {
    const { imports, importCodes } = fake.models.get(2024)!;
    await publishArchives(fake);
    await refresh("archives");
    await assertLines(dataDir, fake.models.get(2024)!, 12);
    await assertConsumption(dataDir, fake.models.get(2024)!, [12]);
    const classes = await rowsOf(dataDir, "import_line_classes");
    assertEquals(classes.length, importCodes.length);
    for (const { hts10, atp_group, naics6, atp_method, naics_method } of classes) {
      const { hitech, naics } = importCodes.find(({ code }) => code === hts10)!;
      assertEquals([atp_group, naics6], [hitech.trim() || "00", naics]);
      assertEquals([atp_method, naics_method], ["archive_concordance", "archive_concordance"]);
    }
    const { resources } = await readPackage(dataDir);
    const { description } = resources.find(({ name }) => name === "import_line_classes")!;
    assertStringIncludes(description, "archive_concordance, the class that the monthly archive");
    const lines = (await rowsOf(dataDir, "preference_lines")).filter((row) => row.value_usd > 0);
    assert(lines.length > 50 && lines.every(({ month }) => month === "2024-12"));
    for (const { hts10, partner_code, value_usd, preference_usd } of lines) {
      const own = imports.filter(({ commodity, partner }) =>
        commodity.code === hts10 && partner === partner_code
      );
      assertEquals(value_usd, sumOf(own, "con", 12, 12));
      const claimed = ({ programme }: Cell) => programme.startsWith("S");
      assertEquals(preference_usd, sumOf(own, "con", 12, 12, claimed));
    }
    // What is claimed by class of goods is the same claims, summed: the December of the year to date.
    const atp = (await rowsOf(dataDir, "agreement_imports")).find((row) =>
      row.code === "total" && row.partner_code === MEXICO
    )!;
    const fits = (cell: Cell) =>
      cell.partner === MEXICO && /^S/.test(cell.programme) && groupOf(cell) !== "00";
    assertEquals(atp.value_usd, sumOf(imports, "con", 1, 12, fits));
  });
});

Deno.test("a code that no longer comes with its table's others is zero in the new vintage", async () => {
  await withPlace(async ({ refresh, fake, dataDir }) => {
    fake.models.set(2026, makeModel(2026));
    fake.published.set(2026, 7);
    await refresh("api", { years: [2026] });
    const phones = (await rowsOf(dataDir, "naics4_imports_monthly"))
      .filter(({ naics }) => naics === "3342");
    // The embedded figures have this industry to July; the made-up year has not.
    assertEquals(phones.map(({ month, value_usd }) => `${month} ${value_usd}`).sort(), [
      ...Array.from({ length: 7 }, (_, at) => `2026-0${at + 1} 0`),
    ]);
  });
});

Deno.test("months between: the import archive of each fills the monthly tables, with their classes", async () => {
  await withPlace(async (place) => {
    const { refresh, fake, dataDir } = place;
    const model = fake.models.get(2024)!;
    for (const month of [9, 10]) await publishArchives(fake, 2024, month);
    const months = ["2024-09", "2024-10"];
    const reports = await refresh("archives", { years: undefined, months });
    assertEquals([...new Set(reports.map(({ table }) => table))].sort(), [
      "goods_consumption_monthly",
      "import_line_classes",
      "naics3_imports_by_partner_monthly",
      "preference_lines",
    ]);
    await assertConsumption(dataDir, model, [9, 10]);
    const lines = (await rowsOf(dataDir, "preference_lines")).filter((row) => row.value_usd > 0);
    assertEquals([...new Set(lines.map(({ month }) => month))].sort(), months);
    assertEquals(fake.asked.filter((each) => each.includes("EXDB")), []);
    const absent = () => refresh("archives", { years: undefined, months: ["2024-11"] });
    await failsWith(place, absent, "IMDB2411.ZIP: no import archive of 2024-11", "--months");
    place.said.length = 0;
    await refresh("archives", { years: undefined, months, dryRun: true });
    assertStringIncludes(place.said.join("\n"), "IMDB2410.ZIP: the monthly tables of 2024-10");
  });
});

Deno.test("all sources of one year together: every reconciliation holds, those of the lines too", async () => {
  await withPlace(async ({ refresh, fake, dataDir, said }) => {
    await publishArchives(fake);
    await publishTotals(fake, [2024], true);
    await refresh(["api", "archives", "totals"], { industries: NAICS3_CODES });
    for (const { statement, passed, compared } of await reconcile(dataDir)) {
      assert(passed && compared > 0, statement);
    }
    assertStringIncludes(said.join("\n"), "import_lines: International Trade API, imports/hs");
    assertStringIncludes(said.join("\n"), "agree in");
    const [first] = (await rowsOf(dataDir, "import_line_classes"))
      .filter(({ atp_method }) => atp_method === "archive_concordance");
    assert(first !== undefined, "the archives' classes count");
  }, { whole: true });
});

Deno.test("two years of archives: the class of the last whole year counts, and a difference is said", async () => {
  await withPlace(async ({ refresh, fake, dataDir, said }) => {
    const [model] = fake.models.values();
    const [first, second] = model.importCodes;
    const next = structuredClone({ ...model, year: 2026 });
    next.importCodes[0].hitech = "09";
    for (const { commodity } of next.imports) {
      if (commodity.code === first.code) commodity.hitech = "09";
    }
    fake.models.set(2026, next);
    await publishArchives(fake, 2024, 12);
    await publishArchives(fake, 2026, 8, next);
    await refresh("archives", { years: [2024, 2026] });
    const classes = await rowsOf(dataDir, "import_line_classes");
    const of = (code: string) => classes.find(({ hts10 }) => hts10 === code)?.atp_group;
    assertEquals([of(first.code), of(second.code)], [first.hitech, second.hitech]);
    assertStringIncludes(
      said.join("\n"),
      `1 tariff lines have another class in another year (${first.code})`,
    );
    await assertLines(dataDir, next, 8, "2026");
  });
});
