/** Years that a source does not have: each has its true sentence, and takes no other year with it. */
import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { CensusError } from "../../lib/census/transfer/errors.ts";
import { sayMissingMonths } from "../../lib/census/vintage/missing_months.ts";
import { frameOf } from "../../lib/frame.ts";
import pl from "nodejs-polars";
import { failsWith, publishTotals, rowsOf, withPlace } from "./fixture.ts";

const UNTRUE = /interface has changed|five weeks/;

Deno.test("totals: 1990 fails, 2024 arrives whole, and the end says which and why", async () => {
  await withPlace(async ({ refresh, fake, dataDir, said }) => {
    await publishTotals(fake, [2024]);
    const { message } = await assertRejects(
      () => refresh("totals", { years: [1990, 2024] }),
      CensusError,
      "did not arrive:\n  totals 1990: ",
    );
    assertStringIncludes(message, "rows 0015 and 0007: has nothing of 1990; it begins with 2024");
    assertStringIncludes(message, "choose --year 2024 or a later one");
    assertStringIncludes(message, "all else that was asked for is in data/");
    assertEquals(UNTRUE.test(message), false);
    assertEquals((await rowsOf(dataDir, "atp_world_monthly")).length, 24);
    assertStringIncludes(said.join("\n"), "begins with 2024: left out");
    // The next time the good year is there already, and the bad one is told again.
    const again = () => refresh("totals", { years: [1990, 2024] });
    await assertRejects(again, CensusError, "totals 1990");
    assertStringIncludes(said.at(-1)!, "is up to date: unchanged");
  });
});

Deno.test("api and archives: before 2010 each names its first year", async () => {
  await withPlace(async (place) => {
    const { refresh } = place;
    const old = { years: [2009] };
    const api = await failsWith(place, () => refresh("api", old), "has nothing of 2009", "2010");
    const says = ["2009-09 to 2009-12; the archives there begin with 2010", "--from"];
    const archives = await failsWith(place, () => refresh("archives", old), ...says);
    assertEquals([api, archives].some((message) => UNTRUE.test(message)), false);
    const both = { years: [2008, 2009] };
    const each = ["archives 2008: ", "2008-09 to 2008-12", "archives 2009: ", "data/ is unchanged"];
    await failsWith(place, () => refresh("archives", both), ...each);
  });
});

Deno.test("a server that is down is not asked for each year in turn", async () => {
  await withPlace(async (place) => {
    place.fake.spoil = () => new Response("", { status: 503 });
    const run = () => place.refresh("api", { years: [2023, 2024] });
    await failsWith(place, run, "the server answered 503, 3 times");
    assertEquals(place.fake.asked.length, 3);
  });
});

Deno.test("months that do not come again are said; an archive's single month says nothing of others", () => {
  const table = (...months: string[]) =>
    frameOf(months.map((month) => ({ month })), { month: pl.String });
  const said = (before: string[], came: string[]) => {
    const lines: string[] = [];
    sayMissingMonths("t", table(...before), table(...came), (line) => lines.push(line.trim()));
    return lines;
  };
  const words = "t: 2026-08, 2026-09 did not come again: the figures in data/ stay";
  assertEquals(said(["2025-12", "2026-07", "2026-08", "2026-09"], ["2026-06", "2026-07"]), [words]);
  assertEquals(said(["2026-07", "2026-08"], ["2026-07", "2026-08"]), []);
  assertEquals(said(["2026-07", "2026-08"], ["2026-03"]), []);
  assertEquals(said(["2025-12"], ["2026-01", "2026-02"]), []);
});
