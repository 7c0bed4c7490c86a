/** Columns: what is packed comes back, and is written short. */
import { assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { packColumns, packRows } from "../../lib/explore/pieces/columns.ts";
import { unpackPiece, unpackRows } from "../../lib/explore/pieces/unpack.ts";

const OVER = { over: { consumption: "general" } };

/** What a script of a piece does to it on its way. */
const carried = <Packed>(packed: Packed): Packed => JSON.parse(JSON.stringify(packed));

const usd = fc.integer({ min: -(2 ** 50), max: 2 ** 50 });
const row = fc.record({
  partner_code: fc.constantFrom("-", "1220", "2010", "5700"),
  name: fc.string({ unit: "grapheme" }),
  restated: fc.boolean(),
  general: usd,
  consumption: usd,
}, { noNullPrototype: true });

Deno.test("rows come back as they were, in their order, also those packed over another column", () => {
  fc.assert(fc.property(fc.array(row), (rows) => {
    assertEquals(unpackRows(carried(packRows(rows))), rows);
    assertEquals(unpackRows(carried(packRows(rows, OVER))), rows);
  }));
});

Deno.test("a piece of several tables comes back by their names, an empty one too", () => {
  const months = [{ month: "2025-01", partner_code: "2010", restated: true }];
  const piece = { lines: packRows([]), preference: packRows([]), months: packRows(months) };
  assertEquals(unpackPiece<"chapter-84">(carried(piece)), { lines: [], preference: [], months });
});

Deno.test("by hand: words once, in runs where they come so; the second basis as a difference", () => {
  const rows = [
    ["2024-01", "1220", 5, 5],
    ["2024-01", "2010", 7, 6],
    ["2024-01", "1220", 9, 9],
    ["2025-01", "2010", 1, 2],
    ["2025-01", "1220", 3, 3],
  ].map(([month, partner, general, consumption]) => ({ month, partner, general, consumption }));
  assertEquals(packRows(rows, OVER), {
    height: 5,
    columns: {
      month: { words: ["2024-01", "2025-01"], at: [0, 1], runs: [3, 2] },
      partner: { words: ["1220", "2010"], at: [0, 1, 0, 1, 0] },
      general: { numbers: [5, 7, 9, 1, 3] },
      consumption: { numbers: [0, -1, 0, 1, 0], over: "general" },
    },
  });
});

Deno.test("of a table only the rows that begin so are unpacked; one without the column is whole", () => {
  const rows = ["8471", "8471", "8471", "8517", "8471"].map((hts10, usd) => ({ hts10, usd }));
  const only = (digits: string, column = "hts10") => ({ column, digits });
  const usd = (it: { usd: number }[]) => it.map(({ usd }) => usd);
  assertEquals(usd(unpackRows(packRows(rows), only("8471"))), [0, 1, 2, 4]);
  assertEquals(usd(unpackRows(packRows(rows), only("85"))), [3]);
  assertEquals(usd(unpackRows(packRows(rows), only("9"))), []);
  assertEquals(usd(unpackRows(packRows(rows), only("9", "month"))), [0, 1, 2, 3, 4]);
});

Deno.test("words that no row has do not travel", () => {
  const { columns } = packColumns({ code: { words: ["a", "b", "c"], at: [2, 0, 2] } }, 3);
  assertEquals(columns.code, { words: ["a", "c"], at: [1, 0, 1] });
});

Deno.test("what cannot be packed is said by name", () => {
  const wrong = () => packColumns({ usd: [1, 2] }, 3);
  assertThrows(wrong, RangeError, "column usd has 2 values, not 3");
  const alone = () => packColumns({ usd: [1] }, 1, { over: { usd: "all" } });
  assertThrows(alone, RangeError, "column usd is to be packed over all, which is not there");
  const lacking = () => packRows<object>([{ a: 1, b: 2 }, { a: 1 }]);
  assertThrows(lacking, RangeError, "row 1 has no b");
});
