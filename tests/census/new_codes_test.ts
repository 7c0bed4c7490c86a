/** Codes that are no country, and codes that are new: they count in every sum and stop nothing. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { isCountry, WORLD } from "../../lib/codes/mod.ts";
import { supplierShares } from "../../lib/analysis/mod.ts";
import { readTable } from "../../lib/data/mod.ts";
import { literal, records } from "../../lib/frame.ts";
import { atpFromApi } from "../../lib/census/api/hitech.ts";
import { apiClient } from "../../lib/census/api/client.ts";
import { cachedReplies } from "../../lib/census/api/replies.ts";
import type { Row } from "../../lib/census/terms/contribution.ts";
import pl from "nodejs-polars";
import { archiveOf } from "../../lib/census/archive/files.ts";
import { membersOf, zipped } from "./archive/archive_fixture.ts";
import { rowsOf, TODAY, withPlace } from "./fixture.ts";
import { KEY, startFake } from "./server.ts";
import { type Cell, groupOf, makeModel, type Model, sumOf } from "./model.ts";

const UNIDENTIFIED = "8220", NEW_COUNTRY = "7324";

/** Trade in which China's district 27 is that of unidentified countries, and Gabon is a new country. */
function withOddPartners(): Model {
  const model = makeModel(2024);
  const odd = (cell: Cell): Cell => {
    if (cell.partner === "5700" && cell.district === "27") {
      return { ...cell, partner: UNIDENTIFIED };
    }
    return cell.partner === "7910" ? { ...cell, partner: NEW_COUNTRY } : cell;
  };
  return { ...model, imports: model.imports.map(odd), exports: model.exports.map(odd) };
}

Deno.test("archives: 8220, a new country and industry 920 count in the sums; it is said where names belong", async () => {
  await withPlace(async ({ refresh, fake, dataDir, said }) => {
    const model = withOddPartners();
    const used = model.importCodes.find(({ naics }) => naics === "930110")!;
    for (const { commodity } of model.imports) {
      if (commodity.code === used.code) commodity.naics = "920000";
    }
    used.naics = "920000";
    for (const flow of ["imports", "exports"] as const) {
      const { url } = archiveOf(flow, "2024-12", "");
      fake.files.set(url, await zipped(membersOf(model, flow, 12)));
    }
    await refresh("archives");
    const partners = await rowsOf(dataDir, "atp_by_group_and_partner");
    for (const code of [UNIDENTIFIED, NEW_COUNTRY, WORLD]) {
      const row = partners.find((each) =>
        each.flow === "exports" && each.atp_group === "total" && each.partner_code === code
      )!;
      const fits = (cell: Cell) =>
        groupOf(cell) !== "00" && (code === WORLD || cell.partner === code);
      assertEquals(row.value_usd, sumOf(model.exports, "all", 1, 12, fits), code);
    }
    const period = (await rowsOf(dataDir, "naics3_imports_by_partner"))
      .filter((row) => row.partner_code === WORLD && row.basis === "general_imports");
    const of = (naics: string) => period.find((row) => row.naics === naics)?.value_usd;
    const isUsed = (cell: Cell) => cell.commodity.naics === "920000";
    assertEquals([of("920"), of("00")], [
      sumOf(model.imports, "gen", 1, 12, isUsed),
      sumOf(model.imports, "gen", 1, 12),
    ]);
    const lines = said.join("\n");
    assertStringIncludes(
      lines,
      `partner ${NEW_COUNTRY} is new here: it counts in all sums; give it`,
    );
    assertStringIncludes(lines, "industry 920 is new here");
    assertEquals(lines.includes(`partner ${UNIDENTIFIED}`), false, "8220 has a name");
    // In no ranking: what is no country is part of the rest.
    const all = await readTable("atp_by_group_and_partner", { dir: dataDir });
    const total = all.filter(
      pl.col("flow").eq(literal("exports")).and(pl.col("atp_group").eq(literal("total"))),
    );
    const shares = records(supplierShares(total, { by: ["atp_group"], denominator: "world" }));
    const ranked = shares.filter(({ partner_code }) => isCountry(partner_code));
    assert(ranked.length > 20 && ranked.every(({ partner_code }) => partner_code !== UNIDENTIFIED));
  });
});

Deno.test("api: 8220 counts in the sums", async () => {
  const model = withOddPartners(), fake = startFake([model]);
  const folder = await Deno.makeTempDir();
  try {
    const patience = { timeoutMs: 30_000, paceMs: 0, attempts: 1, backoffMs: 1, longestWaitMs: 1 };
    const said = { say: () => {}, base: fake.apiBase };
    const now = new Date(`${TODAY}T12:00:00Z`);
    const ask = apiClient({ ...said, key: KEY, patience });
    const { fetch } = cachedReplies({ ...said, ask, folder, now: () => now });
    const { contributions } = await atpFromApi(fetch, 2024, now);
    const rows = contributions.filter(({ table }) => table === "atp_by_group_and_partner")
      .flatMap(({ rows }) => rows as Row[]);
    const row = rows.find((each) =>
      each.flow === "exports" && each.atp_group === "total" && each.partner_code === UNIDENTIFIED
    )!;
    const fits = (cell: Cell) => groupOf(cell) !== "00" && cell.partner === UNIDENTIFIED;
    assertEquals(row.value_usd, sumOf(model.exports, "all", 1, 12, fits));
  } finally {
    await fake.stop();
    await Deno.remove(folder, { recursive: true });
  }
});
