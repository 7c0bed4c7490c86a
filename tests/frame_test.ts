/** Typed frames: what goes in comes out, and missing columns are named. */
import { assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import pl from "nodejs-polars";
import {
  column,
  type Frame,
  frameOf,
  keep,
  lazy,
  literal,
  records,
  requireColumns,
  rowOf,
} from "../lib/frame.ts";

interface Row {
  code: string;
  usd: number;
  share: number | null;
  listed: boolean;
}
const SCHEMA = { code: pl.String, usd: pl.Int64, share: pl.Float64, listed: pl.Bool };

Deno.test("rows come back as they went in: codes, whole dollars, floats, empty values", () => {
  const row = fc.record({
    code: fc.constantFrom("0003", "1220", "-", "other", "México"),
    usd: fc.maxSafeInteger(),
    share: fc.oneof(fc.constant(null), fc.double({ noNaN: true, noDefaultInfinity: true })),
    listed: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), (rows) => {
      // A negative zero is zero: the sign of nothing is no figure.
      const expected = rows.map((each) => ({ ...each, usd: each.usd + 0 }));
      assertEquals(records(frameOf<Row>(rows, SCHEMA)), expected);
    }),
    { numRuns: 50 },
  );
});

Deno.test("columns have the types asked for, with no row too", () => {
  for (const rows of [[], [{ code: "0003", usd: 1, share: null, listed: true }]] as Row[][]) {
    const frame = frameOf<Row>(rows, SCHEMA);
    assertEquals(frame.height, rows.length);
    assertEquals(
      frame.columns.map((name) => String(frame.schema[name])),
      Object.values(SCHEMA).map(String),
    );
  }
});

Deno.test("columns that are not in the schema stay out; those that are must be there", () => {
  const row = { code: "1220", usd: 1, share: 0.5, listed: true, note: "left out" };
  assertEquals(frameOf<Row>([row], SCHEMA).columns, Object.keys(SCHEMA));
  const { usd: _, ...without } = row;
  assertThrows(
    () => frameOf<Row>([row, without as unknown as Row], SCHEMA),
    TypeError,
    "row 1 has no column usd",
  );
});

Deno.test("a column's values, in order", () => {
  const frame = frameOf([{ month: "2024-02" }, { month: "2024-01" }], { month: pl.String });
  assertEquals(column(frame, "month"), ["2024-02", "2024-01"]);
});

Deno.test("a frame and its lazy form are the same query", () => {
  const frame: Frame<{ usd: number }> = frameOf([{ usd: 1 }, { usd: 2 }], { usd: pl.Int64 });
  const twoOf = (query: pl.LazyDataFrame) =>
    query.filter(pl.col("usd").gt(literal(1))).collectSync().toRecords();
  assertEquals(twoOf(lazy(frame)), [{ usd: 2 }]);
  assertEquals(twoOf(lazy(lazy(frame))), [{ usd: 2 }]);
});

Deno.test("constants: text is text, not the name of a column", () => {
  const frame = frameOf([{ usd: 1, code: "usd" }], { usd: pl.Int64, code: pl.String });
  assertEquals(frame.filter(pl.col("code").eq(literal("usd"))).height, 1);
  const empty = frame.select(literal(null).alias("nothing"), literal(true).alias("yes"));
  assertEquals(empty.toRecords(), [{ nothing: null, yes: true }]);
});

Deno.test("missing columns are named with those that are there", () => {
  const frame = frameOf([{ usd: 1, code: "-" }], { usd: pl.Int64, code: pl.String });
  requireColumns(frame, ["usd", "code"], "caller");
  for (const each of [frame, frame.lazy()]) {
    assertThrows(
      () => requireColumns(each, ["usd", "month", "basis"], "supplierShares"),
      TypeError,
      "supplierShares: column month, basis missing; the frame has usd, code",
    );
  }
});

Deno.test("rows are kept by the values of their columns; one row alone is given as an object", () => {
  const rows: Row[] = ["1220", "2010"].map((code, i) => ({
    code,
    usd: i + 1,
    share: 0.5,
    listed: i === 0,
  }));
  const frame = frameOf(rows, SCHEMA);
  assertEquals(records(keep(frame, { share: 0.5, code: "2010" })), [rows[1]]);
  assertEquals(rowOf(frame, { usd: 1 }), rows[0]);
  assertThrows(() => keep(frame, { code: "5700" }), RangeError, "no row with code 5700");
  assertThrows(() => rowOf(frame, { share: 0.5 }), RangeError, "2 rows with share 0.5, not one");
  assertThrows(
    () => keep(frame as Frame<Row & { x: string }>, { x: "y" }),
    TypeError,
    "column x missing",
  );
});
