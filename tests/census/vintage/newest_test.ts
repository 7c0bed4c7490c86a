/** The newest published figure is in force, whenever and in whatever order the figures were retrieved. */
import { assertEquals, assertStringIncludes } from "@std/assert";
import pl from "nodejs-polars";
import { combined, contribution, publishedOf } from "../../../lib/census/terms/contribution.ts";
import { compareSources } from "../../../lib/census/vintage/compare.ts";
import { addVintages } from "../../../lib/census/vintage/vintage.ts";
import { readPackage, readTable } from "../../../lib/data/mod.ts";
import { literal } from "../../../lib/frame.ts";
import { failsWith, PART_CHECKS, type Place, withCutCopy } from "../fixture.ts";
import { sample } from "./sample.ts";

const FEBRUARY = "Wed, 05 Feb 2025 13:30:00 GMT";
const is = (name: string, value: string) => pl.col(name).eq(literal(value));

/** Total imports of 2024, and those from Mexico in group 01, as of a vintage. */
async function figures(dir: string, vintage: string): Promise<unknown[]> {
  const total = (await readTable("atp_by_group", { dir, vintage })).filter(
    is("flow", "imports").and(is("atp_group", "total")).and(is("period_end", "2024-12"))
      .and(is("period_start", "2024-01")),
  );
  const mexico = (await readTable("atp_by_group_and_partner", { dir, vintage })).filter(
    is("flow", "imports").and(is("atp_group", "01")).and(is("partner_code", "2010")),
  );
  return [
    ...total.select("vintage", "value_usd").rows()[0] ?? [],
    ...mexico.select("vintage", "value_usd").rows()[0] ?? [],
  ].map((each) => typeof each === "bigint" ? Number(each) : each);
}

Deno.test("a file of February 2025 that is fetched last enters before the figures of July 2026", async () => {
  await withCutCopy(async (dir) => {
    const said: string[] = [];
    const options = { say: (line: string) => said.push(line), checks: PART_CHECKS };
    // What the interface says now: no imports from Mexico in group 01.
    await addVintages(dir, sample({ day: "2026-07-01", mexico: 0 }), options);
    const old = sample({ day: "2026-07-10", published: FEBRUARY, mexico: 100 });
    assertEquals(old[0].vintage.vintage, "2025-02-05");
    const [report] = await addVintages(dir, old, options);
    assertEquals([report.vintage, report.table], ["2025-02-05", "atp_by_group"]);
    assertEquals(await figures(dir, "latest"), ["2026-07-01", 55, "2026-07-01", 0]);
    assertEquals(await figures(dir, "2025-12-31"), ["2025-02-05", 155, "2025-02-05", 100]);
    assertStringIncludes(
      said.join("\n"),
      "atp_by_group: A sample is of 2025-02-05; the newer figures of 2026-07-01 stay in force",
    );
    const named = (await readPackage(dir)).resources.find(({ name }) => name === "atp_by_group")!;
    const { published, retrieved } = named.vintages.at(-1)!;
    assertEquals([published, retrieved], ["2025-02-05", "2026-07-10"]);
    assertEquals(await addVintages(dir, old, options), [], "a second time it adds nothing");
  });
});

Deno.test("the other way round the result is the same", async () => {
  await withCutCopy(async (dir) => {
    const options = { say: () => {}, checks: PART_CHECKS };
    const old = sample({ day: "2026-06-30", published: FEBRUARY, mexico: 100 });
    await addVintages(dir, [...sample({ day: "2026-07-01", mexico: 0 }), ...old], options);
    assertEquals(await figures(dir, "latest"), ["2026-07-01", 55, "2026-07-01", 0]);
    assertEquals(await figures(dir, "2025-12-31"), ["2025-02-05", 155, "2025-02-05", 100]);
  });
});

Deno.test("an old file that says what is in force adds nothing", async () => {
  await withCutCopy(async (dir) => {
    const options = { say: () => {}, checks: PART_CHECKS };
    await addVintages(dir, sample({ day: "2026-07-01" }), options);
    const same = sample({ day: "2026-07-10", published: FEBRUARY });
    assertEquals(await addVintages(dir, same, options), []);
  });
});

Deno.test("the date: of publication, else of retrieval; of several files the last; never after retrieval", () => {
  const file = (day: string, last_modified?: string) => ({
    url: `https://example.org/${day}`,
    retrieved_at: `${day}T10:00:00Z`,
    sha256: "sha256:0",
    bytes: 1,
    status: 200,
    last_modified,
  });
  const label = (...files: ReturnType<typeof file>[]) =>
    contribution("atp_world_monthly", [{ month: "2024-01" }], { title: "t", path: "p", files })[0];
  const march = file("2026-07-02", "Wed, 05 Mar 2025 13:30:00 GMT");
  assertEquals(label(file("2026-07-01", FEBRUARY)).vintage.vintage, "2025-02-05");
  assertEquals(label(file("2026-07-01", FEBRUARY), march).vintage.vintage, "2025-03-05");
  assertEquals(
    label(file("2026-07-01", FEBRUARY), file("2026-07-03")).vintage.vintage,
    "2026-07-03",
  );
  assertEquals(label(file("2025-01-01", FEBRUARY)).vintage.vintage, "2025-01-01");
  assertEquals(label(file("2026-07-01", "soon")).vintage.vintage, "2026-07-01");
  assertEquals(publishedOf([]), null);
  const both = combined([label(file("2026-07-01")), label(file("2026-07-02"))]);
  assertEquals(both.map(({ vintage }) => vintage.vintage), ["2026-07-02"]);
  const apart = combined([label(file("2026-07-01", FEBRUARY)), label(march)]);
  assertEquals(apart.map(({ vintage }) => vintage.vintage), ["2025-02-05", "2025-03-05"]);
});

Deno.test("sources of one state of revision must agree; between two states a difference is no fault", async () => {
  await withCutCopy(async (dir) => {
    const pkg = await readPackage(dir), said: string[] = [];
    const compare = (...days: { day: string; published?: string }[]) =>
      compareSources(
        pkg,
        days.flatMap((each, at) => sample({ ...each, mexico: 100 + at })),
        (line) => said.push(line),
      );
    const place = { dataDir: dir } as Place;
    const says = ["atp_by_group: A sample and A sample disagree"];
    const [now, autumn] = [{ day: "2026-11-24" }, {
      day: "2026-11-24",
      published: "Wed, 30 Sep 2026 12:00:00 GMT",
    }];
    await failsWith(place, () => Promise.resolve().then(() => compare(now, now)), ...says);
    await failsWith(place, () => Promise.resolve().then(() => compare(now, autumn)), ...says);
    compare(now, { day: "2026-11-24", published: FEBRUARY });
    assertStringIncludes(said.join("\n"), "is of 2026-11-24, A sample of 2025-02-05: between them");
  });
});
