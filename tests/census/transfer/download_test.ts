/** Large files: whole or not at all, resumed where they stopped, used again only as they were. */
import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { onLinux } from "../../systems.ts";
import { download } from "../../../lib/census/transfer/download.ts";
import { CensusError, Interrupted } from "../../../lib/census/transfer/errors.ts";
import { readSidecar, sidecarOf } from "../../../lib/census/transfer/snapshot.ts";
import type { TransferOptions } from "../../../lib/census/transfer/attempt.ts";
import { dice } from "../model.ts";
import { type Fake, startFake } from "../server.ts";

const PATH = "/trade/big.zip";
const BYTES = (() => {
  const roll = dice(7);
  return Uint8Array.from({ length: 300_000 }, () => roll(256));
})();

interface Setting {
  fake: Fake;
  file: string;
  said: string[];
  get: (more?: Partial<TransferOptions>) => ReturnType<typeof download>;
}

async function withFile(test: (setting: Setting) => Promise<void>): Promise<void> {
  const dir = await Deno.makeTempDir();
  const fake = startFake([]);
  fake.files.set(PATH, BYTES);
  const file = `${dir}/archives/big.zip`, said: string[] = [];
  try {
    await test({
      fake,
      file,
      said,
      get: (more) =>
        download(fake.base + PATH, file, {
          patience: { timeoutMs: 300, paceMs: 0, attempts: 3, backoffMs: 5, longestWaitMs: 1000 },
          now: () => new Date("2026-11-24T12:00:00Z"),
          say: (line) => said.push(line),
          progress: () => {},
          ...more,
        }),
    });
  } finally {
    await fake.stop();
    await Deno.remove(dir, { recursive: true });
  }
}

const tomorrow = { now: () => new Date("2026-11-25T12:00:00Z") };
const names = (file: string) =>
  [...Deno.readDirSync(file.slice(0, file.lastIndexOf("/")))].map(({ name }) => name).sort();

/** The first part of the file, and then silence. */
const half = () =>
  new Response(
    new ReadableStream({ start: (to) => to.enqueue(BYTES.slice(0, 100_000)) }),
    {
      headers: {
        "last-modified": "Tue, 03 Nov 2026 13:30:00 GMT",
        "content-type": "application/zip",
      },
    },
  );

Deno.test("a file arrives to the byte, with a sidecar, and progress is told", async () => {
  await withFile(async ({ file, get, fake }) => {
    const told: [number, number | undefined][] = [];
    const sidecar = await get({ progress: (done, whole) => told.push([done, whole]) });
    assertEquals(await Deno.readFile(file), BYTES);
    assertEquals(sidecar, await readSidecar(file));
    assertEquals(sidecar!.url, fake.base + PATH);
    assertEquals(sidecar!.retrieved_at, "2026-11-24T12:00:00.000Z");
    assertEquals(sidecar!.bytes, 300_000);
    assertEquals(told.at(-1), [300_000, 300_000]);
    assertEquals(names(file), ["big.zip", "big.zip.sidecar.json"]);
  });
});

Deno.test("a second download of the day asks nothing; a later one only whether it changed", async () => {
  await withFile(async ({ file, get, fake, said }) => {
    const first = await get();
    assertEquals(await get(), first);
    assertEquals(fake.asked.length, 1);
    assertEquals(await get(tomorrow), first, "used again, its date is the old one");
    assertEquals(fake.asked.length, 2);
    assertStringIncludes(said.join("\n"), "unchanged since 2026-11-24T12:00:00.000Z");
    assertEquals(await readSidecar(file), first);
  });
});

Deno.test("a file that was revised is downloaded anew, and the older one kept under its date", async () => {
  await withFile(async ({ file, get, fake }) => {
    await get();
    const revised = new Uint8Array(500).fill(9);
    fake.spoil = () => new Response(revised, { headers: { "content-type": "application/zip" } });
    const sidecar = await get(tomorrow);
    assertEquals([sidecar!.bytes, sidecar!.retrieved_at.slice(0, 10)], [500, "2026-11-25"]);
    assertEquals(await Deno.readFile(file), revised);
    assertEquals(await Deno.readFile(`${file}.2026-11-24`), BYTES);
    assertEquals((await readSidecar(`${file}.2026-11-24`))!.bytes, 300_000);
  });
});

Deno.test("bytes in the cache that changed are downloaded again", async () => {
  await withFile(async ({ file, get, said }) => {
    await get();
    await Deno.writeFile(file, BYTES.map((byte, at) => at === 5 ? byte ^ 1 : byte));
    await get();
    assertEquals(await Deno.readFile(file), BYTES);
    assertStringIncludes(said.join("\n"), "differs from its sidecar: not used, downloaded again");
  });
});

