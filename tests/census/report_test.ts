/**
 * The report follows the figures: in a copy of the project the archives of a year are refreshed, the
 * gate says how to accept what changed, and then Figure 1 and the claims are those of the year.
 */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { ROOT } from "../publish/fixtures.ts";
import { publishArchives, withPlace } from "./fixture.ts";
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
  for (const name of ["deno.json", "deno.lock", "README.md", "LICENSE"]) {
    await Deno.copyFile(`${ROOT}/${name}`, `${to}/${name}`);
  }
  const isSetUp = await Deno.stat(`${ROOT}/.venv`).then(() => true, () => false);
  if (isSetUp) await Deno.symlink(`${ROOT}/.venv`, `${to}/.venv`);
}

async function report(root: string, ...args: string[]) {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "lib/publish/report.ts", "--no-pdf", ...args],
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
function rowsOf(csv: string): Record<string, string>[] {
  const [header, ...lines] = csv.trim().split("\n").map((line) => line.split(","));
  return lines.map((line) => Object.fromEntries(header.map((name, at) => [name, line[at]])));
}

Deno.test("archives → verify → report: Figure 1 shows the year, C2 and C4 are decided", async () => {
  const root = await Deno.makeTempDir();
  try {
    await copyProject(root);
    await withPlace(async ({ refresh, fake }) => {
      const model = fake.models.get(2024)!;
      await publishArchives(fake);
      await refresh("archives", { dataDir: `${root}/data` });
      const refused = await report(root);
      assert(refused.code !== 0, "the committed outputs differ");
      assertStringIncludes(refused.text, "deno task report --accept");
      const accepted = await report(root, "--accept");
      assertEquals(accepted.code, 0, accepted.text);
      const rows = rowsOf(await Deno.readTextFile(`${root}/build/figures/figure-1.csv`));
      const year = rows.filter((row) => row.period_end === "2024-12");
      assertEquals(year.length, 11);
      for (const { atp_group, period_start, balance_usd } of year) {
        const expected = balanceOf(model, atp_group === "total" ? undefined : atp_group);
        assertEquals([period_start, Number(balance_usd)], ["2024-01", expected], atp_group);
      }
      const claims = JSON.parse(await Deno.readTextFile(`${root}/build/claims.json`));
      const claim = (id: string) => claims.find((each: { id: string }) => each.id === id);
      assertEquals(claim("C2").value, balanceOf(model, "04") / balanceOf(model));
      assertEquals(claim("C2").period, "2024");
      for (const id of ["C2", "C3", "C4", "C6"]) {
        assert(!claim(id).verdict.includes("not decidable"), `${id}: ${claim(id).verdict}`);
      }
      assertStringIncludes(claim("C4").basis, "general imports");
    });
  } finally {
    await Deno.remove(root, { recursive: true });
  }
});
