/** `deno task refresh` as a person runs it: exit codes, interruption, and the key nowhere. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { SYSTEM } from "../../lib/platform.ts";
import { readPackage, readTable, type Tables } from "../../lib/data/mod.ts";
import { fingerprint } from "../data/fixture.ts";
import { BRINGS } from "../../lib/census/addresses.ts";
import {
  failsWith,
  type Place,
  publishArchives,
  publishExhibits,
  publishTotals,
  withPlace,
} from "./fixture.ts";
import { KEY } from "./server.ts";
import { ROOT } from "../../lib/root.ts";

const LAUNCH = `${ROOT}/lib/census/launch.ts`;

function command(place: Place, args: string[], key?: string) {
  const { fake, dataDir, cacheDir } = place;
  const env: Record<string, string> = { ...Deno.env.toObject(), NO_COLOR: "1" };
  delete env.CENSUS_API_KEY;
  if (key !== undefined) env.CENSUS_API_KEY = key;
  return new Deno.Command(Deno.execPath(), {
    args: [
      ...[
        "run",
        "--allow-run",
        "--allow-env=INIT_CWD",
        LAUNCH,
        "--data",
        dataDir,
        "--cache",
        cacheDir,
      ],
      ...["--api-base", fake.apiBase, "--archive-base", fake.base, ...args],
    ],
    env,
    clearEnv: true,
    stdout: "piped",
    stderr: "piped",
  });
}

async function run(place: Place, args: string[], key?: string) {
  const { code, stdout, stderr } = await command(place, args, key).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, out: text(stdout), err: text(stderr) };
}

/** Every file below a folder, as bytes read as latin-1, so that any text in it can be found. */
async function* everything(dir: string): AsyncGenerator<[path: string, content: string]> {
  for await (const { name, isDirectory } of Deno.readDir(dir)) {
    const path = `${dir}/${name}`;
    if (isDirectory) yield* everything(path);
    else yield [path, new TextDecoder("latin1").decode(await Deno.readFile(path))];
  }
}

/** The key, whole or in part, is in no output and no file. */
async function assertKeyNowhere(place: Place, key: string, ...outputs: string[]): Promise<void> {
  const part = key.slice(0, 12);
  for (const output of outputs) assertEquals(output.includes(part), false, "in the output");
  let files = 0;
  for (const dir of [place.dataDir, place.cacheDir]) {
    for await (const [path, content] of everything(dir)) {
      assertEquals(content.includes(part) || path.includes(part), false, path);
      files++;
    }
  }
  assert(files > 10);
}

/** The command lines of every process, as `ps` shows them. */
function commandLines(): string[] {
  if (SYSTEM !== "linux") return [];
  return [...Deno.readDirSync("/proc")].filter(({ name }) => /^\d+$/.test(name)).map(({ name }) => {
    try {
      return Deno.readTextFileSync(`/proc/${name}/cmdline`);
    } catch {
      return ""; // It has ended.
    }
  });
}

Deno.test("all sources by command: exit 0, verified, and the key in no output and no file", async () => {
  await withPlace(async (place) => {
    await publishArchives(place.fake);
    await publishTotals(place.fake, [2024], true);
    await publishExhibits(place.fake);
    const sources = "api,archives,totals,exhibits";
    const args = ["--source", sources, "--year", "2024", "--industry", "all"];
    const commands: string[] = [];
    place.fake.spoil = (_, url) => {
      if (commands.length === 0 && url.searchParams.has("key")) commands.push(...commandLines());
      return undefined;
    };
    const { code, out, err } = await run(place, args, KEY);
    assertEquals([code, err], [0, ""]);
    assertStringIncludes(out, "reconciliations hold with the new figures");
    assertStringIncludes(out, "atp_by_group_and_partner, vintage");
    assert(place.fake.asked.some((each) => each.includes(`key=${KEY}`)), "the key was used");
    for (const { name } of (await readPackage(place.dataDir)).resources) {
      await readTable(name as keyof Tables, { dir: place.dataDir, vintage: "all" });
    }
    await assertKeyNowhere(place, KEY, out, err, ...commands);
    assert(SYSTEM !== "linux" || commands.some((each) => each.includes("refresh.ts")));
    const before = await fingerprint(place.dataDir);
    const second = await run(place, args, KEY);
    assertEquals([second.code, await fingerprint(place.dataDir)], [0, before]);
    assertStringIncludes(second.out, "is up to date: unchanged");
  }, { whole: true });
});

