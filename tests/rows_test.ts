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
