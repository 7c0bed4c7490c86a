/** Months that can be published, and sums that must hold. */
import { assertEquals, assertThrows } from "@std/assert";
import {
  monthsBefore,
  monthsBetween,
  publishableMonths,
  publishedMonths,
} from "../../../lib/census/terms/months.ts";
import { mustAdd, total } from "../../../lib/census/terms/sums.ts";
import { CensusError } from "../../../lib/census/transfer/errors.ts";

const day = (text: string) => new Date(`${text}T12:00:00Z`);

Deno.test("no month later than two months back is asked for", () => {
  assertEquals(monthsBefore(day("2026-01-31"), 2), "2025-11");
  assertEquals(publishableMonths(2026, day("2026-11-24")).at(-1), "2026-09");
  assertEquals(publishableMonths(2026, day("2026-02-28")), []);
  assertEquals(publishableMonths(2025, day("2026-01-15")).at(-1), "2025-11");
  assertEquals(publishableMonths(2024, day("2026-01-15")).length, 12);
});

Deno.test("months from one to another, over the turn of a year", () => {
  assertEquals(monthsBetween("2025-11", "2026-02"), ["2025-11", "2025-12", "2026-01", "2026-02"]);
  assertEquals(monthsBetween("2026-05", "2026-05"), ["2026-05"]);
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
  const before = () => publishedMonths(2009, [], day("2026-11-24"), "source", 2010);
  const old = assertThrows(before, CensusError, "source: has nothing of 2009; it begins with 2010");
  assertEquals(old.message.includes("five weeks"), false);
  const lost = () => publishedMonths(2019, [], day("2026-11-24"), "source", 2010);
  assertEquals(assertThrows(lost, CensusError, "no month of 2019").mend.includes("weeks"), false);
  assertEquals(found(months(11), "2027-05-02"), months(11));
  assertThrows(() => found(months(11), "2027-07-02"), CensusError, "2026-12 of 2026 is not there");
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
