/** Rows of figures, as frames and as plain objects. */
import { assertEquals, assertThrows } from "@std/assert";
import pl from "nodejs-polars";
import { frameOf } from "../lib/frame.ts";
import { records, recordsWith, requireColumns } from "../lib/rows.ts";

const rows = [{ code: "1220", usd: 1 }, { code: "2010", usd: 2 }];
const frame = frameOf(rows, { code: pl.String, usd: pl.Int64 });

Deno.test("a frame and plain rows give the same records, each time in a list of their own", () => {
  assertEquals(records(frame), rows);
  const own = records(rows);
  own.reverse();
  assertEquals(records(rows), [{ code: "1220", usd: 1 }, { code: "2010", usd: 2 }]);
});

Deno.test("cells that JSON cannot write come back as they are: none, not a number, and the word null", () => {
  const odd = [
    { code: "null", share: NaN, listed: true },
    { code: null, share: null, listed: null },
    { code: 'a "quoted" Côte\nd’Ivoire', share: 0.1 + 0.2, listed: false },
  ];
  const schema = { code: pl.String, share: pl.Float64, listed: pl.Bool };
  assertEquals(records(frameOf(odd, schema)), odd);
  assertEquals(records(frameOf(odd.slice(2), schema)), odd.slice(2));
  const whole = Array.from({ length: 300 }, (_, i) => ({ usd: Number.MAX_SAFE_INTEGER - i }));
  assertEquals(records(frameOf(whole, { usd: pl.Int64 })), whole);
});

Deno.test("rows are chosen by the values of their columns; none is an error", () => {
  for (const each of [frame, rows]) {
    assertEquals(recordsWith(each, { code: "2010" }), [rows[1]]);
    assertThrows(() => recordsWith(each, { code: "5700" }), RangeError, "no row with code 5700");
    assertThrows(
      () => recordsWith(each as typeof rows, { x: 1 } as never),
      TypeError,
      "recordsWith: column x missing; the frame has code, usd",
    );
  }
});

Deno.test("what is no frame and no list of rows is refused; of no rows nothing is known", () => {
  requireColumns([], ["usd"], "caller");
  requireColumns(rows, ["usd"], "caller");
  for (const wrong of [undefined, "334", [1, 2], [["1220"]], { code: "1220" }]) {
    assertThrows(() => requireColumns(wrong, ["usd"], "caller"), TypeError, "caller takes a frame");
  }
});
