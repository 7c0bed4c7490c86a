/**
 * The report follows the figures: the archives of a made-up year are refreshed and decide the claims to
 * the dollar; their ATP by group enters a copy of the project, whose other figures stay the real ones
 * that its chapters speak of; the gate says how to accept what changed, and then Figure 1 is the year's.
 */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { CLAIMS, judgeClaims } from "../../lib/claims/mod.ts";
import { ROOT } from "../publish/fixtures.ts";
import { contribution, type Row } from "../../lib/census/terms/contribution.ts";
import { addVintages } from "../../lib/census/vintage/vintage.ts";
import { PART_CHECKS, publishArchives, rowsOf, TODAY, withPlace } from "./fixture.ts";
import { type Cell, groupOf, type Model, sumOf } from "./model.ts";

async function copyFolder(from: string, to: string): Promise<void> {
  await Deno.mkdir(to, { recursive: true });
  for await (const { name, isDirectory, isFile } of Deno.readDir(from)) {
    if (isDirectory) await copyFolder(`${from}/${name}`, `${to}/${name}`);
    else if (isFile) await Deno.copyFile(`${from}/${name}`, `${to}/${name}`);
  }
}

/** The project without tests, with the environment of the real one. */
async function copyProject(to: string): Promise<void> {
  for (const name of ["lib", "notebooks", "data"]) {
    await copyFolder(`${ROOT}/${name}`, `${to}/${name}`);
  }
  for (const name of ["deno.json", "deno.lock", "README.md", "LICENSE", "CITATION.cff"]) {
    await Deno.copyFile(`${ROOT}/${name}`, `${to}/${name}`);
  }
  const isSetUp = await Deno.stat(`${ROOT}/.venv`).then(() => true, () => false);
  if (isSetUp) await Deno.symlink(`${ROOT}/.venv`, `${to}/.venv`);
}

async function report(root: string, ...args: string[]) {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "lib/publish/report.ts", "--fresh", "--no-pdf", ...args],
    cwd: root,
    env: { NO_COLOR: "1" },
  }).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, text: text(stdout) + text(stderr) };
}

/** Exports less general imports of the year, by group; all ATP without one. */
function balanceOf({ exports, imports }: Model, group?: string): number {
  const fits = (cell: Cell) => group ? groupOf(cell) === group : groupOf(cell) !== "00";
  return sumOf(exports, "all", 1, 12, fits) - sumOf(imports, "gen", 1, 12, fits);
}

/** Lines of a CSV as objects. */
function linesOf(csv: string): Record<string, string>[] {
  const [header, ...lines] = csv.trim().split("\n").map((line) => line.split(","));
  return lines.map((line) => Object.fromEntries(header.map((name, at) => [name, line[at]])));
}

/** Refreshes the archives into a copy of data/ and gives what a report can be made of. */
async function withArchives(test: (dataDir: string, model: Model) => Promise<void>) {
  await withPlace(async ({ refresh, fake, dataDir }) => {
    await publishArchives(fake);
    await refresh("archives", { checks: PART_CHECKS });
    await test(dataDir, fake.models.get(2024)!);
  }, { whole: true });
}

Deno.test("archives → verify → claims: C2 is decided to the dollar, C3, C4 and C6 are decided", async () => {
  await withArchives(async (dir, model) => {
    const ids = ["C2", "C3", "C4", "C6"];
    const claims = CLAIMS.filter(({ id }) => ids.includes(id));
    const judged = await judgeClaims({ claims, dir });
    for (const { id, verdict } of judged) {
      assert(!verdict.includes("not decidable"), `${id}: ${verdict}`);
    }
    const evidenceOf = (id: string) => judged.find((each) => each.id === id)!.evidence;
    const [share] = evidenceOf("C2");
    assertEquals(
      [share.value, share.period, share.estimate],
      [balanceOf(model, "04") / balanceOf(model), "2024", undefined],
    );
    assertStringIncludes(JSON.stringify(evidenceOf("C4")), "general imports");
  });
});

Deno.test("archives → report: Figure 1 shows the year, and C2 is its share", async () => {
  const root = await Deno.makeTempDir();
  try {
    await copyProject(root);
    await withArchives(async (dataDir, model) => {
      const tables = ["atp_by_group", "atp_by_group_and_partner"] as const;
      const brought = await Promise.all(tables.map(async (table) => {
        const rows = (await rowsOf(dataDir, table)).map(({ vintage: _, ...row }) => row as Row);
        const file = {
          url: "https://example.org/IMDB2412.ZIP",
          retrieved_at: `${TODAY}T12:00:00Z`,
          sha256: "sha256:0",
          bytes: 1,
          status: 200,
        };
        return contribution(table, rows, { title: "made up", path: file.url, files: [file] });
      }));
      await addVintages(`${root}/data`, brought.flat(), { say: () => {} });
      const refused = await report(root);
      assert(refused.code !== 0, "the committed outputs differ");
      assertStringIncludes(refused.text, "deno task report --accept");
      const accepted = await report(root, "--accept");
      assertEquals(accepted.code, 0, accepted.text);
      const rows = linesOf(await Deno.readTextFile(`${root}/build/figures/figure-1.csv`));
      const year = rows.filter((row) => row.period_end === "2024-12");
      assertEquals(year.length, 11);
      for (const { atp_group, period_start, balance_usd } of year) {
        const expected = balanceOf(model, atp_group === "total" ? undefined : atp_group);
        assertEquals([period_start, Number(balance_usd)], ["2024-01", expected], atp_group);
      }
      const claims = JSON.parse(await Deno.readTextFile(`${root}/build/claims.json`));
      const { evidence: [share] } = claims.find((each: { id: string }) => each.id === "C2");
      assertEquals(share.value, balanceOf(model, "04") / balanceOf(model));
    });
  } finally {
    await Deno.remove(root, { recursive: true });
  }
});
