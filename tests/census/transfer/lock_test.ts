/** The cache as a run finds it: of one run at a time, without what a run that died has left. */
import { assertEquals, assertRejects } from "@std/assert";
import { CensusError } from "../../../lib/census/transfer/errors.ts";
import { withLock } from "../../../lib/census/transfer/lock.ts";
import { writeWhole } from "../../../lib/census/transfer/snapshot.ts";

Deno.test("what a run that died has left is removed, and nothing else", async () => {
  const dir = await Deno.makeTempDir();
  try {
    await Deno.mkdir(`${dir}/api/2026-11-24`, { recursive: true });
    const kept = [`${dir}/api/2026-11-24/a.json`, `${dir}/archives.part`, `${dir}/notes.tmp`];
    for (const path of kept) await writeWhole(path, new Uint8Array(3));
    const left = [`${dir}/lock.0a1b2c3d.tmp`, `${dir}/api/2026-11-24/a.json.ffffffff.tmp`];
    for (const path of left) await Deno.writeTextFile(path, "half");
    const said: string[] = [];
    assertEquals(await withLock(dir, (line) => said.push(line), () => Promise.resolve(7)), 7);
    const isThere = (path: string) => Deno.stat(path).then(() => true, () => false);
    assertEquals(await Promise.all(kept.map(isThere)), [true, true, true]);
    assertEquals(await Promise.all(left.map(isThere)), [false, false]);
    assertEquals(said, []);
  } finally {
    await Deno.remove(dir, { recursive: true });
  }
});

Deno.test("a cache that cannot be made or written is named, with the mend, before any work", async () => {
  const file = await Deno.makeTempFile();
  try {
    const run = () =>
      withLock(`${file}/cache`, () => {}, () => Promise.reject(new Error("worked")));
    const error = await assertRejects(run, CensusError, `${file}/cache could not be made`);
    assertEquals(error.mend, "make the folder writable, or name another one by --cache");
  } finally {
    await Deno.remove(file);
  }
});
