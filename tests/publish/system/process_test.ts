/** Work that takes memory waits for room, in its turn. */
import { assert, assertEquals, assertRejects } from "@std/assert";
import { inRoom, ROOM } from "../../../lib/publish/system/process.ts";

Deno.test("no more runs at a time than there is room for, the first come first", async () => {
  let [taken, most] = [0, 0];
  const begun: number[] = [];
  const work = (megabytes: number) =>
    inRoom(megabytes, async () => {
      begun.push(megabytes);
      most = Math.max(most, taken += Math.min(megabytes, ROOM));
      await new Promise((go) => setTimeout(go, 5));
      taken -= Math.min(megabytes, ROOM);
    });
  const sizes = [75, 520, 540, 300, 301, 75, 2 * ROOM, 1];
  await Promise.all(sizes.map(work));
  assertEquals(begun, sizes);
  assertEquals(most, ROOM);
});

Deno.test("what fails gives its room back", async () => {
  for (const _ of [1, 2, 3]) {
    await assertRejects(() => inRoom(ROOM, () => Promise.reject(new Error("no"))), Error, "no");
  }
  assert(await inRoom(ROOM, () => Promise.resolve(true)));
});