Deno.test("a key that is refused, and a server that breaks, say nothing of the key", async () => {
  await withPlace(async (place) => {
    const wrong = "wr0ngwr0ngwr0ngwr0ngwr0ngwr0ngwr0ngwr0ng";
    const refused = await run(place, ["--source", "api", "--year", "2024"], wrong);
    assertEquals(refused.code, 1);
    assertStringIncludes(refused.err, "does not accept the key in CENSUS_API_KEY");
    // An error page that repeats the address, key and all.
    place.fake.spoil = (request) => new Response(`bad request: ${request.url}`, { status: 400 });
    const repeated = await run(place, ["--source", "api", "--year", "2024"], wrong);
    assertEquals(repeated.code, 1);
    assertStringIncludes(repeated.err, "the server answered 400: bad request");
    const outputs = [refused, repeated].flatMap(({ out, err }) => [out, err]);
    for (const output of outputs) assertEquals(output.includes("wr0ng"), false);
    const without = await run(place, ["--source", "api", "--year", "2024"]);
    assertEquals(without.code, 1);
    assertStringIncludes(without.err, "CENSUS_API_KEY is not set");
    assertStringIncludes(without.err, "key_signup.html");
  });
});

Deno.test("an interrupt leaves nothing half-done, and the next run goes on", async () => {
  await withPlace(async (place) => {
    // A year that the embedded tables by tariff line do not have: the archives alone agree with them.
    await publishArchives(place.fake, 2022);
    const before = await fingerprint(place.dataDir);
    const whole = [...place.fake.files].find(([path]) => path.includes("IMDB"))![1];
    const reached = Promise.withResolvers<void>();
    place.fake.spoil = (_, url) => {
      if (!url.pathname.includes("IMDB")) return undefined;
      const body = new ReadableStream({
        start(to) {
          to.enqueue(whole.slice(0, 50_000));
          setTimeout(reached.resolve, 300);
        },
      });
      return new Response(body, { headers: { "last-modified": "Tue, 03 Nov 2026 13:30:00 GMT" } });
    };
    const args = ["--source", "archives", "--year", "2022"];
    const child = command(place, args).spawn();
    await reached.promise;
    child.kill("SIGINT");
    const { code, stderr } = await child.output();
    assertEquals(code, 130);
    assertStringIncludes(new TextDecoder().decode(stderr), "interrupted: data/ is unchanged");
    assertEquals(await fingerprint(place.dataDir), before);
    const part = await Deno.stat(`${place.cacheDir}/archives/IMDB2212.ZIP.part`);
    assertEquals(part.size, 50_000);
    const ranges: (string | null)[] = [];
    place.fake.spoil = (request) => {
      ranges.push(request.headers.get("range"));
      return undefined;
    };
    const next = await run(place, args);
    assertEquals([next.code, ranges], [0, ["bytes=50000-"]]);
    assertStringIncludes(next.out, "from the cache");
  }, { whole: true });
});

Deno.test("help, a wrong option and a dry run ask nothing and write nothing", async () => {
  await withPlace(async (place) => {
    const help = await run(place, ["--help"]);
    assertEquals([help.code, help.err], [0, ""]);
    for (
      const option of ["--source", "--year", "--industry", "--from", "--dry-run", "--api-base"]
    ) {
      assertStringIncludes(help.out, option);
    }
    for (const table of Object.values(BRINGS).flat()) assertStringIncludes(help.out, table);
    const wrong = await run(place, ["--sauce"]);
    assertEquals(wrong.code, 2);
    assertStringIncludes(wrong.err, "Unknown option '--sauce'");
    const before = await fingerprint(place.dataDir);
    const dry = await run(place, ["--dry-run"]);
    assertEquals([dry.code, dry.err], [0, ""]);
    assertStringIncludes(dry.out, "CENSUS_API_KEY is not set: archives, totals and exhibits");
    assertStringIncludes(dry.out, "IMDB2412.ZIP");
    assertEquals(place.fake.asked, []);
    assertEquals(await fingerprint(place.dataDir), before);
    assertEquals(await Deno.stat(place.cacheDir).catch(() => "absent"), "absent");
  });
});

