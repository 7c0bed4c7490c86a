/** The bench of the archives works, and its archive holds together: its control totals are checked. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { archiveLine, benchArchive } from "./archive.ts";

Deno.test("a small generated archive is read whole, and its line says what was measured", async () => {
  const bench = await benchArchive(40_000);
  assertEquals(bench.unpackedBytes, 40_000 * 690);
  assert(bench.seconds > 0 && bench.peakMegabytes > 0 && bench.packedBytes < bench.unpackedBytes);
  assertStringIncludes(archiveLine(bench), "40,000 records, 28 MB unpacked");
});
