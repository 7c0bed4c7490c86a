/** Waits between tries, and the progress bar. */
import { assert, assertEquals, assertRejects } from "@std/assert";
import fc from "fast-check";
import { Interrupted } from "../../../lib/census/transfer/errors.ts";
import {
  backoff,
  isPassing,
  PATIENCE,
  pause,
  retryAfter,
} from "../../../lib/census/transfer/patience.ts";
import { barText, progressOn } from "../../../lib/census/transfer/progress.ts";

Deno.test("Retry-After is seconds or a date", () => {
  assertEquals(retryAfter("7", 0), 7000);
  assertEquals(retryAfter("Thu, 01 Jan 1970 00:00:09 GMT", 4000), 5000);
  assertEquals(retryAfter("Thu, 01 Jan 1970 00:00:09 GMT", 10_000), 0);
  assertEquals([retryAfter(null, 0), retryAfter("soon", 0)], [undefined, undefined]);
  assertEquals([429, 500, 503, 504].every(isPassing), true);
  assertEquals([200, 302, 400, 404].some(isPassing), false);
});

Deno.test("waits double, with up to half of them added by chance", () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 8 }), (failures) => {
    const plain = PATIENCE.backoffMs * 2 ** (failures - 1);
    const wait = backoff(failures, PATIENCE);
    assert(wait >= plain && wait <= plain * 1.5);
  }));
});

Deno.test("a pause ends at once when the person stops the run", async () => {
  const stop = new AbortController();
  const waiting = pause(60_000, stop.signal);
  stop.abort();
  await assertRejects(() => waiting, Interrupted);
  await assertRejects(() => pause(1, stop.signal), Interrupted);
  await pause(0);
});

Deno.test("the bar says part, rate and time left", () => {
  assertEquals(
    barText("unpacking", 500e6, 2000e6, 250e6),
    "unpacking  25 % ██████·················· 500/2000 MB  250 MB/s  6 s left",
  );
  assertEquals(barText("x", 5e6, undefined, 1e6), "x  5.0 MB  1.0 MB/s");
  let now = 0;
  const written: string[] = [];
  const bar = progressOn(true, (text) => written.push(text), () => now)("x");
  bar.update(0, 100e6);
  now = 1000;
  bar.update(50e6, 100e6);
  now = 2000;
  bar.update(100e6, 100e6);
  bar.end();
  assertEquals(written.length, 3);
  assert(
    written[0].includes("50 %") && written[0].includes("50 MB/s") &&
      written[0].includes("1 s left"),
  );
  assertEquals(written.at(-1), "\r\x1b[K");
  const log: string[] = [];
  const quiet = progressOn(false, (text) => log.push(text), () => now)("x");
  quiet.update(1, 2);
  quiet.update(2, 2);
  quiet.end();
  assertEquals(log, [], "a log gets no line for what is quick");
});
