/** A vintage enters the data folder whole or not at all, and earlier ones stay as they were. */
import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import pl from "nodejs-polars";
import { onLinux, onUnix } from "../../systems.ts";
import type { Row } from "../../../lib/census/terms/contribution.ts";
import { DISK, type Disk } from "../../../lib/census/vintage/disk.ts";
import { revisionLines } from "../../../lib/census/vintage/revisions.ts";
import { addVintages } from "../../../lib/census/vintage/vintage.ts";
import { hasTable, readPackage, readTable, reconcile } from "../../../lib/data/mod.ts";
import { withTables } from "../../../lib/data/mod.ts";
import { literal } from "../../../lib/frame.ts";
import { fingerprint } from "../../data/fixture.ts";
import { failsWith, PART_CHECKS, type Place, TODAY, withCutCopy } from "../fixture.ts";
import { sample } from "./sample.ts";

const quiet = { say: () => {}, checks: PART_CHECKS };
const is = (name: string, value: string) => pl.col(name).eq(literal(value));

Deno.test("earlier vintages stay to the byte, the new one is described with its raw files", async () => {
  await withCutCopy(async (dir) => {
    const before = await readTable("atp_by_group", { dir, vintage: "all" });
    const named = (await readPackage(dir)).resources.find(({ name }) => name === "atp_by_group")!;
    const [report] = await addVintages(dir, sample(), quiet);
    assertEquals([report.table, report.vintage, report.new], ["atp_by_group", TODAY, 22]);
    const after = await readTable("atp_by_group", { dir, vintage: "all" });
    const earlier = after.filter(is("vintage", TODAY).not());
    assertEquals(earlier.writeCSV().toString(), before.writeCSV().toString());
    const resource = (await readPackage(dir)).resources.find(({ name }) =>
      name === "atp_by_group"
    )!;
    assertEquals(resource.path, `atp_by_group.${TODAY}.csv`);
    assertEquals(resource.vintages.length, named.vintages.length + 1);
    const vintage = resource.vintages.at(-1)!;
    assertEquals([vintage.vintage, vintage.retrieved, vintage.coverage], [
      TODAY,
      TODAY,
      "2024-01 to 2024-12",
    ]);
    assertEquals(vintage.files, [{
      path: "https://example.org/a",
      bytes: 5,
      hash: "sha256:00",
      retrieved: `${TODAY}T08:00:00.000Z`,
    }]);
    assertEquals([...Deno.readDirSync(dir)].some(({ name }) => name === "atp_by_group.csv"), false);
    const pkg = await readPackage(dir);
    assertEquals(hasTable(pkg, "atp_by_group_and_partner"), true);
    const codebook = await Deno.readTextFile(`${dir}/README.md`);
    assertEquals(codebook, withTables(codebook, pkg), "the codebook follows");
    for (const { statement, passed } of await reconcile(dir, PART_CHECKS)) {
      assert(passed, statement);
    }
  });
});

Deno.test("a reader chooses: the latest figures, or those of a date", async () => {
  await withCutCopy(async (dir) => {
    await addVintages(dir, sample(), quiet);
    await addVintages(dir, sample({ day: "2026-12-24", mexico: 300 }), quiet);
    const imports = async (vintage: string) =>
      (await readTable("atp_by_group_and_partner", { dir, vintage })).filter(
        is("flow", "imports").and(is("atp_group", "01")).and(is("partner_code", "2010")),
      ).getColumn("value_usd").toArray().map(Number);
    assertEquals(await imports("latest"), [300]);
    assertEquals(await imports(TODAY), [100]);
    assertEquals(await imports("all"), [100, 300]);
    await assertRejects(() => imports("2026-01-01"), Error, "no vintage as early as 2026-01-01");
  });
});

Deno.test("what a later vintage no longer has is zero in it, not what it was", async () => {
  await withCutCopy(async (dir) => {
    await addVintages(dir, sample(), quiet);
    await addVintages(dir, sample({ day: "2026-12-24", mexico: 0 }), quiet);
    const latest = await readTable("atp_by_group_and_partner", { dir });
    const mexico = latest.filter(is("partner_code", "2010"));
    assertEquals(mexico.getColumn("value_usd").toArray().map(Number), [0, 0, 0, 0]);
    for (const { statement, passed } of await reconcile(dir, PART_CHECKS)) {
      assert(passed, statement);
    }
  });
});

Deno.test("the same figures on a later day add nothing; revised ones are reported", async () => {
  await withCutCopy(async (dir) => {
    await addVintages(dir, sample(), quiet);
    const before = await fingerprint(dir);
    assertEquals(await addVintages(dir, sample({ day: "2026-12-24" }), quiet), []);
    assertEquals(await fingerprint(dir), before);
    const reports = await addVintages(dir, sample({ day: "2026-12-25", mexico: 150 }), quiet);
    const report = reports.find(({ table }) => table === "atp_by_group")!;
    assertEquals([report.new, report.unchanged, report.revised.height], [0, 18, 4]);
    const lines = revisionLines(report).join("\n");
    assertStringIncludes(lines, "0 new figures, 18 unchanged, 4 revised");
    assertStringIncludes(
      lines,
      "2024-01 2024-12 exports total: 0.0 → 0.0 million USD (32.26%), was",
    );
  });
});

Deno.test("two runs of one day that differ are refused", async () => {
  await withCutCopy(async (dir) => {
    await addVintages(dir, sample(), quiet);
    const place = { dataDir: dir } as Place;
    await failsWith(
      place,
      () => addVintages(dir, sample({ mexico: 200 }), quiet),
      "disagree",
      "101 and 201, difference −100",
    );
  });
});

