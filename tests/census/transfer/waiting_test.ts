/** Months that can be published, waits between tries, the progress bar, sums. */
import { assert, assertEquals, assertRejects, assertThrows } from "@std/assert";
import fc from "fast-check";
import { CensusError, Interrupted } from "../../../lib/census/transfer/errors.ts";
import {
  monthsBefore,
  publishableMonths,
  publishedMonths,
} from "../../../lib/census/terms/months.ts";
import {
  backoff,
  isPassing,
  PATIENCE,
  pause,
  retryAfter,
} from "../../../lib/census/transfer/patience.ts";
import { barText, progressOn } from "../../../lib/census/transfer/progress.ts";
import { mustAdd, total } from "../../../lib/census/terms/sums.ts";

const day = (text: string) => new Date(`${text}T12:00:00Z`);

Deno.test("no month later than two months back is asked for", () => {
  assertEquals(monthsBefore(day("2026-01-31"), 2), "2025-11");
  assertEquals(publishableMonths(2026, day("2026-11-24")).at(-1), "2026-09");
  assertEquals(publishableMonths(2026, day("2026-02-28")), []);
  assertEquals(publishableMonths(2025, day("2026-01-15")).at(-1), "2025-11");
  assertEquals(publishableMonths(2024, day("2026-01-15")).length, 12);
});

Deno.test("a year under way may end early, a settled one may not, and none has a hole", () => {
  const months = (last: number) =>
    Array.from({ length: last }, (_, at) => `2026-${String(at + 1).padStart(2, "0")}`);
  const found = (each: string[], now = "2026-11-24") =>
    publishedMonths(2026, each, day(now), "source");
  assertEquals(found(months(7)), months(7));
  assertEquals(found([...months(3), ...months(3)]), months(3));
  assertThrows(() => found([]), CensusError, "no month of 2026 is published");
  assertThrows(() => found(["2026-01", "2026-03"]), CensusError, "2026-02");
  assertThrows(() => found(["2026-02", "2026-03"]), CensusError, "2026-01");
  assertEquals(found(months(11), "2027-05-02"), months(11));
  assertThrows(() => found(months(11), "2027-07-02"), CensusError, "2026-12 of 2026 is not there");
});

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

Deno.test("sums hold to the dollar or name both sides", () => {
  assertEquals(total([1, 2, 3]), 6);
  assertThrows(() => total([Number.MAX_SAFE_INTEGER, 1]), RangeError, "too large to be exact");
  mustAdd([1, 2], 3, "parts add", "url");
  assertThrows(
    () => mustAdd([1_000_000, 2], 1_000_000, "parts add", "url"),
    CensusError,
    "url: parts add: the parts are 1,000,002, the total 1,000,000, the difference 2 USD",
  );
  assertThrows(
    () => mustAdd([], undefined, "parts add", "url"),
    CensusError,
    "the total is missing",
  );
});