Deno.test("in a folder with a comma, a space and an accent, from where the person stands", async () => {
  await withPlace(async (place) => {
    await publishTotals(place.fake);
    const root = `${place.dataDir}/../trade, 2024 é`, here = `${root}/notes`, from = "my files";
    await Deno.mkdir(`${here}/${from}`, { recursive: true });
    await Deno.mkdir(`${root}/data`);
    await copyTree(`${ROOT}/lib`, `${root}/lib`);
    for await (const { name } of Deno.readDir(place.dataDir)) {
      await Deno.copyFile(`${place.dataDir}/${name}`, `${root}/data/${name}`);
    }
    for (const name of ["deno.json", "deno.lock"]) {
      await Deno.copyFile(`${ROOT}/${name}`, `${root}/${name}`);
    }
    // Where the tests themselves were started from is no matter: `deno task` keeps one that is there.
    const { INIT_CWD: _, ...env } = Deno.env.toObject();
    const task = async (...args: string[]) => {
      const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
        args: ["task", "--quiet", "refresh", "--source", "totals", "--year", "2024", ...args],
        cwd: here,
        clearEnv: true,
        env: { ...env, NO_COLOR: "1" },
      }).output();
      const text = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes)).join("");
      return { code, text };
    };
    // It reads and writes there; the file is looked for beside the person, not beside the project.
    const missing = await task("--from", from);
    assertEquals(missing.code, 1, missing.text);
    assertStringIncludes(missing.text, `${await Deno.realPath(here)}/${from} has no country.xlsx`);
    const base = ["--archive-base", place.fake.base];
    await Deno.writeTextFile(`${root}/data/README.md.0123abcd.tmp`, "left by a run that died");
    const { code, text } = await task(...base, "--data", "../data", "--cache", "cache");
    // The made-up year contradicts the real lines: all was read, and nothing was written.
    assertEquals(code, 1, text);
    assertStringIncludes(text, "the figures would no longer add up");
    assert((await Deno.stat(`${here}/cache/totals/country.xlsx`)).isFile);
    const refused = await task("--from", "a,/etc");
    assertEquals(refused.code, 2, refused.text);
    assertStringIncludes(refused.text, "a,/etc: has a comma");
  });
});

async function copyTree(from: string, to: string): Promise<void> {
  await Deno.mkdir(to, { recursive: true });
  for await (const { name, isDirectory } of Deno.readDir(from)) {
    if (isDirectory) await copyTree(`${from}/${name}`, `${to}/${name}`);
    else await Deno.copyFile(`${from}/${name}`, `${to}/${name}`);
  }
}

Deno.test("files that are already downloaded are read from their folder, and nothing is asked", async () => {
  await withPlace(async (place) => {
    await publishArchives(place.fake);
    await publishTotals(place.fake);
    const from = await Deno.makeTempDir();
    try {
      for (const [path, bytes] of place.fake.files) {
        const name = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
        await Deno.writeFile(`${from}/${name}`, bytes);
        await Deno.utime(
          `${from}/${name}`,
          new Date("2026-11-20"),
          new Date("2026-11-20T10:00:00Z"),
        );
      }
      await place.refresh(["archives", "totals"], { from });
      assertEquals(place.fake.asked, []);
      const groups = await readTable("atp_by_group", { dir: place.dataDir, vintage: "all" });
      // A copy loses the date of the file; the members of an archive keep theirs.
      const vintages = groups.getColumn("vintage").unique().toArray() as string[];
      assert(vintages.includes("2026-01-01") && !vintages.includes("2026-11-20"));
      assertStringIncludes(
        place.said.join("\n"),
        "counts as published when it was made, 2026-01-01",
      );
      const missing = () => place.refresh("archives", { from, years: [2023] });
      await failsWith(place, missing, "no import and export archive of 2023-09 to 2023-12");
      assertStringIncludes(place.said.join("\n"), `EXDB2312.ZIP is not in ${from}`);
      const nowhere = () => place.refresh("archives", { from: `${from}/none` });
      await failsWith(place, nowhere, "--from", "name a folder that is there");
    } finally {
      await Deno.remove(from, { recursive: true });
    }
  });
});

Deno.test("two refreshes at once: the second waits for the first", async () => {
  await withPlace(async (place) => {
    const release = Promise.withResolvers<void>();
    place.fake.spoil = async () => {
      await release.promise;
      return undefined as unknown as Response;
    };
    const patience = { timeoutMs: 20_000, paceMs: 0, attempts: 1, backoffMs: 1, longestWaitMs: 1 };
    const first = place.refresh("api", { patience });
    while (place.fake.asked.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    const second = place.refresh("api", { patience });
    while (!place.said.includes("another refresh is running: waiting for it")) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    release.resolve();
    assert((await first).length > 0);
    assertEquals(await second, []);
  });
});