Deno.test("rows that break the table's contract, or a sum, are refused", async () => {
  await withCutCopy(async (dir) => {
    const place = { dataDir: dir } as Place;
    const [groups, partners] = sample();
    const rows = groups.rows as Row[];
    const spoilt = (change: Record<string, string | number>) => [
      { ...groups, rows: [{ ...rows[0], ...change }, ...rows.slice(1)] },
      partners,
    ];
    const add = (change: Record<string, string | number>) => () =>
      addVintages(dir, spoilt(change), quiet);
    await failsWith(place, add({ atp_group: "11" }), 'atp_group has the unknown value "11"');
    await failsWith(place, add({ atp_group: "02" }), "1 duplicate keys");
    await failsWith(place, add({ value_usd: -1 }), "value_usd has -1, below 0");
    await failsWith(
      place,
      add({ value_usd: 9_000_000 }),
      "would no longer add up",
      "ATP by group and partner has the world of ATP by group",
    );
  });
});

/** Operations on the disk that adding the sample takes. */
async function countSteps(): Promise<number> {
  let steps = 0;
  const counted =
    <Args extends unknown[]>(run: (...args: Args) => Promise<void>) => (...args: Args) => {
      steps++;
      return run(...args);
    };
  await withCutCopy(async (dir) => {
    const disk: Disk = {
      write: counted(DISK.write),
      copy: DISK.copy,
      rename: counted(DISK.rename),
      remove: counted(DISK.remove),
    };
    await addVintages(dir, sample(), { ...quiet, disk });
  });
  return steps;
}

const figures = ({ "README.md": _, ...rest }: Record<string, string>) => rest;

/** The files that the data package names, with their hashes: what a reader sees. */
async function seen(dir: string): Promise<string> {
  const { resources } = await readPackage(dir);
  const hashes = await fingerprint(dir);
  for (const { path, hash, name } of resources) assertEquals(hashes[path], hash, name);
  return JSON.stringify(resources.map(({ path, hash }) => [path, hash]));
}

Deno.test("a disk that fails at any step leaves the figures as they were", async () => {
  const steps = await countSteps();
  assert(steps >= 8, `${steps} steps`);
  for (let step = 0; step < steps; step++) {
    await withCutCopy(async (dir) => {
      const before = figures(await fingerprint(dir));
      let left = step;
      // From this step on the disk takes nothing more, as one that is full.
      const failing =
        <Args extends unknown[]>(run: (...args: Args) => Promise<void>) => (...args: Args) =>
          left-- > 0 ? run(...args) : Promise.reject(new Error("No space left on device"));
      const disk: Disk = {
        write: failing(DISK.write),
        copy: DISK.copy,
        rename: failing(DISK.rename),
        remove: DISK.remove,
      };
      const failed = await addVintages(dir, sample(), { ...quiet, disk }).then(
        () => false,
        () => true,
      );
      if (failed) assertEquals(figures(await fingerprint(dir)), before, `step ${step}`);
      else assert(hasTable(await readPackage(dir), "atp_by_group_and_partner"));
      assertEquals([...Deno.readDirSync(dir)].some(({ name }) => name === ".refresh"), false);
    });
  }
});

Deno.test(
  "a run killed at any step leaves the old figures or the new ones, never a mix",
  onUnix("how a program was ended is not told there"),
  async () => {
    const steps = await countSteps();
    const script = `${import.meta.dirname}/kill_writer.ts`;
    const states = new Set<string>();
    await withCutCopy(async (fresh) => {
      const old = await seen(fresh);
      for (let step = 0; step < steps; step++) {
        await withCutCopy(async (dir) => {
          const { signal } = await new Deno.Command(Deno.execPath(), {
            args: ["run", "-A", script, dir, String(step)],
          }).output();
          assertEquals(signal, "SIGKILL", `step ${step}`);
          const isOld = await seen(dir) === old;
          states.add(isOld ? "old" : "new");
          assertEquals(hasTable(await readPackage(dir), "atp_by_group_and_partner"), !isOld);
          await addVintages(dir, sample(), quiet);
          const named = (await readPackage(dir)).resources.map(({ path }) => path);
          const files = [...Deno.readDirSync(dir)].map(({ name }) => name)
            .filter((name) => !["README.md", "datapackage.json"].includes(name));
          assertEquals(files.sort(), named.sort(), "the next run sweeps what nothing names");
        });
      }
    });
    assertEquals(states, new Set(["old", "new"]));
  },
);

Deno.test({
  name: "a full disk, for real: a file system of 3 MB",
  ignore: onLinux("a small file system cannot be made there").ignore || Deno.uid() !== 0,
  fn: async () => {
    await withCutCopy(async (source) => {
      const dir = await Deno.makeTempDir();
      const run = (command: string, ...args: string[]) =>
        new Deno.Command(command, { args }).output();
      let size = 0;
      for (const { name } of Deno.readDirSync(source)) {
        size += Deno.statSync(`${source}/${name}`).size;
      }
      const { success } = await run(
        "mount",
        "-t",
        "tmpfs",
        "-o",
        `size=${Math.ceil(size / 1024) + 200}k`,
        "tmpfs",
        dir,
      );
      assert(success, "mounting a tmpfs");
      try {
        for (const { name } of Deno.readDirSync(source)) {
          await Deno.copyFile(`${source}/${name}`, `${dir}/${name}`);
        }
        const place = { dataDir: dir } as Place;
        await failsWith(place, () => addVintages(dir, sample(), quiet), "No space left on device");
      } finally {
        await run("umount", dir);
        await Deno.remove(dir);
      }
    });
  },
});
