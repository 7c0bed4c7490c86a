/** When a file was changed, whatever its time says. */
import { assert } from "@std/assert";
import { unchangedSince } from "../../../lib/publish/system/files.ts";
import { pastTheClock } from "../fixtures.ts";

Deno.test("a file that was changed since is known, even with its old time put back", async () => {
  const path = await Deno.makeTempFile();
  await pastTheClock();
  const time = Date.now();
  assert(await unchangedSince(path, time));
  assert(await unchangedSince(`${path}-that-is-not-there`, time));
  await Deno.writeTextFile(path, "new");
  await Deno.utime(path, new Date(0), new Date(0));
  assert(!await unchangedSince(path, time));
  await pastTheClock();
  assert(await unchangedSince(path, Date.now()));
});
