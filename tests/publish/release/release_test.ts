/** A release: what is in it, that its checksums hold, and that the same report gives the same bytes. */
import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
// @ts-types="npm:@types/yauzl@3.4.0"
import yauzl from "yauzl";
import { DataError, readPackage, sha256 } from "../../../lib/data/mod.ts";
import { EDITIONS } from "../../../lib/publish/pdf/pdf.ts";
import { packRelease } from "../../../lib/publish/release/pack.ts";
import { run } from "../../../lib/publish/system/process.ts";
import { IMPRINT, ROOT } from "../fixtures.ts";

/** One table of either format. */
const TABLES = ["atp_by_group", "naics6_imports_world_monthly"];

/** A project that has been built: two tables, a page, PDFs, a claim. */
async function built() {
  const root = await Deno.makeTempDir();
  await Deno.copyFile(`${ROOT}/LICENSE`, `${root}/LICENSE`);
  await Deno.mkdir(`${root}/data`);
  const whole = await readPackage();
  const resources = whole.resources.filter(({ name }) => TABLES.includes(name));
  await Deno.writeTextFile(
    `${root}/data/datapackage.json`,
    JSON.stringify({ ...whole, resources }),
  );
  for (const name of ["README.md", ...resources.map(({ path }) => path)]) {
    await Deno.copyFile(`${ROOT}/data/${name}`, `${root}/data/${name}`);
  }
  const build = `${root}/build`;
  await Deno.mkdir(`${build}/site/figures`, { recursive: true });
  await Deno.writeTextFile(`${build}/site/index.html`, "<p>México");
  await Deno.writeTextFile(`${build}/site/figures/a.png`, "PNG");
  for (const name of Object.keys(EDITIONS)) await Deno.writeTextFile(`${build}/${name}`, name);
  const claims = [{ id: "C1", claim: "Exports fell", verdict: "not confirmed" }];
  await Deno.writeTextFile(`${build}/claims.json`, JSON.stringify(claims));
  return { root, build, imprint: IMPRINT };
}

async function pack(place: Awaited<ReturnType<typeof built>>) {
  const folder = await Deno.makeTempDir();
  const said: string[] = [];
  await packRelease(place, folder, (line) => said.push(line));
  const names = (await Array.fromAsync(Deno.readDir(folder))).map(({ name }) => name).sort();
  return { folder, names, said };
}

/** What an archive holds, by the paths in it. */
async function contentOf(archive: string): Promise<Map<string, Uint8Array>> {
  const zip = await yauzl.openPromise(archive);
  const files = new Map<string, Uint8Array>();
  for await (const entry of zip.eachEntry()) {
    const pieces = await Array.fromAsync(await zip.openReadStreamPromise(entry, {}));
    files.set(
      entry.fileName,
      new Uint8Array(await new Blob(pieces as Uint8Array<ArrayBuffer>[]).arrayBuffer()),
    );
  }
  return files;
}

Deno.test("a release holds site, PDFs, data package, checksums and notes", async (t) => {
  const place = await built();
  const { folder, names, said } = await pack(place);
  const files = [
    ...Object.keys(EDITIONS),
    "technology-frontier-data.zip",
    "technology-frontier-site.zip",
  ];
  assertEquals(names, ["NOTES.md", "SHA256SUMS", ...files].sort());
  assertEquals(said.length, 2);

  await t.step("the checksums are those of the files, each once", async () => {
    const lines = (await Deno.readTextFile(`${folder}/SHA256SUMS`)).trimEnd().split("\n");
    assertEquals(lines.map((line) => line.slice(66)).sort(), files.sort());
    for (const line of lines) {
      const bytes = await Deno.readFile(`${folder}/${line.slice(66)}`);
      assertEquals(`sha256:${line.slice(0, 64)}`, await sha256(bytes));
    }
    const checked = await run("sha256sum", ["--check", "--strict", "SHA256SUMS"], { cwd: folder })
      .catch(() => null);
    assertEquals(checked?.success ?? "no sha256sum here", checked ? true : "no sha256sum here");
  });

  await t.step("the site lies in a folder of its own", async () => {
    const site = await contentOf(`${folder}/technology-frontier-site.zip`);
    assertEquals(
      [...site.keys()],
      ["figures/a.png", "index.html"].map((path) => `technology-frontier-site/${path}`),
    );
    const page = site.get("technology-frontier-site/index.html")!;
    assertEquals(new TextDecoder().decode(page), "<p>México");
  });

  await t.step("the data package is the project's, each table in both forms", async () => {
    const data = await contentOf(`${folder}/technology-frontier-data.zip`);
    const of = (name: string) => data.get(`technology-frontier-data/${name}`)!;
    assertEquals([...data.keys()].map((path) => path.split("/")[1]), [
      ...["README.md", "datapackage.json", "LICENSE.txt"],
      ...["atp_by_group.csv", "atp_by_group.parquet"],
      ...["naics6_imports_world_monthly.parquet", "naics6_imports_world_monthly.csv.gz"],
    ]);
    for (const { path, hash } of (await readPackage(`${place.root}/data`)).resources) {
      assertEquals(await sha256(of(path)), hash);
    }
    const license = new TextDecoder().decode(of("LICENSE.txt"));
    for (const words of ["public domain", "MIT License"]) assertStringIncludes(license, words);
  });

  await t.step("the notes say which figures, which verdicts, which files", async () => {
    const notes = await Deno.readTextFile(`${folder}/NOTES.md`);
    assertStringIncludes(notes, "# Trade: figures published to October 1, 2026");
    assertStringIncludes(notes, "| C1 | Exports fell | not confirmed |");
    for (const name of files) assertStringIncludes(notes, `| \`${name}\` |`);
  });

  await t.step("packed again it has the same bytes", async () => {
    const again = await pack(place);
    for (const name of names) {
      const [one, other] = await Promise.all(
        [folder, again.folder].map(async (folder) =>
          await sha256(await Deno.readFile(`${folder}/${name}`))
        ),
      );
      assertEquals(one, other, name);
    }
  });
});

Deno.test("a table that is not the described one is not released", async () => {
  const place = await built();
  await Deno.writeTextFile(`${place.root}/data/atp_by_group.csv`, "x\n", { append: true });
  const error = await assertRejects(() => pack(place), DataError);
  assertStringIncludes(error.message, "data/atp_by_group.csv");
});

Deno.test("a report without claims has notes without verdicts", async () => {
  const place = await built();
  await Deno.writeTextFile(`${place.build}/claims.json`, "[]");
  const { folder } = await pack(place);
  const notes = await Deno.readTextFile(`${folder}/NOTES.md`);
  assertEquals(notes.includes("verdict"), false);
  assertStringIncludes(notes, "| file | what it is | size |");
});
