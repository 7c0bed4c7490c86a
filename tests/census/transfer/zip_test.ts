/** What an archive may not do: unpack to more than is expected, or to more than it says. */
import { assertEquals, assertRejects } from "@std/assert";
import { CensusError } from "../../../lib/census/transfer/errors.ts";
import { madeAt } from "../../../lib/census/transfer/made.ts";
import { openArchive } from "../../../lib/census/transfer/zip.ts";
import { zipped } from "../archive/archive_fixture.ts";
import { linesOf, workbook } from "../workbook.ts";

/** Ten million zeros, packed to ten thousand bytes; the central directory can be made to say less. */
async function bomb(says?: number): Promise<Uint8Array> {
  const zip = await zipped({ "a.txt": new Uint8Array(10_000_000) });
  if (says === undefined) return zip;
  const view = new DataView(zip.buffer, zip.byteOffset);
  const at = zip.findLastIndex((_, place) =>
    place + 4 <= zip.length && view.getUint32(place, true) === 0x02014b50
  );
  view.setUint32(at + 24, says, true);
  return zip;
}

async function unpack(zip: Uint8Array, largest?: number): Promise<number> {
  const archive = await openArchive(zip, "a.zip");
  let size = 0;
  try {
    for await (const chunk of archive.read("a.txt", largest)) size += chunk.length;
  } finally {
    archive.close();
  }
  return size;
}

Deno.test("a member larger than expected is not unpacked, nor more of one than the archive says", async () => {
  assertEquals(await unpack(await bomb()), 10_000_000);
  const large = "a.zip: a.txt would unpack to 10000000 bytes; at most 9000000 are expected";
  await assertRejects(async () => await unpack(await bomb(), 9_000_000), CensusError, large);
  const lying = "a.zip: a.txt has more bytes, the archive says 5000";
  await assertRejects(async () => await unpack(await bomb(5000)), CensusError, lying);
  const archive = await openArchive(
    await zipped({ "a": new Uint8Array(60), "b": new Uint8Array(60) }),
    "x",
  );
  await archive.checkWhole(120);
  await assertRejects(
    () => archive.checkWhole(119),
    CensusError,
    "b would unpack to 60 bytes; at most 59",
  );
  archive.close();
});

Deno.test("a file is dated by its newest member, a workbook by when it was saved, others not at all", async () => {
  const path = await Deno.makeTempFile();
  try {
    await Deno.writeFile(path, await bomb());
    assertEquals((await madeAt(path))?.toISOString(), "2026-01-01T00:00:00.000Z");
    const core = '<cp:coreProperties><dcterms:modified xsi:type="dcterms:W3CDTF">' +
      "2025-02-04T18:00:00Z</dcterms:modified></cp:coreProperties>";
    await Deno.writeFile(
      path,
      await zipped({ "docProps/core.xml": new TextEncoder().encode(core) }),
    );
    assertEquals((await madeAt(path))?.toISOString(), "2025-02-04T18:00:00.000Z");
    await Deno.writeFile(path, await workbook(linesOf(2024)));
    await madeAt(path);
    await Deno.writeTextFile(path, "no archive");
    assertEquals(await madeAt(path), undefined);
  } finally {
    await Deno.remove(path);
  }
});