Deno.test("a stalled download goes on where it stopped, in the same run", async () => {
  await withFile(async ({ file, get, fake, said }) => {
    const ranges: (string | null)[] = [];
    fake.spoil = (request) => {
      ranges.push(request.headers.get("range"));
      return ranges.length === 1 ? half() : undefined;
    };
    await get();
    assertEquals(ranges, [null, "bytes=100000-"]);
    assertEquals(await Deno.readFile(file), BYTES);
    assertStringIncludes(said.join("\n"), "no byte within 0.3 s; next try in");
  });
});

Deno.test("an interrupted download leaves a part, and the next run goes on from it", async () => {
  await withFile(async ({ file, get, fake }) => {
    const stop = new AbortController();
    fake.spoil = half;
    const running = get({
      signal: stop.signal,
      progress: (done) => done >= 100_000 && stop.abort(new Interrupted()),
    });
    await assertRejects(() => running, Interrupted);
    assertEquals(names(file), ["big.zip.part", "big.zip.part.sidecar.json"]);
    const ranges: (string | null)[] = [];
    fake.spoil = (request) => {
      ranges.push(request.headers.get("range"));
      return undefined;
    };
    await get();
    assertEquals(ranges, ["bytes=100000-"]);
    assertEquals(await Deno.readFile(file), BYTES);
    assertEquals(names(file), ["big.zip", "big.zip.sidecar.json"]);
  });
});

Deno.test("a part of a file that has changed since is thrown away", async () => {
  await withFile(async ({ file, get, fake }) => {
    fake.spoil = half;
    await assertRejects(() => get(), Error, "no byte within 0.3 s");
    const revised = new Uint8Array(700).fill(3);
    fake.spoil = () => new Response(revised, { headers: { "content-type": "application/zip" } });
    await get();
    assertEquals(await Deno.readFile(file), revised);
  });
});

Deno.test("a part that is whole already, and a server that says so, starts anew", async () => {
  await withFile(async ({ file, get, fake }) => {
    fake.spoil = half;
    await assertRejects(() => get(), Error, "no byte within");
    fake.spoil = (request) =>
      request.headers.has("range") ? new Response(null, { status: 416 }) : undefined;
    await get();
    assertEquals(await Deno.readFile(file), BYTES);
  });
});

Deno.test("a file that is not there is told from one that fails", async () => {
  await withFile(async ({ get, fake, file }) => {
    fake.files.clear();
    assertEquals(await get(), undefined);
    let asked = 0;
    fake.spoil = () => {
      asked++;
      const page = "<html><body>Down for\n <b>maintenance</b></body></html>";
      return new Response(page, { headers: { "content-type": "text/html" } });
    };
    const busy = 'the server is busy or under maintenance ("Down for maintenance"), 3 times';
    await assertRejects(() => get(), CensusError, busy);
    assertEquals(asked, 3, "a page may pass: it is asked again");
    fake.spoil = () => new Response(null, { status: 302, headers: { location: "/else" } });
    await assertRejects(() => get(), Error, "expected a file, found 302");
    fake.spoil = () => new Response(null, { status: 500 });
    await assertRejects(() => get(), Error, "the server answered 500");
    await fake.stop();
    await assertRejects(() => get(), Error, "the connection failed");
    assertEquals(names(file), []);
  });
});

Deno.test("a page of a busy server once, then the file: it arrives", async () => {
  await withFile(async ({ get, fake, file, said }) => {
    let isFirst = true;
    fake.spoil = () => {
      if (!isFirst) return undefined;
      isFirst = false;
      return new Response("<p>busy", { headers: { "content-type": "text/html" } });
    };
    await get();
    assertEquals(await Deno.readFile(file), BYTES);
    assertStringIncludes(said.join("\n"), 'busy or under maintenance ("busy"); next try in');
  });
});

Deno.test(
  "a disk that is full is an error that says how to go on",
  onLinux("there is no /dev/full"),
  async () => {
    await withFile(async ({ get, file }) => {
      await Deno.mkdir(file.slice(0, file.lastIndexOf("/")), { recursive: true });
      await Deno.symlink("/dev/full", `${file}.part`);
      const error = await assertRejects(() => get(), Error, "could not be written");
      assertStringIncludes((error as Error).message, "the download goes on where it stopped");
      assert(await readSidecar(file) === undefined);
      assertEquals(await Deno.stat(sidecarOf(file)).catch(() => "absent"), "absent");
    });
  },
);
