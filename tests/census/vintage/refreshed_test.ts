/** What refreshes brought is kept until it is told: of several runs together, and without the key. */
import { assert, assertEquals } from "@std/assert";
import {
  forgetRefreshed,
  keepRefreshed,
  readRefreshed,
} from "../../../lib/census/vintage/refreshed.ts";
import { addVintages } from "../../../lib/census/vintage/vintage.ts";
import { PART_CHECKS, TODAY, withCutCopy, withPlace } from "../fixture.ts";
import { KEY } from "../server.ts";
import { sample } from "./sample.ts";

const quiet = { say: () => {}, checks: PART_CHECKS };

Deno.test("runs add up, a vintage that comes again counts once, and what is told is forgotten", async () => {
  await withCutCopy(async (dir) => {
    const kept = async () =>
      (await readRefreshed(dir)).filter(({ table }) => table === "atp_by_group")
        .map((each) => [each.vintage, each.new, each.revised, each.periods]);
    assertEquals(await readRefreshed(dir), []);
    await keepRefreshed(dir, []);
    assertEquals(await readRefreshed(dir), [], "nothing came");
    const first = await addVintages(dir, sample(), quiet);
    await keepRefreshed(dir, first);
    await keepRefreshed(
      dir,
      await addVintages(dir, sample({ day: "2026-12-24", mexico: 300 }), quiet),
    );
    await keepRefreshed(dir, first);
    assertEquals(await kept(), [
      [TODAY, 22, 0, ["2024-01..2024-12"]],
      ["2026-12-24", 0, 4, []],
    ]);
    const [, later] = (await readRefreshed(dir)).filter(({ table }) => table === "atp_by_group");
    const { atp_group, before_vintage, before_usd, after_usd, change_usd } = later.largest[0];
    assertEquals([atp_group, before_vintage, before_usd, after_usd, change_usd], [
      "01",
      TODAY,
      101,
      301,
      200,
    ]);
    await forgetRefreshed(dir);
    await forgetRefreshed(dir);
    assertEquals(await kept(), []);
  });
});

Deno.test("a refresh with a key keeps what it brought, with months and without the key, when it is to be told", async () => {
  await withPlace(async ({ refresh, cacheDir }) => {
    await refresh("api", { report: true });
    const brought = await readRefreshed(cacheDir);
    const monthly = brought.find(({ table }) => table === "naics3_imports_by_partner_monthly")!;
    assert(monthly.revised > 5 && monthly.largest.length === 5, "real months of 2024 are revised");
    assertEquals(monthly.vintage, TODAY);
    assertEquals(JSON.stringify(brought).includes(KEY), false);
  });
  await withPlace(async ({ refresh, cacheDir }) => {
    await refresh("api");
    assertEquals(await readRefreshed(cacheDir), [], "nobody asked to be told");
  });
});
