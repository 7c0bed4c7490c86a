/** The command `deno task verify`, as a reader runs it. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { checksOf, readPackage } from "../../lib/data/mod.ts";
import { rewriteCsv, withCopy } from "./fixture.ts";
import { ROOT } from "../../lib/root.ts";

async function run(...args: string[]) {
  const script = `${ROOT}/lib/data/verify.ts`;
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--allow-read", "--allow-ffi", "--allow-sys", "--allow-env", script, ...args],
    env: { NO_COLOR: "1" },
  }).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, out: text(stdout), err: text(stderr) };
}

Deno.test("verify says one line for each table and reconciliation, and exits 0", async () => {
  const { code, out, err } = await run();
  assertEquals([code, err], [0, ""]);
  const lines = out.trim().split("\n");
  const pkg = await readPackage();
  assertEquals(
    lines.filter((line) => line.startsWith("ok")).length,
    pkg.resources.length + checksOf(pkg).length,
  );
  assertStringIncludes(lines.at(-1)!, "0 do not");
});

Deno.test("verify exits 1 when a sum fails, and names it with its number", async () => {
  await withCopy(async (dir) => {
    await rewriteCsv(dir, "atp_by_group", (csv) => csv.replace(",13701000000", ",13801000000"));
    const { code, out } = await run("--data", dir);
    assertEquals(code, 1);
    const [failed] = out.split("\n").filter((line) => line.startsWith("FAIL"));
    assertStringIncludes(failed, "The ten ATP groups add to the published total");
    assert(/largest gap \d+,\d+,\d+ USD \(allowed 5,500,000/.test(failed), failed);
  });
});

Deno.test("verify exits 1 when a table is missing, and says how to mend it", async () => {
  await withCopy(async (dir) => {
    await Deno.remove(`${dir}/atp_by_area.csv`);
    const { code, out } = await run("--data", dir);
    assertEquals(code, 1);
    assertStringIncludes(out, "data/atp_by_area.csv: is missing");
    assertStringIncludes(out, "git checkout -- data/atp_by_area.csv");
  });
});

Deno.test("an incomplete entry and a table without one fail by name, the others hold", async () => {
  await withCopy(async (dir) => {
    const pkg = await readPackage(dir);
    const resources = [...pkg.resources, { name: "exchange_rates", path: "exchange_rates.csv" }];
    await Deno.writeTextFile(`${dir}/datapackage.json`, JSON.stringify({ ...pkg, resources }));
    for (const name of ["exchange_rates.csv", "wages.csv"]) {
      await Deno.writeTextFile(`${dir}/${name}`, "month,rate\n2024-01,1\n");
    }
    const { code, out } = await run("--data", dir);
    assertEquals(code, 1);
    const failed = out.split("\n").filter((line) => line.startsWith("FAIL"));
    assertEquals(failed.map((line) => line.slice(0, 68)), [
      "FAIL data/datapackage.json: the entry of exchange_rates lacks format",
      "FAIL data/wages.csv: has no entry in datapackage.json: nothing reads",
    ]);
    assert(!out.includes("git checkout"), out);
    assertEquals(
      out.split("\n").filter((line) => line.startsWith("ok")).length,
      pkg.resources.length,
    );
  });
});

Deno.test("verify explains itself and refuses an unknown option", async () => {
  const help = await run("--help");
  assertEquals(help.code, 0);
  assertStringIncludes(help.out, "deno task verify");
  assertEquals(await run("-h"), help);
  const both = await run("--write-codebook", "--data", "data");
  assertEquals([both.code, both.out], [2, ""]);
  assertStringIncludes(both.err, "it stands without --data");
  for (const args of [["--fast"], ["data"], ["--data"], ["--data", "/nowhere"]]) {
    const { code, out, err } = await run(...args);
    assertEquals([code, out], [2, ""], args.join(" "));
    assertStringIncludes(err, args.at(-1)!);
    assertStringIncludes(err, args.length > 1 ? "no figures there" : "--data <folder>");
  }
});
